"""A new empty record for each test of the answers."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foedera.model.claims import Claim
from foedera.model.entities import Entity
from foedera.record import Record, open_record
from tests.answers.world import fill


@pytest.fixture(scope="session")
def no_claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with tables and nothing in them, to be copied: making the tables anew takes a while."""
    place = tmp_path_factory.mktemp("answers") / "record.sqlite"
    open_record(place, baseline=False).close()
    return place


@pytest.fixture
def record_of(tmp_path: Path, no_claims: Path) -> Iterator[Callable[..., Record]]:
    """`record_of(claim, …)`: a record of the invented world that holds these claims."""
    opened: list[Record] = []

    def make(*claims: Claim, entities: tuple[Entity, ...] = ()) -> Record:
        place = shutil.copy(no_claims, tmp_path / f"{len(opened)}.sqlite")
        record = open_record(place, baseline=False)
        opened.append(record)
        return fill(record, *claims, entities=entities)

    yield make
    for record in opened:
        record.close()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A new record as a user gets it. Nobody writes into it."""
    with open_record(tmp_path_factory.mktemp("shipped") / "record.sqlite") as record:
        yield record
