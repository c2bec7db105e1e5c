"""Welsh names and headings are found as they are printed or as an English keyboard types them, and shown as printed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.opening import open_embedder
from assistant.web.conversation import render_conversation
from assistant.web.location import Asked, Location
from ingest import parse, read_source
from tests.assistant.web.reading import Read
from tests.assistant.web.records import exchange
from vectorstore import MinutesStore, load

pytestmark = pytest.mark.model

MINUTES = Path(__file__).parent / "minutes" / "llanwydden.txt"


@pytest.fixture(scope="module", params=["NFC", "NFD"])
def welsh(request, tmp_path_factory):
    """Minutes of a made-up council, a ŵ as one character and as a w with its roof."""
    folder = tmp_path_factory.mktemp(request.param)
    text = unicodedata.normalize(request.param, MINUTES.read_text("utf-8"))
    (folder / "llanwydden.txt").write_text(text, "utf-8")
    embedder = open_embedder()
    with MinutesStore.open(folder / "store", embedder, create=True) as store:
        load(store, [parse(read_source(folder / "llanwydden.txt"))], embedder)
        yield Assistant(store, embedder)


@pytest.mark.parametrize(
    ("question", "printed", "words"),
    [
        ("What was agreed about Tŷ’r Ysgol?", "2.2", "the lease of Tŷ'r Ysgol be renewed"),
        ("what was agreed about ty'r ysgol", "2.2", "the lease of Tŷ'r Ysgol be renewed"),
        ("who will be paid for the ash at Llyn y Gwyr?", "3.2", "Cwmni Coed Llŷn"),
        ("what did Llyr Wynn report?", "4.1", "Councillor Llŷr Wŷnn reported"),
        ("When did we first discuss Gŵyl y Gwanwyn?", "4.1", "Gŵyl y Gwanwyn"),
    ],
)
def test_a_name_is_found_with_its_accents_or_without_and_quoted_with_them(welsh, question, printed, words):
    answer = welsh.ask(question)

    assert answer.citations[0].passage.citation.printed == printed
    assert words in unicodedata.normalize("NFC", answer.text)
    assert answer.citations[0].quote in answer.citations[0].passage.text


def test_a_topic_is_traced_without_its_accents(welsh):
    (stop,) = welsh.timeline("llyn y gwyr").stops

    assert (
        unicodedata.normalize("NFC", stop.shown_by.item_title) == "Llwybr Llyn y Gŵyr / Llyn y Gŵyr footpath"
    )


def test_it_is_shown_as_printed_and_no_language_is_guessed(welsh):
    answer = welsh.ask("What was agreed about Tŷ'r Ysgol?")
    page = Read(render_conversation((exchange(answer),), Location(asked=(Asked(question="Tŷ'r Ysgol?"),))))

    assert answer.citations[0].passage.reference in page.text
    assert "lang" not in dict(page.attributes)
