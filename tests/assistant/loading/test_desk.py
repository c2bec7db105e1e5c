"""What an officer sees of the files that wait, and what becomes of what the officer says about them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.cli import main
from assistant.loading.desk import Desk
from assistant.loading.model import Particulars
from ingest import BadQuestion, BadSidecar, Status, UnknownSource, parse, read_source, sidecar_of
from tests.assistant.loading.conftest import BANDSTAND, TWO, hand_in, rested
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import Provenance, load

PARKS = Particulars(council="Ambridge Parish Council", body="Parks Committee", held_on=date(2016, 5, 3))


def test_a_file_is_read_and_told_as_parse_tells_it(desk, tmp_path, capsys):
    waiting = hand_in(desk, "bandstand.txt")
    path = tmp_path / "bandstand.txt"
    path.write_text(BANDSTAND)
    main(["parse", str(path)])

    (meeting,) = waiting.reading.meetings
    assert meeting.found == meeting.now == PARKS
    assert "\n".join(waiting.reading.report) == capsys.readouterr().out.rstrip("\n")
    assert waiting.conflicts == ()


def test_a_file_that_cannot_be_read_says_why_in_one_line_without_the_folder_it_lies_in(desk):
    waiting = hand_in(desk, "blank.txt", "   \n")
    assert waiting.reading is None
    assert waiting.problem == "blank.txt is empty: there is no text to read"
    with pytest.raises(BadQuestion, match=r"blank\.txt has not been read"):
        desk.add(["blank.txt"])


def test_what_an_officer_says_is_kept_beside_the_file_and_read_with_it(desk, store):
    hand_in(desk, "bandstand.txt")
    said = Particulars(
        council="Ambridge", body="Parks Committee", held_on=date(2016, 5, 4), status=Status.DRAFT
    )
    desk.tell("bandstand.txt", [said])
    (waiting,) = rested(desk).waiting
    (meeting,) = waiting.reading.meetings
    sidecar = sidecar_of(store.folder / "incoming" / "bandstand.txt")

    assert (meeting.found, meeting.now) == (PARKS, said)
    assert sidecar.read_text() == '[meeting]\ncouncil = "Ambridge"\ndate = 2016-05-04\nstatus = "draft"\n'
    desk.tell("bandstand.txt", [Particulars()])
    (waiting,) = rested(desk).waiting
    assert waiting.reading.meetings[0].now == PARKS
    assert not sidecar.exists()


def test_of_several_meetings_in_a_file_each_is_corrected_alone(desk):
    waiting = hand_in(desk, "book.txt", TWO)
    found = [meeting.found for meeting in waiting.reading.meetings]
    assert [meeting.held_on for meeting in found] == [date(2016, 5, 3), date(2016, 6, 7)]
    desk.tell("book.txt", [found[0], Particulars(body="Trees Committee")])
    (waiting,) = rested(desk).waiting
    assert [m.now.body for m in waiting.reading.meetings] == ["Parks Committee", "Trees Committee"]
    assert [m.now.held_on for m in waiting.reading.meetings] == [date(2016, 5, 3), date(2016, 6, 7)]
    with pytest.raises(BadQuestion, match="changed meanwhile"):
        desk.tell("book.txt", found[:1])


def test_a_form_leaves_the_corrections_of_a_sidecar_that_was_handed_in_alone(desk, store):
    sidecar = (
        '[meeting]\nattendance = ["Cllr A Bell"]\n\n[[correction]]\nstarts = "RESOLVED"\nkind = "motion"\n'
    )
    desk.take("bandstand.txt.minutes.toml", [sidecar.encode()])
    hand_in(desk, "bandstand.txt")
    desk.tell("bandstand.txt", [Particulars(body="Trees Committee")])
    text = (store.folder / "incoming" / "bandstand.txt.minutes.toml").read_text()
    assert 'body = "Trees Committee"\nattendance = ["Cllr A Bell"]' in text
    assert 'starts = "RESOLVED"\nkind = "motion"' in text


def test_a_sidecar_that_names_meetings_by_their_words_is_not_rewritten(desk):
    desk.take(
        "book.txt.minutes.toml", [b'[[meeting]]\nmatch = "drains of 7 June"\nbody = "Trees Committee"\n']
    )
    waiting = hand_in(desk, "book.txt", TWO)
    assert [m.now.body for m in waiting.reading.meetings] == ["Parks Committee", "Trees Committee"]
    with pytest.raises(BadSidecar, match="change it by hand"):
        desk.tell("book.txt", [Particulars(), Particulars()])


def test_a_sidecar_without_its_file_and_one_that_is_damaged_are_told(desk):
    desk.take("july.txt.minutes.toml", [b"[meeting"])
    assert rested(desk).waiting[0].problem == "No file july.txt waits beside it."
    assert hand_in(desk, "july.txt").problem.startswith("july.txt.minutes.toml is not TOML")


def loaded(store, path):
    load(
        store, [parse(read_source(path))], HashEmbedder(), provenance={path.name: Provenance(path.as_posix())}
    )


def test_what_the_store_holds_already_is_told(desk, store, tmp_path):
    kept, elsewhere = store.folder / "minutes", tmp_path / "elsewhere"
    for folder in (kept, elsewhere):
        folder.mkdir()
    (kept / "bandstand.txt").write_text(BANDSTAND)
    (elsewhere / "draft.txt").write_text(
        BANDSTAND.replace("green", "red").replace("Minutes", "Draft minutes")
    )
    loaded(store, kept / "bandstand.txt")
    loaded(store, elsewhere / "draft.txt")

    def conflicts(name, text):
        return " ".join(hand_in(desk, name, text).conflicts)

    assert (
        conflicts("bandstand.txt", BANDSTAND)
        == "This very file is loaded already: adding it changes nothing."
    )
    assert conflicts("bandstand.txt", BANDSTAND + "\n1.2 More.\n") == (
        "A document of this name is loaded already and will be replaced. "
        "Minutes of this meeting are loaded already, as draft.txt (draft): both will be kept."
    )
    assert "The same file is loaded already, as bandstand.txt." in conflicts("other.txt", BANDSTAND)
    assert "told apart by their folders" in conflicts("draft.txt", BANDSTAND.replace("Parks", "Trees"))
    assert conflicts("new.txt", BANDSTAND.replace("Parks", "Trees")) == ""


def test_what_was_said_of_a_document_is_said_of_its_next_version_too(desk, store):
    kept = store.folder / "minutes"
    kept.mkdir()
    (kept / "bandstand.txt").write_text(BANDSTAND)
    (kept / "bandstand.txt.minutes.toml").write_text('[meeting]\nbody = "Trees Committee"\n')
    waiting = hand_in(desk, "bandstand.txt", BANDSTAND + "\n1.2 More.\n")
    assert waiting.reading.meetings[0].now.body == "Trees Committee"


@pytest.mark.parametrize(
    "deed", [lambda desk: desk.add(["../minutebook.db"]), lambda desk: desk.tell("x", [])]
)
def test_only_what_waits_is_added_or_corrected(desk, deed):
    with pytest.raises(UnknownSource):
        deed(desk)


def test_a_load_that_cannot_be_done_is_told_in_one_line_and_offered_again(desk, store):
    """A real child process, which finds a store of another embedder than its own."""
    hand_in(desk, "bandstand.txt")
    desk.add(["bandstand.txt"])
    sight = rested(desk)

    assert "built with the embedder hashing" in sight.load.problem
    assert "\n" not in sight.load.problem
    assert (sight.unfinished, sight.waiting) == (("bandstand.txt",), ())
    assert Desk(store).look().unfinished == ("bandstand.txt",)
    desk.take_back()
    sight = rested(desk)
    assert (sight.unfinished, [waiting.name for waiting in sight.waiting]) == ((), ["bandstand.txt"])
