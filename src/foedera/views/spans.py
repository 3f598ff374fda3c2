"""A time in words: "1 February 2019", "June 2020", "since 2014", "2019 to 2020"."""

from __future__ import annotations

import re
from datetime import date, datetime

from foedera.model.time import Span

UNDATED = "undated"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<sign>[~?%]?)")
# Seasons and quarters of ISO 8601-2, 4.8.
_PARTS = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "first quarter of",
    34: "second quarter of",
    35: "third quarter of",
    36: "fourth quarter of",
    40: "first half of",
    41: "second half of",
}
_SIGNS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def show_span(span: Span | None) -> str:
    """The time in words, as exact as it was said; "undated" for None. What has no words here stays EDTF."""
    if span is None:
        return UNDATED
    if "/" not in span.edtf:
        return _point(span.edtf)
    first, _, last = span.edtf.partition("/")
    if first in ("", "..") and last in ("", ".."):
        return "at all times"
    if last in ("", ".."):
        return f"since {_point(first)}"
    if first in ("", ".."):
        return f"until {_point(last)}"
    return f"{_point(first)} to {_point(last)}"


def show_day(day: date | datetime) -> str:
    """A day in words: "1 February 2019"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _point(written: str) -> str:
    match = _POINT.fullmatch(written)
    if match is None:
        return _decade(written)
    sign, year, month, day = _SIGNS[match["sign"]], match["year"], match["month"], match["day"]
    if month is None:
        return f"{sign}{int(year)}"
    number = int(month)
    if number in _PARTS:
        return f"{sign}{_PARTS[number]} {int(year)}"
    if not 1 <= number <= 12:
        return written
    named = f"{_MONTHS[number - 1]} {int(year)}"
    return f"{sign}{int(day)} {named}" if day else f"{sign}{named}"


def _decade(written: str) -> str:
    """ "202X" as "the 2020s"; anything else as it is written."""
    if re.fullmatch(r"\d{3}X", written):
        return f"the {written[:3]}0s"
    if re.fullmatch(r"\d\dXX", written):
        return f"the {written[:2]}00s"
    return written
