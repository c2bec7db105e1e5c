"""The words of a text as the assistant compares them: folded, without the little words, by their stems."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_UNIT = re.compile(r"(?<![a-z])(\d+)(mph|kph|pm|am|km|kg|m|p|k)\b")  # "20mph" and "20 mph" are the same

# Words that carry no subject: grammar, question words, and what people say around a question.
FUNCTION_WORDS = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being but by can
    cannot could did do does doing done down during each either else ever every few for from further get
    gets getting go goes going gone got had has have having he her here hers him his how i if in into is
    it its itself just let like many may me might mine more most much must my neither no nor not now of
    off on once one only onto or other our ours out over own per please put same shall she should since
    so some still such than that the their them then there these they this those though through to
    together too under until up upon us very was we were what whats when where whether which while who
    whom whose why will with within without would yes yet you your yours s t re ve ll d m cant dont
    didnt doesnt isnt wasnt arent im id ive whos hows theres thats cllr cllrs councillor councillors mr
    mrs ms dr tell show give find know mean means actually really anything something anyone someone
    exactly ones thing things been
    can't don't didn't doesn't isn't wasn't aren't weren't won't wouldn't couldn't shouldn't haven't hasn't
    hadn't who's how's there's that's what's where's when's he's she's it's i'm i'd i've we've we're we'll
    you've you're they've they're they'll let's
    """.split()
)


def unaccented(text: str) -> str:
    """The letters without their accents: few keyboards have a ŵ, and it may be written as two characters.

    >>> unaccented("Tŷ’r Ŵyl")
    'Ty’r Wyl'
    """
    if text.isascii():
        return text
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text))


def fold(text: str) -> str:
    """One case, no accents, plain apostrophes, single blanks; for comparing, never for showing.

    >>> fold("Tŷ’r  Ŵyl, Siân")
    "ty'r wyl, sian"
    """
    plain = unaccented(text).replace("\u00a0", " ").replace("\u00ad", "").replace("’", "'").replace("‘", "'")
    return _UNIT.sub(r"\1 \2", " ".join(plain.split()).casefold())


def typed(text: str) -> str:
    """A text with what is no character in it (half a pair, from a shell or a script) replaced by a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


class _OfThread(threading.local):
    """A stemmer for each thread: it keeps the word that it works on, and two at once would cut each other's."""

    def __init__(self) -> None:
        from snowballstemmer import stemmer  # noqa: PLC0415 - half of the start-up time of `minutebook --help`

        self.stemmer: EnglishStemmer = stemmer("english")


@cache
def _own() -> _OfThread:
    return _OfThread()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one folded word: "meetings" and "meeting" are the same to a reader."""
    return str(_own().stemmer.stemWord(word.removesuffix("'s").removesuffix("'")))


def words(text: str) -> list[str]:
    """All words of a text, folded, in order."""
    return [word.strip("'.") for word in _WORD.findall(fold(text))]


def content_words(text: str) -> list[str]:
    """The words of a text that carry a subject, folded, in order, each once."""
    kept: dict[str, None] = {}
    for word in words(text):
        if word not in FUNCTION_WORDS and (len(word) > 1 or word.isdigit()):
            kept.setdefault(word)
    return list(kept)


def stems(text: str) -> list[str]:
    """The stems of the content words, in order, each once."""
    return list(dict.fromkeys(stem(word) for word in content_words(text)))
