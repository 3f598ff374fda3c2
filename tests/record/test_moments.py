"""Asking several things of a record as it is at one moment."""

from __future__ import annotations

from foedera.model.entities import EntityId
from foedera.record import ClaimQuery, Merge, Record
from tests.record.world import EXERCISE, PACT, read_into

NMR, EMK = EntityId("NMR"), EntityId("EMK")


def test_what_is_entered_meanwhile_is_not_seen(record: Record) -> None:
    """All answers of one moment are about the same record, whatever is read into it between two of them."""
    read_into(record, PACT)

    with record.at_one_moment():
        before = record.revision()
        read_into(record, EXERCISE)
        within = (record.revision(), record.count_claims())

    assert within == (before, 2)
    assert record.revision() != before
    assert record.count_claims() == 3


def test_what_was_looked_up_counts_until_the_record_changes(record: Record) -> None:
    """A merger that somebody decides between two moments shows in the second, though the first looked mergers up."""
    read_into(record, PACT, EXERCISE)
    about = ClaimQuery(entities=(EMK,))

    with record.at_one_moment():
        before = record.count_claims(about)
    record.merge(Merge(NMR, EMK, who="a reader"))
    with record.at_one_moment():
        after = record.count_claims(about)

    assert (before, after) == (1, 3)


def test_a_moment_within_a_moment(record: Record) -> None:
    """Whoever asks at one moment may call what does so itself: the outer moment counts."""
    read_into(record, PACT)

    with record.at_one_moment():
        record.revision()
        read_into(record, EXERCISE)
        with record.at_one_moment():
            assert record.count_claims() == 2
        assert record.count_claims() == 2
