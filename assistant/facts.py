"""A sentence as what can be checked of it: words by their stems, numbers by their value, names, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.periods import find_periods
from assistant.question import Period
from assistant.words import FUNCTION_WORDS, fold, stem

_TOKEN = re.compile(
    r"(?P<money>£)?\s?(?P<digits>\d[\d,]*(?:\.\d+)*)(?:(?P<ordinal>st|nd|rd|th)\b|\s?(?P<size>million|billion|"
    r"thousand|bn|m|k)\b)?\s?(?P<share>%|per ?cent\b)?"
    r"|(?P<word>[^\W\d_][^\W_]*(?:['’&/-][^\W_]+|\.(?=[A-Za-z]\b)[^\W_]+)*)",
    re.I,
)
_SIZES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_TENS = {name: 10 * n for n, name in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_SAID = {name: n for n, name in enumerate(_UNITS)} | _TENS


@dataclass(frozen=True, slots=True)
class Token:
    """One checkable thing of a sentence, in a form in which two ways to write it are the same.

    Attributes:
        form: a number's value with its unit ("£1200000", "5", "12%"), or a word's stem.
        number, name: whether it is one; a name is a word with a capital that is not merely the first of its sentence.
    """

    form: str
    number: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text says, as far as it can be compared: tokens in order, without the words of grammar; its dates."""

    tokens: tuple[Token, ...]
    dates: tuple[Period, ...]

    @property
    def forms(self) -> frozenset[str]:
        """The forms of all tokens."""
        return frozenset(token.form for token in self.tokens)


def read_facts(text: str) -> Facts:
    """Take a text apart.

    >>> [t.form for t in read_facts("On 20 October 2015 the Cabinet approved £1.2m for five schools.").tokens]
    ['cabinet', 'approv', '£1200000', '5', 'school']
    """
    dates, rest = find_periods(text)
    return Facts(tuple(_tokens(rest)), dates)


def every_word(text: str) -> frozenset[str]:
    """The stems of all words, those of grammar too: "not" and "may" change what is said, but no month of May does."""
    _, rest = find_periods(text)
    found = (match["word"] for match in _TOKEN.finditer(rest) if match["word"])
    plain = [fold(word) for word in found]
    negated = {"not"} if any(word.endswith("n't") or word == "cannot" for word in plain) else set()
    return frozenset(stem(word) for word in plain) | negated


def _tokens(text: str) -> Iterator[Token]:
    starts = {match.end() for match in re.finditer(r"^\W*|[.?!:][”\"')]*\s+[“\"'(]*", text)}
    for match in _TOKEN.finditer(text):
        if match["digits"]:
            yield Token(_value(match), number=True)
            continue
        word = match["word"]
        plain = fold(word).removesuffix("'s")
        if (said := _in_words(plain)) is not None:
            yield Token(str(said), number=True)
        elif any(c.isdigit() for c in plain):
            yield Token(plain, number=True)
        elif plain not in FUNCTION_WORDS and len(plain) > 1:
            yield Token(stem(plain), name=word[0].isupper() and match.start() not in starts)


def _value(match: re.Match[str]) -> str:
    if match["ordinal"]:
        return match["digits"] + match["ordinal"].casefold()
    digits = match["digits"].rstrip(",").replace(",", "")
    if digits.count(".") <= 1 and (match["money"] or match["size"] or match["share"]):
        value = Decimal(digits) * 10 ** _SIZES.get((match["size"] or "").casefold(), 0)
        digits = f"{value.normalize():f}"
    return ("£" if match["money"] else "") + digits + ("%" if match["share"] else "")


def _in_words(word: str) -> int | None:
    """The value of a number in words up to ninety-nine; None for any other word."""
    tens, _, unit = word.partition("-")
    if unit:
        fits = tens in _SAID and _SAID[tens] >= 20 and _SAID.get(unit, 10) < 10
        return _SAID[tens] + _SAID[unit] if fits else None
    return _SAID.get(word)
