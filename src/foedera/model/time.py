"""When things hold: EDTF (ISO 8601-2) kept as written, with the earliest and latest day it can mean."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from foedera.model.errors import DateInvalid

_POINT = re.compile(r"(?P<year>\d{3}[\dX]|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[~?%]?")
_MEND = "Write a day (2019-02-01), a month (2019-02), a year (2019), a decade (201X) or a span (2014/.., ../2025)."
_FIRST, _LAST = date.min, date.max
# Seasons and quarters of ISO 8601-2, 4.8: code -> first and last month. The northern reading.
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),  # a winter bears the year of its December and lasts to the February after
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time as EDTF, and the first and last day that it can mean.

    An open end reaches to `date.min` or `date.max`. Two spans are ordered by earliest day first.
    """

    earliest: date
    latest: date
    edtf: str

    @classmethod
    def parse(cls, text: str) -> Span:
        """The span that an EDTF text means. Raises DateInvalid."""
        return _parse(text)

    @classmethod
    def day(cls, day: date) -> Span:
        """The span of one day."""
        return cls(day, day, day.isoformat())

    @property
    def is_day(self) -> bool:
        """Whether the span is exactly one day."""
        return self.earliest == self.latest

    @property
    def is_open(self) -> bool:
        """Whether the span lasts on with no end given."""
        return self.latest == _LAST

    def holds_on(self, day: date) -> bool:
        """Whether `day` lies between the earliest and the latest day."""
        return self.earliest <= day <= self.latest

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=65536)
def _parse(text: str) -> Span:
    try:
        return _parse_common(text)
    except DateInvalid as error:
        span = _parse_rare(text.strip())
        if span is None:
            raise error
        return span


def _parse_rare(written: str) -> Span | None:
    """What the EDTF library makes of a form that is rare here (sets, significant digits, long years)."""
    from edtf import EDTFParseException, parse_edtf  # heavy: imported only for what the short path cannot read

    try:
        found = parse_edtf(written)
        earliest, latest = date(*found.lower_strict()[:3]), date(*found.upper_strict()[:3])
    except (EDTFParseException, ValueError, AttributeError, TypeError, OverflowError, IndexError):
        return None
    return Span(earliest, latest, written) if earliest <= latest else None


def _parse_common(text: str) -> Span:
    written = text.strip()
    if "/" in written:
        first, _, last = written.partition("/")
        begins = _FIRST if first in ("", "..") else _point(first, text)[0]
        ends = _LAST if last in ("", "..") else _point(last, text)[1]
        if begins > ends:
            raise DateInvalid(f"“{text}” ends before it begins.", mend=_MEND)
        return Span(begins, ends, written)
    earliest, latest = _point(written, text)
    return Span(earliest, latest, written)


def _point(point: str, whole: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point)
    if match is None:
        raise DateInvalid(f"cannot read “{whole}” as a date.", mend=_MEND)
    year, month, day = match["year"], match["month"], match["day"]
    try:
        return _first_day(year, month, day), _last_day(year, month, day)
    except (ValueError, KeyError) as error:
        raise DateInvalid(f"“{whole}” is no day of the calendar.", mend=_MEND) from error


def _months(month: str | None) -> tuple[int, int]:
    if month is None or month == "XX":
        return 1, 12
    number = int(month)
    return (number, number) if 1 <= number <= 12 else _SEASONS[number]


def _first_day(year: str, month: str | None, day: str | None) -> date:
    number = max(1, int(year.replace("X", "0")))
    return date(number, _months(month)[0], 1 if day in (None, "XX") else int(day))


def _last_day(year: str, month: str | None, day: str | None) -> date:
    number, last = int(year.replace("X", "9")), _months(month)[1]
    if last > 12:
        number, last = number + 1, last - 12
    return date(number, last, calendar.monthrange(number, last)[1] if day in (None, "XX") else int(day))
