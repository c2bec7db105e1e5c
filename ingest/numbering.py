"""What can be a printed number: the families of numbers seen in minutes, recognised by shape alone.

Whether a candidate really opens a paragraph is decided by its sequence (`sequences`), never by its shape.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.lines import Line, one_line
from ingest.logs import number_of
from ingest.romans import roman_value

_MARGIN = 40  # what is set further in stands in a column of its own, beside the text
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"

_REJOINED = "\u00a0"  # between the halves of a number that stood on two lines; elsewhere lines hold none
_PREFIX = r"(?!(?:PAGE|PART|ITEM|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)\b)[A-Z]{3,5}"
# At the start of a line. The order is the order of trust; one place may offer several readings ("i)" is a letter and a roman).
_START = (
    (
        "keyed",
        r"(?P<key>Item|Minute|Agenda [Ii]tem|Question|Motion)\s+(?:[Nn]o\.?\s*)?#?(?P<n>\d{1,4})(?=[:.\s–-]|$)(?:[:.)]|\s+[–—-](?=\s))?",
    ),
    (
        "resolved",
        r"(?:RESOLVED|Resolved)\s+(?P<ref>\d{1,4}/\d{1,4}(?:/\d{1,3})?(?:\.\d{1,3})?)(?![\w/])[:.]?",
    ),
    ("resolution", r"Resolution (?:[Nn]umber|[Nn]o\.?)\s+(?P<ref>[A-Z0-9][\w/.-]{1,18}\d)[:.]?"),
    ("action", r"(?P<ref>[A-Z][a-z]{2}\d{2}-Ac\d{1,3})[,:]?"),
    ("chain", r"(?P<ref>(?:\d{1,2}\.\s?)*\d{1,2}[ivx]{1,6})\)?(?=\s)"),
    ("ref", r"(?:Item|Minute|Agenda [Ii]tem)\s+(?P<ref>\d{2,4}/\d{1,2}/\d{1,3})(?![\w/.])[:.]?"),
    (
        "ref",
        r"\(?(?P<ref>[A-Z]{1,4}/\d{2,4}/\d{1,4}(?!/)|[A-Z]{1,4}\d{1,4}[.-]\d{1,4}|\d{1,4}/[A-Z]{2,4}|\d{1,3}\.[A-Z]{2,4}\d{1,3}|[A-Z]{2}/\d{4}/\d{1,4}|[A-Z]{1,3}\d{4}-\d{1,4}|(?:[A-Z]{1,5}[ /]?)?\d{1,4}/(?:\d{2,4}(?![/\d]))?|[A-Z]{1,3}/\d{1,4})\)?[:.]?",
    ),
    ("ref", r"(?P<ref>[A-Z]{1,4}\d{1,4})(?=\s+[A-Z][A-Za-z]{2,})"),
    (
        "ref",
        rf"(?P<ref>{_PREFIX}(?:{_REJOINED}\d{{1,4}}$| \d{{1,4}}(?=\s*[–—:-]\s+[A-Z])))(?:\s*[–—:-](?=\s))?",
    ),
    ("ref", r"(?P<ref>[A-Z]{1,5}\.\d{1,4})(?=\s+[A-Z]|$)"),
    ("ref", r"(?P<ref>\d{4}-\d{2,4})(?=\s+[A-Z])"),
    (
        "ref",
        r"(?:(?:Resolution|RESOLUTION|Motion|MOTION)\s+(?:No\.?\s*)?#?)?(?P<ref>\d{2,4}-\d{2,4})[:.]?(?=\s+(?:Moved|MOVED|Proposed)\s)",
    ),
    (
        "moved",
        r"(?:(?i:(?:\w+\s+)?motion)\s*[–—-]\s*)?(?i:(?:(?:council|committee|board)(?:['’]?s)?\s+)?resolution)\s+(?i:no\.?\s*)?(?P<ref>(?:[A-Z]{1,5}[/-]?)?\d{2,4}[/-]\d{1,4})$",
    ),
    (
        "planning",
        r"(?P<ref>(?:[A-Z]{1,4}/)?(?:\d{2}|\d{4})/\d{4,5}(?:/[A-Z]{1,5}\d?)?|[A-Z]{1,2}\d{2}/\d{3,5}(?:/?[A-Z]{1,4})?)\b[:.]?(?:\s*[–—-](?=\s))?",
    ),
    ("nought", r"(?P<ref>(?P<n>\d{1,2})\.0)[.:]?(?=\s+[A-Z])"),  # "3.0 Matters arising", above "3.1"
    ("decimal", r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,4})[.):]?"),
    (
        "decimal",
        r"(?P<n>\d{1,3}(?:\.\s|\s\.)\d{1,2})(?=\s+[A-Z])",
    ),  # "14. 4", the blank is damage: right only in sequence
    ("sub", r"(?P<n>\d{1,2})(?P<letter>[a-z])(?P<roman>[ivx]{1,4})?[.)]?(?=\s+[A-Z]|$)"),
    ("paren", r"\((?P<n>\d{1,4})\)"),
    ("close", r"(?P<n>\d{1,3})\)"),
    ("colon", r"(?P<n>\d{1,4}):"),
    ("dot", r"(?P<n>\d{1,4})\s?\."),
    ("plain", r"(?P<n>\d{1,4})(?=\s+[A-Z“‘\"'(À-Ý]|$)"),
    ("(roman)", r"[({](?P<roman>[ivxl]{1,6})\)"),
    ("roman)", r"(?P<roman>[ivxl]{1,6}|I)\)"),
    ("roman.", r"(?P<roman>[ivxl]{1,6})\."),
    ("ROMAN.", r"(?P<roman>[IVXL]{1,6})\."),
    ("(letter)", r"\((?P<letter>[a-z])\)"),
    ("letter)", r"(?P<letter>[a-z])\)"),
    ("letter.", r"(?P<letter>[a-z])\."),
    ("(LETTER)", r"\((?P<letter>[A-Z])\)"),
    ("LETTER)", r"(?P<letter>[A-Z])\)"),
    ("LETTER:", r"(?P<letter>[A-Z]):"),
    ("LETTER.", r"(?P<letter>[A-Z])\.(?=\s)"),
)
# A bullet that a number follows: "- (a) the yard".
_LISTED = re.compile(r"[•·▪●◦*–—-]\s+(?=\(?[a-z0-9]{1,4}\)\s)")
_PATTERNS = tuple((style, re.compile(pattern + r"(?P<space>\s*)")) for style, pattern in _START)
_GLUED = ("keyed", "ref", "dot", "decimal", "paren", "close", "(letter)", "letter)", "(roman)", "colon")
_MIDDLE = re.compile(
    r"(?:(?<=[\sa-z)])(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3})\.?|(?<=\s)(?P<dot>\d{1,3})\.|(?<=\s)\((?P<paren>\d{1,3})\)|(?P<close>\d{1,3})\)"
    r"|\((?P<letter>[a-z])\)|\((?P<inner>[ivxl]{2,6})\)|(?<![\w(])(?P<roman>[ivxl]{2,6})\)|(?<=\s)(?P<numeral>[ivxl]{1,6})\.(?=\s)"
    r"|(?P<letters>[a-z])\)|(?P<ref>\d{1,4}/\d{2})(?=[\s.]))\s*(?=[A-Z“‘\"•]|\d{2}/\d{5})"
)
_INSIDE = {
    "letter": "(letter)",
    "letters": "letter)",
    "inner": "(roman)",
    "roman": "roman)",
    "numeral": "roman.",
}
_REFERRING = re.compile(
    r"(?:\b(?:paras?|nos?|pp?|art|sec|app|ref)\.?|\b(?:paragraphs?|items?|sections?|pages?|appendix|appendices|number|minutes?|schedule|part|clause"
    r"|article|figure|table|note|at|of|to|and|from|version|policy|rule|order|regulation|recommendations?|questions?|points?)|£)\s*$",
    re.I,
)
_UNIT = re.compile(
    rf"(?:(?i:{_MONTH})|million|per cent|percent|%|p\.?m\b|a\.?m\b|hours?\b|years?\b|(?i:mph|kph|mm|cm|km|kg)\b|[,;]|(?:st|nd|rd|th)\b)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may open a numbered paragraph.

    Attributes:
        line: index of the line. at, words: offsets in its `bare` of the number and of the words after it.
        style: the family; only numbers of one style make a list. value: what is counted, by level.
        printed: the number as printed, closing punctuation left off.
        alone: nothing else stands on the line. middle: it stands inside a line.
        follow: the first words after it. wide: a column of space parts it from them.
        damaged: a stray blank stands inside the number ("14. 4").
    """

    line: int
    at: int
    words: int
    style: str
    value: tuple[int, ...]
    printed: str
    alone: bool = False
    middle: bool = False
    follow: str = ""
    wide: bool = False
    damaged: bool = False

    @property
    def firm(self) -> bool:
        """Whether what follows could open a paragraph of its own: a capital, a quote, a figure, nothing."""
        return not self.follow or not self.follow[0].islower()


