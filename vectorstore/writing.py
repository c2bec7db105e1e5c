"""What changes a store's database: a document put in or taken out, whole, within one transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from ingest import Meeting, MeetingFacts, Minutes, Passage, find_acronyms, undo_hyphens
from vectorstore import headers, rows
from vectorstore.cutting import Cut, Grain, Vectors, terms
from vectorstore.model import Provenance

_INSERT_PASSAGE = (
    f"INSERT INTO passages (meeting, item, position, number, item_number, {', '.join(rows.COLUMNS)}, sentences)"  # noqa: S608 - constants
    f" VALUES ({', '.join('?' * (len(rows.COLUMNS) + 5))}, (SELECT id FROM sentences WHERE hash = ?))"
)

_INSERT_VECTORS = {
    Grain.WINDOW: "INSERT INTO vectors (hash, vector) VALUES (?, ?)",
    Grain.SENTENCES: "INSERT INTO sentences (hash, vectors) VALUES (?, ?)",
    Grain.WORD: "INSERT INTO terms (term, passages, vector) VALUES (?, 0, ?)",
}
_OF_DOCUMENT = (
    "WITH mine AS (SELECT p.* FROM passages p JOIN meetings m ON m.id = p.meeting WHERE m.document = ?) "
)


@dataclass(frozen=True, slots=True)
class Version:
    """What tells one reading of a source from another.

    `facts` is what the officer said, as JSON; `fingerprint` covers every record read, so that a better
    parser's reading of an unchanged file counts as a change.
    """

    sha256: str
    facts: str
    fingerprint: str


def version_of(minutes: Minutes, facts: MeetingFacts) -> Version:
    """The version that storing `minutes` would give."""
    told = facts_json(facts)
    digest = hashlib.sha256(f"{minutes.sha256}\0{told}\0{minutes.text}".encode("utf-8", "surrogatepass"))
    for meeting in minutes.meetings:
        digest.update(
            repr((meeting.id, meeting.council, meeting.body, meeting.held_on, meeting.began_at)).encode()
        )
        digest.update(repr((meeting.status, meeting.attendance)).encode("utf-8", "surrogatepass"))
        for item in meeting.items:
            digest.update(b"\1")
            for passage in item.passages:
                digest.update(repr(passage).encode("utf-8", "surrogatepass"))
    return Version(minutes.sha256, told, digest.hexdigest())


def facts_json(facts: MeetingFacts) -> str:
    """The officer's facts in one line that two equal ones share."""
    held_on = facts.held_on.isoformat() if facts.held_on else None
    began_at = facts.began_at.isoformat() if facts.began_at else None
    return json.dumps([facts.council, facts.body, held_on, facts.status, began_at], ensure_ascii=False)


def stored_version(connection: sqlite3.Connection, source: str) -> Version | None:
    """The version in the store, None if there is none."""
    row = connection.execute(
        "SELECT sha256, facts, fingerprint FROM documents WHERE source = ?", (source,)
    ).fetchone()
    return Version(*row) if row else None


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do what is inside whole or not at all, and move the store's version on."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'version'")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite rolls back by itself when the disk is full
            connection.execute("ROLLBACK")
        raise


def put(
    connection: sqlite3.Connection,
    minutes: Minutes,
    version: Version,
    cut: Cut,
    vectors: Vectors,
    provenance: Provenance,
) -> int:
    """Store a document in the place of its earlier version; returns how many passages it has.

    `vectors` are those of the texts of `cut` that the store does not hold yet.
    """
    for grain, insert in _INSERT_VECTORS.items():
        connection.executemany(insert, ((name, blob) for (g, name), blob in vectors.items() if g is grain))
    earlier = _delete(connection, minutes.source)
    document = connection.execute(
        "INSERT INTO documents (source, sha256, facts, fingerprint, text, added_at, origin, stamp, told)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (minutes.source, *astuple(version), minutes.text, _now(), *astuple(provenance)),
    ).lastrowid
    assert document is not None  # noqa: S101 - an INSERT always has a row number
    for meeting in minutes.meetings:
        _put_meeting(connection, document, meeting, cut)
    found = list(minutes.passages())
    _put_words(connection, document, found)
    if earlier is not None:
        _drop_orphans(connection, earlier)
    enter(connection, "added" if earlier is None else "replaced", minutes.source, version.sha256, len(found))
    return len(found)


def renew(connection: sqlite3.Connection, provenance: Mapping[str, Provenance]) -> None:
    """Note that unchanged documents were found at another place or time, or read by other code."""
    if not provenance:
        return
    with transaction(connection):
        connection.executemany(
            "UPDATE documents SET origin = ?, stamp = ?, told = ? WHERE source = ?",
            [(*astuple(known), source) for source, known in provenance.items()],
        )


