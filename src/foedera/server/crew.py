"""Several processes that do the same work, kept running until they are told to stop."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from socket import socket
from types import FrameType

from foedera.model.errors import FoederaError
from foedera.server.settings import ServerSettings

Work = Callable[[ServerSettings, socket], None]

_SOON = 10.0  # seconds: a process that ends so soon would end again


def run_crew(work: Work, settings: ServerSettings, sockets: Sequence[socket]) -> None:
    """Have `work` done by one process for each socket, until Ctrl-C or SIGTERM.

    A process that ends by itself is replaced, and its connections wait for the next at its socket. Raises FoederaError if one
    ends as soon as it began.
    """
    crew: list[_Member] = []
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        with suppress(KeyboardInterrupt):
            crew.extend(_Member(work, settings, listening) for listening in sockets)
            while True:
                wait([each.process.sentinel for each in crew])
                crew[:] = [each if each.process.is_alive() else each.successor() for each in crew]
    finally:
        signal.signal(signal.SIGTERM, before)
        with suppress(KeyboardInterrupt):
            for each in crew:
                each.process.terminate()
            for each in crew:
                each.process.join()


class _Member:
    """A process at its socket, and since when."""

    def __init__(self, work: Work, settings: ServerSettings, listening: socket) -> None:
        self.process = multiprocessing.get_context("spawn").Process(target=work, args=(settings, listening))
        self._task = (work, settings, listening)
        self._since = time.monotonic()
        self.process.start()

    def successor(self) -> _Member:
        """The process that takes over where this one ended."""
        if time.monotonic() - self._since < _SOON:
            raise FoederaError("a process of the server ended as soon as it began.", mend="It said why just above.")
        return _Member(*self._task)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
