"""Search by words: a question becomes an FTS5 query, bm25 ranks what it finds."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence

_WORD = re.compile(r"\w+(?:[.'’/&-]\w+)*")
_WEIGHTS = "1.0, 1.0, 1.0"  # place, title, words
STOP_WORDS = frozenset(
    """
    a about above after again all am an and any are as at be because been before being between both but
    by can could d did do does doing down during each few for from further had has have having he her
    here hers him his how i if in into is it its itself just ll m me more most my no nor not now of off
    on once only or other our ours out over own re s same she should so some such t than that the their
    theirs them then there these they this those through to too under until up us ve very was we were
    what what's when where which while who who's whom why will with would you your yours
    """.split()
)


def match_query(question: str, terms: Sequence[str] = ()) -> str:
    """The FTS5 query for passages with any of the question's words or of `terms`; "" if there is none.

    A term of several words, and a number such as 7.3, is a phrase. Words that stand in every text are left
    out, unless nothing else was asked.

    >>> match_query("What did we agree on secure accommodation?", ["Looked After Children"])
    '"agree" OR "secure" OR "accommodation" OR "Looked After Children"'
    """
    words = _WORD.findall(question)
    asked = [word for word in words if word.casefold() not in STOP_WORDS] or ([] if terms else words)
    wanted: dict[str, str] = {}
    for phrase in (*asked, *(term for term in terms if _WORD.search(term))):
        wanted.setdefault(phrase.casefold(), phrase)
    return " OR ".join('"' + phrase.replace('"', " ") + '"' for phrase in wanted.values())


def by_words(
    connection: sqlite3.Connection,
    match: str,
    where: str,
    values: Sequence[str],
    n: int,
    also: Sequence[int] = (),
) -> dict[int, float]:
    """The `n` best passages under a condition, ties by key, and those of `also` that the query finds.

    By number in the database, with bm25 made positive. One pass: what costs is weighing all that match.
    """
    if not match:
        return {}
    found = connection.execute(
        "WITH found AS MATERIALIZED ("  # noqa: S608 - `where` is `filtering`'s
        f"SELECT p.id, p.key, -bm25(lexicon, {_WEIGHTS}) AS score"
        f" FROM lexicon JOIN passages p ON p.id = lexicon.rowid WHERE lexicon MATCH ? AND {where})"
        " SELECT id, score FROM (SELECT id, score FROM found ORDER BY score DESC, key LIMIT ?)"
        " UNION SELECT id, score FROM found WHERE id IN (SELECT value FROM json_each(?))",
        (match, *values, n, json.dumps(list(also))),
    )
    return {int(id_): float(score) for id_, score in found}
