"""The doors in front of the page, in their order, and the rule for when there must be a lock."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from assistant.access import Role, Users
from assistant.web.address import PublicAddress
from assistant.web.asgi import App
from assistant.web.forwarding import Forwarding
from assistant.web.gate import Gate, OpenDoor
from assistant.web.origins import SameSite
from assistant.web.security import SecurityHeaders
from ingest import MinutesError


class OpenToAll(MinutesError):
    """The chat could be reached from elsewhere, and nobody has said who may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """How the chat is reached.

    Attributes:
        users: who may log in; None asks nobody.
        public: the address that people open, where a proxy stands in front.
        proxies: addresses or networks of proxies, believed when they say whom they ask for.
        open_to_all: others may read without a log-in, and that is meant.
    """

    users: Users | None = None
    public: PublicAddress | None = None
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    open_to_all: bool = False

    def check(self, host: str) -> None:
        """Make sure that a chat served on `host` is open to those it is meant for.

        Raises:
            OpenToAll: others could reach it without a log-in, and `open_to_all` does not say so.
            UsersUnusable: nobody could log in.
        """
        if self.users is not None:
            self.users.all()
        elif not self.open_to_all and not self.is_private(host):
            reached = f"at {self.public}" if self.public else f"on {host}"
            raise OpenToAll(
                f"served {reached}, everybody who can reach it could read the minutes: give --users FILE for a "
                "log-in, or --open-to-all if that is meant"
            )

    def is_private(self, host: str) -> bool:
        """Whether only people at this computer can reach it."""
        return self.public is None and _is_loopback(host)

    def guard(self, app: App, *, host: str, title: str) -> App:
        """The application behind its doors, the outermost first: proxy, headers, other sites, log-in."""
        if self.users is not None:
            app = Gate(app, self.users, title=title, public=self.public)
        else:
            # Whoever sits at this computer can run `minutebook ingest` too.
            app = OpenDoor(app, Role.OFFICER if self.is_private(host) else Role.READER)
        return Forwarding(SecurityHeaders(SameSite(app, self.public)), self.public, self.proxies)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
