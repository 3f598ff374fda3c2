"""What is kept until the record changes."""

from __future__ import annotations

from pathlib import Path

from foedera.model.entities import EntityId
from foedera.record import Merge, open_record
from foedera.server.remembering import Memory
from tests.record.world import EXERCISE, PACT, read_into


def test_a_value_is_worked_out_again_only_when_the_record_has_changed(tmp_path: Path):
    memory = Memory()
    with open_record(tmp_path / "record.sqlite", baseline=False) as record:
        read_into(record, PACT)
        first = memory.recall(record, "claims", lambda: record.counts().claims)
        again = memory.recall(record, "claims", lambda: -1)
        read_into(record, EXERCISE)
        changed = memory.recall(record, "claims", lambda: record.counts().claims)

    assert (first, again, changed) == (2, 2, 3)


def test_what_is_kept_does_not_grow_without_end(tmp_path: Path):
    memory = Memory()
    with open_record(tmp_path / "record.sqlite", baseline=False) as record:
        for number in range(1000):
            memory.recall(record, number, lambda: 0)

    assert len(memory._kept) < 100


def test_a_reader_keeps_its_claims_over_an_entry_but_not_over_a_merger(tmp_path: Path):
    """What was entered does not change what was fetched; which entities are one does."""
    memory = Memory()
    with open_record(tmp_path / "record.sqlite", baseline=False) as record:
        read_into(record, PACT)
        first = memory.reader(record)
        list(first.claims())
        read_into(record, EXERCISE)
        second = memory.reader(record)
        taken_over = dict(second.fetched)
        assert list(second.claims()) == list(record.claims())
        record.merge(Merge(EntityId("NMR"), EntityId("EMK"), "Ada Reader"))
        third = memory.reader(record)

        assert memory.reader(record) is third is not second is not first
        assert len(taken_over) == 2
        assert third.fetched == {}
        assert list(third.claims()) == list(record.claims())
