"""The quoting writer: says who settled what and when, then quotes the sentences that answer, in the record's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.matching import SentenceMatch
from assistant.model import Cited, Claim
from assistant.question import Question
from assistant.ranking import Ranked, settles
from assistant.tidying import tidy
from assistant.wording import in_words
from ingest import Kind, Passage, Status, asks_others

NAME = "quoting"
_SHORT = 110  # words that are quoted whole, and the most quoted of a longer passage
_SETTLING = 0.3  # for a sentence that settles something: it is what makes an outcome of its passage
# What a meeting did in a passage of a kind; where nobody is named as the meeting, "it was" done.
_ACTS = {
    Kind.DECISION: ("decided", "It was decided"),
    Kind.RECOMMENDATION: ("recommended", "It was recommended"),
    Kind.ACTION: ("asked for action", "Action was agreed"),
    Kind.VOTE: ("voted", "It was voted"),
}
_LEADS = {
    Kind.MOTION: "A motion (not a decision) was put",
    Kind.QUESTION: "A question was put",
    Kind.REASON: "The reason was given",
    Kind.AGENDA_TEXT: "The agenda (not a decision) said",
}
_ALTERNATIVE = "An alternative was considered"  # a reason for what was not done


def write(question: Question, chosen: Sequence[Ranked]) -> tuple[list[Claim], list[Cited]]:
    """One claim and one citation for each chosen passage, numbered from 1 in their order."""
    claims, cited = [], []
    for n, ranked in enumerate(chosen, 1):
        passage = ranked.passage
        quote = quote_from(ranked, whole=bool(question.places))
        claims.append(Claim(text=say(passage, quote), citations=(n,)))
        cited.append(Cited(n=n, passage=passage, quote=quote))
    return claims, cited


def say(passage: Passage, quote: str) -> str:
    """Who settled or said it and when, and the part quoted: one claim."""
    return f"{_lead(passage, quote)}: “{as_quoted(quote)}”"


def compose(claims: Sequence[Claim], opening: str = "") -> str:
    """The answer as a person reads it: each claim with its markers, a line each; an `opening` cites what they cite."""
    lines = [f"{opening} {_marks(claims)}"] if opening else []
    return "\n\n".join([*lines, *(f"{claim.text} {_marks([claim])}" for claim in claims)])


def as_quoted(quote: str) -> str:
    """A quote as an answer has it, with blanks inside a bracketed number: "[ 7 ]" is the record's, "[7]" ours."""
    return re.sub(r"\[\s*(\d+)\s*\]", r"[ \1 ]", tidy(quote))


def quote_from(ranked: Ranked, *, whole: bool = False) -> str:
    """The part of a passage that answers: all of a short one or a `whole` one, else its best sentences in a row."""
    passage, sentences = ranked.passage, ranked.match.sentences
    if whole or not sentences or _count(passage.words) <= _SHORT:
        return passage.words.strip()
    first, last = _best_in_a_row(passage, sentences)
    return passage.text[sentences[first].sentence.start : sentences[last].sentence.end]


def _best_in_a_row(passage: Passage, sentences: Sequence[SentenceMatch]) -> tuple[int, int]:
    """The first and the last of the sentences to quote: the best, with its better neighbours as far as there is room.

    What is answered stands after what was asked: of two neighbours as good, the later one is taken first.
    """
    worth = [
        (s.in_form, s.coverage + _SETTLING * (passage.kind.is_outcome and settles(s.sentence.text)))
        for s in sentences
    ]
    first = last = max(range(len(sentences)), key=lambda i: (worth[i], -i))
    room = _SHORT - _count(sentences[first].sentence.text)
    while True:
        beside = [at for at in (last + 1, first - 1) if 0 <= at < len(sentences)]
        fitting = [at for at in beside if _count(sentences[at].sentence.text) <= room]
        if not fitting:
            return first, last
        at = max(fitting, key=lambda i: (worth[i][1], i))
        room -= _count(sentences[at].sentence.text)
        first, last = min(first, at), max(last, at)


def _marks(claims: Sequence[Claim]) -> str:
    return "".join(f"[{n}]" for n in dict.fromkeys(n for claim in claims for n in claim.citations))


def _count(text: str) -> int:
    return len(text.split())


def _lead(passage: Passage, quote: str) -> str:
    """Who did what, when, where in the minutes and by what vote: "Cabinet decided on 20 October 2015 (resolution 4)".

    An outcome of which the quote tells none is led in as what the minutes say.
    """
    who = passage.body or passage.council
    when = f" on {in_words(passage.held_on)}" if passage.held_on else ""
    aside = "; ".join(part for part in (_place(passage), _vote(passage, quote), _draft(passage)) if part)
    aside = f" ({aside})" if aside else ""
    if passage.kind in _ACTS and (settles(quote) or not settles(passage.words)):
        asks = passage.kind is Kind.DECISION and asks_others(passage.words)
        act, passive = _ACTS[Kind.RECOMMENDATION if asks else passage.kind]
        return f"{who} {act}{when}{aside}" if who else f"{passive}{when}{aside}"
    if passage.kind in _LEADS:
        other = passage.citation.noun.endswith("alternative considered")
        return f"{_ALTERNATIVE if other else _LEADS[passage.kind]}{f' at {who}' if who else ''}{when}{aside}"
    of = ", ".join(part for part in (who, when.removeprefix(" on ")) if part)
    return f"The minutes{f' of {of}' if of else ''}{aside} say"


def _place(passage: Passage) -> str:
    """The number under which it stands: its own, else that of its item."""
    if passage.citation.printed is not None:
        return passage.citation.label
    return f"item {passage.item}" if passage.item else ""


def _vote(passage: Passage, quote: str) -> str:
    """The vote, where the passage tells it and the part quoted does not."""
    return f"vote: “{as_quoted(passage.vote)}”" if passage.vote and passage.vote not in quote else ""


def _draft(passage: Passage) -> str:
    return "draft minutes" if passage.status is Status.DRAFT else ""
