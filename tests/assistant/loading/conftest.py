"""What the tests of loading share: a store that needs no model, a desk over it, and waiting until it rests."""

from __future__ import annotations

import time

import pytest

from assistant.loading.desk import Desk
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore

BANDSTAND = """Ambridge Parish Council
Minutes of the Parks Committee held on 3 May 2016

1. Bandstand

1.1 RESOLVED: That the bandstand be painted green.
"""
TWO = "\n".join(
    f"Minutes of the meeting of the Parks Committee held on {day} 2016\n\n1. Apologies\n\nNone.\n\n2. Drains\n\n"
    f"The drains of {day} were discussed.\n"
    for day in ("3 May", "7 June")
)


@pytest.fixture
def store(tmp_path):
    with MinutesStore.open(tmp_path / "store", HashEmbedder(), create=True) as store:
        yield store


@pytest.fixture
def desk(store):
    desk = Desk(store)
    yield desk
    desk.close()


def rested(desk, seconds=240):
    """What the desk shows once nothing goes on any more."""
    until = time.monotonic() + seconds
    while (sight := desk.look()).is_busy:
        assert time.monotonic() < until, sight
        time.sleep(0.05)
    return sight


def hand_in(desk, name, text=BANDSTAND):
    """Hand in one file of text and wait until it has been read; gives what waits under that name."""
    safe = desk.take(name, [text.encode()])
    return next(waiting for waiting in rested(desk).waiting if waiting.name == safe)
