"""The page of a report: what it says of each miss, what it makes of hostile text, and what went wrong first."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from eval.cases import read_case
from eval.evidence import evidence
from eval.matching import Matcher
from eval.misses import Cause, cause_of
from eval.page.counting import Fate, fates, found_by_rank
from eval.page.writing import write_page
from eval.placing import Place
from eval.report import About, Report
from eval.run import Told, judge
from ingest import UnreadableSource
from tests.assistant.web.reading import Read

DOC = "2019-05-14-amenities.txt"
FENCE = "7(b) That the fence along Mill Lane be renewed by the autumn."
TEA = "7(a) That the clerk buy a larger teapot."
SOUND = {"type": "decision", "answerable": True, "gold": [{"doc": DOC, "anchor": "fence along Mill Lane"}]}
UNSOUND = {"type": "near-miss", "answerable": False, "gold": [], "near": [DOC]}


def told(*cited, hits=(FENCE, TEA), answered=True, answer="It is to be renewed. [1]"):
    shown = [{"source": DOC, "text": text, "label": text[:4], "quote": text[5:]} for text in cited]
    found = [
        {"source": DOC, "text": text, "label": text[:4], "score": 1 / n} for n, text in enumerate(hits, 1)
    ]
    return {"answered": answered, "answer": answer, "citations": shown, "hits": found}


def rows_of(asked):
    """The row and the evidence of each question and what was told for it (None: it could not be asked)."""
    for record, answer in asked:
        case = read_case(record, "here")
        said = Told(record=answer, seconds={"retrieve": 0.01, "total": 0.02}) if answer else None
        row = judge(case, said, Matcher(), error="" if said else "the store is gone")
        yield row, evidence(case, said, Matcher(), lambda unit: FENCE if unit.anchor in FENCE else None)


def page(path, asked):
    """Write the page of some questions and what was told for each."""
    behind = {row.id: (row, shown) for row, shown in rows_of(asked)}
    report = Report(tuple(row for row, _ in behind.values()), About(system="minutebook"))
    write_page(path, report, lambda row: behind[row.id][1])
    return report


RIGHT = ({"id": "right", "question": "the fence?", "nuggets": ["renewed"]} | SOUND, told(FENCE))
WRONG = ({"id": "wrong", "question": "which fence is it?", "nuggets": ["Mill Lane"]} | SOUND, told(TEA))
ANSWERED = ({"id": "made-up", "question": "what does the fence cost?"} | UNSOUND, told(TEA))
THREE = (RIGHT, WRONG, ANSWERED)


def inside(path, start, end):
    """The text between two headings, a line for each piece."""
    markup = path.read_text("utf-8").partition("<body>")[2].partition("<script>")[0]
    pieces = [re.sub(r"\s+", " ", piece).strip() for piece in Read(markup).pieces]
    pieces = [piece for piece in pieces if piece]
    return pieces[pieces.index(start) : pieces.index(end)] if end else pieces[pieces.index(start) :]


def test_a_miss_shows_question_gold_answer_and_hits_each_told_right_or_wrong_in_words(tmp_path):
    page(tmp_path / "report.html", THREE)
    assert inside(tmp_path / "report.html", "which fence is it?", "what does the fence cost?") == [
        "which fence is it?",
        "found, but not all of the gold is cited",
        "wrong, decision",
        *("Gold", "found at rank 1", "not cited", DOC),
        *("7(b) That the", "fence along Mill Lane", "be renewed by the autumn."),
        *("Words that a whole answer holds", "Mill Lane", "missing"),
        *("Answer", "answered", "It is to be renewed. [1]"),
        *("Cited", "wrong", f"{DOC}, 7(a)", "7(a)", "That the clerk buy a larger teapot."),
        *("Retrieved", "right", f"{DOC}, 7(b) (score 1.000)", FENCE),
        *("wrong", f"{DOC}, 7(a) (score 0.500)", TEA),
    ]


def test_what_should_have_been_refused_says_so_and_what_is_whole_is_no_miss(tmp_path):
    page(tmp_path / "report.html", THREE)
    told_of = inside(tmp_path / "report.html", "Misses", None)
    assert any("2 of 3 questions" in piece for piece in told_of)
    assert "The minutes do not answer this: it should be refused." in told_of
    assert "the fence?" not in told_of


def test_each_miss_is_put_down_to_the_first_thing_that_went_wrong(tmp_path):
    asked = [
        ({"id": "error", "question": "?"} | SOUND, None),
        ({"id": "refused", "question": "?"} | SOUND, told(answered=False)),
        ({"id": "hidden", "question": "?"} | SOUND, told(TEA, hits=(TEA,))),
        ({"id": "both", "question": "?"} | SOUND, told(FENCE, TEA)),
        ({"id": "silent", "question": "?", "nuggets": ["autumn"]} | SOUND, told(FENCE)),
        (
            {"id": "unquoted", "question": "?"} | SOUND,
            told(FENCE) | {"citations": [{"source": DOC, "text": FENCE, "quote": "never said"}]},
        ),
        ({"id": "good", "question": "?"} | UNSOUND, told(answered=False)),
    ]
    report = page(tmp_path / "report.html", [*THREE, *asked])
    assert [cause_of(row) for row in report.rows] == [
        *(None, Cause.NOT_CITED, Cause.ANSWERED),
        *(Cause.FAILED, Cause.REFUSED, Cause.NOT_FOUND, Cause.CITED_TOO_MUCH, Cause.NOT_SAID),
        *(Cause.MISQUOTED, None),
    ]
    assert "the store is gone" in inside(tmp_path / "report.html", "Misses", None)
    told_of = fates(report)
    assert told_of["decision"].counts == {Fate.RIGHT: 1, Fate.WRONG: 6, Fate.REFUSED: 1}
    assert told_of["near-miss"].counts == {Fate.RIGHT: 0, Fate.WRONG: 1, Fate.REFUSED: 1}


def test_found_by_rank_counts_the_questions_whose_first_gold_unit_comes_by_then(tmp_path):
    late = ({"id": "late", "question": "?"} | SOUND, told(FENCE, hits=(TEA, TEA, FENCE)))
    lost = ({"id": "lost", "question": "?"} | SOUND, told(FENCE, hits=(TEA,)))
    report = page(tmp_path / "report.html", [RIGHT, WRONG, late, lost])
    assert [m.mean for m in found_by_rank(report.rows)] == [0.5, 0.5, *[0.75] * 8]


def hostile(record, text):
    """The same record with the text in place of every string."""
    if isinstance(record, dict):
        return {key: hostile(value, text) for key, value in record.items()}
    if isinstance(record, list):
        return [hostile(value, text) for value in record]
    return text if isinstance(record, str) else record


@pytest.mark.parametrize(
    "text", ["</details></main><script>x()</script>", '"><img src=x onerror=x()>', "<!-- \ud800 \0 ${x}"]
)
def test_hostile_text_makes_no_tag_and_no_attribute(tmp_path, text):
    """With every string of a miss replaced, the page has the same elements and attributes as with a plain one."""
    ((row, behind),) = rows_of([WRONG])
    for said in ("plain", text):
        about = About(system=said, questions=said, sha256=said, made_at=said)
        report = Report((replace(row, id=said, type=said, place=Place(council=said)),), about)
        write_page(tmp_path / f"{said == text}.html", report, lambda row, s=said: hostile(behind, s))
    plain, attacked = (
        Read(re.sub(r"<(meta|!doctype)[^>]*>", "", (tmp_path / f"{name}.html").read_text("utf-8")))
        for name in (False, True)
    )
    assert "blockquote" in plain.tags
    assert attacked.tags == plain.tags
    assert [name for name, _ in attacked.attributes] == [name for name, _ in plain.attributes]


def test_a_report_without_a_question_that_was_missed_or_timed_says_so(tmp_path):
    write_page(tmp_path / "report.html", Report(()), lambda row: {})
    said = inside(tmp_path / "report.html", "Misses", None)
    assert "None." in said
    assert "Nobody measured the memory." in inside(tmp_path / "report.html", "Time and memory", None)


def test_a_page_that_cannot_be_written_is_told_in_one_line(tmp_path):
    with pytest.raises(UnreadableSource, match="cannot be written"):
        write_page(tmp_path, Report(()), lambda row: {})


def test_the_page_is_made_without_loading_what_serves_the_chat():
    code = "import sys, eval.page.writing; print([m for m in ('gradio', 'fastapi') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
