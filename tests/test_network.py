"""The guard of the test session: nothing leaves this machine, and loopback works."""

import socket
import threading

import pytest


def test_a_connection_to_another_machine_fails_and_is_kept(attempts):
    with socket.socket() as outward, pytest.raises(OSError, match="tests may not reach"):
        outward.connect(("192.0.2.1", 80))  # an address set aside for documentation
    assert attempts.pop() == "192.0.2.1"


def test_a_name_of_another_machine_is_not_even_looked_up(attempts):
    with pytest.raises(OSError, match="tests may not reach"):
        socket.create_connection(("huggingface.invalid", 443))
    assert attempts.pop() == "huggingface.invalid"


def test_loopback_can_be_reached(attempts):
    with socket.create_server(("127.0.0.1", 0)) as server:
        answering = threading.Thread(target=lambda: server.accept()[0].sendall(b"here"))
        answering.start()
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            assert client.recv(4) == b"here"
        answering.join()
    assert attempts == []
