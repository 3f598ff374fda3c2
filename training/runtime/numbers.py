"""The number that a measure counts, whole: "7.953 billion", not "953 billion"."""

from __future__ import annotations

import re

import numpy as np

from .decode import Read
from .words import Words

_NUMBER = re.compile(
    r"(?<![\w])\d+(?:[,.\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?:st|nd|rd|th)?(?:\s?(?:million|billion|trillion|thousand|bn|m|mn|crore|lakh)\b)?"
)


def whole_numbers(words: Words, reads: list[Read]) -> list[Read]:
    """Measures with their number whole; of two measures of one number the better stays."""
    spans = [_span(words, m.start(), m.end()) for m in _NUMBER.finditer(words.text)]
    best: dict[tuple[int, int], Read] = {}
    for read in reads:
        if read.kind != "measure":
            continue
        a, b, score = read.spans["value"][0]
        number = next((s for s in spans if s[0] <= b and s[1] >= a), None)
        if number is not None:
            read.spans["value"] = [(*number, score)]
            if number not in best or best[number].score < read.score:
                best[number] = read
    kept = {id(read) for read in best.values()}
    return [r for r in reads if r.kind != "measure" or id(r) in kept or not _counted(r, best)]


def _counted(read: Read, best: dict[tuple[int, int], Read]) -> bool:
    a, b, _ = read.spans["value"][0]
    return (a, b) in best


def _span(words: Words, start: int, end: int) -> tuple[int, int]:
    first = int(np.searchsorted(words.ends, start, side="right"))
    last = int(np.searchsorted(words.starts, end, side="left")) - 1
    return first, max(first, last)
