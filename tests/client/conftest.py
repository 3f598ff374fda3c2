"""A client in front of the real application, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from foedera.client import Client
from foedera.client.transport import Answered, Asked
from foedera.record import Record, open_record
from foedera.server.app import create_app
from foedera.server.settings import ServerSettings
from tests.record.world import EXERCISE, PACT, read_into

ADDRESS = "http://127.0.0.1:8321"


class Wire:
    """Brings requests to an application in this process, and remembers what went to and fro."""

    def __init__(self, app: TestClient) -> None:
        self._app = app
        self.sent: list[tuple[str, int]] = []

    def __call__(self, asked: Asked, /) -> Answered:
        response = self._app.request(asked.method, asked.address, headers=dict(asked.headers), content=asked.body)
        self.sent.append((asked.address.removeprefix(ADDRESS), response.status_code))
        return Answered(response.status_code, dict(response.headers), response.content)

    def get(self, path: str) -> Answered:
        """What comes from a path."""
        return self(Asked("GET", ADDRESS + path))


@pytest.fixture(scope="session")
def whole_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with the baseline that has read the papers of the invented world."""
    place = tmp_path_factory.mktemp("client") / "record.sqlite"
    with open_record(place) as record:
        read_into(record, PACT, EXERCISE)
    return place


@pytest.fixture
def served(whole_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    place = shutil.copy(whole_record, tmp_path / "record.sqlite")
    with TestClient(create_app(ServerSettings(str(place))), base_url=ADDRESS) as app:
        yield app


@pytest.fixture
def wire(served: TestClient) -> Wire:
    return Wire(served)


@pytest.fixture
def client(wire: Wire) -> Client:
    return Client(ADDRESS, transport=wire)


@pytest.fixture
def record(served: TestClient) -> Record:
    return served.app.state.record  # type: ignore[attr-defined, no-any-return]
