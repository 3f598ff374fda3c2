"""The day from which relative dates are counted, and how."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from foedera.model.time import Span

NEXT = re.compile(r"next|coming|tomorrow")
LAST = re.compile(r"last|past|previous")


@dataclass(frozen=True, slots=True)
class Clock:
    """What a relative date is counted from.

    `reference` is the document's own date; `running` the date at which the text stands ("that year",
    "the same month"); `told` the date, exact to the month, that the same clause has told just before
    ("initialled in November 2009 and signed on 18 December"). `future` says whether the sentence looks ahead; None takes the nearest reading.
    """

    reference: Span | None
    running: Span | None = None
    future: bool | None = None
    told: Span | None = None

    @property
    def year(self) -> int | None:
        """The year of the reference."""
        return self.reference.latest.year if self.reference else None

    @property
    def day(self) -> date | None:
        """The day of the reference; None unless it is one day."""
        return self.reference.earliest if self.reference is not None and self.reference.is_day else None

    @property
    def month(self) -> date | None:
        """The first day of the month of the reference; None unless it lies in one month."""
        if self.reference is None:
            return None
        first = self.reference.earliest.replace(day=1)
        return first if first == self.reference.latest.replace(day=1) else None


def year_of_month(clock: Clock, month: int, day: int | None = None) -> int | None:
    """The year in which a month or day without a year lies, by the clock; None if it cannot be known."""
    if clock.reference is None or clock.reference.is_open or clock.reference.earliest == date.min:
        return None
    if (told := _year_told(clock, month)) is not None:
        return told
    if clock.month is None:
        return clock.year
    here = clock.day or clock.month.replace(day=15)
    years = (here.year - 1, here.year, here.year + 1)
    days = {year: _day(year, month, day or 15) for year in years if 1 <= year <= 9999}
    if day is None or clock.day is None:
        here = here.replace(day=15)
    past = [year for year, found in days.items() if found <= here]
    ahead = [year for year, found in days.items() if found >= here]
    if clock.future is None:
        # 92 days: a date just ahead is meant more often than the same date nine months ago
        soon = [year for year in ahead if (days[year] - here).days <= 92]
        return min(soon) if soon and (here - days[max(past)]).days > 183 else max(past)
    if clock.future:
        return min(ahead) if ahead else here.year
    return max(past)


def _year_told(clock: Clock, month: int) -> int | None:
    """The year of the first such month from the told date on, where that lies in a year gone by."""
    told, reference = clock.told, clock.reference
    if told is None or reference is None or clock.future or told.latest.year >= reference.earliest.year:
        return None
    year = told.latest.year + (month < told.earliest.month)
    return year if year <= reference.latest.year else None


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def day_of_weekday(here: date, weekday: int, which: str, future: bool | None) -> date:
    """The day that a weekday's name means, seen from `here`; `which` is "last", "next" or empty."""
    behind = (here.weekday() - weekday) % 7
    if which == "last":
        return here - timedelta(days=behind or 7)
    if which == "next":
        return here + timedelta(days=(-behind) % 7 or 7)
    if future:
        return here + timedelta(days=(-behind) % 7)
    return here - timedelta(days=behind)


def shift_months(first: date, months: int) -> date:
    """The first day of the month that lies `months` after the month of `first`."""
    number = first.year * 12 + first.month - 1 + months
    return date(max(1, min(9999, number // 12)), number % 12 + 1, 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def shifted(day: date, days: int) -> date | None:
    """`day` moved by `days`; None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def in_one_month(span: Span) -> bool:
    """Whether a span lies in one month."""
    return span.earliest.replace(day=1) == span.latest.replace(day=1)


def step_of(words: str) -> int:
    """1 for words that point ahead ("next", "coming"), -1 for words that point back, 0 for the present."""
    return 1 if NEXT.search(words) else -1 if LAST.search(words) else 0
