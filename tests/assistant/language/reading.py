"""Evidence and answers made by hand for the tests of drafts."""

from __future__ import annotations

from datetime import date

from assistant.evidence import Evidence
from assistant.model import Answer, Cited, Claim
from ingest import Citation, Kind, Passage
from vectorstore import Coverage


def passage(words: str, *, kind: Kind = Kind.DECISION, printed: str = "4.1", **known: object) -> Passage:
    """A passage of a made-up council's leisure committee."""
    text = f"{printed}  {words}"
    told = {
        "council": "Ambridge Borough Council",
        "body": "Leisure Committee",
        "held_on": date(2019, 5, 14),
        "item_title": "Swimming baths",
        **known,
    }
    return Passage(
        citation=Citation(meeting="2019-05-14.txt", item="4", noun="paragraph", printed=printed),
        kind=kind,
        text=text,
        start=0,
        end=len(text),
        words_from=len(printed) + 2,
        source="2019-05-14.txt",
        **told,
    )


def evidence(words: str, *, n: int = 1, **known: object) -> Evidence:
    """One piece of evidence with these words, quoted whole."""
    return Evidence(n=n, words=words, passage=passage(words, **known))


def answer(*quotes: str, **known: object) -> Answer:
    """A quoted answer over passages with these words; without any, a refusal."""
    cited = tuple(
        Cited(n=n, passage=passage(words, printed=f"4.{n}", **known), quote=words)
        for n, words in enumerate(quotes, 1)
    )
    claims = tuple(Claim(text=f"Decided: “{c.quote}”", citations=(c.n,)) for c in cited)
    text = "\n\n".join(f"{c.text} [{c.citations[0]}]" for c in claims) or "The minutes do not say."
    coverage = Coverage(
        meetings=1, first=date(2019, 5, 14), last=date(2019, 5, 14), bodies=("Leisure Committee",)
    )
    return Answer(
        question="what did we agree on the baths?",
        text=text,
        claims=claims,
        citations=cited,
        hits=(),
        coverage=coverage,
        notices=("said before",),
    )


class Script:
    """A drafter that says what the test has written for it, in pieces of three characters; counts being asked."""

    def __init__(self, draft: str, failure: Exception | None = None) -> None:
        self.name = "a:model"
        self.asked = 0
        self.shown: list[Evidence] = []
        self._draft = draft
        self._failure = failure

    def draft(self, question, evidence):
        self.asked += 1
        self.shown = list(evidence)
        for at in range(0, len(self._draft), 3):
            yield self._draft[at : at + 3]
        if self._failure is not None:
            raise self._failure
