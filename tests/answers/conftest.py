"""A new empty record for each test of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foedera.model.claims import Claim
from foedera.record import Record, open_record
from tests.answers.world import fill


@pytest.fixture
def record_of(tmp_path: Path) -> Iterator[Callable[..., Record]]:
    """`record_of(claim, …)`: a record of the invented world that holds these claims."""
    opened: list[Record] = []

    def make(*claims: Claim) -> Record:
        record = open_record(tmp_path / f"{len(opened)}.sqlite", baseline=False)
        opened.append(record)
        return fill(record, *claims)

    yield make
    for record in opened:
        record.close()
