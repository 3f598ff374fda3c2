"""The stores that the suite runs on, and a clock that one can hold still."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from foedera.record import Record, open_record


class Clock:
    """A clock that tells what it is set to, and moves on a second each time it is asked."""

    def __init__(self, at: datetime = datetime(2024, 3, 1, 12, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with tables and nothing in them, to be copied: making the tables anew takes a while."""
    place = tmp_path_factory.mktemp("empty") / "record.sqlite"
    open_record(place, baseline=False).close()
    return place


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, empty_record: Path
) -> Callable[[], str]:
    """Gives the place of a new empty record each time it is called; on PostgreSQL it empties the one there is."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("records")
        numbers = iter(range(10_000))
        return lambda: str(shutil.copy(empty_record, folder / f"{next(numbers)}.sqlite"))
    address = os.environ.get("FOEDERA_TEST_POSTGRES")
    if not address:
        pytest.skip("FOEDERA_TEST_POSTGRES does not name a PostgreSQL database that may be emptied")
    return lambda: _emptied(address)


def _emptied(address: str) -> str:
    from sqlalchemy import create_engine, text

    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    open_record(address, baseline=False).close()
    return address


@pytest.fixture
def new_record(new_place: Callable[[], str], clock: Clock) -> Iterator[Callable[[], Record]]:
    """Opens a new empty record each time it is called, on every store; closes them all in the end."""
    opened: list[Record] = []

    def open_new() -> Record:
        while opened:  # one at a time: on PostgreSQL all of them are the same database
            opened.pop().close()
        opened.append(open_record(new_place(), baseline=False, now=clock))
        return opened[-1]

    yield open_new
    for record in opened:
        record.close()


@pytest.fixture
def record(new_record: Callable[[], Record]) -> Record:
    """A new empty record, on every store."""
    return new_record()
