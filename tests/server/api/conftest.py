"""A server on a small record of the invented world with the baseline beside it, asked as a program asks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record import Record, open_record
from foedera.server.app import create_app
from foedera.server.settings import ServerSettings
from tests.record.world import EXERCISE, PACT, read_into

NAMED = (
    Entity(EntityId("NMR"), "Northmoor", EntityKind.STATE, ("Northmoorish",)),
    Entity(EntityId("EMK"), "Eastmark", EntityKind.STATE),
    Entity(EntityId("WHV"), "Westhaven", EntityKind.STATE),
    Entity(EntityId("northmoor-pact"), "Northmoor Pact", EntityKind.INSTRUMENT),
)


@pytest.fixture(scope="session")
def whole_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with the baseline that has read the papers of the invented world, to be copied."""
    place = tmp_path_factory.mktemp("whole") / "record.sqlite"
    with open_record(place) as record:
        read_into(record, PACT, EXERCISE)
        run = record.begin_run("names/1")
        record.enter_sourced("names", (), run=run, entities=NAMED)
    return place


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., TestClient]]:
    """Serves the record at a place: `serve(place, max_upload=…)`."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    clients: list[TestClient] = []

    def start(place: Path, **settings: object) -> TestClient:
        app = create_app(ServerSettings(record=str(place), **settings))  # type: ignore[arg-type]
        clients.append(TestClient(app, base_url="http://127.0.0.1:8321").__enter__())
        return clients[-1]

    yield start
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def client(whole_record: Path, tmp_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """A program, in front of a server on the record."""
    return serve(Path(shutil.copy(whole_record, tmp_path / "record.sqlite")))


@pytest.fixture
def record(client: TestClient) -> Record:
    """The record that the server serves."""
    return client.app.state.record  # type: ignore[attr-defined, no-any-return]
