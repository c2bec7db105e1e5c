"""No text is lost: every character of a source is in exactly one passage, in declared residue, or white space."""

from __future__ import annotations

from ingest.model import Minutes, Residue


def check_conservation(minutes: Minutes) -> list[str]:
    """Say what is lost, told twice or misquoted; empty if nothing is.

    Residue may be nested inside a passage (a page footer in mid-sentence); the passage's text is then the
    source's slice less that residue.
    """
    problems: list[str] = []
    text = minutes.text
    owner = bytearray(len(text))
    residue = sorted(minutes.residue, key=lambda r: r.start)
    for part in residue:
        if owner.count(1, part.start, part.end):
            problems.append(f"residue {part.start}-{part.end} overlaps other residue")
        owner[part.start : part.end] = b"\x01" * (part.end - part.start)
    at, last = 0, 0
    for passage in minutes.passages():
        if passage.start < last:
            problems.append(f"passage {passage.start}-{passage.end} overlaps the one before it")
        last = max(last, passage.end)
        while at < len(residue) and residue[at].end <= passage.start:
            at += 1
        if less(text, passage.start, passage.end, residue, at) != passage.text:
            problems.append(f"passage {passage.start}-{passage.end} is not what the source says there")
        owner[passage.start : passage.end] = b"\x02" * (passage.end - passage.start)
    lost = [i for i, mark in enumerate(owner) if not mark and not text[i].isspace()]
    if lost:
        problems.append(
            f"{len(lost)} characters are in no passage, the first at {lost[0]}: {text[lost[0] : lost[0] + 40]!r}"
        )
    return problems


def less(text: str, start: int, end: int, residue: list[Residue], at: int = 0) -> str:
    """Slice of the text less the residue inside it; `residue` is in order and is looked at from index `at`."""
    out, here = [], start
    for part in residue[at:] if at < len(residue) else []:
        if part.start >= end:
            break
        if part.end <= start:
            continue
        out.append(text[here : max(here, part.start)])
        here = max(here, part.end)
    out.append(text[here:end])
    return "".join(out)