def rejoin(lines: list[Line]) -> list[Line]:
    """Put a prefix and its number together that stand each on a line of its own ("PAR", below it "2")."""
    out: list[Line] = []
    for line in lines:
        halves = out and re.fullmatch(_PREFIX, out[-1].bare) and re.fullmatch(r"\d{1,4}", line.bare)
        if halves:
            whole = one_line([out[-1], line])
            out[-1] = replace(whole, bare=whole.bare.replace(" ", _REJOINED))
        else:
            out.append(line)
    return out


def at_start(index: int, line: Line) -> list[Candidate]:
    """All readings of the number at the start of a line, the most telling first; none if there is no number."""
    bare = line.bare
    if line.log:
        return _in_log(index, line)
    if (
        line.table
        or line.first - line.start > _MARGIN
        or not bare
        or not (bare[0].isdigit() or bare[0] in "({" or bare[0].isalpha() or _LISTED.match(bare))
    ):
        return []
    found = []
    bullet = _LISTED.match(bare)
    for style, pattern in _PATTERNS:
        match = pattern.match(bare, bullet.end() if bullet else 0)
        if style == "LETTER." and line.marked < 2:
            continue  # an initial
        if match and (candidate := _candidate(index, bare, style, match)):
            found.append(candidate)
    return found


