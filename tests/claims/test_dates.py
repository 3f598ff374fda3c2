"""Dates in running text become EDTF."""

from __future__ import annotations

import pytest

from foedera.claims.dates import DateSense, find_dates
from foedera.model.time import Span

REFERENCE = Span.parse("2024-10-09")  # a Wednesday

ABSOLUTE = {
    "day before month": ("signed on 17 July 2018", "17 July 2018", "2018-07-17"),
    "month before day": ("signed on July 17, 2018", "July 17, 2018", "2018-07-17"),
    "since": ("in force since 1 February 2019", "since 1 February 2019", "2019-02-01/.."),
    "until": ("valid until 2027", "2027", "../2027"),
    "by": ("to be ready by March 2025", "March 2025", "../2025-03"),
    "from": ("applies from 1 January 2025", "1 January 2025", "2025-01-01/.."),
    "days of a month": ("from 3 to 14 June 2024", "3 to 14 June 2024", "2024-06-03/2024-06-14"),
    "two months": ("24 September to 5 October 2024", "24 September to 5 October 2024", "2024-09-24/2024-10-05"),
    "decade": ("in the 1990s", "the 1990s", "199X"),
    "quarter": ("in Q3 2024", "Q3 2024", "2024-07/2024-09"),
    "season": ("in spring 2025", "spring 2025", "2025-21"),
}


@pytest.mark.parametrize(("text", "written", "edtf"), ABSOLUTE.values(), ids=ABSOLUTE)
def test_a_date_is_read_as_edtf(text: str, written: str, edtf: str):
    """A date written out means the same whatever the day on which it is read."""
    for reference in (None, REFERENCE):
        (mention,) = find_dates(text, reference)
        assert (mention.text, mention.span.edtf) == (written, edtf)


def test_since_is_open():
    """What lasts since a day has no end."""
    (mention,) = find_dates("Eastmark has been a member since 2014.", None)
    assert mention.sense is DateSense.SINCE
    assert mention.span.is_open
