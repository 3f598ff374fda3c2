"""How a sentence uses a date: the words before and after it."""

from __future__ import annotations

import re

from foedera.claims.dates.mention import DateSense
from foedera.model.errors import DateInvalid
from foedera.model.time import Span

_FILL = r"(?:(?:the|at|in|on|about|around|roughly|some|time|least|as early as|latest|as)\s+)*"
_SINCE = re.compile(rf"\b(?:[Ee]ver\s+)?[Ss]ince(?=\s)\s+{_FILL}$")
_AFTER = re.compile(
    rf"\b(?:[Ff]rom|[Aa]s\s+from|(?:[Ss]tarting|[Bb]eginning|[Ee]ffective)(?:\s+(?:in|on|from))?|no\s+earlier\s+than)\s+{_FILL}$"
)
_NOT_BEFORE = re.compile(rf"\b(?:not|n['’]t|never|hardly)\b[^.;]{{0,40}}\bbefore\s+{_FILL}$")
_NOT_UNTIL = re.compile(rf"\b(?:not|n['’]t|never|hardly)\b[^.;]{{0,40}}\b(?:until|till?)\s+{_FILL}$")
_UNTIL = re.compile(rf"\b(?:[Uu]ntil|[Tt]ill?|[Bb]y|[Uu]p\s+to|(?:no|not)\s+later\s+than)\s+{_FILL}$")
_BEFORE = re.compile(rf"\b(?:[Bb]efore|[Aa]head\s+of|[Pp]rior\s+to)\s+{_FILL}$")
_ONWARDS = re.compile(
    r"\s+(?:onwards?|and\s+(?:after|beyond|later))\b|\s?[-–—]\s?(?:present|today|now|date)\b|\s?[–—](?=\s*[),;:|]|\s*$)"
)
_OWNER = re.compile(r"['’]s\b")
_LATEST = re.compile(r"\s+at\s+the\s+latest\b")
_TO = re.compile(
    r"\s?[-‐‑–—−/]\s?|\s*,?\s+(?:to|until|till?|through|up\s+to)\s+(?:the\s+)?(?:(?:end|close)\s+of\s+)?", re.IGNORECASE
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?$")
_FROM = re.compile(r"\b[Ff]rom\s+(?:the\s+)?$")
_MIDDLE = re.compile(r"(?:the\s+)?mid", re.IGNORECASE)
_END = re.compile(r"(?:the\s+)?(?:end|close)\b", re.IGNORECASE)


def sense_at(text: str, start: int, end: int, span: Span) -> tuple[DateSense, int, int]:
    """The sense of the date at `start` to `end`, and the characters that the mention then covers."""
    before = text[max(0, start - 60) : start]
    if since := _SINCE.search(before):
        return DateSense.SINCE, start - len(before) + since.start(), end
    if "/" in span.edtf:
        return DateSense.RANGE, start, end
    if _NOT_BEFORE.search(before) or (_AFTER.search(before) and not _OWNER.match(text, end)):
        return DateSense.AFTER, start, end
    if _ONWARDS.match(text, end):
        return DateSense.AFTER, start, end
    if _NOT_UNTIL.search(before):
        return DateSense.POINT, start, end
    if _UNTIL.search(before) or _LATEST.match(text, end):
        return DateSense.UNTIL, start, end
    if _BEFORE.search(before):
        return DateSense.BEFORE, start, end
    return DateSense.POINT, start, end


def opened(core: Span, sense: DateSense, written: str) -> Span:
    """`core` opened at the end that `sense` leaves open: since 2014 is `2014/..`."""
    first, _, last = core.edtf.partition("/")
    if sense in (DateSense.SINCE, DateSense.AFTER):
        if first.endswith("X") and _MIDDLE.match(written):
            first = f"{first[:-1]}5~"
        return Span.parse(f"{first}/..")
    if sense in (DateSense.UNTIL, DateSense.BEFORE):
        last = last or first
        # "by the end of 2025" ends with the year, not with a December
        if _END.match(written) and last.endswith("-12"):
            last = last[:-3]
        elif _MIDDLE.match(written) and len(last) == 4:
            last += "-06"
        return Span.parse(f"../{last}")
    return core


def is_joined(text: str, start: int, end: int, next_start: int, *, adjacent: bool = False) -> bool:
    """Whether two dates, one at `start` to `end` and one that begins at `next_start`, are the ends of a range.

    Of dates that follow each other in the calendar (`adjacent`), "and" is enough: "in 2026 and 2027".
    """
    if next_start - end > 24:
        return False
    between = text[end:next_start]
    if _TO.fullmatch(between):
        return True
    if not _AND.fullmatch(between):
        return False
    return bool(adjacent or _BETWEEN.search(text[max(0, start - 20) : start]))


def spanned(first: Span, last: Span) -> Span | None:
    """The range from `first` to `last`; None if it would end before it begins."""
    begins, ends = first.edtf.partition("/")[0], last.edtf.rpartition("/")[2]
    if first.earliest > last.latest or ".." in (begins, ends):
        return None
    if _fineness(begins) == 0 < _fineness(ends):
        return None  # "2024 – 10 July" is a year as heading and a day under it
    try:
        return Span.parse(f"{begins}/{ends}")
    except DateInvalid:
        return None


def _fineness(edtf: str) -> int:
    return edtf.count("-")
