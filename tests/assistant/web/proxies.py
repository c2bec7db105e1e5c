"""Proxies to put in front of a chat: a plain one of our own, and Caddy where it is installed."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import threading
import time

CADDYFILE = """
{{
    admin off
    auto_https disable_redirects
    skip_install_trust
}}
https://localhost:{port} {{
    tls internal
    redir /minutes /minutes/
    {handle} /minutes/* {{
        reverse_proxy 127.0.0.1:{behind} {{
            flush_interval -1
        }}
    }}
    respond "another page of the council" 200
}}
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


@contextlib.contextmanager
def relay(port, behind):
    """Pass everything on `port` to the server on `behind`, byte by byte: a proxy that leaves the sub-path."""
    listening = socket.create_server(("127.0.0.1", port))

    def pump(source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    def accept():
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = listening.accept()
                server = socket.create_connection(("127.0.0.1", behind))
                for pair in ((visitor, server), (server, visitor)):
                    threading.Thread(target=pump, args=pair, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield
    listening.close()


@contextlib.contextmanager
def caddy(port, behind, folder, *, strips):
    """Caddy with a certificate of its own; `strips` takes the sub-path off before it passes a request on."""
    config = folder / "Caddyfile"
    handle = "handle_path" if strips else "handle"
    config.write_text(CADDYFILE.format(port=port, behind=behind, handle=handle), "utf-8")
    environment = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [shutil.which("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            _wait_for(port, running)
            yield
        finally:
            running.terminate()
            running.communicate()


def _wait_for(port, running):
    for _ in range(300):
        if running.poll() is not None:
            raise RuntimeError(f"caddy ended: {running.stderr.read()[-500:]}")
        with contextlib.suppress(OSError), socket.create_connection(("localhost", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError("caddy did not answer")
