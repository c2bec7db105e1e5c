"""Whether a sentence says nothing but what the passage it cites says: rules that err on the side of dropping it.

A sentence must draw on one or two sentences that stand side by side in the evidence. Its numbers, dates, names and
content words must stand there, in the same company, numbers and names also in the same order, and nothing that turns
a sentence round ("not", "may", "lost") may be added or lost on the way. Who met and when comes from the heading of
the evidence, and what a passage is (decided, recommended, moved) from its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from assistant.evidence import Evidence
from assistant.facts import Facts, Token, every_word, read_facts
from assistant.question import Period
from assistant.words import fold, stem
from ingest import Kind, split_sentences


class Fault(StrEnum):
    """Why a sentence of a draft is left out."""

    UNMARKED = "no marker"
    DANGLING = "a marker that no evidence has"
    MARKUP = "markup"
    WORDS = "words that the passage does not hold"
    NUMBERS = "numbers that the passage does not hold"
    DATES = "dates that the passage does not hold"
    NAMES = "names that the passage does not hold"
    COMPANY = "words that belong to something else there"
    TURNED = "a condition or a denial gained or lost"
    KIND = "not said as what the passage is"
    NOTHING = "nothing of what the passage says"
    REPEATED = "said already"


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


# What may be said of a passage besides its words, because its kind says so.
_TOLD = _stems("minute minutes record records recorded state stated states meeting")
_SETTLED = _stems("agreed agree decided decide resolved resolve")
_BY_KIND = {
    Kind.DECISION: _SETTLED | _stems("decision resolution"),
    Kind.RECOMMENDATION: _stems("recommended recommend recommendation"),
    Kind.ACTION: _SETTLED | _stems("action"),
    Kind.MOTION: _stems("motion moved proposed"),
    Kind.QUESTION: _stems("question asked"),
    Kind.REASON: _stems("reason reasons because"),
    Kind.AGENDA_TEXT: _stems("agenda"),
}
# A passage of these kinds settles nothing: what is said of it must say what it is.
_MUST_SAY = {
    Kind.MOTION: _stems("motion moved proposed amendment"),
    Kind.QUESTION: _stems("question asked ask"),
    Kind.AGENDA_TEXT: _stems("agenda"),
    Kind.RECOMMENDATION: _stems("recommended recommend recommends recommendation"),
}
# Words that turn a sentence round: each group is in both, or in neither.
_TURNS = tuple(
    _stems(group)
    for group in (
        "not no never nor neither none without cannot refuse refused reject rejected rejection lost lose defeated "
        "withdrawn withdraw defer deferred dismissed oppose opposed against fail failed fell revoke revoked rescind "
        "rescinded abandon abandoned declined unable except unless terminated",
        "may might could can if whether possible possibly perhaps consider considered subject proposed propose",
        "must should shall ought required need",
        "will would",
        "more less fewer over under least most about approximately nearly almost around",
    )
)
# Words of measure, and words that stand for somebody: said only where the record says them.
_SAID_THERE = _stems(
    "all every each any only some many several both before after until since above below between first last per once "
    "i we you he she they us him her them our your his their"
)
_MARKUP = re.compile(r"[<>`{}\\|\[\]]|\]\(|://|\*\*|__|^\s*#|[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_COMPANY = 2  # words away at which a word must have, on the same side, one of its neighbours in the record
_OF = 3  # words that a sentence must have of the record's before one of them may stray


def find_fault(sentence: str, evidence: Evidence) -> Fault | None:
    """Why the evidence does not carry a sentence (without its markers); None if it does."""
    if _MARKUP.search(sentence):
        return Fault.MARKUP
    said = read_facts(sentence)
    heading = read_facts(evidence.meeting)
    if not _dates_stand(said.dates, (*read_facts(evidence.words).dates, *heading.dates)):
        return Fault.DATES
    if not _names_stand(sentence, evidence):
        return Fault.NAMES
    if not _said_as_what_it_is(sentence, evidence):
        return Fault.KIND
    beside = heading.forms | _TOLD | _BY_KIND.get(evidence.passage.kind, frozenset())
    faults = [_compare(said, sentence, stretch, beside) for stretch in _stretches(evidence.words)]
    nearest = max((fault for fault in faults if fault), key=list(Fault).index, default=Fault.WORDS)
    return None if None in faults else nearest


def _stretches(words: str) -> Iterator[str]:
    """Each sentence of the evidence, and each two that follow one another."""
    sentences = split_sentences(words)
    for n, sentence in enumerate(sentences):
        yield sentence.text
        if n + 1 < len(sentences):
            yield words[sentence.start : sentences[n + 1].end]


def _compare(said: Facts, sentence: str, stretch: str, beside: frozenset[str]) -> Fault | None:
    held = read_facts(stretch)
    strange = [t for t in said.tokens if t.form not in held.forms and not _is_beside(t, beside)]
    if any(token.number for token in strange):
        return Fault.NUMBERS
    if strange:
        return Fault.WORDS
    own = [token for token in said.tokens if token.form in held.forms]
    if len(own) < 2:
        return Fault.NOTHING
    if not _in_company(own, held.tokens, beside):
        return Fault.COMPANY
    return Fault.TURNED if _is_turned(every_word(sentence), every_word(stretch)) else None


def _is_beside(token: Token, beside: frozenset[str]) -> bool:
    """Whether the heading or the kind gives a word; a number counts only where the passage itself says it."""
    return not token.number and token.form in beside


def _dates_stand(said: Sequence[Period], held: Sequence[Period]) -> bool:
    """Whether each date is one of those held, or the month or year of one."""
    return all(any(day.first <= h.first and h.last <= day.last for h in held) for day in said)


def _names_stand(sentence: str, evidence: Evidence) -> bool:
    """Whether names of several words, and quoted words, stand in the record in one piece."""
    record = f" {_spelt(evidence.words)} | {_spelt(evidence.meeting)} "
    pieces = [*_QUOTED.findall(sentence), *_full_names(sentence)]
    return all(f" {_spelt(piece)} " in record for piece in pieces if _spelt(piece))


def _full_names(sentence: str) -> Iterator[str]:
    """Runs of words with capitals, without the title or article in front."""
    name = r"[A-Z][\w'’&-]*\.?"
    for match in re.finditer(rf"\b{name}(?:\s+(?:of |the |and |for )?{name})+", sentence):
        words = match.group().split()
        while words and fold(words[0]).rstrip(".") in _NOT_OF_A_NAME:
            words = words[1:]
        # What "and" joins are two names.
        for part in re.split(r" and ", " ".join(words)):
            if len(part.split()) > 1:
                yield part


_NOT_OF_A_NAME = frozenset(
    "the a an at in on of for and to by from that this it councillor councillors cllr cllrs mr mrs ms dr".split()
)


def _spelt(text: str) -> str:
    return " ".join(re.findall(r"[\w'&-]+", fold(text)))


def _said_as_what_it_is(sentence: str, evidence: Evidence) -> bool:
    wanted = _MUST_SAY.get(evidence.passage.kind)
    return wanted is None or bool(wanted & every_word(sentence))


def _in_company(own: Sequence[Token], held: Sequence[Token], beside: frozenset[str]) -> bool:
    """Whether the words stand as in the record: in its order, each by one that is near it there.

    One word of several may stray, but no number and no name: "five be engaged", "engage five".

    `own` are the words of the sentence that the record holds.
    """
    names = {token.form for token in held if token.name} - beside
    marks = [n for n, token in enumerate(own) if token.number or token.form in names]
    if not _in_order([own[n] for n in marks], held):
        return False
    strays = [n for n in range(len(own)) if not _has_company(own, n, held)]
    if not strays and _in_order(own, held):
        return True
    may_stray = [n for n in strays or range(len(own)) if n not in marks]
    if len(own) < _OF or len(strays) > 1:
        return False
    return any(_in_order([*own[:n], *own[n + 1 :]], held) for n in may_stray)


def _in_order(own: Sequence[Token], held: Sequence[Token]) -> bool:
    rest = iter(held)
    return all(any(token.form == other.form for other in rest) for token in own)


def _has_company(own: Sequence[Token], n: int, held: Sequence[Token]) -> bool:
    """Whether the word before or after the nth stands near it in the record too, on the same side."""
    before = {own[n - 1].form} if n else set()
    after = {own[n + 1].form} if n + 1 < len(own) else set()
    return any(
        before & {token.form for token in held[max(0, k - _COMPANY) : k]}
        or after & {token.form for token in held[k + 1 : k + 1 + _COMPANY]}
        for k, token in enumerate(held)
        if token.form == own[n].form
    )


def _is_turned(said: frozenset[str], held: frozenset[str]) -> bool:
    turned = any(bool(group & said) != bool(group & held) for group in _TURNS)
    return turned or not (_SAID_THERE & said) <= held
