"""Dates of the calendar, from "17 July 2018" to "Q3 2024", read as EDTF."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from foedera.claims.dates.clock import Clock, easter, year_of_month
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
    SEASON,
    SEASON_MONTH,
    SEASONS,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
)

# A year beside a month: written out, shortened ('18), or said by its place ("last year").
_YEAR_WORDS = r"(?:(?:of\s+)?(?:[Ll]ast|[Tt]his|[Nn]ext|(?:the\s+)?(?:same|current|previous|following)|that)\s+year)"
_YEAR = rf"(?:\s?,?\s*(?:of\s+)?(?P<year>{YEAR})(?![\d/]|[.,]\d|%)|\s+['’](?P<short>\d\d)(?!\d)|,?\s+(?P<words>{_YEAR_WORDS}))"
_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?(?:[Tt]he\s+)?"
_RANGE = rf"(?:{DASH}|\s+(?:to|until|till|through|and)\s+(?:the\s+)?|/)"
_HALF = {"first": (1, 6), "second": (7, 12), "1": (1, 6), "2": (7, 12)}


def yearish(found: re.Match[str], clock: Clock) -> int | None:
    """The year that a match names in its groups year, short or words; None if it names none or it is not known."""
    groups = found.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("short"):
        number = int(groups["short"])
        century = (clock.year or 2000) // 100 * 100
        return century + number if century + number <= (clock.year or 2000) + 30 else century - 100 + number
    if groups.get("words"):
        return year_of_words(groups["words"], clock)
    return None


def year_of_words(words: str, clock: Clock) -> int | None:
    """The year that "last year", "this year", "that year" or "the following year" means."""
    words = words.lower()
    running = clock.running.latest.year if clock.running and not clock.running.is_open else None
    if "that" in words or "same" in words:
        return running or (clock.year if "same" in words else None)
    if "following" in words:
        return None if running is None else running + 1
    if "previous" in words:
        base = running or clock.year
        return None if base is None else base - 1
    if clock.year is None:
        return None
    return clock.year + (-1 if "last" in words else 1 if "next" in words or "coming" in words else 0)


def has_year(found: re.Match[str]) -> bool:
    """Whether a match names its year in any way."""
    groups = found.groupdict()
    return any(groups.get(name) for name in ("year", "short", "words"))


def _year_for(found: re.Match[str], clock: Clock, month: int, day: int | None) -> int | None:
    return yearish(found, clock) if has_year(found) else year_of_month(clock, month, day)


def _edtf_day(year: int | None, month: int, day: int) -> str | None:
    if year is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _day(found: re.Match[str], clock: Clock) -> str | None:
    month = month_number(found["month"])
    written = found["day"]
    day = ORDINALS.get(written.lower()) or day_number(written)
    return _edtf_day(_year_for(found, clock, month, day), month, day)


def _days(found: re.Match[str], clock: Clock) -> str | None:
    """From the first to the last of several days of one month."""
    month, first, last = month_number(found["month"]), day_number(found["first"]), day_number(found["last"])
    year = _year_for(found, clock, month, last if clock.future else first)
    begins, ends = _edtf_day(year, month, first), _edtf_day(year, month, last)
    return f"{begins}/{ends}" if begins and ends and begins < ends else None


def _month(found: re.Match[str], clock: Clock) -> str | None:
    month = month_number(found["month"])
    which = found.groupdict().get("which")
    if which and not has_year(found):
        return _month_beside(month, which.lower(), clock)
    year = _year_for(found, clock, month, None)
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
    year = _year_for(found, clock, month, None)
    return None if year is None else _edtf_day(year, month, calendar.monthrange(year, month)[1])


def _week_of(found: re.Match[str], clock: Clock) -> str | None:
    first = _day(found, clock)
    if first is None:
        return None
    day = date.fromisoformat(first)
    return f"{day}/{day + timedelta(days=6)}" if day.toordinal() < date.max.toordinal() - 6 else None


def _feast(found: re.Match[str], clock: Clock) -> str | None:
    month, day = FEASTS[found["feast"]]
    return _edtf_day(_year_for(found, clock, month, day), month, day)


def _numeric_short(found: re.Match[str], clock: Clock) -> str | None:
    year, first, second = yearish(found, clock), int(found["first"]), int(found["second"])
    return _edtf_day(year, second, first) or _edtf_day(year, first, second)


def _numeric_month(found: re.Match[str], clock: Clock) -> str | None:
    return f"{found['year']}-{found['month']}"


def _season(found: re.Match[str], clock: Clock) -> str | None:
    code = SEASONS[found["season"].lower()]
    which = (found["which"] or "").lower()
    if found["second"]:
        year = int(found["year"])
        return f"{year:04}/{year + 1:04}" if (year + 1) % 100 == int(found["second"]) % 100 else None
    if has_year(found):
        year_named = yearish(found, clock)
        return None if year_named is None else f"{year_named:04}-{code}"
    # a season begins in the month given here; a winter is named by the year in which it begins
    start = SEASON_MONTH[code]
    future = True if which in ("next", "coming") else False if which in ("last", "past") else clock.future
    year_near = year_of_month(Clock(clock.reference, clock.running, future), start)
    if year_near is None or clock.year is None:
        return None
    if which == "this" and code != SEASONS["winter"]:
        year_near = clock.year
    if which in ("last", "past") and clock.month and 0 <= _months_since(clock.month, year_near, start) < 3:
        year_near -= 1  # the season that still runs is "this", the one before it "last"
    return f"{year_near:04}-{code}"


def _months_since(here: date, year: int, month: int) -> int:
    return (here.year - year) * 12 + here.month - month


def _part_year(found: re.Match[str], clock: Clock) -> int | None:
    if has_year(found):
        return yearish(found, clock)
    return clock.year


def _quarter(found: re.Match[str], clock: Clock) -> str | None:
    groups = found.groupdict()
    word = (groups.get("number") or groups["before"]).lower()
    number = int(word) if word.isdecimal() else ORDINALS[word]
    year = _part_year(found, clock)
    if year is None or not 1 <= number <= 4:
        return None
    return f"{year:04}-{number * 3 - 2:02}/{year:04}-{number * 3:02}"


def _half(found: re.Match[str], clock: Clock) -> str | None:
    first, last = _HALF[found["number"].lower()]
    year = _part_year(found, clock)
    return None if year is None else f"{year:04}-{first:02}/{year:04}-{last:02}"


def _numeric(found: re.Match[str], clock: Clock) -> str | None:
    """Day before month, as most of the world writes; month first where only that is a date."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    return _edtf_day(year, second, first) or _edtf_day(year, first, second)


