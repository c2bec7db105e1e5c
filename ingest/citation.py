"""The address of a passage: what a person would say to find it in the printed minutes, and the key that stores it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TELLING = ("preamble", "attendance", "agenda")  # notes that tell which passage is meant, alone of its kind
_LETTERS = re.compile(r"[a-z]{1,6}")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def ordinal(n: int) -> str:
    """Write a position in figures.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Citation:
    """The address of one passage: what a person would say to find it in the printed minutes.

    Attributes:
        meeting: id of the meeting (the source's name; `name~2` for the second meeting of one file).
        item: the agenda item's number as printed, or `~2` for the second item where none is printed.
        noun: what the list calls its members: "paragraph", "key point", "recommendation", "action";
            "2nd resolution" for the second list of that name in an item; "bullet" in a bulleted list.
        captioned: the noun comes from a caption printed over the list, not from the passage's kind.
        within: the numbers of the paragraphs that hold it, outermost first: ("2", "a") for 2(a)(i).
        printed: the number as printed without its closing punctuation (`7.3`, `11`, `(b)`), or None.
        nth, of: which of how many share this address: twice so numbered, or the unnumbered passages
            that follow one another. Both from 1.
        after: for an unnumbered passage, the printed number it follows, or None at the start.
        note: what a person would add: "Part 2", "agenda", "attendance", "meeting of 3 May 2016"; "" if nothing.
    """

    meeting: str
    item: str
    noun: str
    captioned: bool = False
    within: tuple[str, ...] = ()
    printed: str | None = None
    nth: int = 1
    of: int = 1
    after: str | None = None
    note: str = ""

    @property
    def list(self) -> str | None:
        """The caption of the list that the number belongs to, or None if it has none."""
        return self.noun if self.captioned else None

    @property
    def label(self) -> str:
        """How a person would call the passage within its item.

        >>> Citation(meeting="m", item="7", noun="paragraph", printed="7.3").label
        'paragraph 7.3'
        >>> Citation(meeting="m", item="7", noun="paragraph", within=("2",), printed="a").label
        'paragraph 2(a)'
        >>> Citation(meeting="m", item="7", noun="resolution", captioned=True, within=("7.3",), printed="(i)").label
        '7.3, resolution (i)'
        >>> Citation(meeting="m", item="7", noun="action", nth=2, of=3, after="7.7").label
        'action (unnumbered, 2nd of 3 after 7.7)'
        >>> Citation(meeting="m", item="7", noun="bullet", nth=2, of=3).label
        'bullet 2 of 3'
        """
        return f"{self._place} ({self.note})" if self.note else self._place

    @property
    def _place(self) -> str:
        if self.printed is not None:
            twice = ""
            if self.of > 1:
                twice = f" ({_spelt(self.nth, _ORDINALS)} of {_spelt(self.of, _COUNTS)} so numbered)"
            if self.captioned and self.within:
                return f"{_nested(self.within)}, {self._list_name} {_nested((self.printed,))}{twice}"
            return f"{self._list_name} {_nested((*self.within, self.printed))}{twice}"
        after = f" after {self.after}" if self.after else ""
        if self.noun.endswith("bullet"):
            return f"{self.noun} {self.nth} of {self.of}{after}"
        if self.of == 1 and self.note in _TELLING:
            return self.noun
        return f"{self.noun} (unnumbered, {ordinal(self.nth)} of {self.of}{after})"

    @property
    def _list_name(self) -> str:
        """The noun, set apart by a comma where it begins with an ordinal: "2nd resolution, i"."""
        return f"{self.noun}," if self.noun[:1].isdigit() else self.noun

    @property
    def key(self) -> str:
        """The address as one string, unique in a store; `parse` reads it back."""
        return _key(self)

    @classmethod
    def parse(cls, key: str) -> Citation:
        """Read back what `key` wrote.

        Raises:
            ValueError: `key` is not an address.
        """
        meeting, _, place = key.partition("#")
        parts = place.split("/")
        if not meeting or len(parts) != 6:
            raise ValueError(f"not a citation key: {key!r}")
        *within, printed = map(unquote, parts[2].split("|"))
        item, noun, _, position, after, note = map(unquote, parts)
        nth, _, of = position.partition("-")
        return cls(
            meeting=unquote(meeting),
            item=item,
            noun=noun.removesuffix("*"),
            captioned=noun.endswith("*"),
            within=tuple(within),
            printed=printed or None,
            nth=int(nth),
            of=int(of),
            after=after or None,
            note=note,
        )


@lru_cache(maxsize=10_000)  # asked for again and again by whatever orders passages
def _key(citation: Citation) -> str:
    noun = citation.noun + ("*" if citation.captioned else "")
    number = "|".join(map(_quoted, (*citation.within, citation.printed or "")))
    rest = (f"{citation.nth}-{citation.of}", citation.after or "", citation.note)
    place = f"{quote(citation.meeting, safe=' ~')}#{_quoted(citation.item)}"
    return "/".join((place, _quoted(noun), number, *map(_quoted, rest)))


def _quoted(part: str) -> str:
    return quote(part, safe=" ~*()")


def _spelt(n: int, words: tuple[str, ...]) -> str:
    if n <= len(words):
        return words[n - 1]
    return ordinal(n) if words is _ORDINALS else str(n)


def _nested(numbers: tuple[str, ...]) -> str:
    """Numbers of paragraphs within paragraphs as one: ("2", "a") is "2(a)"; a lower-case letter stands in brackets."""
    first, *rest = (f"({n})" if _LETTERS.fullmatch(n) else n for n in numbers)
    return first + "".join(n if n.startswith("(") else f"({n})" for n in rest)
