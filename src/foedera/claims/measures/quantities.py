"""Quantities in a sentence: the number as written, its unit, and what sort of quantity it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from foedera.claims.measures.words import (
    CURRENCY_NAMES,
    CURRENCY_SIGNS,
    LABELS,
    ONES,
    ORDINALS,
    PERCENTS,
    SCALES,
    TEENS,
    TENS,
)
from foedera.claims.reading import Sentence


class Sort(Enum):
    """What a quantity is."""

    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the document's text, with its unit where one is written; `start` and `end` hold both."""

    sort: Sort
    start: int
    end: int
    value: tuple[int, int]
    unit: tuple[int, int] | None = None


_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(ONES[:9])}))?|{'|'.join(TEENS)}|{'|'.join(reversed(ONES))})"
_SCALE = rf"(?:{'|'.join(SCALES)})"
_WORDS = (
    rf"(?:(?:half\sa|half|a\squarter\sof\sa|several|a|{_SMALL})\s{_SCALE}(?:s\b)?(?:\s(?:and\s)?{_SMALL})?(?:\s{_SCALE})?"
    rf"|(?:(?:one|two|three|four)[-\s](?:half|third|quarter|fifth|sixth|tenth|thirds|quarters|fifths)|half)\b(?=\s+(?:of|the|its|their)\b)"
    rf"|an?\s(?:third|quarter|fifth|sixth|tenth)(?=\s+of\b)|{_SMALL})"
)
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f’ ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?(?![\d,]\d))"
_RANGE = rf"{_DIGITS}(?:\s?[–-]\s?\d+(?:\.\d+)?)?"
_AMOUNT = rf"(?:{_DIGITS}|{_WORDS})(?:\s?(?:million|billion|trillion|thousand|crore|lakh|bn|mn|trn|tn|m|k)\b)?"
_NAMES = "|".join(sorted(CURRENCY_NAMES, key=len, reverse=True))
_NATION = r"(?:(?:US|U\.S\.|American|Canadian|Australian|New Zealand|Swedish|Norwegian|Danish|Turkish|Indian|Czech|Hong Kong|Singapore|Taiwan)\s)?"

_BEFORE = re.compile(rf"(?<![\w.])(?P<unit>{CURRENCY_SIGNS})[\s\u00a0]?(?P<value>{_AMOUNT})", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\w.,])(?P<value>{_AMOUNT})[\s\u00a0-](?P<unit>{_NATION}(?:{_NAMES}))\b", re.IGNORECASE)
_SHARE = re.compile(rf"(?<![\w.,])(?P<value>{_RANGE}|{_WORDS})[\s\u00a0]?(?P<unit>{PERCENTS})", re.IGNORECASE)
_ORDINAL = re.compile(rf"(?<![\w.,-])(?P<value>\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)}|last)\b", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?<![\w.,/:+\-–‑°§#№])(?P<value>{_DIGITS}(?:\s(?:million|billion|thousand|crore|lakh)\b)?|{_WORDS})(?![\w:/°]|[.,–-]\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
# “Nos. 412 and 413”, “Articles 3, 4 and 5”: the later numbers are labels too.
_LISTED_LABEL = re.compile(
    r"\b(?:nos?\.?|numbers|articles|arts\.|paragraphs|paras|questions|items|points|annexes|chapters|sections|clauses|resolutions)\s"
    r"\d+(?:,\s\d+)*(?:,|,?\s(?:and|or|to))\s$",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(r"([\w.°]+)[\s\u00a0]*[(]?$")


def find_quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantities of a sentence in text order; dates, labels ("Article 7") and names ("Type 12") are none."""
    taken = [(date.start, date.end) for date in sentence.dates]
    found: list[Quantity] = []
    for sort, pattern in ((Sort.MONEY, _BEFORE), (Sort.MONEY, _AFTER), (Sort.SHARE, _SHARE)):
        for match in pattern.finditer(sentence.text):
            quantity = _quantity(sort, match, sentence.start)
            if not any(quantity.start < end and start < quantity.end for start, end in taken if sort is not Sort.MONEY):
                found.append(quantity)
                taken.append((quantity.start, quantity.end))
    for quantity in _counts(sentence):
        if not any(quantity.start < end and start < quantity.end for start, end in taken):
            found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def find_ordinals(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where ordinal numbers stand that belong to no date: “39th”, “third”."""
    for match in _ORDINAL.finditer(sentence.text):
        start, end = sentence.start + match.start("value"), sentence.start + match.end("value")
        if not any(start < date.end and date.start < end for date in sentence.dates):
            yield start, end


def _quantity(sort: Sort, match: re.Match[str], offset: int) -> Quantity:
    unit = (offset + match.start("unit"), offset + match.end("unit"))
    value = (offset + match.start("value"), offset + match.end("value"))
    return Quantity(sort, offset + match.start(), offset + match.end(), value, unit)


def _counts(sentence: Sentence) -> Iterator[Quantity]:
    text = sentence.text
    for match in _COUNT.finditer(text):
        start, end = match.span("value")
        written = match["value"]
        if is_label(text, start, end) or _YEAR.fullmatch(written) or written.lower() in {"one", "a hundred"}:
            continue
        if sentence.block.number and start <= 1:
            continue
        place = sentence.start + start, sentence.start + end
        if any(_names(mention.start, mention.end, mention.generic, place) for mention in sentence.mentions):
            continue
        yield Quantity(Sort.COUNT, *place, place)


def _names(start: int, end: int, generic: bool, place: tuple[int, int]) -> bool:
    """Whether a number is part of a name, and not the count before a common noun."""
    if not (start <= place[0] and place[1] <= end):
        return False
    return not (generic and start == place[0])


def is_listed_label(text: str, start: int) -> bool:
    """Whether the number at a place is the second or a later one of a list of labels."""
    return text[start : start + 1].isdigit() and _LISTED_LABEL.search(text[:start]) is not None


def is_label(text: str, start: int, end: int) -> bool:
    """Whether the number at a place names or numbers something: “Article 7”, “(3)”, “2. The parties”, “10 am”."""
    before = _LABEL_BEFORE.search(text[:start])
    if before is not None and before.group(1).casefold().rstrip(".") in LABELS and text[start].isdigit():
        return True
    if is_listed_label(text, start):
        return True
    if text[start].isdigit() and start and text[start - 1] in "([" and text[end : end + 1] in ")]":
        return not before or not before.group(1)[:1].isalpha() or text[start - 1] == "["
    if start == 0 and re.match(r"[.)]\s", text[end:]):  # "1. The parties": the number of an entry
        return True
    return bool(re.match(r"\s?(?:am|pm|a\.m\.|p\.m\.|o'clock|GMT|UTC|hrs? local|°)", text[end:]))
