"""A small builder of records for the page's own tests: passages, answers and conversations in a few words."""

from __future__ import annotations

from datetime import date

from assistant.model import Answer, Cited, Claim
from assistant.web.location import Asked
from assistant.web.responder import Exchange
from ingest import Citation, Kind, Passage, Status
from vectorstore import Coverage, Hit

COVERAGE = Coverage(
    meetings=2,
    first=date(2014, 11, 24),
    last=date(2016, 3, 11),
    bodies=("Cabinet", "Highways Board"),
    councils=("Ambridge",),
)


def passage(text="That the Panel meet twice a year.", printed="7.3", **given):
    """One paragraph of item 7 of one meeting; anything else of a `Passage` may be given."""
    number = f"{printed} " if printed else ""
    fields = {
        "citation": Citation(meeting="cabinet.txt", item="7", noun="paragraph", printed=printed),
        "kind": Kind.PARAGRAPH,
        "text": number + text,
        "start": 0,
        "end": len(number + text),
        "words_from": len(number),
        "source": "cabinet.txt",
        "council": "Ambridge",
        "body": "Cabinet",
        "held_on": date(2014, 11, 24),
        "status": Status.UNKNOWN,
        "item_title": "Secure accommodation",
    }
    return Passage(**{**fields, **given})


def answer(*claims, question="What was agreed?", found=(), notices=()):
    """An answer that makes each claim (text, passage, quote), cited in their order from 1."""
    cited = tuple(Cited(n=n, passage=p, quote=quote) for n, (_, p, quote) in enumerate(claims, 1))
    return Answer(
        question=question,
        text="\n\n".join(f"{text} [{n}]" for n, (text, _, _) in enumerate(claims, 1)) or "Nothing was found.",
        claims=tuple(Claim(text=text, citations=(n,)) for n, (text, _, _) in enumerate(claims, 1)),
        citations=cited,
        hits=tuple(Hit(passage=p, score=1 / rank, rank=rank) for rank, p in enumerate(found, 1)),
        coverage=COVERAGE,
        notices=notices,
    )


def exchange(what, question="What was agreed?"):
    """A finished exchange with that answer."""
    return Exchange(asked=Asked(question=question), answer=what, done=True)
