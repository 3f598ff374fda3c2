"""Debris in texts that went through many hands: it is mended for reading, and every offset stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

# References to characters that lost their ampersand, tags that were never tags, line ends written as a backslash, as news
# feeds and data sets have them: “Westhaven #39;s navy”, “ quot;we stay quot;”, “&lt;b&gt;...&lt;/b&gt;”, “the\navy”.
_NUMBERED = re.compile(r"(?P<space>(?<=\w)\s)?&?#(?P<number>\d{2,4});(?P<tail>(?:s|t|re|ve|ll|d|m)\b)?")
_NAMED = re.compile(r"&?(?P<name>quot|amp);|&?lt;/?[a-z]{1,6}&?gt;?;?(?:\.\.\.)?|\\(?=[A-Za-z$])")
_SIGNS = {"quot": '"', "amp": "&"}
_TELLING = ("quot;", "lt;", "amp;", "\\")
_OWNING = frozenset("'’‘")
# Whose report it is, before the first words: “Reuters - The two sides …”.
_CREDIT = re.compile(r"(?:Reuters|AP|AFP|UPI|CP|dpa|Kyodo|Xinhua|ANSA|EFE|TASS|PA|PTI|Yonhap)\s+[-–—]\s+")
# Where a report was written: “PORT HERON, AUG 29: The …”, “PORT HERON - The …”; who speaks in a transcript does so again.
_PLACED = re.compile(
    r"([A-Z][A-Z .’'-]{3,30})(?:, ?[A-Z][\w. ]{1,20})?\s?(?:\([A-Z]{2,8}\))?(?:\s?:|\s--?)\s(?=[A-Z“\"])"
)
_NO_PLACE = re.compile(
    r"\b(?:MR|MRS|MS|DR|SIR|GENERAL|GEN|ADMIRAL|ADM|MINISTER|SECRETARY|PRESIDENT|CHAIR\w*|SPEAKER|MODERATOR|QUESTION|ANSWER|"
    r"NOTE|SUMMARY|BACKGROUND|UPDATE|CONTACT|SOURCE|STATEMENT|TITLE|DATE|SUBJECT|ANNEX|ARTICLE|PART|SECTION)\b"
)


def without_debris(text: str) -> str:
    """The text as it was meant, of the same length: what stands for one sign becomes that sign, and blanks beside it."""
    if "#" in text:
        text = _NUMBERED.sub(_from_number, text)
    if any(sign in text for sign in _TELLING):
        text = _NAMED.sub(_from_name, text)
    for credit in [found for start in _line_starts(text) if (found := _CREDIT.match(text, start))]:
        text = blanked(text, *credit.span())
    placed = next((found for start in _line_starts(text[:_HEAD]) if (found := _PLACED.match(text, start, _HEAD))), None)
    if placed and text.count(placed[1] + ":") <= 1 and not _NO_PLACE.search(placed[1]):
        text = blanked(text, *placed.span())
    return text


def blanked(text: str, start: int, end: int) -> str:
    """The text with blanks between two places, of the same length."""
    return text[:start] + " " * (end - start) + text[end:]


def _line_starts(text: str) -> Iterator[int]:
    start = 0
    while start >= 0:
        yield start
        start = text.find("\n", start) + 1 or -1


_HEAD = 300  # characters; further in, words in capitals before a colon are labels and speakers


def _from_number(match: re.Match[str]) -> str:
    number = int(match["number"])
    sign = bytes([number]).decode("cp1252", "replace") if number < 256 else chr(number)
    if not sign.isprintable():
        return match.group()
    if sign in _OWNING:
        return (sign + (match["tail"] or "")).ljust(len(match.group()))
    return (sign + (match["tail"] or "")).rjust(len(match.group()))


def _from_name(match: re.Match[str]) -> str:
    return _SIGNS.get(match["name"] or "", "").rjust(len(match.group()))
