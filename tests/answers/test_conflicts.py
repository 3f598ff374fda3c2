"""How many disagreements an answer names."""

from __future__ import annotations

from datetime import date

from foedera.answers.status import answer_status
from tests.answers.world import PACT, event


def test_so_many_conflicts_as_are_asked_for(record_of):
    """Whoever wants none waits for none; without a number all of them are named."""
    days = ("2018-07-17", "2018-08-01", "2018-09-01", "2018-10-01")
    record = record_of(*(event(PACT, "signed", day) for day in days))

    def conflicts(most: int | None) -> int:
        return len(answer_status(record, PACT, on=date(2019, 1, 1), conflicts=most).conflicts)

    assert [conflicts(most) for most in (None, 0, 2, 99)] == [3, 0, 2, 3]
