"""The audit of a language model's sentences finds what their citations do not hold."""

from __future__ import annotations

import pytest

from eval.inventions import audit

PASSAGE = {
    "n": 1,
    "reference": "Ambridge Borough Council, Leisure Committee, 14 May 2019, resolution 1",
    "date": "2019-05-14",
    "text": "That five lifeguards be engaged at £1,200 each, on the motion of Councillor Mary Brown.",
}
OURS = {"text": "Decided: “That five lifeguards be engaged.”", "citations": [1]}
QUOTED = {
    "answered": True,
    "answer": f"{OURS['text']} [1]",
    "claims": [OURS],
    "citations": [PASSAGE],
    "dropped": 0,
}


def worded(text, markers=(1,)):
    marked = "".join(f"[{n}]" for n in markers)
    return QUOTED | {
        "answer": f"{text} {marked}\n\n{QUOTED['answer']}",
        "claims": [{"text": text, "citations": list(markers)}, OURS],
        "dropped": 2,
    }


def test_a_carried_sentence_is_counted_and_blameless():
    found = audit(worded("The Leisure Committee agreed to engage five lifeguards at £1,200 each."), QUOTED)
    assert (found.worded, found.dropped) == (1, 2)
    assert (found.unsupported, found.dangling, found.invented) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Five lifeguards be engaged at £1,300 each.", "1,300"),
        ("Five lifeguards be engaged in 2031.", "2031"),
        ("Five lifeguards be engaged by Trevor.", "Trevor"),
    ],
)
def test_numbers_and_names_from_nowhere_are_inventions(text, thing):
    assert audit(worded(text), QUOTED).invented == (thing,)


def test_a_word_from_nowhere_leaves_a_sentence_unsupported():
    text = "Five lifeguards be dismissed."
    assert audit(worded(text), QUOTED).unsupported == (text,)


def test_a_sentence_without_a_citation_is_unsupported():
    text = "Five lifeguards be engaged."
    assert audit(worded(text, ()), QUOTED).unsupported == (text,)


def test_a_number_of_no_citation_dangles():
    assert set(audit(worded("Five lifeguards be engaged.", (1, 7)), QUOTED).dangling) == {"7"}


def test_the_sentences_of_the_quoting_writer_are_not_the_models():
    assert audit(QUOTED, QUOTED).worded == 0