def _in_log(index: int, line: Line) -> list[Candidate]:
    """In an action log the first column counts, and only it."""
    number = number_of(line)
    if not number or not line.bare.startswith(number):
        return []
    words = len(line.bare) - len(line.bare[len(number) :].lstrip())
    return [Candidate(index, 0, words, "action", (0,), number, follow=line.bare[words : words + 40])]


def _candidate(index: int, bare: str, style: str, match: re.Match[str]) -> Candidate | None:
    follow = bare[match.end() : match.end() + 40]
    glued = not match["space"] and follow
    if glued and (style not in _GLUED or not (follow[0].isupper() or follow[0] in "“‘(")):
        return None
    if _UNIT.match(follow) and style not in ("ref", "keyed"):
        return None
    printed, value = _read(style, match)
    if style == "keyed":
        style = f"keyed {match['key'].lower()}"
    elif style == "ref":
        style = "ref " + _shape(printed, value[0])
    return Candidate(
        index,
        0,
        match.end(),
        style,
        value,
        printed,
        not follow,
        False,
        follow,
        len(match["space"]) > 1,
        style == "decimal" and " " in match["n"],
    )


def _read(style: str, match: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    groups = match.groupdict()
    if style == "sub":
        value = int(groups["n"] or 0), ord(groups["letter"] or "") - 96
        shown = "".join(filter(None, (groups["n"], groups["letter"], groups["roman"])))
        return shown, (*value, roman_value(groups["roman"])) if groups["roman"] else value
    if style == "nought":
        return groups["ref"] or "", (int(groups["n"] or 0),)
    if ref := groups.get("ref"):
        printed = re.sub(r"\s", "", ref) if style == "chain" else ref.rstrip("/.")
        return printed.replace(_REJOINED, " "), (_counted(ref),) if style == "ref" else (0,)
    if roman := groups.get("roman"):
        return _shown(style, roman), (roman_value(roman),)
    if letter := groups.get("letter"):
        return _shown(style, letter), (ord(letter.lower()) - 96,)
    number = re.sub(r"\s", "", groups["n"] or "0")
    printed = f"({number})" if style == "paren" else number
    if style == "keyed":
        return number, (int(number),)
    return printed, tuple(int(n) for n in number.split("."))


def _shape(ref: str, counted: int) -> str:
    """The reference with what counts up taken out: numbers of one shape make a list."""
    numbers = list(re.finditer(r"\d+", ref))
    which = next(
        m
        for m in (reversed(numbers) if int(numbers[-1].group()) == counted else numbers)
        if int(m.group()) == counted
    )
    return f"{ref[: which.start()]}#{ref[which.end() :]}"


def _counted(ref: str) -> int:
    """What counts up in a minute reference: 77 of 77/21, 142 of P/142, 117 of RD/2015/117, 29 of R2024-029."""
    numbers = re.findall(r"\d+", ref)
    year_first = re.match(
        r"[A-Z]+(?:/\d+/|\d{4}[/-]|\d+[.-])|\d{4}[/-]|\d{2}/\d{3}$|\d{2}/\d{1,2}/|\d{2}-", ref
    )
    return int(numbers[-1] if year_first else numbers[0])


def _shown(style: str, mark: str) -> str:
    return f"({mark})" if style.startswith("(") else mark


def in_middle(index: int, line: Line) -> Iterator[Candidate]:
    """Numbers inside a line that could open a paragraph there: a capital follows, no noun that counts comes before."""
    for match in () if line.table or line.log else _MIDDLE.finditer(line.bare, 1):
        before = line.bare[max(0, match.start() - 16) : match.start()]
        if _REFERRING.search(before):
            continue
        for style, mark, value in _read_inside(match):
            printed = f"({mark})" if style in ("(letter)", "(roman)", "paren") else mark
            follow = line.bare[match.end() : match.end() + 40]
            yield Candidate(index, match.start(), match.end(), style, value, printed, False, True, follow)


def _read_inside(match: re.Match[str]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The readings of a number inside a line: style, number, value; an "i" may be a letter or a roman one."""
    group = match.lastgroup or "dot"
    mark, style = match[group], _INSIDE.get(group, group)
    if style in ("(letter)", "letter)"):
        yield style, mark, (ord(mark) - 96,)
        style = style.replace("letter", "roman")
    if style in ("(roman)", "roman)", "roman."):
        if roman_value(mark) if set(mark) <= set("ivxl") else 0:
            yield style, mark, (roman_value(mark),)
        return
    value = tuple(int(n) for n in re.split(r"[./]", mark))
    if style == "ref":
        # goes on with the list that is counted at the starts of lines
        yield f"ref {_shape(mark, value[0])}", mark, value[:1]
    else:
        yield style, mark, value
