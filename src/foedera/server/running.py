"""Running the application in one process or in several, until it is stopped."""

from __future__ import annotations

import os
from contextlib import suppress
from socket import socket
from typing import Any

import uvicorn

from foedera.server.app import create_app
from foedera.server.settings import ServerSettings

# Errors are told, requests are not: whoever reads the record leaves no trace in a log. Three seconds are what
# connections get that are still open when the server stops; half a minute, how long an idle one is kept for the next page.
_WAY: dict[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "server_header": False,
    "timeout_graceful_shutdown": 3,
    "timeout_keep_alive": 30,
}


def run_server(settings: ServerSettings, listening: socket, *, workers: int = 1) -> None:
    """Serve on a socket that is bound already; comes back when the user presses Ctrl-C. Raises StoreUnavailable."""
    with suppress(KeyboardInterrupt):
        if workers == 1:
            uvicorn.Server(uvicorn.Config(create_app(settings), **_WAY)).run(sockets=[listening])
        else:
            os.environ.update(settings.to_environment())
            place = "foedera.server.app:app_from_environment"
            uvicorn.run(place, factory=True, workers=workers, fd=listening.fileno(), **_WAY)
