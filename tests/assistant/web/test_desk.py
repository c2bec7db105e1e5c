"""The requests of the loading view over ASGI: open to officers alone, and no body or name makes them do more."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.access import Role, Users
from assistant.loading.desk import Desk
from assistant.loading.model import Added, Load, MeetingRead, Particulars, Reading, Sight, Waiting
from assistant.web.address import PublicAddress
from assistant.web.desk import DeskDoor
from assistant.web.doors import Doors
from assistant.web.loading import REFUSED, render_desk, render_loading
from tests.assistant.loading.conftest import BANDSTAND, rested
from tests.assistant.web.hostile import PAYLOADS
from tests.assistant.web.knocking import Inside, knock
from tests.assistant.web.reading import Read
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore

REQUESTS = [
    ("GET", "/loading/desk"),
    ("PUT", "/loading/files/july.txt"),
    ("POST", "/loading/tell"),
    ("POST", "/loading/remove"),
    ("POST", "/loading/add"),
    ("POST", "/loading/go-on"),
    ("POST", "/loading/take-back"),
    ("GET", "/loading/anything"),
]


@pytest.fixture
def desk(tmp_path):
    with MinutesStore.open(tmp_path / "store", HashEmbedder(), create=True) as store:
        desk = Desk(store)
        yield desk
        desk.close()


def house(desk, **settings):
    door = DeskDoor(Inside(), desk)
    return Doors(**settings).guard(door, host="127.0.0.1", title="Minutebook")


def tell(desk, deed, said):
    return knock(house(desk), f"/loading/{deed}", "POST", body=json.dumps(said).encode())


@pytest.mark.parametrize(("method", "path"), REQUESTS)
def test_a_reader_is_refused_everything_in_one_line(desk, tmp_path, method, path):
    users = Users(tmp_path / "users.json")
    users.add("ann", Role.READER, "three random words")
    token = {"authorization": f"Bearer {users.issue_token('ann')}"}
    everybody = Doors(open_to_all=True).guard(DeskDoor(Inside(), desk), host="0.0.0.0", title="Minutebook")
    for response in (
        knock(everybody, path, method, body=b"x"),
        knock(house(desk, users=users), path, method, headers=token, body=b"x"),
    ):
        assert (response.status, response.text) == (403, REFUSED)
    assert knock(house(desk, users=users), path, method, body=b"x").status == 401
    assert desk.look().waiting == ()


def test_an_officer_s_program_may_load_with_its_token(desk, tmp_path):
    users = Users(tmp_path / "users.json")
    users.add("ann", Role.OFFICER, "three random words")
    token = {"authorization": f"Bearer {users.issue_token('ann')}"}
    response = knock(house(desk, users=users), "/loading/files/july.txt", "PUT", headers=token, body=b"x")
    assert (response.status, response.text) == (201, "july.txt")


def test_another_site_s_page_loads_nothing(desk):
    for method, path in REQUESTS:
        assert knock(house(desk), path, method, headers={"origin": "https://evil.example"}).status == 403
    assert desk.look().waiting == ()


def test_a_file_is_handed_in_corrected_and_removed(desk):
    name = "Cofnodion Gŵyl & 1.txt"
    # As a server hands on an address: its escapes are undone.
    response = knock(house(desk), f"/loading/files/{name}", "PUT", body=BANDSTAND.encode())
    assert (response.status, response.text) == (201, name)
    rested(desk)
    meeting = {"council": "", "body": " Parks \u202e Committee ", "date": "2016-05-04", "status": "draft"}
    assert tell(desk, "tell", {"name": name, "meetings": [meeting]}).status == 200
    (waiting,) = rested(desk).waiting
    now = waiting.reading.meetings[0].now
    assert (now.council, now.body, str(now.held_on), now.status) == (
        "Ambridge Parish Council", "Parks Committee", "2016-05-04", "draft",
    )  # fmt: skip
    assert "corrected" in knock(house(desk), "/loading/desk").text
    assert tell(desk, "remove", {"names": [name]}).status == 200
    assert desk.look().waiting == ()


@pytest.mark.parametrize(
    ("deed", "body", "status"),
    [
        ("tell", b"{", 422),
        ("tell", b"[]", 422),
        ("tell", b"{}", 422),
        ("tell", b'{"name": "x", "meetings": [{"date": "soon"}]}', 422),
        ("tell", b'{"name": "x", "meetings": [{"date": 7}]}', 422),
        ("tell", b'{"name": "x", "meetings": [{"status": "secret"}]}', 422),
        ("tell", b'{"name": "../minutebook.db", "meetings": []}', 404),
        ("add", b'{"names": []}', 422),
        ("add", b'{"names": [1]}', 422),
        ("add", b'{"names": ["../minutebook.db"]}', 404),
        ("remove", b'{"names": "all"}', 422),
        ("go-on", b"", 422),
        ("elsewhere", b"{}", 404),
        ("add", b"x" * (1 << 21), 422),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(desk, deed, body, status):
    response = knock(house(desk), f"/loading/{deed}", "POST", body=body)
    assert response.status == status
    assert len(response.text.splitlines()) == 1


@pytest.mark.parametrize("name", ["..", "a/..", "", ".", "minutes.zip", "\u202e"])
def test_a_name_that_cannot_be_kept_is_told(desk, name):
    response = knock(house(desk), f"/loading/files/{name}", "PUT", body=b"x")
    assert (response.status, len(response.text.splitlines())) == (422, 1)
    assert desk.look().waiting == ()


def put(desk, messages, headers=()):
    """Hand in one file in pieces as a server would pass them on; gives the status, None if nobody was told."""
    sent, left = [], list(messages)

    async def receive():
        return left.pop(0)

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "method": "PUT", "path": "/loading/files/july.txt", "scheme": "http", "query_string": b"",
        "client": ("127.0.0.1", 5), "headers": [(b"host", b"localhost"), *headers],
    }  # fmt: skip
    asyncio.run(house(desk)(scope, receive, send))
    return sent[0]["status"]


def piece(body, more=True):
    return {"type": "http.request", "body": body, "more_body": more}


def test_a_file_arrives_in_pieces_or_not_at_all(desk):
    assert put(desk, [piece(b"one "), piece(b""), piece(b"two", more=False)]) == 201
    whole = desk._tray.path("july.txt")
    assert whole.read_bytes() == b"one two"
    assert put(desk, [piece(b"three"), {"type": "http.disconnect"}]) == 422
    assert whole.read_bytes() == b"one two"
    assert list(whole.parent.iterdir()) == [whole]


def test_a_file_that_says_it_is_too_large_is_refused_before_it_is_read(desk):
    assert put(desk, [], [(b"content-length", b"999999999999")]) == 422


OURS = {
    *(
        "section",
        "div",
        "h2",
        "h3",
        "h4",
        "p",
        "span",
        "label",
        "input",
        "button",
        "progress",
        "ul",
        "li",
        "a",
    ),
    *("article", "fieldset", "legend", "select", "option", "details", "summary", "datalist"),
}


@given(st.lists(st.text() | st.sampled_from(PAYLOADS), min_size=6, max_size=6))
def test_no_name_council_or_text_of_a_file_adds_an_element_to_the_view(words):
    hostile = [f'"><img src=x>{word}</details><svg onload=y>' for word in words]
    meeting = Particulars(council=hostile[1], body=hostile[2])
    reading = Reading(
        meetings=(MeetingRead(found=Particulars(), now=meeting),),
        items=1,
        passages=1,
        doubts=(hostile[3],),
        report=(hostile[4], hostile[5]),
        sha256=("", ""),
    )
    waiting = (
        Waiting(name=hostile[0], size=1, reading=reading, conflicts=(hostile[5],)),
        Waiting(name=hostile[0], size=1, problem=hostile[1]),
        Waiting(name=hostile[2], size=1, being_read=True),
    )
    ended = Load(
        files=1,
        running=False,
        added=(Added(source=hostile[0], meetings=(meeting,), passages=1),),
        failures=(hostile[3],),
        problem=hostile[4],
    )
    names = {"councils": (hostile[1],), "bodies": (hostile[2],), "unfinished": (hostile[0],)}
    for load in (ended, Load(files=1)):
        page = Read(render_loading(Sight(waiting=waiting, load=load, **names)))
        assert set(page.tags) <= OURS
        assert not [
            (name, value)
            for name, value in page.attributes
            if name.startswith("on")
            or name in ("src", "style", "action")
            or (name == "href" and not value.startswith("?"))
        ]


def test_what_is_said_aloud_is_one_line_that_says_where_things_stand():
    waiting = Waiting(name="july.txt", size=1, problem="july.txt is empty")

    def said(**given):
        return dict(Read(render_desk(Sight(**given))).attributes)["data-said"]

    assert said() == ""
    assert said(waiting=(waiting,)) == "1 file waiting. 1 file cannot be read."
    assert said(load=Load(files=4, read=4, stored=2)) == "Loading. 2 of 4 files can be asked about."
    added = Added(source="july.txt", meetings=(), passages=2)
    assert said(load=Load(files=1, running=False, added=(added,))) == "1 file loaded."
    assert said(load=Load(files=1, running=False, problem="The store is busy.")) == "The store is busy."


def test_the_address_is_quoted_in_the_link_that_asks_about_what_was_loaded():
    meeting = Particulars(council="A & B", body="<Parks>")
    load = Load(files=1, running=False, added=(Added(source="x", meetings=(meeting,), passages=1),))
    (link,) = [v for name, v in Read(render_desk(Sight(load=load))).attributes if name == "href"]
    assert link.startswith(f"?council={quote('A & B').replace('%20', '+')}&body=%3CParks%3E&q=")


def test_the_view_works_under_a_sub_path(desk):
    public = PublicAddress.read("https://council.example/minutes/")
    door = Doors(public=public, open_to_all=True).guard(DeskDoor(Inside(), desk), host="127.0.0.1", title="")
    response = knock(door, "/minutes/loading/desk", headers={"host": "council.example"})
    assert (response.status, response.text) == (403, REFUSED)  # reached, and closed to readers
