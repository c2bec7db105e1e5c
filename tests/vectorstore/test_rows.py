"""A passage goes into the database and comes out the same."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from ingest import Citation, Kind, Passage, Status
from vectorstore import rows

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_name = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="*~"), min_size=1, max_size=12
)
_maybe = st.none() | _text

_citations = st.builds(
    Citation,
    meeting=_name,
    item=_name,
    noun=_name,
    captioned=st.booleans(),
    printed=st.none() | _name,
    nth=st.integers(1, 99),
    of=st.integers(1, 99),
    after=st.none() | _name,
)
_passages = st.builds(
    Passage,
    citation=_citations,
    kind=st.sampled_from(Kind),
    text=_text,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    source=_name,
    words_from=st.integers(0, 99),
    council=_maybe,
    body=_maybe,
    held_on=st.none() | st.dates(),
    status=st.sampled_from(Status),
    item_title=_text,
    lead=_text,
    heading=st.booleans(),
    exempt=st.booleans(),
    speakers=st.lists(_text, max_size=3).map(tuple),
    mover=_maybe,
    seconder=_maybe,
    vote=_maybe,
    owner=_maybe,
    due=_maybe,
)


@given(_passages)
def test_passage_survives_the_database(passage: Passage):
    with sqlite3.connect(":memory:") as connection:
        marks = ", ".join("?" * len(rows.COLUMNS))
        row = connection.execute(f"SELECT {marks}", rows.to_row(passage)).fetchone()
    connection.close()
    assert rows.to_passage(row) == passage
