"""A question belongs where the documents of its gold belong; the store says where that is."""

import pytest

from assistant.contract import Request
from eval.cases import Case, Unit
from eval.holdings import Holdings
from eval.placing import Place, place_of
from ingest import MeetingFacts, Workers, find, read_all
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load, plan

FENCE = """Oldtown Town Council
Minutes of the Amenities Committee held on 14 May 2019

7. ALLOTMENTS

7.1 The committee looked at the fence along Mill Lane and found it wanting in several places.

7.2 RESOLVED: That the fence along Mill Lane be renewed before the winter.
"""
OLD = Place(council="Oldtown Town Council", collection="oldtown", format="txt")
NEW = Place(council="Newtown Parish Council", collection="newtown", format="md")
PLACES = {"old.txt": OLD, "new.md": NEW}


def case(*docs, near=()):
    gold = tuple(Unit(doc=doc, anchor="fence") for doc in docs)
    asked = Request(question="the fence?")
    return Case(id="1", type="fact", answerable=bool(gold), request=asked, golds=(gold,), near=near)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (case("old.txt", "old.txt"), OLD),
        (case("old.txt", "new.md"), Place(council="several", collection="several", format="several")),
        (case(near=("new.md",)), NEW),
        (case(), Place()),
        (case("elsewhere.txt"), Place()),
    ],
    ids=["one document", "two councils", "a near miss", "off topic", "a document that is not there"],
)
def test_a_question_belongs_where_its_documents_do(asked, place):
    assert place_of(asked, PLACES) == place


@pytest.fixture(scope="module")
def holdings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("minutes")
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / f"{name}.TXT").write_text(FENCE, "utf-8")
    embedder = HashEmbedder()
    with (
        Workers() as workers,
        MinutesStore.open(folder / "store", embedder, create=True) as store,
    ):
        planned = plan(store, find([folder / "a", folder / "b"], workers).origins, MeetingFacts(), workers)
        readings = (done.result for done in read_all(planned.jobs, workers))
        load(store, readings, embedder, provenance=planned.provenance)
        yield Holdings(store)


def test_the_store_tells_council_folder_and_suffix_of_each_document(holdings):
    assert holdings.documents == 2
    assert holdings.passages == 2 * 4
    assert holdings.places == {
        f"{name}.TXT": Place(council="Oldtown Town Council", collection=name, format="txt") for name in "ab"
    }


def test_the_text_of_a_unit_is_that_of_its_passage(holdings):
    unit = Unit(doc="a.TXT", anchor="fence along Mill Lane be RENEWED")
    assert holdings.text_of(unit).endswith("be renewed before the winter.")
    assert holdings.text_of(Unit(doc="a.TXT", anchor="the moon")) is None
    assert holdings.text_of(Unit(doc="c.txt", anchor="fence")) is None
