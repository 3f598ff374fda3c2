"""States by name, by code and by day."""

from __future__ import annotations

from datetime import date

import pytest

from foedera.model.entities import EntityId
from foedera.names.data import read_table
from foedera.names.states import load_states

STATES = load_states()


@pytest.mark.parametrize(
    ("name", "on", "state"),
    [
        ("USSR", None, "SUN"),
        ("Russia", date(1991, 12, 25), "SUN"),
        ("Russia", date(1991, 12, 26), "RUS"),
        ("Germany", date(1860, 1, 1), "prussia"),
        ("East Germany", date(1970, 1, 1), "DDR"),
        ("Federal Republic of Germany", date(1970, 1, 1), "DEU"),
        ("Burma", None, "MMR"),
        ("Ceylon", None, "LKA"),
        ("Yugoslavia", date(1980, 1, 1), "YUG"),
        ("Yugoslavia", date(1999, 1, 1), "SRB"),
        ("russia", None, "RUS"),
    ],
)
def test_a_name_means_who_bore_it_that_day(name: str, on: date | None, state: str):
    """A name that changed hands means its bearer on the day; without a day, whoever bears it last."""
    found = STATES.named(name, on)

    assert found and found.id == state


def test_a_name_that_nobody_bears_means_nobody():
    """What no table knows is not guessed."""
    assert STATES.named("Northmoor", date(2000, 1, 1)) is None


@pytest.mark.parametrize(
    ("code", "on", "state"),
    [
        (365, date(1950, 1, 1), "SUN"),
        (365, date(2000, 1, 1), "RUS"),
        (91, date(1887, 1, 1), "HND"),
        (260, date(1980, 1, 1), "DEU"),
    ],
)
def test_a_code_means_its_bearer_then_or_next(code: int, on: date, state: str):
    """A code means who bore it on the day, or on the nearest day on which somebody did; and back again."""
    found = STATES.coded(code, on)

    assert found and found.id == state
    assert STATES.code_of(EntityId(state), on) == code
    assert f"COW {code}" in found.aliases


def test_the_tables_agree_with_each_other():
    """Every state that the tables name is one that the program knows, and every period is one."""
    for table in ("exchange/state_names.csv", "exchange/cow_states.csv"):
        for row in read_table(table):
            assert STATES.entity(EntityId(row["state"])), row
            assert not row["last"] or row["first"] <= row["last"], row
            assert row["source"], row
