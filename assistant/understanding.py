"""A typed question, with what was asked before it, becomes a Question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from assistant.corpus import Corpus
from assistant.framing import BODY_WORDS, FORM_WORDS, FRAME
from assistant.model import Turn
from assistant.occasions import recalled
from assistant.periods import find_periods
from assistant.places import find_places
from assistant.question import Period, Place, Question, Scope, Wanted
from assistant.thesaurus import synonyms
from assistant.wants import wanted_form, wanted_scope, wants_outcome
from assistant.words import content_words, fold, stem
from vectorstore import Filters

_ANAPHOR = re.compile(
    r"^(?:and|but|so|then|also|what about|how about|who else|anything else)\b"
    r"|\bthe (?:motion|proposal|application|amendment|decision|vote|recommendation|scheme)\b"
    r"|\b(?:it|its|that|this|they|them|those|these|their|he|she|his|her|him)\b",
    re.I,
)
_LAST_MEETING = re.compile(r"\b(?:last|latest|most recent) (?:\w+ ){0,2}meeting\b", re.I)
_PROPER = re.compile(r"(?<![.?!:]\s)(?<!^)\b[A-Z][\w’'-]+")


def understand(
    text: str,
    history: Sequence[Turn],
    filters: Filters,
    corpus: Corpus,
    is_real_word: Callable[[str], bool],
) -> Question:
    """Read a question against the minutes that are loaded and the conversation that led to it."""
    before = history[-1].question if history else ""
    years = {
        period.first.year for period in find_periods(before)[0] if period.first != date.min
    } or corpus.years
    periods, rest = find_periods(text, sorted(years))
    places, rest = find_places(rest)
    mended, notices = _mend(rest, corpus, is_real_word)
    wanted = wanted_form(mended)
    subject = _subject(mended, wanted)
    earlier = _earlier(text, subject, history, places)
    if earlier:
        turn = understand(earlier[-1].question, earlier[:-1], Filters(), corpus, is_real_word)
        carried = tuple(word for word in turn.subject if word not in subject)
        subject = (*subject, *carried)
        periods = periods or turn.periods
        query = f"{turn.query} {mended}"
    else:
        query = mended.strip()
    councils, bodies = corpus.names_in(query)
    if _LAST_MEETING.search(text) and not periods and (day := corpus.last_meeting(councils, bodies)):
        periods = (Period(day, day),)
    outcomes, kinds = wants_outcome(mended)
    recall = recalled(text)
    return Question(
        text=text,
        query=query,
        subject=subject,
        names=_proper_names(rest),
        expansions=_expansions(query, subject, corpus),
        wanted=wanted,
        scope=_scope(mended, subject, outcomes, periods, (*councils, *bodies)),
        outcomes=outcomes,
        kinds=kinds,
        places=places,
        periods=periods,
        councils=councils,
        bodies=bodies,
        filters=filters,
        recall=recall,
        topic=understand(recall.topic, history, filters, corpus, is_real_word) if recall else None,
        notices=notices,
    )


def _expansions(query: str, subject: Sequence[str], corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """What each word asked about may be called in these minutes: its long form, and other words for the same."""
    others = synonyms(query)
    known = {
        word: (*corpus.expansions(word), *filter(corpus.holds, others.get(word, ()))) for word in subject
    }
    return {word: found for word, found in known.items() if found}


def _mend(text: str, corpus: Corpus, is_real_word: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """The text with misspelt words mended, and a notice that says which."""
    changed: dict[str, str] = {}

    def one(match: re.Match[str]) -> str:
        word = fold(match.group())
        better = corpus.mend(word, is_real_word)
        if better == word:
            return match.group()
        changed[match.group()] = better
        return better

    mended = re.sub(r"[^\W\d_]{4,}", one, text)
    notices = tuple(f"“{typed}” was read as “{meant}”." for typed, meant in changed.items())
    return mended, notices


def _subject(text: str, wanted: Wanted) -> tuple[str, ...]:
    """The words asked about, without those that only frame the question or say the form of its answer."""
    framing = FRAME | FORM_WORDS.get(wanted, frozenset())
    return tuple(word for word in content_words(text) if stem(word) not in framing)


def _earlier(
    text: str, subject: tuple[str, ...], history: Sequence[Turn], places: tuple[Place, ...]
) -> Sequence[Turn]:
    """The turns that a question leans on: none if it stands on its own feet."""
    if not history or places:
        return ()
    leans = _ANAPHOR.search(text) is not None and len(subject) <= 3
    return history if leans or len(subject) <= 1 else ()


def _proper_names(text: str) -> frozenset[str]:
    """Folded words typed with a capital inside a sentence, and numbers: no other word can stand for them."""
    typed = " ".join(_PROPER.findall(text)) if not text.isupper() else ""
    return frozenset(content_words(typed)) | frozenset(
        w for w in content_words(text) if any(c.isdigit() for c in w)
    )


def _scope(
    text: str,
    subject: tuple[str, ...],
    outcomes: bool,
    periods: tuple[Period, ...],
    named: tuple[str, ...],
) -> Scope:
    """How much of the record is asked for; `named` are the councils and bodies in the question."""
    scope = wanted_scope(text)
    if scope is not Scope.ONE:
        return scope
    who = BODY_WORDS | {stem(word) for name in named for word in content_words(name)}
    by_body = any(stem(word) in BODY_WORDS for word in content_words(text))
    if outcomes and by_body and all(stem(word) in who for word in subject):
        return Scope.ALL  # "what did the board recommend?": no topic narrows it
    return Scope.EACH_MEETING if _several(periods) else Scope.ONE


def _several(periods: tuple[Period, ...]) -> bool:
    """Whether more than one time is named; one month of unknown year is one time."""
    months = {(p.first.month, p.last.month) for p in periods}
    whole_years = all(month == (1, 12) for month in months)
    return len(periods) > 1 if whole_years else len(months) > 1
