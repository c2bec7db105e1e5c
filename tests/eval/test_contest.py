"""Several systems in one table: a report of each in a folder of its own, a line of the table for each."""

import json

import pytest

from assistant.contract import Request
from eval.answers import GivenAnswers
from eval.cases import Case, Unit
from eval.contest import compete, standings
from eval.evaluation import QuestionSet
from eval.rivals.refusing import AlwaysRefuse

FIRST = Unit(doc="panel.txt", anchor="quarterly meetings", printed="5.1")
SECOND = Unit(doc="panel.txt", anchor="no budget", printed="5.2")
CASES = (
    Case(id="a", type="fact", answerable=True, request=Request(id="a", question="?"), golds=((SECOND,),)),
    Case(id="b", type="off-topic", answerable=False, request=Request(id="b", question="?"), golds=((),)),
)
ASKED = QuestionSet(name="questions.jsonl", sha256="", cases=CASES, units=(FIRST, SECOND))
EXACT = {"source": "panel.txt", "text": "5.2 no budget", "printed": "5.2", "quote": "no budget"}
PAGE = EXACT | {"text": "5.1 quarterly meetings 5.2 no budget", "printed": None}


@pytest.fixture
def answering(tmp_path):
    """A system that cites the passage for the first question and, unless told otherwise, refuses the second."""

    def make(name, cited, refusal=({"answered": False},)):
        answer = {"answered": True, "answer": "no budget", "citations": [cited], "hits": [cited]}
        path = tmp_path / f"{name}.jsonl"
        path.write_text("\n".join(json.dumps(record) for record in (answer, *refusal)), "utf-8")
        return GivenAnswers(path, CASES)

    return make


def lines(*systems):
    head, rule, *rest = ([cell.strip() for cell in line.strip("|").split("|")] for line in standings(systems))
    assert len(rule) == len(head)
    return [dict(zip(head, cells, strict=True)) for cells in rest]


def test_each_system_has_a_line_with_its_means_in_the_order_given(tmp_path, answering):
    systems = [answering("exact", EXACT), answering("pages", PAGE), AlwaysRefuse()]
    exact, pages, refusing = lines(*compete(tmp_path / "out", systems, ASKED))
    assert (exact["system"], exact["recall5"], exact["joint"]) == ("exact", "1.000", "1.000")
    assert (pages["recall5 loose"], pages["recall5"], pages["joint"]) == ("1.000", "0.000", "0.000")
    assert (pages["abstain_recall"], pages["false_refusal"]) == ("1.000", "0.000")
    assert (refusing["abstain_recall"], refusing["false_refusal"], refusing["abstain_precision"]) == (
        "1.000",
        "1.000",
        "0.500",
    )


def test_each_system_keeps_its_report_in_a_folder_of_its_name(tmp_path, answering):
    list(compete(tmp_path / "out", [answering("exact", EXACT), AlwaysRefuse()], ASKED))
    reports = {
        folder.name: json.loads((folder / "report.json").read_text("utf-8"))["about"]["system"]
        for folder in (tmp_path / "out").iterdir()
    }
    assert reports == {"exact": "exact", "always-refuse": "always-refuse"}


def test_what_was_not_measured_is_a_dash_and_failures_are_counted(tmp_path, answering):
    (told,) = lines(*compete(tmp_path / "out", [answering("half", EXACT, refusal=())], ASKED))
    assert (told["abstain_precision"], told["failed"]) == ("-", "1")
