"""Processes that are kept running."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from pathlib import Path

import pytest

from foedera.model.errors import FoederaError
from foedera.server import crew
from foedera.server.settings import ServerSettings

_PATIENCE = 60  # seconds: a new process loads libraries, and the machine may be busy


def notes_that_it_works(settings: ServerSettings, listening: socket.socket) -> None:
    """Leaves a file of its process's number, then waits to be ended."""
    (Path(settings.record) / str(os.getpid())).touch()
    time.sleep(_PATIENCE)


def ends_at_once(settings: ServerSettings, listening: socket.socket) -> None:
    """Does nothing."""


def test_one_that_ends_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a process dies after a while, another takes over; all of them end with SIGTERM."""
    monkeypatch.setattr(crew, "_SOON", 0.0)
    seen: list[str] = []

    def kill_one_then_stop() -> None:
        seen.extend(_wait_for(tmp_path, 2))
        os.kill(int(seen[0]), signal.SIGKILL)
        seen.extend(set(_wait_for(tmp_path, 3)) - set(seen))
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=kill_one_then_stop).start()
    with socket.socket() as listening:
        crew.run_crew(notes_that_it_works, ServerSettings(str(tmp_path)), [listening, listening])

    assert len(set(seen)) == 3
    assert not any(Path(f"/proc/{number}").exists() for number in seen)


def _wait_for(folder: Path, number: int) -> list[str]:
    """The names of the files in a folder, once there are so many."""
    until = time.monotonic() + _PATIENCE
    while len(found := [each.name for each in folder.iterdir()]) < number and time.monotonic() < until:
        time.sleep(0.05)
    return found


def test_what_cannot_start_is_not_started_for_ever(tmp_path: Path) -> None:
    """A process that ends as soon as it began would do so again: the server ends and says so."""
    with socket.socket() as listening, pytest.raises(FoederaError, match="ended as soon as it began"):
        crew.run_crew(ends_at_once, ServerSettings(str(tmp_path)), [listening])
