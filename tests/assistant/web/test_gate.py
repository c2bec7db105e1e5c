"""Where people have to log in, nothing is answered before they have, and nothing is given away on the way."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest

from assistant.access import Person, Role, Users
from assistant.web.doors import Doors
from assistant.web.gate import person_of
from tests.assistant.web.knocking import Inside, knock

PASSWORD = "three random words"
BROWSER = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def users(tmp_path_factory):
    made = Users(tmp_path_factory.mktemp("users") / "users.json")
    made.add("Ann", Role.OFFICER, PASSWORD)
    return made


@pytest.fixture
def inside():
    return Inside()


@pytest.fixture
def house(users, inside):
    return Doors(users=users).guard(inside, host="127.0.0.1", title="Minutebook")


def log_in(house, name="Ann", password=PASSWORD, to="", **more):
    body = urlencode({"name": name, "password": password, "to": to}).encode()
    return knock(house, "/login", "POST", body=body, **more)


def cookie_of(response):
    return {"cookie": response.headers["set-cookie"].split(";")[0]}


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/", "GET"),
        ("/config", "GET"),
        ("/gradio_api/info", "GET"),
        ("/gradio_api/queue/join", "POST"),
        ("/gradio_api/queue/data", "GET"),
        ("/gradio_api/call/ask", "POST"),
        ("/assets/index.js", "GET"),
        ("/theme.css", "GET"),
        ("/login/../config", "GET"),
        ("/gradio_api/login", "GET"),
    ],
)
def test_nothing_is_answered_before_somebody_logs_in(house, inside, path, method):
    response = knock(house, path, method)
    assert response.status in (401, 404)
    assert inside.reached == []


def test_a_browser_is_led_to_the_page_for_logging_in_and_back_to_what_it_asked_for(house, inside):
    led = knock(house, "/?passage=a%2Fb&x=1", headers=BROWSER)
    assert (led.status, led.headers["location"]) == (303, "/login?to=%2F%3Fpassage%3Da%252Fb%26x%3D1")
    page = knock(house, led.headers["location"], headers=BROWSER)
    to = re.search(r'name="to" value="([^"]*)"', page.text)[1].replace("&amp;", "&")
    back = log_in(house, to=to)

    assert (back.status, back.headers["location"]) == (303, "/?passage=a%2Fb&x=1")
    assert knock(house, "/", headers=cookie_of(back)).text == "inside"
    assert person_of(inside.last) == Person("Ann", Role.OFFICER)


@pytest.mark.parametrize(
    "to", ["//evil.example", "/\\evil.example", "https://evil.example", "/\r\nX: y", "javascript:x"]
)
def test_nobody_is_led_to_another_site_after_logging_in(house, to):
    assert log_in(house, to=to).headers["location"] == "/"


def test_the_cookie_is_for_this_site_alone_and_no_script_can_read_it(house):
    attributes = log_in(house).headers["set-cookie"].split("; ")
    assert attributes[0].startswith("minutebook_session=")
    assert attributes[1:] == ["Path=/", "HttpOnly", "SameSite=Strict"]


def test_a_wrong_password_and_an_unknown_name_are_told_alike(house):
    wrong, unknown = log_in(house, password="x"), log_in(house, name="Bob")
    assert wrong.status == unknown.status == 401
    assert "set-cookie" not in wrong.headers
    assert wrong.text.replace("Ann", "") == unknown.text.replace("Bob", "")
    assert "The name or the password is not right." in wrong.text


def test_after_five_failures_the_right_password_has_to_wait_too(house):
    assert [log_in(house, password="x").status for _ in range(5)] == [401] * 5
    told = log_in(house)
    assert told.status == 429
    assert 0 < int(told.headers["retry-after"]) <= 900
    assert "Please try again in 15 minutes." in told.text
    assert log_in(house, client="10.1.1.1").status == 303


def test_what_was_typed_comes_back_as_text_and_the_password_does_not(house):
    page = log_in(house, name='"><script>x</script>', password="my secret")
    assert "<script>" not in page.text
    assert "my secret" not in page.text


def test_logging_out_ends_the_session_on_the_server(house):
    cookie = cookie_of(log_in(house))
    out = knock(house, "/logout", "POST", headers=cookie)
    assert (out.status, out.headers["location"]) == (303, "/login")
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert knock(house, "/", headers=cookie).status == 401


def test_a_link_cannot_log_anybody_out(house):
    cookie = cookie_of(log_in(house))
    assert knock(house, "/logout", headers=cookie).status == 405
    assert knock(house, "/", headers=cookie).status == 200


def test_a_program_comes_in_with_its_token_and_no_other(house, users, inside):
    token = users.issue_token("Ann")
    assert knock(house, "/config", headers={"authorization": f"Bearer {token}"}).text == "inside"
    assert person_of(inside.last).name == "Ann"
    refused = knock(house, "/config", headers={"authorization": f"Bearer {token}x"})
    assert (refused.status, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert "docs/api.md" in refused.text


def test_a_wrong_token_is_not_made_good_by_a_cookie(house):
    headers = {**cookie_of(log_in(house)), "authorization": "Bearer mb_wrong"}
    assert knock(house, "/", headers=headers).status == 401


@pytest.mark.parametrize(
    "cookie", ["minutebook_session=", "minutebook_session=x", 'a="\\', "\xff", ";;;=", "x" * 9000]
)
def test_a_cookie_that_is_not_ours_lets_nobody_in(house, cookie):
    assert knock(house, "/", headers={"cookie": cookie}).status == 401


def test_a_link_in_an_e_mail_is_opened_once_more_from_here_so_that_the_cookie_comes_along(house):
    came = {**BROWSER, "sec-fetch-site": "cross-site", "sec-fetch-dest": "document"}
    page = knock(house, '/?passage=a"b', headers=came)
    assert page.status == 200
    assert 'content="0;url=/?passage=a&quot;b"' in page.text
    again = knock(house, "/?passage=a", headers={**BROWSER, "sec-fetch-site": "same-origin"})
    assert again.status == 303


def test_a_form_that_is_no_log_in_is_not_read_to_its_end(house):
    assert knock(house, "/login", "POST", body=b"x" * 20_000).status == 413


def test_a_file_of_users_that_went_bad_locks_everybody_out_and_says_no_more(tmp_path, inside):
    users = Users(tmp_path / "users.json")
    users.add("Ann", Role.READER, PASSWORD)
    house = Doors(users=users).guard(inside, host="127.0.0.1", title="Minutebook")
    cookie = cookie_of(log_in(house))
    users.path.write_text("{", "utf-8")
    response = knock(house, "/", headers=cookie)

    assert response.status == 503
    assert str(tmp_path) not in response.text
    assert inside.reached == []


def test_without_users_nobody_is_asked_and_no_cookie_is_set(inside):
    house = Doors().guard(inside, host="127.0.0.1", title="Minutebook")
    response = knock(house)
    assert response.text == "inside"
    assert "set-cookie" not in response.headers
    assert [knock(house, path).status for path in ("/login", "/logout", "/login/")] == [404] * 3


def test_whoever_sits_at_the_computer_is_an_officer_and_whoever_comes_from_elsewhere_a_reader(inside):
    for host, role in (("127.0.0.1", Role.OFFICER), ("::1", Role.OFFICER), ("0.0.0.0", Role.READER)):
        knock(Doors(open_to_all=True).guard(inside, host=host, title=""))
        assert person_of(inside.last) == Person(None, role)
