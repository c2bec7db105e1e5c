"""What a language model's sentences hold that their citations do not: an audit that shares no rule with the check.

It works on one `ask --json` object and plain strings only. It is blunt on purpose: it may call a fair sentence an
invention, never the other way round for a number, a name or a long word that stands nowhere in what is cited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.measures.saying import strange_names, strange_numbers

_MARKER = re.compile(r"\[(\d+)\]")
_SHORT = 4  # letters; shorter words are grammar
# What a writer may say of any passage, of its own kind and place.
_OURS = frozenset(
    "minute minutes record records recorded meeting decided decide agreed agree resolved resolve".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What was found in one answer.

    Attributes:
        worded: sentences by the language model that are shown. dropped: those that were not.
        unsupported: shown ones with a word that no cited passage holds.
        dangling: numbers of citations, of claims or in the text outside quotation marks, that do not exist.
        invented: numbers and names in shown sentences that no cited passage holds.
    """

    worded: int = 0
    dropped: int = 0
    unsupported: tuple[str, ...] = ()
    dangling: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()


def audit(record: Mapping[str, Any], quoted: Mapping[str, Any]) -> Audit:
    """Audit an answer of a language model beside the one that the quoting writer gives to the same question."""
    ours = {claim["text"] for claim in quoted.get("claims", [])}
    claims = [claim for claim in record.get("claims", []) if claim["text"] not in ours]
    cited = {c["n"]: f"{c['reference']} {c['date'] or ''} {c['text']}" for c in record.get("citations", [])}
    shown = [(claim["text"], [cited.get(n, "") for n in claim["citations"]]) for claim in claims]
    outside = re.sub(r"“.*?”", "", record.get("answer", ""), flags=re.S) if record.get("answered") else ""
    numbers = [*_MARKER.findall(outside), *(str(n) for claim in claims for n in claim["citations"])]
    return Audit(
        worded=len(claims),
        dropped=int(record.get("dropped", 0)),
        unsupported=tuple(text for text, passages in shown if not passages or _strange_words(text, passages)),
        dangling=tuple(n for n in numbers if int(n) not in cited),
        invented=tuple(thing for text, passages in shown for thing in _strange_things(text, passages)),
    )


def _strange_words(text: str, passages: Sequence[str]) -> list[str]:
    held = {word[: max(_SHORT, len(word) - 3)] for word in _words(" ".join(passages))}
    return [
        word
        for word in _words(text)
        if len(word) > _SHORT
        and word not in _OURS
        and not any(word.startswith(h) for h in held if len(h) >= _SHORT)
    ]


def _strange_things(text: str, passages: Sequence[str]) -> list[str]:
    """Figures, and words with a capital that do not begin the sentence, that are in none of the passages."""
    record = " ".join(passages)
    return [*strange_numbers(text, record), *strange_names(text, record)]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold().replace("’", "'"))
