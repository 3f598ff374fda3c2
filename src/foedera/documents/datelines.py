"""The lines that say where and when a document was issued: place lines of official texts, datelines of news."""

from __future__ import annotations

import re

from foedera.documents.dates import DATE, DAY_AND_MONTH, find_date
from foedera.model.time import Span

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.ʻ-]*"
_JOINT = r"(?:of|de|da|do|del|di|du|la|el|al|the|and|an|upon|am|le|les|bei)"
_PLACE = rf"{_WORD}(?:[ /](?:{_JOINT}[ ])?{_WORD}){{0,4}}(?:\scity)?"
_CAPITALS = r"(?:ST\. )?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'ʻ-]+(?:[ -][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'ʻ-]*){0,3}"
_LABEL = (
    r"(?:(?:first\s+)?(?:published|posted|issued|released|updated|last\s+updated|last\s+modified|created)(?:\s+on)?"
    r"|date|dated|date\s+of\s+(?:issue|publication|release)|press\s+release|of|on|status|as\s+of|as\s+at)\s*:?"
)
_BEFORE = re.compile(rf"[(\[]?(?:(?i:{_LABEL})\s*)?(?:{_PLACE}(?:,\s*{_PLACE}){{0,2}})?\s*[,|·–—(-]*\s*(?:the\s+)?")
_AFTER = re.compile(
    rf"[)\]]?[,.]?(?:\s*[|·–—(,-]\s*{_PLACE}|[\s,]+\d{{1,2}}[.:]?\d\d(?:\s?(?i:[ap]m))?(?:\s.{{0,30}})?|,[\w ]{{0,30}})?[)\]]?"
)
_DATE = re.compile(DATE, re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_PLACE_LINE = 110
_DAY = rf"(?i:{DATE}|{DAY_AND_MONTH})"
_DAY = re.sub(r"\?P<\w+>", "?:", _DAY)
_AGENCY = r"\([A-Z][\w .&’'/-]{1,40}\)"
_DASH = r"\s*(?:[–—]|--?)\s+"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:[,/]\s*{_PLACE}){{0,2}},\s*{_DAY}(?:,?\s*\d\d:\d\d)?\s*(?:{_AGENCY})?(?:{_DASH}|\.\s+(?=[A-Z“\"]))"
    rf"|{_PLACE}(?:,\s*{_PLACE}){{0,2}}\s*{_AGENCY}{_DASH}"
    rf"|{_CAPITALS}(?:(?:[,/]\s*{_PLACE})?{_DASH}|,\s*{_PLACE}\.\s+(?=[A-Z“\"]))"
    rf"|{_AGENCY}{_DASH})(?=\S)"
)
_DATED = re.compile(rf"{_PLACE}(?:[,/]\s*{_PLACE}){{0,2}},\s*{_DAY}")
_WHOLE_LINE = re.compile(rf"{_CAPITALS}(?:[,/]\s*{_PLACE})?,\s*{_DAY}\s*{_AGENCY}\s*[–—-]*")
_SHORTEST_NEWS, _SHORTEST_STORY = 60, 120
_STOPS = tuple('.!?”"’)')


def is_place_line(text: str) -> bool:
    """Whether a line says no more than where and on which date a text was issued."""
    if len(text) > _LONGEST_PLACE_LINE or _DIGIT.search(text) is None:
        return False
    found = _DATE.search(text)
    if found is None or not _BEFORE.fullmatch(text, 0, found.start()):
        return False
    return bool(_AFTER.fullmatch(text, found.end()))


def begins_with_place(text: str) -> bool:
    """Whether a line begins with its place and a comma, or with its date: "MORNING NEWS – 12 May 2024" has a name."""
    found = _DATE.search(text)
    return found is not None and (found.start() <= 1 or "," in text[: found.start()])


def is_date_alone(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return len(text) <= 40 and find_date(text, whole=True) is not None


def dateline_length(text: str, *, at_head: bool) -> int:
    """How many characters of a paragraph are its dateline, with the dash; 0 if it has none.

    A place without a day is taken for one only `at_head` of the document: further in, words in capitals before a
    dash are speakers, labels and headings.
    """
    if len(text) < _SHORTEST_NEWS:
        return len(text) if _WHOLE_LINE.fullmatch(text) else 0
    found = _DATELINE.match(text)
    if found is None or not text.endswith(_STOPS):
        return 0
    is_story = len(text) >= _SHORTEST_STORY
    if not at_head and text[: found.end()].rstrip().endswith("."):
        return 0
    by_agency = text[: found.end()].rstrip(" –—-").endswith(")")
    if not (_DATED.match(text) or (is_story and (at_head or by_agency))):
        return 0
    return len(text[: found.end()].rstrip())


def date_of_line(text: str) -> Span | None:
    """The date in a place line or dateline; None where it leaves the year out."""
    return find_date(text)
