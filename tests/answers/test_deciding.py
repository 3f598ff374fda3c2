"""Which tellings of an event mean the same days, however many there are."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from foedera.answers.deciding import Provisional, clusters, same_time
from foedera.answers.life import Happened
from foedera.model.kinds import Event
from foedera.model.time import Span
from tests.answers.world import PACT, event


def happened(first: int, days: int, *, dated: bool = True) -> Happened:
    """Provisional application that began on one of some days."""
    day = date(2019, 1, 1) + timedelta(first)
    claim = event(PACT, "provisionally_applied", day.isoformat())
    last = day + timedelta(days)
    return Happened(Event.PROVISIONALLY_APPLIED, claim, Span.day(day), day, last, frozenset(), dated)


DAYS = st.integers(0, 20)
TELLINGS = st.lists(st.builds(happened, DAYS, st.sampled_from((0, 0, 0, 4, 30)), dated=st.booleans()), max_size=20)


@given(TELLINGS)
def test_each_telling_joins_the_first_group_whose_days_it_can_mean(tellings: list[Happened]):
    """No two groups begin with tellings of the same day, and none joined a later group than it could."""
    groups = clusters(tellings)

    assert sorted(map(id, tellings)) == sorted(id(each) for group in groups for each in group)
    for place, group in enumerate(groups):
        for each in group:
            assert same_time(group[0], each)
            assert not any(same_time(earlier[0], each) for earlier in groups[:place])


@given(TELLINGS, DAYS, st.sampled_from((0, 4, 30)))
def test_provisional_application_on_the_same_days_is_found(tellings: list[Happened], first: int, days: int):
    """Whether any dated telling can be of the same days does not depend on how one looks."""
    asked = happened(first, days)

    found = Provisional(tellings).may_be_when(asked)

    assert found == any(each.dated and same_time(each, asked) for each in tellings)
