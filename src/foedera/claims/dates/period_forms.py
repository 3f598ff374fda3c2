"""Times longer than a month, from "spring 2025" to "the 1990s", and feasts known by their month, read as EDTF."""

from __future__ import annotations

import re
from datetime import date

from foedera.claims.dates.clock import Clock, easter, year_of_month
from foedera.claims.dates.rule import Rule
from foedera.claims.dates.words import DECADE_WORDS, ORDINAL, ORDINALS, PART, SEASON, SEASON_MONTH, SEASONS, YEAR
from foedera.claims.dates.years import NAMED_YEAR, YEAR_WORDS, has_year, year_for, yearish

_HALF = {"first": (1, 6), "second": (7, 12), "1": (1, 6), "2": (7, 12)}


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
    year = year_for(found, clock, month, None)
    return None if year is None else f"{year:04}-{month:02}"


def _easter(found: re.Match[str], clock: Clock) -> str | None:
    year = yearish(found, clock) if has_year(found) else year_for(found, clock, 4, None)
    return None if year is None or year < 1583 else easter(year).isoformat()  # 1583: the first of the calendar


def _decade_words(found: re.Match[str], clock: Clock) -> str | None:
    start = DECADE_WORDS[found["word"].lower()] if found["word"] else int(found["short"])
    century = 1900 if start >= 30 else 2000
    return f"{(century + start) // 10}X"


RULES = (
    Rule(
        "season",
        rf"(?:{PART})?(?:(?:[Tt]he\s+)?(?P<which>last|this|next|coming|past)\s+|[Tt]he\s+)?(?P<season>{SEASON})"
        rf"(?:(?:\s+of)?\s+(?P<year>{YEAR})(?:[-–/](?P<second>\d\d(?:\d\d)?))?(?!\d)|\s+(?P<words>{YEAR_WORDS}))?",
        _season,
    ),
    Rule(
        "quarter",
        rf"(?:the\s+)?(?P<number>{ORDINAL})\s+quarter(?:\s+of)?(?:\s+(?:the\s+)?(?:year\s+)?(?:(?P<year>{YEAR})|(?P<words>{YEAR_WORDS})))?",
        _quarter,
    ),
    Rule(
        "quarter code",
        rf"(?:Q(?P<number>[1-4])|(?P<before>[1-4])Q)[\s/-]*(?:(?P<year>{YEAR})|['’](?P<short>\d\d))",
        _quarter,
    ),
    Rule(
        "half",
        rf"(?:the\s+)?(?P<number>first|second)\s+half\s+of\s+(?:the\s+year|(?P<year>{YEAR})|(?P<words>{YEAR_WORDS}))",
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
    Rule("christmas", rf"(?P<name>Christmas|Xmas|[Mm]idsummer){NAMED_YEAR}?", _christmas),
    Rule("easter", rf"Easter(?:\s+Sunday)?{NAMED_YEAR}?", _easter),
    Rule(
        "year",
        rf"(?:{PART})?(?:(?P<about>about|around|circa|c\.|ca\.)\s?)?(?P<year>{YEAR})(?![\d/]|[.,:]\d|\s?%|-[A-Za-z]{{0,3}}\d)",
        _year,
    ),
    Rule(
        "decade words",
        rf"(?:the\s+)?(?:[Ee]arly|[Ll]ate|[Mm]id)?[\s-]?(?:['’](?P<short>\d0)s|(?P<word>(?i:{'|'.join(DECADE_WORDS)})))",
        _decade_words,
    ),
)
