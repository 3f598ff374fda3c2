"""Dates counted from the document's own: "yesterday", "last week", "two years ago", "on Monday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from foedera.claims.dates.clock import LAST, NEXT, Clock, day_of_weekday, in_one_month, shift_months, shifted, step_of
from foedera.claims.dates.rule import Rule
from foedera.claims.dates.words import COUNT, DAY, MONTH, PART, SHORT_WEEKDAY, WEEKDAY, WEEKDAYS, count_of, day_number
from foedera.claims.dates.years import year_of_words


def _today(found: re.Match[str], clock: Clock) -> str | None:
    word = found["day"].lower()
    if clock.reference is None:
        return None
    step = -1 if word.startswith(("yester", "last")) else 1 if word.startswith("tomorrow") else 0
    if clock.day is None:
        return clock.reference.edtf if step == 0 and not clock.reference.is_open else None
    day = shifted(clock.day, step)
    return day.isoformat() if day else None


def _weekday(found: re.Match[str], clock: Clock) -> str | None:
    if clock.day is None or not 14 < clock.day.toordinal() < date.max.toordinal() - 14:
        return None
    which = (found["which"] or "").lower()
    which = "next" if NEXT.search(which) else "last" if LAST.search(which) else ""
    return day_of_weekday(clock.day, WEEKDAYS[found["weekday"][:3].lower()], which, clock.future).isoformat()


def _year(found: re.Match[str], clock: Clock) -> str | None:
    year = year_of_words(found["words"], clock)
    if year is None or not 1 <= year <= 9999:
        return None
    part = (found["part"] or "").lower()
    return f"{year:04}-12" if re.search(r"end|close", part) else f"{year:04}"


def _month(found: re.Match[str], clock: Clock) -> str | None:
    words = found["words"].lower()
    if words.startswith(("that", "same", "the same", "the following")):
        running = clock.running
        if running is None or not in_one_month(running):
            return None
        return f"{shift_months(running.earliest, 1 if 'following' in words else 0):%Y-%m}"
    if clock.month is None:
        return None
    return f"{shift_months(clock.month, step_of(words)):%Y-%m}"


def _week(found: re.Match[str], clock: Clock) -> str | None:
    """A week is known by its month, except the present one, which has its days."""
    if clock.day is None:
        return clock.reference.edtf[:7] if clock.month and clock.reference else None
    step = step_of(found["words"].lower())
    if step == 0:
        monday = shifted(clock.day, -clock.day.weekday())
        sunday = shifted(monday, 6) if monday else None
        return f"{monday}/{sunday}" if monday and sunday else None
    day = shifted(clock.day, 7 * step)
    return day.isoformat()[:7] if day else None


def _weekend(found: re.Match[str], clock: Clock) -> str | None:
    if clock.day is None or not 14 < clock.day.toordinal() < date.max.toordinal() - 14:
        return None
    ahead = bool(clock.future) or step_of(found["words"].lower()) > 0
    sunday = day_of_weekday(clock.day, 6, "", ahead)
    return f"{sunday - timedelta(days=1)}/{sunday}"


def _decade_end(found: re.Match[str], clock: Clock) -> str | None:
    return None if clock.year is None else f"{clock.year // 10 * 10 + 9:04}"


def _decade_half(found: re.Match[str], clock: Clock) -> str | None:
    if clock.year is None:
        return None
    first = clock.year // 10 * 10 + (0 if found["number"].lower() == "first" else 5)
    return f"{first:04}/{first + 4:04}"


def _year_end(found: re.Match[str], clock: Clock) -> str | None:
    """ "at year-end": nearest to the reference, unless the sentence looks ahead."""
    if clock.month is None:
        return None
    year = clock.month.year - (not clock.future and clock.month.month < 7)
    return f"{year:04}-12" if year else None


def _year_out(found: re.Match[str], clock: Clock) -> str | None:
    return None if clock.year is None else f"{clock.year:04}"


def _new_year(found: re.Match[str], clock: Clock) -> str | None:
    if clock.month is None or clock.year is None or clock.year >= 9999:
        return None
    # said in the last months of a year it is the one to come, said in the first months the one just begun
    return f"{clock.year + (clock.month.month > 4):04}"


def _rest(found: re.Match[str], clock: Clock) -> str | None:
    return f"{clock.month:%Y-%m}" if clock.month else None


def _weekday_and_day(found: re.Match[str], clock: Clock) -> str | None:
    """ "Thu 3": the nearest such day that falls on that weekday."""
    here, day, weekday = clock.day, day_number(found["day"]), WEEKDAYS[found["weekday"][:3].lower()]
    if here is None or not 100 < here.toordinal() < date.max.toordinal() - 100:
        return None
    for distance in range(93):
        for found_day in (here + timedelta(days=distance), here - timedelta(days=distance)):
            if found_day.day == day and found_day.weekday() == weekday:
                return found_day.isoformat()
    return None


def _ago(found: re.Match[str], clock: Clock) -> str | None:
    """What lies back (or ahead) by years is known by its year, by months by its month, by days by its day."""
    count, unit, exact = count_of(found["count"]), found["unit"].lower(), found["exact"]
    towards = 1 if found["ahead"] else -1
    if found["half"]:
        return None
    base = clock.reference
    if base is None or clock.year is None or base.is_open:
        return None
    if unit in ("decade", "year"):
        years = count * (10 if unit == "decade" else 1)
        year = clock.year + towards * years
        if not 1 <= year <= 9999:
            return None
        if exact and clock.day and not exact.startswith("this"):
            leap = clock.day.replace(day=28) if (clock.day.month, clock.day.day) == (2, 29) else clock.day
            day_then = shifted(leap.replace(year=year), 1 if exact == "tomorrow" else 0)
            return day_then.isoformat() if day_then else None
        if exact and clock.month:
            return f"{year:04}-{clock.month:%m}"
        # "a year ago" is counted to the month, "three years ago" only to the year
        return f"{year:04}-{clock.month:%m}" if years == 1 and clock.month else f"{year:04}"
    if unit == "month":
        return f"{shift_months(clock.month, towards * count):%Y-%m}" if clock.month else None
    days = count * {"week": 7, "fortnight": 14, "day": 1}[unit]
    day = shifted(clock.day, towards * days) if clock.day else None
    return day.isoformat() if day else None


def _over_past(found: re.Match[str], clock: Clock) -> str | None:
    if clock.year is None or clock.reference is None or clock.reference.is_open:
        return None
    count = count_of(found["count"]) if found["count"] else 1
    unit = found["unit"].lower()
    if unit == "month":
        if clock.month is None:
            return None
        begins, ends = shift_months(clock.month, -count), clock.month
        return f"{begins:%Y-%m}/{ends:%Y-%m}"
    years = count * (10 if unit == "decade" else 1)
    return f"{max(1, clock.year - years):04}/{clock.year:04}"


_WHICH_YEAR = (
    r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|(?:[Tt]he\s+)?(?:[Ss]ame|[Cc]urrent|[Pp]revious|[Ff]ollowing|coming))\s+year"
)
_WHICH = r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\s+past|[Tt]he\s+coming|coming|the\s+current)(?:\s+very)?"

RULES = (
    Rule(
        "today",
        r"(?P<day>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast\s+night|[Tt]his\s+(?:morning|afternoon|evening)|overnight)(?:\s+(?:morning|afternoon|evening|night))?",
        _today,
    ),
    Rule("year words", rf"(?P<part>{PART}|(?:[Ll]ater|[Ee]arlier)\s+)?(?P<words>{_WHICH_YEAR})", _year),
    Rule("part of the year", rf"(?P<part>{PART})(?P<words>year)", _year),
    Rule("rest of the week", r"(?:[Ll]ater|[Ee]arlier)\s+in\s+the\s+(?P<unit>month|week)", _rest),
    Rule("rest of the year", r"(?P<part>(?:[Ll]ater|[Ee]arlier)\s+in\s+)(?P<words>the\s+year)", _year),
    Rule(
        "month words",
        rf"(?:{PART}|(?:[Ll]ater|[Ee]arlier)\s+)?(?P<words>(?:{_WHICH}|[Tt]hat(?:\s+same)?|(?:[Tt]he\s+)?same|[Tt]he\s+following)\s+month)",
        _month,
    ),
    Rule("week", rf"(?:{PART}|(?:[Ll]ater|[Ee]arlier)\s+)?(?P<words>{_WHICH}\s+week)", _week),
    Rule("weekend", rf"(?P<words>(?:{_WHICH}|[Tt]he)\s+week-?end)", _weekend),
    Rule(
        "end of decade",
        r"(?:the\s+)?(?:end\s+of\s+(?:the|this)\s+decade|decade(?=\s+(?:is\s+(?:out|over)|ends)\b))",
        _decade_end,
    ),
    Rule("half of decade", r"(?:the\s+)?(?P<number>first|second)\s+half\s+of\s+(?:the|this)\s+decade", _decade_half),
    Rule("year out", r"the\s+year(?=\s+(?:is\s+(?:out|over)|ends)\b)", _year_out),
    Rule("year-end", r"(?P<part>year-?)(?P<words>end)", _year_end),
    Rule("new year", r"the\s+[Nn]ew\s+[Yy]ear(?!['’]s|\s[A-Z])", _new_year),
    Rule(
        "weekday and day",
        rf"(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),?\s+(?:the\s+)?(?P<day>{DAY})(?!\s*(?:{MONTH}))",
        _weekday_and_day,
    ),
    Rule(
        "ago",
        rf"(?P<count>{COUNT})(?P<half>\s+and\s+a\s+half)?\s+(?P<unit>decade|year|month|week|fortnight|day)s?\s+(?:ago|(?P<ahead>from\s+now|hence))(?:\s+(?P<exact>today|tonight|tomorrow|this\s+(?:month|week)))?",
        _ago,
    ),
    Rule(
        "over past",
        rf"(?:the|these)\s+(?:past|last)\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>decade|year|month)s?",
        _over_past,
    ),
    Rule(
        "weekday",
        rf"(?P<which>(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\s+past|[Tt]his\s+coming|[Cc]oming)\s+)?(?P<weekday>{WEEKDAY})",
        _weekday,
    ),
)
