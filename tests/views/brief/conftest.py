"""Records to write briefs from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from foedera.model.claims import Claim
from foedera.record import Record, open_record
from foedera.views.brief.content import Brief
from foedera.views.brief.writing import write_brief
from tests.answers.world import fill
from tests.views.brief.world import CLAIMS, RADAR

DAY = date(2021, 1, 1)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A new record as a user gets it. Nobody writes into it."""
    with open_record(tmp_path_factory.mktemp("shipped") / "record.sqlite") as record:
        yield record


@pytest.fixture
def brief_of(tmp_path: Path) -> Iterator[Callable[..., Brief]]:
    """`brief_of(claim, …, on=DAY)`: the brief on Northmoor and Eastmark from a record that holds these claims."""
    opened: list[Record] = []

    def write(*claims: Claim, on: date = DAY, known_on: date | None = None) -> Brief:
        record = open_record(tmp_path / f"{len(opened)}.sqlite", baseline=False)
        opened.append(record)
        fill(record, *claims, entities=(RADAR,))
        actors = [entity for id in ("NMR", "EMK") if (entity := record.entity(id))]
        return write_brief(record, actors, on=on, known_on=known_on)

    yield write
    for record in opened:
        record.close()


@pytest.fixture
def brief(brief_of: Callable[..., Brief]) -> Brief:
    """The brief on all that the two did."""
    return brief_of(*CLAIMS)
