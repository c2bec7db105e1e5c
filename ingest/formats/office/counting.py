"""How a word processor shows a count: 4 as 4, 04, iv, D, 4th, fourth."""

from __future__ import annotations

from collections.abc import Callable

from ingest.citation import ordinal
from ingest.romans import roman

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_MOST_LETTERS = 780  # past these office programs show figures


def letters(n: int) -> str:
    """Lower case letters; past z they are doubled, as Word does it.

    >>> [letters(n) for n in (1, 26, 27, 28, 53)]
    ['a', 'z', 'aa', 'bb', 'aaa']
    """
    if not 0 < n <= _MOST_LETTERS:
        return str(n)
    times, letter = divmod(n - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def cardinal_words(n: int) -> str:
    """The count in words, figures past 99.

    >>> [cardinal_words(n) for n in (0, 7, 20, 42, 100)]
    ['zero', 'seven', 'twenty', 'forty-two', '100']
    """
    if not 0 <= n < 100:
        return str(n)
    if n < 20:
        return _ONES[n]
    tens, ones = divmod(n, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def ordinal_words(n: int) -> str:
    """The place in words, figures past 99.

    >>> [ordinal_words(n) for n in (1, 12, 20, 42, 100)]
    ['first', 'twelfth', 'twentieth', 'forty-second', '100th']
    """
    if not 0 <= n < 100:
        return ordinal(n)
    head, dash, last = cardinal_words(n).rpartition("-")
    if last.endswith("y"):
        return head + dash + last[:-1] + "ieth"
    return head + dash + _IRREGULAR.get(last, last + "th")


_SHOWN: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda n: cardinal_words(n).capitalize(),
    "ordinalText": lambda n: ordinal_words(n).capitalize(),
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "none": lambda n: "",
    "bullet": lambda n: "",
}


def shown(n: int, style: str) -> str:
    """The count in a style by Word's name for it; a style that is not known shows figures, "00" two at least.

    >>> shown(4, "000")
    '004'
    >>> [shown(4, style) for style in ("decimal", "upperRoman", "lowerLetter", "ordinal", "none", "thaiNumbers")]
    ['4', 'IV', 'd', '4th', '', '4']
    """
    if style.startswith("0"):
        return f"{n:0{len(style)}d}"
    return _SHOWN.get(style, str)(n)


def bullet(sign: str) -> str:
    """A bullet as text: signs of symbol fonts become the ones that stand for them everywhere."""
    return _SIGNS.get(sign, "•") if not sign or "\ue000" <= sign[0] <= "\uf8ff" else sign


_SIGNS = {"\uf0a7": "▪", "\uf0a8": "◦", "\uf0d8": "➢", "\uf0e0": "→", "\uf0fc": "✓", "\uf02d": "-"}
