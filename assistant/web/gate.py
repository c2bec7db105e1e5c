"""The door of the chat where people have to log in: cookies of browsers, tokens of programs, logging in and out."""

from __future__ import annotations

import asyncio
import logging
import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote

from assistant.access import Person, Role, Sessions, Throttle, Users, UsersUnusable
from assistant.web.address import PublicAddress
from assistant.web.asgi import App, Receive, Scope, Send, header, read_body, respond
from assistant.web.login_page import render_bounce, render_login

_COOKIE = "minutebook_session"
_LONGEST_FORM = 16_384
_OURS = re.compile(r"/(?![/\\])[!-~]*")
"""A path on this server: an address that begins with two slashes is another's."""
_PERSON = "minutebook.person"
_log = logging.getLogger(__name__)


def person_of(scope: Scope) -> Person:
    """Who sent a request; where nobody has to log in, a reader without a name."""
    person = scope.get(_PERSON)
    return person if isinstance(person, Person) else Person(None, Role.READER)


class OpenDoor:
    """ASGI middleware where nobody has to log in: everybody has the same role."""

    def __init__(self, app: App, role: Role) -> None:
        self._app = app
        self._person = Person(None, role)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"].rstrip("/") in ("/login", "/logout"):
            await respond(send, 404, "There is no log-in here.")
        else:
            await self._app({**scope, _PERSON: self._person}, receive, send)


class Gate:
    """ASGI middleware: nothing behind it is answered for anybody who is not logged in."""

    def __init__(self, app: App, users: Users, *, title: str, public: PublicAddress | None = None) -> None:
        self._app = app
        self._users = users
        self._title = title
        self._root = public.path if public else ""
        self._sessions = Sessions(users)
        self._throttle = Throttle()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            await self._answer(scope, receive, send)
        except UsersUnusable as error:
            _log.error("%s", error)
            await respond(
                send, 503, "Nobody can log in just now. Whoever looks after this server has been told why."
            )

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, method = scope["path"].rstrip("/"), scope["method"]
        if path == "/login" and method in ("GET", "HEAD"):
            await self._page(send, 200, to=_asked_for(scope))
        elif path == "/login" and method == "POST":
            await self._log_in(scope, receive, send)
        elif path == "/logout":
            await self._log_out(scope, send)
        elif path == "/favicon.ico":  # browsers ask for it without the cookie of a sub-path
            await self._app(scope, receive, send)
        elif (person := self._person(scope)) is not None:
            await self._app({**scope, _PERSON: person}, receive, send)
        else:
            await self._turn_away(scope, send)

    def _person(self, scope: Scope) -> Person | None:
        kind, _, token = header(scope, b"authorization").partition(" ")
        if kind.lower() == "bearer":
            user = self._users.with_token(token.strip())
        else:
            key = _key(scope)
            user = self._sessions.user(key) if key else None
        return user.person if user else None

    async def _log_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await read_body(receive, _LONGEST_FORM)
        if body is None:
            await respond(send, 413, "That is no log-in.")
            return
        form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        name, password, to = (form.get(field, [""])[0] for field in ("name", "password", "to"))
        address = scope["client"][0]
        wait = self._throttle.attempt(name, address)
        if wait:
            told = f"Too many attempts. Please try again in {-(-wait // 60)} minutes."
            await self._page(send, 429, to=to, name=name, problem=told, retry=wait)
            return
        # In a thread: it takes a third of a second on purpose, and everybody else is being answered meanwhile.
        user = await asyncio.to_thread(self._users.with_password, name, password)
        if user is None:
            _log.warning("failed log-in for %r from %s", name[:64], address)
            await self._page(send, 401, to=to, name=name, problem="The name or the password is not right.")
            return
        self._throttle.succeed(name, address)
        cookie = self._cookie(scope, self._sessions.begin(user))
        there = self._root + (to if _OURS.fullmatch(to) else "/")
        await respond(send, 303, headers=[(b"location", there.encode()), (b"set-cookie", cookie)])

    async def _log_out(self, scope: Scope, send: Send) -> None:
        if scope["method"] != "POST":  # a link or a picture elsewhere must log nobody out
            await respond(send, 405, "Use the button to log out.", headers=[(b"allow", b"POST")])
            return
        self._sessions.end(_key(scope))
        gone = self._cookie(scope, "", "; Max-Age=0")
        login = f"{self._root}/login".encode()
        await respond(send, 303, headers=[(b"location", login), (b"set-cookie", gone)])

    async def _turn_away(self, scope: Scope, send: Send) -> None:
        query = scope["query_string"].decode("latin-1")
        asked = quote(scope["path"]) + (f"?{query}" if query else "")
        if scope["method"] != "GET" or "text/html" not in header(scope, b"accept"):
            told = "Log in first: programs send the header 'Authorization: Bearer TOKEN' (docs/api.md)."
            await respond(send, 401, told, headers=[(b"www-authenticate", b"Bearer")])
        elif header(scope, b"sec-fetch-site") == "cross-site":
            await respond(send, 200, render_bounce(self._root + asked), kind="text/html")
        else:
            to = "" if asked == "/" else f"?to={quote(asked, safe='')}"
            await respond(send, 303, headers=[(b"location", f"{self._root}/login{to}".encode())])

    async def _page(
        self, send: Send, status: int, *, to: str, name: str = "", problem: str = "", retry: int = 0
    ) -> None:
        page = render_login(self._root, title=self._title, to=to, name=name[:64], problem=problem)
        headers = [(b"retry-after", str(retry).encode())] if retry else []
        await respond(send, status, page, kind="text/html", headers=headers)

    def _cookie(self, scope: Scope, key: str, more: str = "") -> bytes:
        secure = "; Secure" if scope["scheme"] == "https" else ""
        return f"{_COOKIE}={key}; Path={self._root}/; HttpOnly; SameSite=Strict{secure}{more}".encode()


def _key(scope: Scope) -> str:
    try:
        found = SimpleCookie(header(scope, b"cookie")).get(_COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _asked_for(scope: Scope) -> str:
    to = parse_qs(scope["query_string"].decode("latin-1")).get("to", [""])[0]
    return to if _OURS.fullmatch(to) else ""