def _iso(found: re.Match[str], clock: Clock) -> str | None:
    return _edtf_day(int(found["year"]), int(found["month"]), int(found["day"]))


def _iso_month(found: re.Match[str], clock: Clock) -> str | None:
    year, month = int(found["year"]), int(found["month"])
    if (year + 1) % 100 == month:  # 2011-12 is said of two years far more often than of a month
        return f"{year:04}/{year + 1:04}"
    return f"{year:04}-{month:02}" if 1 <= month <= 12 else None


def _years(found: re.Match[str], clock: Clock) -> str | None:
    first, last = int(found["year"]), int(found["last"])
    if last < 100:
        last += first // 100 * 100
    if last <= first or last - first > 120:
        return None
    if "/" in found["joined"] and last != first + 1 and len(found["last"]) == 2:
        return None  # 2021/97 is the number of a regulation
    return f"{first:04}/{last:04}"


def _fiscal(found: re.Match[str], clock: Clock) -> str | None:
    year, last = found["year"], found["last"]
    number = int(year) if len(year) == 4 else 2000 + int(year)
    return f"{number:04}/{number + 1:04}" if last and (number + 1) % 100 == int(last) % 100 else f"{number:04}"


def _decade(found: re.Match[str], clock: Clock) -> str | None:
    return f"{found['decade']}X"


def _year(found: re.Match[str], clock: Clock) -> str | None:
    year = int(found["year"])
    return f"{year:04}~" if found["about"] else f"{year:04}"


def _short_year(found: re.Match[str], clock: Clock) -> str | None:
    year = yearish(found, clock)
    return None if year is None else f"{year:04}"


def _christmas(found: re.Match[str], clock: Clock) -> str | None:
    month = 6 if found["name"].lower() == "midsummer" else 12
    year = _year_for(found, clock, month, None)
    return None if year is None else f"{year:04}-{month:02}"


