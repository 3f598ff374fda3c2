"""`foedera serve`, started as a user would start it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedera.client import Client, ServerUnreachable
from foedera.record import open_record
from tests.record.world import PACT, read_into

_PATIENCE = 120  # seconds: the machine that runs the tests may be busy


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with open_record(tmp_path / "record.sqlite", baseline=False) as record:
        read_into(record, PACT)
    return tmp_path / "record.sqlite"


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[str]]]:
    """The processes that a test started, ended in the end."""
    running: list[subprocess.Popen[str]] = []
    yield running
    for process in running:
        process.kill()
        process.wait()


def start(place: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from foedera.cli import main; main()", "serve", "--record", str(place), *options]
    environment = os.environ | {"XDG_CACHE_HOME": str(place.parent / "cache")}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)


@pytest.mark.parametrize("options", [(), ("--workers", "2")], ids=["one process", "two processes"])
def test_serve_until_stopped(place: Path, started: list[subprocess.Popen[str]], options: tuple[str, ...]):
    """The server says where it is, answers there, and ends quietly with Ctrl-C."""
    process = start(place, "--port", "0", *options)
    started.append(process)
    assert process.stderr is not None
    address = process.stderr.readline().split(" at ")[1].split(" ")[0]

    claims = list(Client(address, timeout=_PATIENCE).claims())
    process.send_signal(signal.SIGINT)

    assert [str(claim.when) for claim in claims] == ["2018", "2019"]
    assert process.wait(_PATIENCE) == 0
    assert process.stderr.read() == ""
    with pytest.raises(ServerUnreachable):
        Client(address, timeout=5).claim("c-0")


def test_a_port_that_is_taken(place: Path, started: list[subprocess.Popen[str]]):
    """Where another program listens, the message says so and names a way out."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = start(place, "--port", str(port))
        started.append(process)
        _, said = process.communicate(timeout=_PATIENCE)

    assert process.returncode == 2
    assert f"port {port} is taken" in said
    assert f"--port {port + 1}" in said


def test_an_address_that_is_not_here(place: Path, started: list[subprocess.Popen[str]]):
    """A host that this machine is not cannot be listened at."""
    process = start(place, "--host", "203.0.113.7")
    started.append(process)
    _, said = process.communicate(timeout=_PATIENCE)

    assert process.returncode == 2
    assert "cannot listen at 203.0.113.7" in said
