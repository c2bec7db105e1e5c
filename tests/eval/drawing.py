"""Golden questions and answers as they might be, drawn at random over one small document."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

DOC = "board.txt"
ANCHORS = ("the first point", "the second point", "the third point", "the fourth point")
NUMBERS = (None, "1", "2", "(b)")
UNITS = [
    {"doc": DOC, "anchor": anchor, "printed": number} for anchor, number in zip(ANCHORS, NUMBERS, strict=True)
]

_unit = st.sampled_from([*UNITS, {"doc": "other.txt", "anchor": ANCHORS[0], "printed": "9"}])
_units = st.lists(_unit, max_size=3)
_some_units = st.lists(_unit, min_size=1, max_size=3)
_text = st.lists(st.sampled_from(ANCHORS), max_size=2).map(lambda held: f"It was said: {' and '.join(held)}.")
_said = st.sampled_from(
    ["", "The  First\u00a0Point was agreed.", "ten pounds", "tenpounds", "Ten pounds, the second"]
)


@st.composite
def passages(draw: st.DrawFn) -> dict[str, Any]:
    """A citation or a hit: right, wrong, too wide, under its number or another, quoted well or badly."""
    text = draw(_text)
    return {
        "source": draw(st.sampled_from([DOC, f"minutes/{DOC}#page=2", "other.txt", None])),
        "text": text.upper() if draw(st.booleans()) else text,
        "printed": draw(st.sampled_from([None, "1", "2.", "b", "9"])),
        "item": draw(st.sampled_from([None, "1", "2"])),
        "quote": draw(st.sampled_from(["", "it was\u00a0SAID", "never said", text])),
    }


@st.composite
def predictions(draw: st.DrawFn) -> dict[str, Any]:
    """One object as `ask --json` prints it, sensible or not."""
    return {
        "answered": draw(st.booleans()),
        "answer": draw(_said),
        "citations": draw(st.lists(passages(), max_size=4)),
        "hits": draw(st.lists(passages(), max_size=12)),
    }


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """One golden question; what cannot be answered has no gold."""
    answerable = draw(st.booleans())
    return {
        "question": "what was said?",
        "type": draw(st.sampled_from(["fact", "who"])),
        "answerable": answerable,
        "gold": draw(_some_units) if answerable else [],
        "alt": draw(st.lists(_some_units, max_size=2)) if answerable else [],
        "also": draw(_units),
        "forbidden": draw(_units),
        "nuggets": draw(st.lists(st.sampled_from(["ten pounds", "first point", "second"]), max_size=2)),
    }