def _easter(found: re.Match[str], clock: Clock) -> str | None:
    year = yearish(found, clock) if has_year(found) else _year_for(found, clock, 4, None)
    return None if year is None or year < 1583 else easter(year).isoformat()  # 1583: the first of the calendar


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
    Rule("year and day", rf"(?P<year>{YEAR}),?\s+(?:{_D}\s+{_M})", _day),
    Rule("year and month", rf"(?P<year>{YEAR}),?\s+{_M}(?!\s+(?:{DAY}|{YEAR}))", _month),
    Rule("days of month", rf"{_WEEKDAY}{_FROM_TO}(?:\s+of)?\s+{_M}{_YEAR}?", _days),
    Rule("month and days", rf"{_WEEKDAY}{_M}\s+{_FROM_TO}{_YEAR}?", _days),
    Rule("week of", rf"(?:the\s+)?week\s+(?:of|beginning|starting)\s+(?:the\s+)?(?:{_D}\s+{_M}{_YEAR}?)", _week_of),
    Rule("last day", rf"(?:the\s+)?(?:last|final)\s+(?:day|night|evening)\s+of\s+{_M}{_YEAR}?", _last_of_month),
    Rule("feast", rf"(?P<feast>{'|'.join(FEASTS)}){_YEAR}?", _feast),
    Rule("day of month", rf"{_WEEKDAY}{_ORDINAL_DAY}{_M}{_YEAR}?", _day),
    Rule("month and day", rf"{_WEEKDAY}{_M}\s+(?:the\s+)?{_D}{_YEAR}?", _day),
    Rule("short day", rf"{_D}[ -](?P<month>{SHORT_MONTH})[ -](?P<short>\d\d)(?![\d:.,%])", _day),
    Rule(
        "season",
        rf"(?:{PART})?(?:(?:[Tt]he\s+)?(?P<which>last|this|next|coming|past)\s+|[Tt]he\s+)?(?P<season>{SEASON})"
        rf"(?:(?:\s+of)?\s+(?P<year>{YEAR})(?:[-–/](?P<second>\d\d(?:\d\d)?))?(?!\d)|\s+(?P<words>{_YEAR_WORDS}))?",
        _season,
    ),
    Rule("month", rf"(?:{PART}|(?P<which>(?i:last|next|this|that|the following))\s+)?{_M}{_YEAR}?", _month),
    Rule(
        "quarter",
        rf"(?:the\s+)?(?P<number>{ORDINAL})\s+quarter(?:\s+of)?(?:\s+(?:the\s+)?(?:year\s+)?(?:(?P<year>{YEAR})|(?P<words>{_YEAR_WORDS})))?",
        _quarter,
    ),
    Rule(
        "quarter code",
        rf"(?:Q(?P<number>[1-4])|(?P<before>[1-4])Q)[\s/-]*(?:(?P<year>{YEAR})|['’](?P<short>\d\d))",
        _quarter,
    ),
    Rule(
        "half",
        rf"(?:the\s+)?(?P<number>first|second)\s+half\s+of\s+(?:the\s+year|(?P<year>{YEAR})|(?P<words>{_YEAR_WORDS}))",
        _half,
    ),
    Rule("half code", rf"H(?P<number>[12])\s+(?P<year>{YEAR})", _half),
    Rule(
        "fiscal year",
        rf"(?:FY|[Ff]iscal(?:\s+[Yy]ear)?|[Ff]inancial\s+[Yy]ear)\s?['’]?(?P<year>{YEAR}|\d\d(?!\d))(?:[-–/](?P<last>\d\d(?:\d\d)?))?(?!\d)",
        _fiscal,
    ),
    Rule("decade", r"(?:the\s+)?(?:[Ee]arly|[Ll]ate|[Mm]id)?[\s-]?(?P<decade>1[5-9]\d|20\d)0['’]?s\b", _decade),
    Rule("years", rf"(?P<year>{YEAR})(?P<joined>[-–—/])(?P<last>{YEAR}|\d\d)(?![\d/]|[-.]\d|%)", _years),
    Rule("iso month", rf"(?P<year>{YEAR})-(?P<month>[01]\d)(?![-\d])", _iso_month),
    Rule("short year", rf"(?:{PART})?['’](?P<short>\d\d)(?![\d'’.,:])", _short_year),
    Rule("christmas", rf"(?P<name>Christmas|Xmas|[Mm]idsummer){_YEAR}?", _christmas),
    Rule("easter", rf"Easter(?:\s+Sunday)?{_YEAR}?", _easter),
    Rule(
        "year",
        rf"(?:{PART})?(?:(?P<about>about|around|circa|c\.|ca\.)\s?)?(?P<year>{YEAR})(?![\d/]|[.,:]\d|\s?%|-[A-Za-z]{{0,3}}\d)",
        _year,
    ),
)
