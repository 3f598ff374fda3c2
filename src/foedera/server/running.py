"""Running the application in one process or in several, until it is stopped."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import uvicorn

from foedera.server.app import create_app
from foedera.server.crew import run_crew
from foedera.server.settings import ServerSettings
from foedera.server.warming import Slow, kept_warm

# Errors are told, requests are not: whoever reads the record leaves no trace in a log. Three seconds are what
# connections get that are still open when the server stops; half a minute, how long an idle one is kept for the next page.
_WAY: dict[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "server_header": False,
    "timeout_graceful_shutdown": 3,
    "timeout_keep_alive": 30,
}
_BACKLOG = 2048
_COLLECT_AFTER = (10_000, 20, 100)  # new objects; rounds of the youngest; rounds of the next: then all are looked at


def run_server(settings: ServerSettings, sockets: Sequence[socket.socket]) -> None:
    """Serve with one process for each socket (see `sockets_for`), until the user presses Ctrl-C. Raises StoreUnavailable."""
    if len(sockets) == 1:
        serve_at(settings, sockets[0])
    else:
        run_crew(serve_at, settings, sockets)


def serve_at(settings: ServerSettings, listening: socket.socket) -> None:
    """Serve in this process, on this socket, until it is told to stop."""
    # An answer leaves in two pieces, head and body. Without this the second waits until the first was acknowledged,
    # 40 ms later; whoever accepts a connection gets it from the socket that listens.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    app = create_app(settings)
    slow = Slow(app)
    _collect_seldom()
    with kept_warm(slow, app.state.record), suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn.Config(slow, **_WAY)).run(sockets=[listening])


def _collect_seldom() -> None:
    """Have Python look for circles among the objects that it keeps after so many more were made, and not at the rest again.

    Claims that are remembered make a million objects without a circle; to look through them takes a third of a second,
    in which nobody is answered.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT_AFTER)


def sockets_for(listening: socket.socket, workers: int) -> list[socket.socket]:
    """A socket for each process, all at the address of the one given, which is closed if there are several.

    Tell nobody the address before: whoever has connected to the one that is closed is cut off.
    On Linux each process has its own, and the kernel spreads connections evenly; at a shared one, whichever process wakes
    first takes all that wait (of 64 connections, 6 and 58). Elsewhere the kernel does not spread them: there the one is shared.
    """
    if workers == 1 or sys.platform != "linux":
        return [listening] * workers
    family, address = listening.family, listening.getsockname()
    listening.close()  # it was bound alone, so nobody else listens here
    found = []
    for _ in range(workers):
        own = socket.socket(family, socket.SOCK_STREAM)
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        own.bind(address)
        own.listen(_BACKLOG)
        found.append(own)
    return found
