"""Makes the picture with which the README opens: the sample minutes, a question, its answer and the record."""

from __future__ import annotations

import pytest

from ingest import parse, read_source
from tests.assistant.web.conftest import SAMPLES, running
from tests.conftest import REPOSITORY
from vectorstore import MinutesStore, load

pytestmark = [pytest.mark.browser, pytest.mark.model]

PICTURE = REPOSITORY / "docs" / "chat.png"


def test_the_picture_of_the_readme_shows_an_answer_beside_the_record(visit, embedder, tmp_path):
    from assistant.answering import Assistant

    with MinutesStore.open(tmp_path / "store", embedder, create=True) as store:
        load(store, [parse(read_source(path)) for path in sorted(SAMPLES.glob("*.txt"))], embedder)
        for address in running(Assistant(store, embedder)):
            councillor = visit(address, width=1160, height=720)
            exchange = councillor.ask("What did we agree on secure accommodation?")
            record = councillor.open(exchange.locator(".mb-cite").first)
            councillor.page.mouse.move(0, 0)
            councillor.page.evaluate("document.activeElement.blur()")
            shown = record.locator("mark").inner_text()
            councillor.page.screenshot(path=PICTURE)

    assert "wound up" in shown
    assert PICTURE.stat().st_size < 300_000
    assert "docs/chat.png" in (REPOSITORY / "README.md").read_text("utf-8").split("## ")[0]
