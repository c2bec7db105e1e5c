"""A councillor asks as people talk; the minutes of a small council answer in the terms of the record."""

from __future__ import annotations

import pytest

from assistant.cli import main
from assistant.forms import gives_reason
from assistant.opening import open_assistant

pytestmark = pytest.mark.model

MINUTES = """HARROWMERE TOWN COUNCIL

Minutes of the Waterways and Open Spaces Committee held at the Old Customs House on Tuesday 14 May 2024 at 7.15pm

Present: Cllr I Pascoe (Chair), Cllr R Demetriou, Cllr W Okafor, Cllr J Lindqvist

W24/31  Apologies
Apologies were received from Cllr Brannigan (holiday).

W24/32  Towpath lighting
(a) The Clerk reported three quotations for solar bollards between Lock 4 and the basin.
(b) Cllr Okafor was concerned about bats. The Clerk confirmed that no survey had been made since 2019.
(c) It was proposed by Cllr Demetriou, seconded by Cllr Lindqvist and RESOLVED by 3 votes to 1 that the order be
deferred until a bat survey is received, at a cost of no more than £900.

W24/33  Narrowboat moorings
Members considered the request of the Boat Club for six visitor moorings. After discussion the request was refused as
the bank is unstable.

W24/34  Public conveniences, Basin Road
The District Council intends to close the block in October. It was agreed to ask what a transfer would cost.

W24/35  Waste collection
The emptying contract with Brightway ends in March.

The meeting closed at 8.50pm.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    (folder / "2024-05-14-waterways.txt").write_text(MINUTES, encoding="utf-8")
    assert main(["ingest", str(folder / "2024-05-14-waterways.txt"), "--store", str(folder / "store")]) == 0
    return open_assistant(folder / "store").ask


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what did we decide about lights on the towpath?", "deferred until a bat survey is received"),
        ("did we agree to the moorings?", "the request was refused as the bank is unstable"),
        ("why was the boat club turned down", "the request was refused as the bank is unstable"),
        ("who's closing the loos on Basin Rd?", "The District Council intends to close the block"),
        ("what was agreed on the loos", "agreed to ask what a transfer would cost"),
    ],
)
def test_it_is_answered_in_the_words_of_the_record(asked, question, words):
    assert words in " ".join(asked(question).text.split())


@pytest.mark.parametrize(
    "question",
    [
        "what did we decide about the mayor's car?",
        "who will paint the lock gates?",
    ],
)
def test_what_the_minutes_do_not_say_is_still_refused(asked, question):
    assert asked(question).claims == ()


def test_a_reason_is_seen_over_the_end_of_a_line_and_not_in_every_sentence():
    assert gives_reason("the request was refused as\nthe bank is unstable")
    assert not gives_reason("The emptying contract with Brightway ends in March.")
