"""Names that stand in one list: “Australia, Japan, the Philippines and the United States”, whatever the parser made of it."""

from __future__ import annotations

import re

from foedera.claims.mentions import ACTORS, STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.model.entities import EntityKind

# What may stand between two names of a list; an acronym or explanation in brackets may follow the first.
_JOINED = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s*(?:,|;|&|/|,?\s*(?:and|or|as well as|along with|nor|plus))\s*(?:and\s+|or\s+)?(?:both\s+)?(?:the\s+)?",
)


def in_list_with(mention: Mention, sentence: Sentence) -> tuple[Mention, ...]:
    """The mention and those that follow it in the same list, of the same sort, in text order; of ships those before too."""
    found = [_first_ship(mention, sentence) if mention.kind is EntityKind.VESSEL else mention]
    for other in sentence.mentions:
        if other.start < found[-1].end:
            continue
        gap = sentence.text[found[-1].end - sentence.start : other.start - sentence.start]
        if "(" in gap and other.end <= sentence.start + sentence.text.find(")", found[-1].end - sentence.start):
            continue  # the acronym in brackets after the name
        if not _JOINED.fullmatch(gap) or not _alike(found[-1], other):
            break
        found.append(other)
    return tuple(found)


def _first_ship(mention: Mention, sentence: Sentence) -> Mention:
    """The first of the ships that stand in a list before this one: the parser may take the last for the head."""
    for other in reversed(sentence.mentions):
        gap = sentence.text[other.end - sentence.start : mention.start - sentence.start]
        if other.kind is EntityKind.VESSEL and other.end <= mention.start and _JOINED.fullmatch(gap):
            mention = other
    return mention


def _alike(one: Mention, other: Mention) -> bool:
    if one.kind is EntityKind.UNKNOWN and one.text.endswith(("States", "states", "countries")):  # "EFTA States and X"
        return other.kind in STATELIKE
    if one.kind in STATELIKE or other.kind in STATELIKE:
        return one.kind in STATELIKE and other.kind in STATELIKE
    if one.kind is EntityKind.PERSON or one.kind is EntityKind.VESSEL:
        return one.kind is other.kind
    return one.kind is other.kind or (one.kind in ACTORS and other.kind in ACTORS)
