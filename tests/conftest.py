"""What all tests share: no network but loopback, no model hub, the data of others where it lies beside us."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything is imported that reads them; the processes that tests start inherit them.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_OFFLINE"] = "1"
os.environ["ANONYMIZED_TELEMETRY"] = "False"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

settings.register_profile("any machine", deadline=None)  # a slow machine is no wrong answer
settings.load_profile("any machine")

REPOSITORY = Path(__file__).resolve().parents[1]


class NetworkBlockedError(OSError):
    """A test tried to leave this machine."""


def _is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def attempts() -> Iterator[list[str]]:
    """Every try to leave this machine fails and is kept; at the end there must be none, swallowed or not."""
    tried: list[str] = []
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(host: object) -> None:
        if not _is_loopback(host):
            tried.append(str(host))
            raise NetworkBlockedError(f"tests may not reach {host}")

    def guarded_connect(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            check(address[0])
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: object) -> int:
        if self.family != socket.AF_UNIX:
            check(address[0])
        return connect_ex(self, address)

    def guarded_look_up(host: object, *args: object, **kwargs: object) -> object:
        check(host)
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield tried
    assert tried == [], "something tried to leave this machine"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of minutes, questions and measures that may lie beside the checkout; else the test skips."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "measure" / "score.py").exists():
        pytest.skip("no folder `shared` with minutes and measures lies beside this checkout")
    return folder
