"""Claims made ready to be shown, and honest parts of a whole."""

from datetime import date

import pytest

from foedera.model.kinds import Modality
from foedera.model.time import Span
from foedera.record import ClaimQuery, Order
from foedera.views.shown import Extent, extent_of, show_claims, take_part
from tests.answers.world import PACT, event
from tests.views.world import exercise, shown


@pytest.mark.parametrize(
    ("edtf", "extent"),
    [
        pytest.param("2018-07-17", Extent.DAY, id="a day"),
        pytest.param("2018-07", Extent.WITHIN, id="a month: some day of it"),
        pytest.param("2018-22", Extent.WITHIN, id="a summer"),
        pytest.param("201X", Extent.WITHIN, id="a decade"),
        pytest.param("2018-07-17~", Extent.DAY, id="about a day"),
        pytest.param("2018-08/2018-09", Extent.DURING, id="from one month to another"),
        pytest.param("2014/..", Extent.DURING, id="since a year"),
    ],
)
def test_how_a_time_lies_on_a_scale(edtf: str, extent: Extent):
    """A month is a time within which something was; an interval one during which it was."""
    assert extent_of(Span.parse(edtf)) is extent


def test_a_claim_without_time_is_undated():
    """What gives no time has no place on a scale."""
    (undated,) = shown(exercise(None))

    assert (undated.extent, undated.start, undated.end) == (Extent.UNDATED, None, None)


def test_an_open_end_has_no_day():
    """Since 2014 begins on a day and ends on none; nothing is drawn to the year 9999."""
    (since,) = shown(exercise("2014/.."))

    assert (since.start, since.end) == (date(2014, 1, 1), None)
    assert since.facts()["end"] is None


def test_the_newest_part_says_how_many_there_are(record_of):
    """Of five claims, the two newest are taken, and the part says five."""
    record = record_of(*(event(PACT, "signed", f"201{year}") for year in range(5)))
    part = take_part(record, ClaimQuery(order=Order.NEWEST), limit=2)

    assert [str(claim.when) for claim in part.claims] == ["2014", "2013"]
    assert (part.total, part.counted, part.is_whole) == (5, True, False)


def test_one_part_follows_the_other(record_of):
    """From part to part every claim comes once, the newest first and those without a date last."""
    record = record_of(*(event(PACT, "signed", f"201{year}") for year in range(5)), event(PACT, "agreed", None))
    query = ClaimQuery(order=Order.NEWEST)
    first = take_part(record, query, limit=4)
    second = take_part(record, query, limit=4, after=first.after)

    assert [str(claim.when) for claim in (*first.claims, *second.claims)] == [
        *("2014", "2013", "2012", "2011", "2010"),
        "None",
    ]
    assert second.after is None


def test_the_newest_of_several_kinds_come_in_one_order(record_of):
    """Kinds are looked up side by side; what comes out is in the order of time all the same."""
    deeds = [event(PACT, "signed", "2011"), exercise("2012"), event(PACT, "in_force", "2013"), exercise("2014")]
    record = record_of(*deeds)
    query = ClaimQuery(kinds=tuple({deed.kind for deed in deeds}), order=Order.NEWEST)

    assert [str(claim.when) for claim in take_part(record, query, limit=3).claims] == ["2014", "2013", "2012"]


def test_a_part_of_what_may_be_rare_is_not_counted(record_of):
    """To count what is planned, every claim would have to be looked at: the part says “more than” instead."""
    record = record_of(*(event(PACT, "signed", f"203{year}", modality=Modality.PLANNED) for year in range(5)))
    part = take_part(record, ClaimQuery(modality=Modality.PLANNED, order=Order.NEWEST), limit=2)

    assert (part.total, part.counted, part.is_whole) == (2, False, False)


def test_claims_are_shown_with_their_source(record_of):
    """Each claim is one line, with the source that says it."""
    record = record_of(event(PACT, "signed", "2018-07-17"))
    (only,) = show_claims(record, record.claims())

    assert only.says == "Northmoor–Eastmark Pact: signed (Northmoor and Eastmark)"
    assert only.source == "Treaty list, Northmoor Gazette"
