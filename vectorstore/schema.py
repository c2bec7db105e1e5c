"""The database behind a store: its tables, how it is opened, and what makes it ours."""

from __future__ import annotations

import sqlite3
import uuid
from pathlib import Path

from ingest import StoreMismatch, StoreUnusable
from vectorstore.embedder import Identity

DATABASE_NAME = "minutebook.db"
SCHEMA = 3  # a change of the tables, or of what is put into them, raises it
_APPLICATION = 0x4D42_4B31  # "MBK1", in SQLite's header: a database without it is somebody else's
_BUSY_MS = 10_000

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
    facts TEXT NOT NULL, fingerprint TEXT NOT NULL, text TEXT NOT NULL, added_at TEXT NOT NULL,
    origin TEXT NOT NULL, stamp TEXT NOT NULL, told TEXT NOT NULL);
CREATE UNIQUE INDEX documents_origin ON documents (origin) WHERE origin != '';
CREATE TABLE meetings (
    id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    name TEXT NOT NULL, council TEXT, body TEXT, held_on TEXT, began_at TEXT, status TEXT NOT NULL,
    attendance TEXT NOT NULL);
CREATE INDEX meetings_document ON meetings (document);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
    item INTEGER NOT NULL, position INTEGER NOT NULL, number TEXT, item_number TEXT,
    key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL,
    stop INTEGER NOT NULL, source TEXT NOT NULL, words_from INTEGER NOT NULL, council TEXT, body TEXT,
    held_on TEXT, status TEXT NOT NULL, item_title TEXT NOT NULL, lead TEXT NOT NULL,
    heading INTEGER NOT NULL, exempt INTEGER NOT NULL, speakers TEXT NOT NULL,
    mover TEXT, seconder TEXT, vote TEXT, owner TEXT, due TEXT, sentences INTEGER REFERENCES sentences);
CREATE INDEX passages_meeting ON passages (meeting, item, position);
CREATE INDEX passages_number ON passages (number);
CREATE INDEX passages_item_number ON passages (item_number);
CREATE INDEX passages_sentences ON passages (sentences);
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, vector BLOB NOT NULL);
CREATE TABLE windows (
    passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE, ordinal INTEGER NOT NULL,
    vector INTEGER NOT NULL REFERENCES vectors, PRIMARY KEY (passage, ordinal)) WITHOUT ROWID;
CREATE INDEX windows_vector ON windows (vector);
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, vectors BLOB NOT NULL);
CREATE VIRTUAL TABLE lexicon USING fts5 (
    place, title, words, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TABLE terms (term TEXT PRIMARY KEY, passages INTEGER NOT NULL, vector BLOB);
CREATE TABLE acronyms (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, short TEXT NOT NULL,
    long TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (document, short, long)) WITHOUT ROWID;
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, act TEXT NOT NULL, source TEXT NOT NULL,
    sha256 TEXT NOT NULL, passages INTEGER NOT NULL);
"""


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open the database at `path`, which must exist.

    Raises:
        StoreUnusable: it cannot be opened.
    """
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            if not writable:
                connection.execute("PRAGMA query_only = ON")
        except sqlite3.Error:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise unusable(path.parent, error) from error
    return connection


def create(path: Path, embedder: Identity) -> None:
    """Lay the tables in one transaction; what another process has laid meanwhile is left as it is.

    Raises:
        StoreUnusable: the file cannot be written.
    """
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreUnusable(f"cannot write to the store {path.parent}: {error.strerror or error}") from error
    connection = connect(path, writable=True)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
            for statement in _TABLES.split(";\n"):
                connection.execute(statement)
            identity = {
                "schema": str(SCHEMA),
                "embedder": embedder.name,
                "dimension": str(embedder.dimension),
                "store": uuid.uuid4().hex,
                "version": "0",
            }
            connection.executemany("INSERT INTO meta VALUES (?, ?)", identity.items())
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise unusable(path.parent, error) from error
    finally:
        connection.close()


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """What the store says about itself: schema, embedder, dimension, store (its own id), version."""
    return dict(connection.execute("SELECT name, value FROM meta"))


def check_identity(connection: sqlite3.Connection, folder: Path, embedder: Identity | None) -> dict[str, str]:
    """Return `read_meta` of a store that this program and this embedder can use.

    Raises:
        StoreUnusable: the database is not a store of ours, or nothing was ever loaded into it.
        StoreMismatch: another schema or another embedder wrote it.
    """
    try:
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
            raise StoreUnusable(f"the store {folder} is empty: run `minutebook ingest` first")
        if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
            raise StoreUnusable(f"{folder / DATABASE_NAME} is not a store of minutes: name another folder")
        meta = read_meta(connection)
    except sqlite3.Error as error:
        raise unusable(folder, error) from error
    schema = int(meta["schema"])
    if schema != SCHEMA:
        age = "a newer" if schema > SCHEMA else "an older"
        raise StoreMismatch(
            f"the store {folder} was written by {age} version of minutebook (schema {schema}, this one reads "
            f"{SCHEMA}): use that version, or run `minutebook ingest` into a new folder"
        )
    if embedder is None:
        return meta
    built_with, offered = meta["embedder"], embedder.name
    if (built_with, int(meta["dimension"])) != (offered, embedder.dimension):
        raise StoreMismatch(
            f"the store {folder} was built with the embedder {built_with} ({meta['dimension']} dimensions), "
            f"not {offered} ({embedder.dimension}): use the one, or `minutebook ingest` into a new folder"
        )
    return meta


def unusable(folder: Path, error: sqlite3.Error) -> StoreUnusable:
    """The one line for what SQLite could not do."""
    path = folder / DATABASE_NAME
    if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
        return StoreUnusable(f"cannot use the store {folder}: {error}")
    return StoreUnusable(
        f"the store {folder} is damaged ({error}): put {path.name} back from a copy, "
        "or run `minutebook ingest` into a new folder"
    )
