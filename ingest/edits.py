"""A passage is corrected among those of its item: numbered, cut in two, joined or taken out; no text is lost by it.

Every edit takes the passages of one item and the place of the one that is meant, and gives all of them as they
should be; addresses that it makes alike are told apart afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.citation import Citation
from ingest.conservation import less
from ingest.drafts import NOUNS
from ingest.model import Kind, Passage, Residue
from ingest.outcomes import outcome_of, speakers_of
from ingest.sidecar import Correction


def revise(found: Sequence[Passage], n: int, correction: Correction) -> list[Passage]:
    """Give the n-th passage the number, kind and openness that the officer says."""
    revised = _revised(found[n], correction)
    if correction.printed is False:
        revised = replace(revised, citation=replace(revised.citation, after=_told_by(found[:n])))
    return [*found[:n], revised, *_led_by(found[n + 1 :], found[n].citation, revised.citation)]


def split(
    found: Sequence[Passage], n: int, at: int, correction: Correction, text: str, residue: list[Residue]
) -> list[Passage]:
    """Cut the n-th passage before the character `at` of its text; the officer's number and kind are the second's."""
    whole = found[n]
    place = _in_source(whole, at, residue)
    citation = replace(
        whole.citation, printed=None, after=whole.citation.printed or whole.citation.after, captioned=False
    )
    if whole.citation.captioned and correction.printed:
        citation = replace(citation, captioned=True)
    else:
        citation = replace(citation, noun=_noun(citation, whole.kind))
    first = _cut(whole, whole.start, place, text, residue)
    second = _revised(_cut(replace(whole, citation=citation), place, whole.end, text, residue), correction)
    after: Iterable[Passage] = found[n + 1 :]
    if second.citation.printed:
        after = _led_by(after, whole.citation, second.citation)
    return [*found[:n], first, second, *after]


def join(found: Sequence[Passage], n: int, text: str, residue: list[Residue]) -> list[Passage]:
    """Put the n-th passage (from 1) together with the one before it, which gives its name unless it is a heading."""
    first, second = found[n - 1], found[n]
    kept, citation = first, first.citation
    if first.heading and not second.heading:
        kept, citation = second, second.citation
        if citation.printed is None and first.citation.printed:
            citation = replace(citation, printed=first.citation.printed, after=None)
    whole = _cut(replace(kept, citation=citation), first.start, second.end, text, residue)
    return [*found[: n - 1], whole, *_led_by(found[n + 1 :], second.citation, citation)]


def take_out(found: Sequence[Passage], n: int) -> list[Passage]:
    """Leave the n-th passage out."""
    gone = found[n].citation
    before = replace(gone, printed=None, after=_told_by(found[:n]))
    return [*found[:n], *_led_by(found[n + 1 :], gone, before)]


def spans_of(passage: Passage, residue: Iterable[Residue]) -> Iterator[tuple[int, int]]:
    """The spans of a passage that are not residue already, to be set aside with it."""
    start = passage.start
    for part in residue:
        if passage.start <= part.start < passage.end:
            if part.start > start:
                yield start, part.start
            start = part.end
    if start < passage.end:
        yield start, passage.end


def _revised(passage: Passage, correction: Correction) -> Passage:
    citation, kind = passage.citation, correction.kind or passage.kind
    if correction.printed is not None:
        number = correction.printed or None
        citation = replace(citation, printed=number, after=None if number else citation.after)
        passage = replace(passage, words_from=_words_from(passage.text, number))
    if correction.printed is not None or correction.kind:
        citation = replace(citation, noun=_noun(citation, kind))
    exempt = passage.exempt if correction.exempt is None else correction.exempt
    heading = passage.heading and correction.printed is None and not correction.kind
    revised = replace(passage, citation=citation, kind=kind, exempt=exempt, heading=heading)
    return _read_anew(revised, passage) if correction.kind else revised


def _told_by(before: Sequence[Passage]) -> str | None:
    """The number that an unnumbered passage after these is told by."""
    c = next((p.citation for p in reversed(before) if not p.heading), None)
    return (c.printed or c.after) if c else None


def _led_by(following: Iterable[Passage], old: Citation, new: Citation) -> Iterator[Passage]:
    """The passages after one whose number changed: those that were told by the old number are told by the new."""
    holder = (*old.within, old.printed) if old.printed else None
    led = True
    for passage in following:
        c = passage.citation
        held = holder is not None and c.within[: len(holder)] == holder
        led = led and (c.printed is None or passage.heading or held)
        if led and held and holder:
            outer = (*new.within, new.printed) if new.printed else new.within
            c = replace(c, within=(*outer, *c.within[len(holder) :]))
        if led and c.printed is None and c.after == (old.printed or old.after):
            c = replace(c, after=new.printed or new.after)
        yield replace(passage, citation=c)


def _noun(citation: Citation, kind: Kind) -> str:
    """A number keeps the name that a caption gives it; else it is a paragraph's, or an action's."""
    if citation.captioned:
        return citation.noun
    return "paragraph" if citation.printed and kind is not Kind.ACTION else NOUNS[kind]


def _cut(passage: Passage, start: int, end: int, text: str, residue: list[Residue]) -> Passage:
    """The passage with other bounds, its text and particulars read anew."""
    while end > start and text[end - 1].isspace():
        end -= 1
    inside = less(text, start, end, residue)
    words_from = _words_from(inside, passage.citation.printed)
    return _read_anew(replace(passage, text=inside, start=start, end=end, words_from=words_from), passage)


def _in_source(passage: Passage, at: int, residue: Iterable[Residue]) -> int:
    """Offset in the source of a character of the passage's text."""
    place = passage.start + at
    for part in residue:
        if passage.start <= part.start <= place and part.end <= passage.end:
            place += part.end - part.start
    return place


def _read_anew(passage: Passage, before: Passage) -> Passage:
    """Speakers and the parts of an outcome as the words have them; what stood outside them (movers above) stays."""
    found = outcome_of(passage.words, passage.kind)

    def kept(now: str | None, then: str | None) -> str | None:
        return now or (then if then and then not in before.text else None)

    return replace(
        passage,
        speakers=speakers_of(passage.words),
        mover=kept(found.mover, before.mover),
        seconder=kept(found.seconder, before.seconder),
        vote=kept(found.vote, before.vote),
        owner=kept(found.owner, before.owner),
        due=kept(found.due, before.due),
    )


def _words_from(text: str, printed: str | None) -> int:
    """Where the words begin after the printed number, if the text begins with it."""
    opening = re.match(rf"\W*{re.escape(printed)}[\s.:)–-]*", text) if printed else None
    return opening.end() if opening and opening.end() < len(text) else 0
