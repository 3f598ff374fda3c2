"""Dates as a document writes its own: in a place line, a byline, a dateline, a metadata field."""

from __future__ import annotations

import re
from datetime import date

from foedera.model.errors import DateInvalid
from foedera.model.time import Span

_MONTHS = (
    "january february march april may june july august september october november december".split()
)  # documents are read in English; other languages give their date in a manifest
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_RANGE = r"\s?(?:[-–—/]|to|and)\s?"
DATE = (
    rf"(?:(?:{WEEKDAY},?\s+)?(?:(?P<day>{_DAY})(?:{_RANGE}(?P<day_to>{_DAY}))?\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>{_YEAR})"
    rf"|(?P<month2>{MONTH})\s+(?P<day2>{_DAY})(?:{_RANGE}(?P<day2_to>{_DAY}))?,?\s+(?P<year2>{_YEAR})"
    rf"|(?P<month3>{MONTH}),?\s+(?P<year3>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-[01]\d-[0-3]\d)"
    r"|(?P<dotted>[0-3]?\d[./][0-3]?\d[./](?:19|20)\d\d)))"
)
# A day without its year, as news agencies write it.
DAY_AND_MONTH = rf"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+[0-3]?\d|[0-3]?\d\s+{MONTH}|{WEEKDAY})(?![\w])"
_DATE = re.compile(DATE, re.IGNORECASE)
_WHOLE = re.compile(rf"\W*{DATE}\W*", re.IGNORECASE)


def find_date(text: str, *, whole: bool = False) -> Span | None:
    """The first date in the text that names its year, as a day, a month or a span of days; None if there is none.

    With `whole`, the date has to be all that the text says.
    """
    for found in [_WHOLE.fullmatch(text)] if whole else _DATE.finditer(text):
        span = _span_of(found) if found else None
        if span is not None:
            return span
    return None


def _span_of(found: re.Match[str]) -> Span | None:
    try:
        if found["iso"]:
            return Span.day(date.fromisoformat(found["iso"]))
        if found["dotted"]:
            return _dotted(found["dotted"])
        if found["month3"]:
            return Span.parse(f"{found['year3']}-{_month(found['month3']):02d}")
        year, month_name = found["year"] or found["year2"], found["month"] or found["month2"]
        first, last = found["day"] or found["day2"], found["day_to"] or found["day2_to"]
        begins = date(int(year), _month(month_name), _number(first))
        ends = begins.replace(day=_number(last)) if last else begins
        return Span.day(begins) if begins == ends else Span.parse(f"{begins}/{ends}")
    except (ValueError, DateInvalid):  # no such day, or days that run backwards
        return None


def _dotted(written: str) -> Span | None:
    """A date in figures, day first; with slashes only where no month is meant by the first or second figure."""
    first, second, year = (int(part) for part in re.split(r"[./]", written))
    if "/" in written and first <= 12 and second <= 12 and first != second:
        return None  # 4/11/2024 is April in one country and November in the next
    day, month = (second, first) if second > 12 else (first, second)
    return Span.day(date(year, month, day))


def _month(name: str) -> int:
    start = name.lower()[:3]
    return 1 + next(index for index, month in enumerate(_MONTHS) if month.startswith(start))


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def read_timestamp(value: str) -> Span | None:
    """The day of a machine-written time ("2024-11-01T09:30:00Z", "D:20241101093000"), or of a written date."""
    value = value.strip().removeprefix("D:")
    found = re.match(r"((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d{1,3}$)", value)
    if found:
        try:
            return Span.day(date(int(found[1]), int(found[2]), int(found[3])))
        except ValueError:
            return None
    return find_date(value)
