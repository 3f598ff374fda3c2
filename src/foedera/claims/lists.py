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


# Between two ships of a list the owner and sort of the second may stand: “JS Onami and the Spanish Navy frigates …”.
_SHIPS = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s*(?:,|,?\s*and|,?\s*with|as well as)\s+(?:both\s+)?(?:the\s+|an?\s+|her sister\s+)?(?:[A-Z][\w’'.-]*\s){0,4}"
    r"(?:(?:guided-missile|patrol|landing|littoral|combat|aircraft|helicopter|training|supply|support|replenishment|"
    r"amphibious|assault|coast|guard|offshore|missile|light|sister)\s){0,3}"
    r"(?:frigates?|destroyers?|corvettes?|submarines?|ships?|warships?|vessels?|carriers?|cutters?|minehunters?|tankers?|boats?)\s"
)


def _is_beside_ship(ship: Mention, other: Mention) -> bool:
    """Whether what follows a ship is no ship with a name: her list may go on behind it."""
    return ship.kind is EntityKind.VESSEL and (other.kind is not EntityKind.VESSEL or other.generic)


def in_list_with(mention: Mention, sentence: Sentence) -> tuple[Mention, ...]:
    """The mention and those that follow it in the same list, of the same sort, in text order; of ships those before too."""
    found = [_first_ship(mention, sentence) if mention.kind is EntityKind.VESSEL else _first_of_pair(mention, sentence)]
    for other in sentence.mentions:
        if other.start < found[-1].end or _is_beside_ship(found[-1], other):
            continue
        gap = sentence.text[found[-1].end - sentence.start : other.start - sentence.start]
        if "(" in gap and other.end <= sentence.start + sentence.text.find(")", found[-1].end - sentence.start):
            continue  # the acronym in brackets after the name
        joined = (
            _JOINED.fullmatch(gap)
            or (gap in _PAIRING and other.kind in STATELIKE)
            or (other.kind is EntityKind.VESSEL and _SHIPS.fullmatch(gap))
        )
        if not joined or not _alike(found[-1], other):
            break
        found.append(other)
    return tuple(found)


_PAIRING = frozenset({"–", "-", "‑"})


def _first_of_pair(mention: Mention, sentence: Sentence) -> Mention:
    """The first state of two that a dash joins: Northmoor in the “Northmoor–Republic of Eastmark meeting”."""
    if mention.kind not in STATELIKE:
        return mention
    for other in sentence.mentions:
        gap = sentence.text[other.end - sentence.start : mention.start - sentence.start]
        if other.end <= mention.start and other.kind in STATELIKE and gap in _PAIRING:
            return other
    return mention


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
