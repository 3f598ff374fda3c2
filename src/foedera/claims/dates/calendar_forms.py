"""Days and months of the calendar, from "17 July 2018" to "24–28.I.2025", read as EDTF."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from foedera.claims.dates.clock import Clock
from foedera.claims.dates.rule import Rule
from foedera.claims.dates.words import (
    DASH,
    DAY,
    FEASTS,
    MONTH,
    ORDINAL,
    ORDINALS,
    PART,
    ROMAN,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
)
from foedera.claims.dates.years import NAMED_YEAR, edtf_day, has_year, year_for, yearish

_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?(?:[Tt]he\s+)?"
_RANGE = rf"(?:{DASH}|\s+(?:to|until|till|through|and)\s+(?:the\s+)?|/)"


def _day(found: re.Match[str], clock: Clock) -> str | None:
    month = month_number(found["month"])
    written = found["day"]
    day = ORDINALS.get(written.lower()) or day_number(written)
    return edtf_day(year_for(found, clock, month, day), month, day)


def _days(found: re.Match[str], clock: Clock) -> str | None:
    """From the first to the last of several days of one month."""
    month, first, last = month_number(found["month"]), day_number(found["first"]), day_number(found["last"])
    year = year_for(found, clock, month, last if clock.future else first)
    begins, ends = edtf_day(year, month, first), edtf_day(year, month, last)
    return f"{begins}/{ends}" if begins and ends and begins < ends else None


def _month(found: re.Match[str], clock: Clock) -> str | None:
    month = month_number(found["month"])
    which = found.groupdict().get("which")
    if which and not has_year(found):
        return _month_beside(month, which.lower(), clock)
    year = year_for(found, clock, month, None)
    return None if year is None else f"{year:04}-{month:02}"


def _month_beside(month: int, which: str, clock: Clock) -> str | None:
    """The month before or after the reference's own: "last March", "next March"; "this March" is of its year.

    "That March" and "the following March" are counted from the date at which the text stands.
    """
    if "that" in which or "following" in which:
        running = clock.running
        if running is None or running.is_open:
            return None
        year = running.latest.year + ("following" in which and month <= running.earliest.month)
        return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None
    if clock.month is None:
        return None
    here, year = clock.month.month, clock.month.year
    if which == "last":
        year -= month >= here
    elif which == "next":
        year += month <= here
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def _last_of_month(found: re.Match[str], clock: Clock) -> str | None:
    month = month_number(found["month"])
    year = year_for(found, clock, month, None)
    return None if year is None else edtf_day(year, month, calendar.monthrange(year, month)[1])


def _week_of(found: re.Match[str], clock: Clock) -> str | None:
    first = _day(found, clock)
    if first is None:
        return None
    day = date.fromisoformat(first)
    return f"{day}/{day + timedelta(days=6)}" if day.toordinal() < date.max.toordinal() - 6 else None


def _feast(found: re.Match[str], clock: Clock) -> str | None:
    month, day = FEASTS[found["feast"]]
    return edtf_day(year_for(found, clock, month, day), month, day)


def _numeric_short(found: re.Match[str], clock: Clock) -> str | None:
    year, first, second = yearish(found, clock), int(found["first"]), int(found["second"])
    return edtf_day(year, second, first) or edtf_day(year, first, second)


def _numeric_month(found: re.Match[str], clock: Clock) -> str | None:
    return f"{found['year']}-{found['month']}"


def _numeric(found: re.Match[str], clock: Clock) -> str | None:
    """Day before month, as most of the world writes; month first where only that is a date."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    return edtf_day(year, second, first) or edtf_day(year, first, second)


def _iso(found: re.Match[str], clock: Clock) -> str | None:
    return edtf_day(int(found["year"]), int(found["month"]), int(found["day"]))


_UNDER = r"(?:,?\s+|\s+[–—-]\s+)"  # between a year as heading and what stands under it
_D = rf"(?P<day>{DAY})"
_M = rf"(?P<month>{MONTH})"
_FROM_TO = rf"(?P<first>{DAY})(?:(?:,\s*{DAY})*,?\s+and\s+|(?P<joined>{_RANGE}))(?P<last>{DAY})"
_ORDINAL_DAY = rf"(?P<day>{DAY}|{ORDINAL})(?:\s+day)?\s*(?:of\s+)?"

RULES = (
    Rule("iso day", rf"(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.]+Z?)?(?!\d)", _iso),
    Rule(
        "numeric", r"(?P<first>\d{1,2})(?P<by>[./-])(?P<second>\d{1,2})(?P=by)(?P<year>(?:19|20)\d\d)(?!\d)", _numeric
    ),
    Rule(
        "numeric short",
        r"(?P<first>\d{1,2})(?P<by>[./])(?P<second>\d{1,2})(?P=by)(?P<short>\d\d)(?![\d./])",
        _numeric_short,
    ),
    Rule("numeric month", r"(?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])", _numeric_month),
    Rule(
        "roman days",
        rf"(?P<first>{DAY})(?P<joined>{DASH})(?P<last>{DAY})\.(?P<month>{ROMAN})\.(?:(?P<year>{YEAR})|(?P<short>\d\d))",
        _days,
    ),
    Rule("roman day", rf"(?P<day>{DAY})\.(?P<month>{ROMAN})\.(?:(?P<year>{YEAR})|(?P<short>\d\d))", _day),
    Rule("year and day", rf"(?P<year>{YEAR}){_UNDER}{_D}\s+{_M}(?!\s+{YEAR})", _day),
    Rule("year and month", rf"(?P<year>{YEAR}){_UNDER}{_M}(?!\s+(?:{DAY}|{YEAR}))", _month),
    Rule("days of month", rf"{_WEEKDAY}{_FROM_TO}(?:\s+of)?\s+{_M}{NAMED_YEAR}?", _days),
    Rule("month and days", rf"{_WEEKDAY}{_M}\s+{_FROM_TO}{NAMED_YEAR}?", _days),
    Rule(
        "week of", rf"(?:the\s+)?week\s+(?:of|beginning|starting)\s+(?:the\s+)?(?:{_D}\s+{_M}{NAMED_YEAR}?)", _week_of
    ),
    Rule("last day", rf"(?:the\s+)?(?:last|final)\s+(?:day|night|evening)\s+of\s+{_M}{NAMED_YEAR}?", _last_of_month),
    Rule("feast", rf"(?P<feast>{'|'.join(FEASTS)}){NAMED_YEAR}?", _feast),
    Rule("day of month", rf"{_WEEKDAY}{_ORDINAL_DAY}{_M}{NAMED_YEAR}?", _day),
    Rule("month and day", rf"{_WEEKDAY}{_M}\s+(?:the\s+)?{_D}{NAMED_YEAR}?", _day),
    Rule("short day", rf"{_D}[ -](?P<month>{SHORT_MONTH})[ -](?P<short>\d\d)(?![\d:.,%])", _day),
    Rule("month", rf"(?:{PART}|(?P<which>(?i:last|next|this|that|the following))\s+)?{_M}{NAMED_YEAR}?", _month),
)