def remove(connection: sqlite3.Connection, source: str) -> int | None:
    """Take a document out; returns how many passages went, None if there is no such document."""
    gone = _delete(connection, source)
    if gone is None:
        return None
    _drop_orphans(connection, gone)
    return gone.passages


def enter(connection: sqlite3.Connection, act: str, source: str, sha256: str, passages: int) -> None:
    """Write one line into the ledger."""
    connection.execute(
        "INSERT INTO ledger (at, act, source, sha256, passages) VALUES (?, ?, ?, ?, ?)",
        (_now(), act, source, sha256, passages),
    )


def _put_meeting(connection: sqlite3.Connection, document: int, meeting: Meeting, cut: Cut) -> None:
    held_on = meeting.held_on.isoformat() if meeting.held_on else None
    began_at = meeting.began_at.isoformat() if meeting.began_at else None
    told = (document, meeting.id, meeting.council, meeting.body, held_on, began_at, meeting.status.value)
    meeting_id = connection.execute(
        "INSERT INTO meetings (document, name, council, body, held_on, began_at, status, attendance)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*told, json.dumps(meeting.attendance)),
    ).lastrowid
    position = 0
    for item, agenda_item in enumerate(meeting.items):
        for passage in agenda_item.passages:
            position += 1
            numbers = rows.bare_number(passage.citation.printed), rows.bare_number(passage.item)
            values = (
                meeting_id,
                item,
                position,
                *numbers,
                *rows.to_row(passage),
                cut.sentences.get(passage.key),
            )
            id_ = connection.execute(_INSERT_PASSAGE, values).lastrowid
            connection.executemany(
                "INSERT INTO windows (passage, ordinal, vector)"
                " VALUES (?, ?, (SELECT id FROM vectors WHERE hash = ?))",
                ((id_, ordinal, hash_) for ordinal, hash_ in enumerate(cut.windows.get(passage.key, ()))),
            )
            if not passage.heading:
                words = undo_hyphens(f"{passage.lead}\n{passage.text}" if passage.lead else passage.text)
                connection.execute(
                    "INSERT INTO lexicon (rowid, place, title, words) VALUES (?, ?, ?, ?)",
                    (id_, headers.place(passage), passage.item_title, words),
                )


def _put_words(connection: sqlite3.Connection, document: int, passages: Sequence[Passage]) -> None:
    connection.executemany(
        "INSERT INTO terms (term, passages) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET passages = passages + excluded.passages",
        terms(p.text for p in passages).items(),
    )
    defined = Counter(pair for p in passages for pair in find_acronyms(p.text))
    connection.executemany(
        "INSERT INTO acronyms VALUES (?, ?, ?, ?)",
        ((document, short, long, times) for (short, long), times in defined.items()),
    )


@dataclass(frozen=True, slots=True)
class _Gone:
    """What a deleted document had: its number of passages, the vectors and the sentences that it used."""

    passages: int
    vectors: list[int]
    sentences: list[int]


def _delete(connection: sqlite3.Connection, source: str) -> _Gone | None:
    row = connection.execute("SELECT id FROM documents WHERE source = ?", (source,)).fetchone()
    if row is None:
        return None
    texts = [r[0] for r in connection.execute(_OF_DOCUMENT + "SELECT text FROM mine", row)]  # noqa: S608
    used = connection.execute(
        _OF_DOCUMENT + "SELECT DISTINCT vector FROM windows JOIN mine ON passage = id",  # noqa: S608
        row,
    )
    told = connection.execute(
        _OF_DOCUMENT + "SELECT DISTINCT sentences FROM mine WHERE sentences IS NOT NULL",  # noqa: S608
        row,
    )
    gone = _Gone(len(texts), [r[0] for r in used], [r[0] for r in told])
    connection.executemany(
        "UPDATE terms SET passages = passages - ? WHERE term = ?",
        ((count, term) for term, count in terms(texts).items()),
    )
    connection.execute(
        _OF_DOCUMENT + "DELETE FROM lexicon WHERE rowid IN (SELECT id FROM mine)",  # noqa: S608
        row,
    )
    connection.execute("DELETE FROM documents WHERE id = ?", row)
    return gone


def _drop_orphans(connection: sqlite3.Connection, gone: _Gone) -> None:
    """Delete those of a deleted document's vectors, sentences and words that no other document uses."""
    connection.executemany(
        "DELETE FROM vectors WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM windows WHERE vector = ?1)",
        ((vector,) for vector in gone.vectors),
    )
    connection.executemany(
        "DELETE FROM sentences WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM passages WHERE sentences = ?1)",
        ((told,) for told in gone.sentences),
    )
    connection.execute("DELETE FROM terms WHERE passages <= 0")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
