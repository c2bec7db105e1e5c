"""The printed numbers that a question looks up: "what does 7.3 say?", "key point 11", "minute 28/19"."""

from __future__ import annotations

import re

from assistant.question import Place

# A number with its list is a look-up whatever else is said; the list's name may be two words.
_NOUN = (
    r"key points?|matters? arising|minutes?|items?|paragraphs?|paras?|points?|recommendations?|resolutions?"
    r"|resolved|decisions?|actions?|questions?|motions?|bullets?|clauses?"
)
_NUMBER = (
    r"\(?[A-Z]{0,4}/?\d+(?:[./-]\d+)*(?:/\d+)?\(?[a-z]{0,5}\)?"  # 7.3, 28/19, R2023-150, 12(a), 4.5vii
    r"|\(?[a-z]\)|\([ivx]+\)"  # (b), b), (iv)
)
_CAPTIONED = re.compile(rf"\b({_NOUN})\.?\s+(?:no\.?\s*|number\s+)?((?i:{_NUMBER}))(?![\w/])", re.I)
_ALSO = re.compile(rf"\s*(?:,\s*and|,|and|&)\s*((?i:{_NUMBER}))(?![\w/])", re.I)
# Without its list, a number is a look-up only if no sum of money or count is written like it.
_BARE = re.compile(
    r"(?<![\w£$€.,/-])((?:[A-Z]{1,4}/?)?\d+(?:/\d+)+|[A-Z]{1,4}/\d+|[A-Z]{1,3}\d+[-/.]\d+|\d+(?:\.\d+)+[a-z]*)(?![\w%/]|\.\d)"
)
_PART = re.compile(r"\s*(\([a-z]{1,5}\))(?!\w)")  # what stands within a number: HF/42 (b)
_SINGULAR = {
    "para": "paragraph",
    "paras": "paragraph",
    "resolved": "resolution",
    "matters arising": "matter arising",
}
_FINANCIAL_YEAR = re.compile(r"(?:19|20)\d\d/\d\d(?:\d\d)?")
_UNIT = re.compile(
    r"\s*(?:%|per ?cent|million|billion|m\b|k\b|km|miles|hours|mph|am\b|pm\b|years|days)", re.I
)


def find_places(text: str) -> tuple[tuple[Place, ...], str]:
    """The places looked up, and the text without them.

    >>> find_places("what does 7.3 say?")
    ((Place(number='7.3', noun=None),), 'what does  say?')
    >>> find_places("recommendation 2 of the Surrey report")[0]
    (Place(number='2', noun='recommendation'),)
    >>> find_places("why was £7.3 million set aside")[0]
    ()
    """
    places: list[Place] = []

    text_left = _take_captioned(text, places)

    def bare(match: re.Match[str]) -> str:
        if _UNIT.match(text_left, match.end()) or _FINANCIAL_YEAR.fullmatch(match[1]):
            return match.group()
        part = _PART.match(text_left, match.end())
        places.append(Place(_clean(match[1]), part=part[1] if part else None))
        return ""

    rest = _BARE.sub(bare, text_left)
    return tuple(dict.fromkeys(places)), rest


def _take_captioned(text: str, places: list[Place]) -> str:
    """Add the numbers that stand with their list to `places`, "key points 11 and 12" too; the text without them."""
    kept, at = [], 0
    while match := _CAPTIONED.search(text, at):
        if _UNIT.match(text, match.end()):
            kept.append(text[at : match.end()])
            at = match.end()
            continue
        kept.append(text[at : match.start()])
        at = match.end()
        named = match[1].casefold()
        noun = _SINGULAR.get(named, named.removesuffix("s"))
        part = _PART.match(text, at)
        places.append(Place(_clean(match[2]), noun, part[1] if part else None))
        while named.endswith("s") and (also := _ALSO.match(text, at)) and not _UNIT.match(text, also.end()):
            places.append(Place(_clean(also[1]), noun))
            at = also.end()
    return "".join([*kept, text[at:]])


def same_number(printed: str | None, asked: str) -> bool:
    """Whether a printed number is the one asked for, brackets and case aside; an item printed "3.0" is item 3.

    >>> same_number("(b)", "b"), same_number("7.3", "7.30"), same_number("3.0", "3")
    (True, False, True)
    """
    return printed is not None and _bare_number(printed) == _bare_number(asked)


def _bare_number(number: str) -> str:
    return re.sub(r"[\s()\[\]]+", "", number).strip(".:").casefold().removesuffix(".0")


def _clean(number: str) -> str:
    return number.strip(" .:")
