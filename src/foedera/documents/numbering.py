"""Numbers at the head of a block: articles, sections, paragraphs, entries of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_ROMAN = r"[IVXLC]+"
_NUMERAL = rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*|{_ROMAN})(?:\s?(?:bis|ter|quater)\b|\s?[A-Z](?=[.:\s]))?"
_PROVISION = (
    r"article|art\.|section|sec\.|s\.|§§?|clause|cl\.|rule|regulation|paragraph|para\.|¶|point|recommendation|item"
    r"|ziff\.|ziffer|artikel|provision|undertaking|commitment"
)
_CONTAINER = r"chapter|part|title|annex|appendix|schedule|protocol|book|exhibit"
# After the number something has to show that it heads the block: a stop, a dash, the line's end, or a capital.
# "Article 7 which states" and "Section 3 is new" are sentences.
_WORDED = re.compile(
    rf"(?:(?P<provision>(?i:{_PROVISION}))\s*|(?P<container>(?i:{_CONTAINER}))\s+)"
    rf"(?P<numeral>{_NUMERAL}|(?<=\s)[A-Z](?![\w’']))"
    r"(?:\s*\.(?=\s|$)|\s*:|\s*[–—-]\s|\s*\n|\s*$|\)|\s+(?=[A-Z(“\"]))\s*"
)
_DECIMAL = re.compile(r"(?P<numeral>\d{1,3})(?:\.|\)|[°º]|/(?:\d{1,3})?)(?=\s)\s+(?=\S)")
_MULTILEVEL = re.compile(r"(?P<numeral>\d{1,2}(?:\.\d{1,3}){1,3})\.?\s+(?=[A-Z“\"(‘'])")
_ROMAN_HEAD = re.compile(rf"(?P<numeral>{_ROMAN})\.\s+(?=[A-Z“\"])")
_BRACKETED = re.compile(r"(?P<numeral>\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3}|[A-Z])\))[:.]?\s+(?=\S)")
_LETTER = re.compile(r"(?P<numeral>[a-z](?:\)|\.(?=\s+[a-z“\"(])))\s+(?=\S)")
_CAPITAL = re.compile(r"(?P<numeral>[A-H])[.)]\s+(?=[A-Z“\"])")
_BULLET = re.compile(r"(?:[•◦▪▫■□●○‣⁃·∙▸►▶➤➢→⤷↳★☆✓✔❖*–—-]|o(?=\s{1,3}[A-Z]))[ \t]+(?=\S)")


class Marker(Enum):
    """What sort of number or sign stands at the head of a block."""

    PROVISION = "provision"  # Article 7, § 3, Clause 8
    CONTAINER = "container"  # Chapter III, Annex B: holds provisions
    PARAGRAPH = "paragraph"  # 7. or 7) or 7/
    MULTILEVEL = "multilevel"  # 2.1
    ROMAN = "roman"  # II.
    CAPITAL = "capital"  # B.
    LETTER = "letter"  # (a), a), (iv)
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Head:
    """The number at the head of a block, as written and without its stop; `length` counts the characters it takes."""

    marker: Marker
    number: str | None
    length: int


def read_head(text: str) -> Head | None:
    """The number or bullet that the text begins with; None if it begins with neither."""
    first = text[:1]
    if first.isdigit():
        for pattern, marker in ((_MULTILEVEL, Marker.MULTILEVEL), (_DECIMAL, Marker.PARAGRAPH)):
            found = pattern.match(text)
            if found:
                return Head(marker, found["numeral"], found.end())
        return None
    if first.isalpha() or first in "§¶":
        return _read_worded(text)
    if first == "(":
        found = _BRACKETED.match(text)
        return Head(Marker.LETTER, found["numeral"], found.end()) if found else None
    found = _BULLET.match(text)
    return Head(Marker.BULLET, None, found.end()) if found else None


def _read_worded(text: str) -> Head | None:
    found = _WORDED.match(text)
    if found:
        marker = Marker.PROVISION if found["provision"] else Marker.CONTAINER
        return Head(marker, text[: found.end("numeral")].strip(), found.end())
    for pattern, marker in ((_ROMAN_HEAD, Marker.ROMAN), (_CAPITAL, Marker.CAPITAL), (_LETTER, Marker.LETTER)):
        found = pattern.match(text)
        if found:
            return Head(
                marker,
                found["numeral"].rstrip(")") if marker is Marker.CAPITAL else found["numeral"].rstrip("."),
                found.end(),
            )
    found = _BULLET.match(text)
    return Head(Marker.BULLET, None, found.end()) if found else None
