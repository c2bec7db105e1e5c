"""The evidence of a row: what was asked, what was wanted, what was told, and how each part of it was judged."""

from datetime import date

from assistant.contract import Request
from assistant.model import Turn
from eval.cases import Case, Unit
from eval.evidence import evidence
from eval.matching import Matcher
from eval.run import Told
from vectorstore import Filters

FENCE = Unit(doc="board.txt", anchor="the fence", printed="7.2")
GATE = Unit(doc="board.txt", anchor="the gate", printed="7.3")
HEDGE = Unit(doc="board.txt", anchor="the hedge")
CASE = Case(
    id="a",
    type="decision",
    answerable=True,
    request=Request(
        question="and the fence?",
        history=(Turn(question="what of the gate?"),),
        filters=Filters(body="Board", date_from=date(2019, 5, 1)),
    ),
    golds=((GATE,), (FENCE, HEDGE)),
    forbidden=(GATE,),
    nuggets=("renewed", "before winter"),
)


def passage(unit, **more):
    return {"source": unit.doc, "text": f"That {unit.anchor} be renewed.", "printed": unit.printed} | more


TOLD = Told(
    record={
        "answered": True,
        "answer": "It is to be renewed for £90. [2]",
        "claims": [{"text": "It is to be renewed for £90.", "citations": [2]}],
        "citations": [passage(HEDGE, n=1, quote="That"), passage(FENCE, n=2, quote="That")],
        "hits": [passage(GATE), passage(FENCE), passage(FENCE)],
    }
)


def found(told=TOLD):
    return evidence(CASE, told, Matcher(), {FENCE: "That the fence be renewed."}.get)


def test_the_question_is_told_with_its_history_and_filters():
    told = found()
    assert (told["question"], told["history"]) == ("and the fence?", ["what of the gate?"])
    assert told["filters"] == {"body": "Board", "date_from": "2019-05-01"}


def test_a_unit_is_told_with_its_whole_text_where_that_is_known():
    fence, hedge = found()["gold"][1]
    assert fence == {
        "doc": "board.txt",
        "printed": "7.2",
        "anchor": "the fence",
        "text": "That the fence be renewed.",
    }
    assert hedge["text"] is None


def test_each_part_of_the_answer_is_judged():
    assert found()["answer"] == TOLD.record
    assert found()["judged"] == {
        "gold": 1,
        "ranks": [2, None],
        "cited": [2, 1],
        "hits": [True, True, True],
        "citations": [True, True],
        "forbidden": [False, False],
        "nuggets": [True, False],
        "unsupported": ["90"],
    }


def test_after_an_error_there_is_nothing_to_judge():
    assert (found(None)["answer"], found(None)["judged"]) == (None, None)
