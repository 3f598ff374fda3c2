"""Dates counted from the one at which the text stands: "the same day", "two years later", "the 26th"."""

from __future__ import annotations

import re
from datetime import date

from foedera.claims.dates.clock import Clock, in_one_month, shift_months, shifted, step_of
from foedera.claims.dates.rule import Rule
from foedera.claims.dates.words import COUNT, ORDINAL, ORDINALS, count_of, day_number


def _same_day(found: re.Match[str], clock: Clock) -> str | None:
    running = clock.running
    if running is None or not running.is_day:
        return None
    return (
        running.edtf
        if "following" not in found["words"] and "next" not in found["words"]
        else (None if (day := shifted(running.earliest, 1)) is None else day.isoformat())
    )


def _later(found: re.Match[str], clock: Clock) -> str | None:
    """Counted from the date at which the text stands, and known as exactly as that is."""
    running, unit = clock.running, found["unit"].lower()
    if running is None or running.is_open or running.earliest == date.min:
        return None
    count = count_of(found["count"]) * (1 if found["towards"] == "later" else -1)
    if unit in ("decade", "year"):
        year = running.latest.year + count * (10 if unit == "decade" else 1)
        return f"{year:04}" if 1 <= year <= 9999 else None
    if unit == "month":
        return f"{shift_months(running.earliest, count):%Y-%m}" if in_one_month(running) else None
    day = shifted(running.earliest, count * {"week": 7, "fortnight": 14, "day": 1}[unit])
    return day.isoformat() if day and running.is_day else None


def _year_beside(found: re.Match[str], clock: Clock) -> str | None:
    running = clock.running
    if running is None or running.is_open:
        return None
    year = running.latest.year + (-1 if found["unit"].endswith("before") else 1)
    return f"{year:04}" if 1 <= year <= 9999 else None


def _day_of_month(found: re.Match[str], clock: Clock) -> str | None:
    """ "the 26th": the day of the month at which the text stands, else nearest to the reference."""
    written = found["day"].lower()
    day = ORDINALS.get(written) or day_number(written)
    if found["which"]:
        if clock.month is None:
            return None
        try:
            return shift_months(clock.month, step_of(found["which"])).replace(day=day).isoformat()
        except ValueError:
            return None
    base = clock.running.earliest if clock.running and in_one_month(clock.running) else clock.day
    if base is None:
        return None
    months = [base]
    if clock.running is None or not in_one_month(clock.running):
        if clock.future and day < base.day:
            months = [shift_months(base, 1)]
        elif not clock.future and day > base.day:
            months = [shift_months(base, -1)] if clock.future is False else [base]
    try:
        return months[0].replace(day=day).isoformat()
    except ValueError:
        return None


RULES = (
    Rule(
        "same day",
        r"(?P<words>(?:[Tt]he\s+)?(?:very\s+)?(?:same|following|next)\s+(?:day|morning|evening)|[Tt]hat\s+(?:same\s+)?day)",
        _same_day,
    ),
    Rule(
        "later",
        rf"(?P<count>{COUNT})\s+(?:full\s+)?(?P<unit>decade|year|month|week|fortnight|day)s?\s+(?P<towards>later|earlier)",
        _later,
    ),
    Rule("next year", r"(?P<unit>[Tt]he\s+(?:next\s+year|year\s+(?:after|before)))(?=\s*[.,;:)]|$)", _year_beside),
    Rule(
        "day of this month",
        rf"the\s+(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th)|{ORDINAL})(?:\s+of\s+(?P<which>this|last|next)\s+month)?",
        _day_of_month,
    ),
)
