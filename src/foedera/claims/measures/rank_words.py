"""Ranks as reports of figures tell them: “came top”, “slipped from third to sixth”, “India, tenth in 2023”, “at No. 9”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.measures.quantities import find_ordinals
from foedera.claims.reading import Sentence
from foedera.model.time import Span

_WORDED = re.compile(
    r"\b(?:came|comes|come|finished|finishes|placed|was|is|were|are|ranked|stayed|stays|remained|remains)\s+(?:out\s+)?"
    r"(?P<top>top)\b(?!\s+(?:of|[a-z]+s\b))"
    r"|\b(?P<tops>tops|topped)\s+(?:the|its|our|their)\b|\b(?P<second>runner-up)\b"
    r"|\b(?:at|to|is|was|ranked|ranks|now|from)\s+(?P<number>[Nn](?:o\.|umber)\s?\d+)"
)
# What leads up to a rank by itself: “climbed to sixth”, “to take third”, “Qatar is third”.
_LEADING_UP = re.compile(
    r"\b(?:to|from|is|was|are|were|comes?|came|now|takes?|took|taking|claims?|claimed|claiming|ranks?|ranked|stays?|stayed)\s+$"
)
_BEHIND_NAME = re.compile(r",\s+(?:now\s+)?")
_ENDING = re.compile(r"\s*(?:[),.;:]|$|(?:in|on|among|behind|after|today|now|overall|worldwide|and|a|last|the year)\b)")
_NEAR = 4  # characters between a rank and its own date: “tenth in 2023”


def worded_ranks(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a rank is told in words, in the document's text."""
    for match in _WORDED.finditer(sentence.text):
        group = match.lastgroup or "top"
        yield sentence.start + match.start(group), sentence.start + match.end(group)


def is_told(start: int, end: int, sentence: Sentence) -> bool:
    """Whether an ordinal is a rank by itself, in a text that tells of ranks."""
    token = sentence.token_at(start)
    if token is None or _counts_noun(start, sentence):
        return False
    before, after = sentence.text[: start - sentence.start], sentence.text[end - sentence.start :]
    if _LEADING_UP.search(before):
        return True
    named = [each.end - sentence.start for each in sentence.mentions if each.end <= start]
    return bool(named) and _BEHIND_NAME.fullmatch(before, named[-1]) is not None and _ENDING.match(after) is not None


def _counts_noun(start: int, sentence: Sentence) -> bool:
    """Whether an ordinal belongs to the noun behind it: “the third shipment”."""
    token = sentence.token_at(start)
    if token is None or token.i + 1 >= len(sentence.tokens):
        return False
    following = token.nbor(1)
    return token.dep_ in {"amod", "compound", "nummod"} and following.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PUNCT"}


def own_date(start: int, end: int, sentence: Sentence) -> tuple[Span | None, bool]:
    """The date right behind a rank, and whether the dates of the sentence may be this rank's at all.

    “India, tenth in 2023, has climbed to sixth”: 2023 is of the tenth place alone.
    """
    for date in sentence.dates:
        if 0 < date.start - end <= _NEAR:
            return date.span, True
    taken = any(
        0 < date.start - other[1] <= _NEAR
        for date in sentence.dates
        for other in find_ordinals(sentence)
        if other[0] != start
    )
    return None, not taken
