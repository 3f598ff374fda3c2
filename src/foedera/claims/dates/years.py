"""The year beside a day or a month: written out, said by its place ("last year"), or left to the clock."""

from __future__ import annotations

import re
from datetime import date

from foedera.claims.dates.clock import Clock, year_of_month
from foedera.claims.dates.words import YEAR

# A year beside a month: written out, shortened ('18), or said by its place ("last year").
YEAR_WORDS = r"(?:(?:of\s+)?(?:[Ll]ast|[Tt]his|[Nn]ext|(?:the\s+)?(?:same|current|previous|following)|that)\s+year)"
NAMED_YEAR = rf"(?:\s?,?\s*(?:of\s+)?(?P<year>{YEAR})(?![\d/]|[.,]\d|%)|\s+['’](?P<short>\d\d)(?!\d)|,?\s+(?P<words>{YEAR_WORDS}))"


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


def year_for(found: re.Match[str], clock: Clock, month: int, day: int | None) -> int | None:
    """The year that a match names, else the one that the clock tells for its day or month."""
    return yearish(found, clock) if has_year(found) else year_of_month(clock, month, day)


def edtf_day(year: int | None, month: int, day: int) -> str | None:
    """The day as EDTF; None where the calendar has no such day."""
    if year is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
