"""The quoting writer: says who settled what and when, then quotes the sentences that answer, in the record's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.model import Cited, Claim
from assistant.question import Question
from assistant.ranking import Ranked
from ingest import Kind, Passage, Status

NAME = "quoting"
_SHORT = 110  # words that are quoted whole, and the most quoted of a longer passage
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


def write(question: Question, chosen: Sequence[Ranked]) -> tuple[list[Claim], list[Cited]]:
    """One claim and one citation for each chosen passage, numbered from 1 in their order."""
    claims, cited = [], []
    for n, ranked in enumerate(chosen, 1):
        passage = ranked.passage
        quote = quote_from(ranked, whole=bool(question.places))
        claims.append(Claim(text=f"{_lead(passage)}: “{tidy(quote)}”", citations=(n,)))
        cited.append(Cited(n=n, passage=passage, quote=quote))
    return claims, cited


def compose(claims: Sequence[Claim]) -> str:
    """The answer as a person reads it: each claim with its markers, a line each."""
    return "\n\n".join(f"{claim.text} {''.join(f'[{n}]' for n in claim.citations)}" for claim in claims)


def tidy(quote: str) -> str:
    """A quote on one line, with blanks inside a bracketed number: "[ 7 ]" is the record's, "[7]" is a citation of ours.

    Line breaks of the source are no part of what was said.
    """
    return re.sub(r"\[\s*(\d+)\s*\]", r"[ \1 ]", re.sub(r"\s+", " ", quote).strip())


def quote_from(ranked: Ranked, *, whole: bool = False) -> str:
    """The part of a passage that answers: all of a short one or a `whole` one, else its best sentences in a row."""
    passage, sentences = ranked.passage, ranked.match.sentences
    if whole or not sentences or _count(passage.words) <= _SHORT:
        return passage.words.strip()
    best = max(range(len(sentences)), key=lambda i: (sentences[i].in_form, sentences[i].coverage, -i))
    first = last = best
    used = _count(sentences[best].sentence.text)
    # What is answered stands after what was asked, so a quote grows forwards first.
    for step in (1, -1):
        while 0 <= (at := (last if step > 0 else first) + step) < len(sentences):
            longer = used + _count(sentences[at].sentence.text)
            if longer > _SHORT:
                break
            used = longer
            first, last = min(first, at), max(last, at)
    return passage.text[sentences[first].sentence.start : sentences[last].sentence.end]


def _count(text: str) -> int:
    return len(text.split())


def _lead(passage: Passage) -> str:
    """Who did what, and when: "Cabinet decided on 20 October 2015"."""
    who = passage.body or passage.council
    when = f" on {passage.held_on.day} {passage.held_on:%B %Y}" if passage.held_on else ""
    draft = " (draft minutes)" if passage.status is Status.DRAFT else ""
    if passage.kind in _ACTS:
        act, passive = _ACTS[passage.kind]
        return f"{who} {act}{when}{draft}" if who else f"{passive}{when}{draft}"
    if passage.kind in _LEADS:
        return f"{_LEADS[passage.kind]}{f' at {who}' if who else ''}{when}{draft}"
    of = ", ".join(part for part in (who, when.removeprefix(" on ")) if part)
    return f"The minutes{f' of {of}' if of else ''}{draft} say"
