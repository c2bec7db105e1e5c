"""Which addresses are answered, whose word is believed about them, and when a lock is demanded."""

from __future__ import annotations

import socket

import pytest

from assistant.access import Role, Users
from assistant.web import serve
from assistant.web.address import BadAddress, PublicAddress
from assistant.web.doors import Doors, OpenToAll
from tests.assistant.web.knocking import Inside, knock

PUBLIC = PublicAddress.read("https://council.example/minutes/")


@pytest.fixture
def inside():
    return Inside()


def house(inside, **settings):
    return Doors(**settings).guard(inside, host="127.0.0.1", title="Minutebook")


@pytest.mark.parametrize("settings", [{}, {"public": PUBLIC}])
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "127.0.0.1", "localhost"])
def test_what_others_can_reach_needs_a_log_in_or_the_word_that_none_is_meant(host, settings, tmp_path):
    doors = Doors(**settings)
    if not settings and host in ("127.0.0.1", "localhost"):
        doors.check(host)
    else:
        with pytest.raises(OpenToAll, match="--users FILE for a log-in, or --open-to-all") as told:
            serve(None, host=host, port=0, doors=doors)
        assert "\n" not in str(told.value)
        users = Users(tmp_path / "users.json")
        users.add("ann", Role.READER, "three random words")
        Doors(users=users, **settings).check(host)
        Doors(open_to_all=True, **settings).check(host)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:7860", "localhost.evil.example", "", "127.0.0.1.evil.example", "a b"],
)
def test_a_name_that_somebody_turned_to_this_computer_is_not_answered(inside, host):
    assert knock(house(inside), headers={"host": host}).status == 421
    assert inside.reached == []


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:7860", "127.0.0.1:7860", "[::1]:7860", "192.168.1.5", socket.gethostname()],
)
def test_addresses_in_figures_and_this_computer_s_own_name_are_answered(inside, host):
    assert knock(house(inside), headers={"host": host}).status == 200


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://localhost:1", "https://localhost:7860", "http://127.0.0.1:7860"],
)
def test_a_request_of_another_site_s_script_is_not_answered(inside, origin):
    assert knock(house(inside), "/gradio_api/queue/join", "POST", headers={"origin": origin}).status == 403
    assert inside.reached == []


def test_our_own_page_s_requests_are_answered(inside):
    headers = {"origin": "http://localhost:7860", "sec-fetch-site": "same-origin"}
    assert knock(house(inside), "/gradio_api/queue/join", "POST", headers=headers).status == 200


def test_a_form_of_our_own_page_is_answered_though_it_does_not_say_where_it_stands(inside):
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    assert knock(house(inside), "/gradio_api/queue/join", "POST", headers=headers).status == 200
    assert knock(house(inside), "/", "POST", headers=headers | {"sec-fetch-site": "cross-site"}).status == 403


@pytest.mark.parametrize("came", ["cross-site", "same-site"])
def test_another_site_may_link_here_and_no_more(inside, came):
    linked = {"sec-fetch-site": came, "sec-fetch-dest": "document", "sec-fetch-mode": "navigate"}
    assert knock(house(inside), headers=linked).status == 200
    for headers in (linked | {"sec-fetch-dest": "image"}, linked | {"sec-fetch-dest": "script"}):
        assert knock(house(inside), headers=headers).status == 403
    assert knock(house(inside), "/logout", "POST", headers=linked).status == 403


@pytest.mark.parametrize("path", ["/minutes/config", "/config"])
def test_the_sub_path_is_taken_off_where_the_proxy_leaves_it(inside, path):
    knock(house(inside, public=PUBLIC, open_to_all=True), path, headers={"host": "council.example"})
    assert (inside.last["path"], inside.last["raw_path"]) == ("/config", b"/config")
    assert inside.last["scheme"] == "https"


def test_the_sub_path_without_its_slash_leads_to_the_page(inside):
    response = knock(house(inside, public=PUBLIC), "/minutes", headers={"host": "council.example"})
    assert (response.status, response.headers["location"]) == (308, "https://council.example/minutes/")


def test_the_address_people_open_is_known_and_its_own_page_may_ask(inside):
    proxied = {"host": "127.0.0.1:7860", "origin": "https://council.example"}
    named = {"host": "council.example", "origin": "https://council.example"}
    for headers in (proxied, named):
        assert knock(house(inside, public=PUBLIC), headers=headers).status == 200
    assert (
        knock(house(inside, public=PUBLIC), headers=named | {"origin": "http://council.example"}).status
        == 403
    )


def test_nobody_is_believed_who_only_claims_to_forward(inside):
    claims = {
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        "x-forwarded-for": "10.9.9.9",
        "x-forwarded-prefix": "/evil",
        "forwarded": "for=10.9.9.9",
        "x-gradio-server": "http://evil.example",
    }
    knock(house(inside), headers=claims, client="192.0.2.7")
    assert [name for name, _ in inside.last["headers"]] == [b"host"]
    assert inside.last["client"][0] == "192.0.2.7"
    assert inside.last["scheme"] == "http"


@pytest.mark.parametrize(
    ("hops", "visitor"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("6.6.6.6, 203.0.113.9", "203.0.113.9"),
        ("203.0.113.9, 10.0.0.2", "203.0.113.9"),
        ("", "127.0.0.1"),
        ("garbage", "garbage"),
    ],
)
def test_the_visitor_is_the_nearest_address_that_no_trusted_proxy_has(inside, hops, visitor):
    app = house(inside, proxies=("127.0.0.1", "10.0.0.0/8"))
    knock(app, headers={"x-forwarded-for": hops})
    assert inside.last["client"][0] == visitor


@pytest.mark.parametrize(
    "url",
    [
        "council.example",
        "ftp://council.example",
        "https://",
        "https://a b",
        "https://c.example/?x",
        "https://u:p@c.example",
        "https://c.example/a//b",
        "https://c.example/\n",
    ],
)
def test_an_address_that_nobody_could_open_is_told_in_one_line(url):
    with pytest.raises(BadAddress, match="write it as https://") as told:
        PublicAddress.read(url)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("path", ["", "/", "/minutes", "/minutes/", "/a/b"])
def test_an_address_is_read_with_or_without_its_last_slash(path):
    address = PublicAddress.read(f"HTTPS://Council.example:8443{path}")
    assert (address.scheme, address.host, address.path) == ("https", "council.example:8443", path.rstrip("/"))


@pytest.mark.parametrize(
    "path", ["/minutes/gradio_api/upload", "/minutes/gradio_api/file=/etc/passwd", "/gradio_api/run/x"]
)
def test_routes_that_the_page_does_not_need_are_closed_under_a_sub_path_too(inside, path):
    response = knock(
        house(inside, public=PUBLIC, open_to_all=True), path, headers={"host": "council.example"}
    )
    assert response.status == 404
    assert inside.reached == []


def test_every_door_s_own_responses_carry_the_headers(inside, tmp_path):
    users = Users(tmp_path / "users.json")
    users.add("ann", Role.READER, "three random words")
    app = house(inside, users=users)
    turned_away = [
        knock(app, headers={"host": "evil.example"}),
        knock(app, headers={"origin": "https://evil.example"}),
        knock(app, "/login"),
        knock(app, "/config"),
        knock(app, "/gradio_api/upload"),
    ]
    assert [response.status for response in turned_away] == [421, 403, 200, 401, 404]
    for response in turned_away:
        assert "default-src 'self'" in response.headers["content-security-policy"]
        assert response.headers["x-content-type-options"] == "nosniff"
