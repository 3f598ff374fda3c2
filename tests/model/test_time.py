"""Time is kept as written, with the earliest and latest day it can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.model.errors import DateInvalid
from foedera.model.time import Span


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2019-02-01", date(2019, 2, 1), date(2019, 2, 1)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("1980-01-XX", date(1980, 1, 1), date(1980, 1, 31)),
        ("2020-21", date(2020, 3, 1), date(2020, 5, 31)),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
        ("../2020-24", date.min, date(2021, 2, 28)),
        ("2014/..", date(2014, 1, 1), date.max),
        ("../2025-03", date.min, date(2025, 3, 31)),
        ("2019/2020", date(2019, 1, 1), date(2020, 12, 31)),
        ("2019~", date(2019, 1, 1), date(2019, 12, 31)),
        ("[1667,1668]", date(1667, 1, 1), date(1668, 12, 31)),
    ],
)
def test_a_span_knows_its_first_and_last_day(edtf, earliest, latest):
    """A partial or open date stands for every day that it can mean."""
    span = Span.parse(edtf)

    assert (span.earliest, span.latest, str(span)) == (earliest, latest, edtf)


@pytest.mark.parametrize("text", ["1 Feb 2019", "2019-02-30", "2019-13", "", "2025/2019", "Y170000"])
def test_what_is_no_date_says_what_would_be_one(text):
    """A text that is no EDTF is refused, with examples of what is."""
    with pytest.raises(DateInvalid) as caught:
        Span.parse(text)

    assert "2019-02-01" in caught.value.message


@given(st.dates())
def test_a_day_is_itself(day):
    """A day is its own earliest and latest day, and holds on that day alone."""
    span = Span.parse(day.isoformat())

    assert span == Span.day(day)
    assert span.is_day
    assert span.holds_on(day)


@given(st.text(max_size=20))
def test_any_text_is_a_span_or_an_error(text):
    """No text makes the reader of dates fail in another way."""
    try:
        span = Span.parse(text)
    except DateInvalid:
        return
    assert span.earliest <= span.latest
