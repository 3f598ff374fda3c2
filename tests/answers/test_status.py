"""Where an instrument stands on a day."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera.answers.status import answer_status
from foedera.model.answers import Status
from foedera.model.claims import Source
from foedera.model.errors import InstrumentUnknown
from foedera.model.kinds import Modality, Polarity
from tests.answers.world import PACT, event, told

LIFE = (
    event(PACT, "negotiating", "2016"),
    event(PACT, "signed", "2018-07-17"),
    event(PACT, "provisionally_applied", "2019-02-01"),
    event(PACT, "ratified", "2020-05-04", parties=("NMR",)),
    event(PACT, "in_force", "2025-01-01"),
    event(PACT, "terminated", "2030-12-31"),
)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2015, 1, 1), Status.UNKNOWN),
        (date(2016, 6, 1), Status.UNKNOWN),
        (date(2017, 6, 1), Status.NEGOTIATING),
        (date(2018, 12, 31), Status.SIGNED),
        (date(2019, 2, 1), Status.PROVISIONALLY_APPLIED),
        (date(2021, 1, 1), Status.PROVISIONALLY_APPLIED),
        (date(2024, 12, 31), Status.PROVISIONALLY_APPLIED),
        (date(2025, 1, 1), Status.IN_FORCE),
        (date(2031, 1, 1), Status.TERMINATED),
    ],
)
def test_the_status_follows_the_life_of_an_instrument(record_of, day, status):
    """An instrument stands where the events up to a day have brought it; one party's ratification ends nothing."""
    assert answer_status(record_of(*LIFE), PACT, on=day).status is status


def test_signed_is_not_yet_in_force(record_of):
    """An instrument that waits for ratification is signed, not in force."""
    record = record_of(event(PACT, "signed", "2018-07-17"))

    assert answer_status(record, PACT, on=date(2018, 12, 31)).status is Status.SIGNED


@pytest.mark.parametrize(
    "claim",
    [
        event(PACT, "in_force", "2025-01-01", modality=Modality.PLANNED),
        event(PACT, "in_force", "2025-01-01", modality=Modality.POSSIBLE),
        event(PACT, "in_force", "2025-01-01", polarity=Polarity.DENIED),
    ],
    ids=["planned", "possible", "denied"],
)
def test_what_did_not_happen_does_not_count(record_of, claim):
    """Plans, possibilities and denials leave an instrument where it stands."""
    record = record_of(event(PACT, "signed", "2018-07-17"), claim)

    assert answer_status(record, PACT, on=date(2026, 1, 1)).status is Status.SIGNED


def test_an_amendment_leaves_an_instrument_in_force(record_of):
    """What changes an instrument does not move it along its life."""
    record = record_of(event(PACT, "in_force", "2019-02-01"), event(PACT, "amended", "2021-03"))

    assert answer_status(record, PACT, on=date(2022, 1, 1)).status is Status.IN_FORCE


def test_sources_that_disagree_are_both_shown(record_of):
    """Where two sources give different days, the more trusted one decides and the other is named."""
    gazette = event(PACT, "in_force", "2019-02-01", confidence=0.9)
    newspaper = event(PACT, "in_force", "2019-03-01", confidence=0.4, source=Source("A newspaper"))
    answer = answer_status(record_of(gazette, newspaper), PACT, on=date(2020, 1, 1))

    assert str(answer.since) == "2019-02-01"
    assert [(conflict.one.source, conflict.other.source) for conflict in answer.conflicts] == [
        ("Treaty list, Northmoor Gazette", "A newspaper")
    ]


def test_a_vague_date_agrees_with_an_exact_one(record_of):
    """“In July 2018” and “on 17 July 2018” say the same."""
    record = record_of(event(PACT, "signed", "2018-07"), event(PACT, "signed", "2018-07-17", source=Source("Other")))
    answer = answer_status(record, PACT, on=date(2020, 1, 1))

    assert (str(answer.since), answer.conflicts) == ("2018-07-17", ())


def test_an_undated_claim_counts_from_its_document(record_of):
    """A claim without a date holds from the date of the document that makes it."""
    record = record_of()
    document, claim = told("The Pact was signed.", "signed", None, date="2018-08-01")
    record.enter_document(document, [claim], run=record.begin_run("world/1"))

    assert answer_status(record, PACT, on=date(2018, 7, 31)).status is Status.UNKNOWN
    answer = answer_status(record, PACT, on=date(2018, 8, 1))
    assert (answer.status, answer.grounds[0].quote) == (Status.SIGNED, "The Pact was signed.")


def test_an_instrument_nobody_knows_is_named(record_of):
    """The error says which name was not found."""
    with pytest.raises(InstrumentUnknown, match="westhaven-pact"):
        answer_status(record_of(), "westhaven-pact", on=date(2020, 1, 1))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dates(date(2016, 1, 1), date(2026, 1, 1)),
    st.integers(1, 900),
    st.sampled_from(["signed", "in_force", "terminated"]),
)
def test_an_event_after_a_day_does_not_change_the_answer_for_that_day(record_of, day, later, what):
    """What happens later leaves the status on a day as it was."""
    before = answer_status(record_of(*LIFE[:5]), PACT, on=day)
    after = date.fromordinal(day.toordinal() + later)
    changed = answer_status(record_of(*LIFE[:5], event(PACT, what, after.isoformat())), PACT, on=day)

    assert (before.status, before.since) == (changed.status, changed.since)
