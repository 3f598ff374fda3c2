"""Places, by their form: waters, ports, bases, and capitalised words after a preposition of place."""

from __future__ import annotations

import re

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import common_words, is_nationality
from foedera.names.patterns.words import Words, cut_words, grow_left

_AFTER_NAME = frozenset(
    "sea gulf strait straits bay ocean island islands isle peninsula channel sound fjord lake river canal desert "
    "airport airfield barracks harbour harbor atoll archipelago province prefecture region coast reef shoal range "
    "cape passage basin delta mountains district airspace corridor belt plateau".split()
)
_BASES = frozenset("base station dockyard port camp fort anchorage facility depot".split())
_BASE_KINDS = frozenset("naval air army military marine airbase joint aviation submarine support".split())
_OF_NAMES = frozenset("gulf strait straits bay sea port cape isle horn rock coast waters".split())
_BEFORE_NAME = frozenset("port cape camp fort lake mount san santa saint st st. cabo punta puerto ras bandar".split())
_DIRECTIONS = frozenset(
    "northern southern eastern western central north south east west north-east north-west south-east south-west "
    "northeast northwest southeast southwest north-eastern north-western south-eastern south-western upper lower".split()
)
_PREPOSITIONS = frozenset("in at near off outside into across".split())
_DATELINE = re.compile(
    r"(?: \(?[A-Z][a-z]+\)?)? ?(?:[—–|]| - |, ?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2}|, [A-Z][a-z]{2,8} \d)"
)
_NOT_PLACES = frozenset(
    "parliament congress senate article annex section chapter english french german arabic spanish russian january "
    "least first christmas easter phase table figure appendix council government court wall".split()
)
_PARTICLES = frozenset("de del da do dos di la le las los el al es of en sur du der bin".split())


def find_places(text: str) -> tuple[Pattern, ...]:
    """Places in text order; those that only a preposition betrays are guessed."""
    return resolve_overlaps(places_in(cut_words(text)))


def places_in(words: Words) -> list[Pattern]:
    """Every place that the words name, overlaps included."""
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        if lower in _AFTER_NAME:
            found.extend(_after_name(words, index))
        elif lower in _BASES:
            found.extend(_base(words, index))
        if words.line[index] and words.capital[index]:
            found.extend(_dateline(words, index))
        if lower in _OF_NAMES:
            found.extend(_of_name(words, index))
        if lower in _BEFORE_NAME and words.capital[index]:
            found.extend(_before_name(words, index))
        if lower in _PREPOSITIONS:
            found.extend(_after_preposition(words, index))
    return found


def _with_direction(words: Words, first: int) -> int:
    while first > 0 and words.close[first] and words.lower[first - 1] in _DIRECTIONS:
        first -= 1
    return first


def _after_name(words: Words, index: int) -> list[Pattern]:
    if not words.capital[index] and words.lower[index] not in (
        "peninsula",
        "province",
        "prefecture",
        "coast",
        "barracks",
    ):
        return []
    first = grow_left(words, index)
    if first == index or index - first > 4:
        return []
    if not words.capital[index] and is_nationality(words.forms[first]):
        return []
    # "Sea Guardian", "Ocean Shield": the name goes on, so it is no water
    if words.named(index + 1) and words.close[index + 1] and words.lower[index + 1] not in _AFTER_NAME:
        return []
    return [words.pattern(EntityKind.PLACE, _with_direction(words, first), index, (words.part("head", index, index),))]


def _base(words: Words, index: int) -> list[Pattern]:
    lower = words.lower
    if words.capital[index] and index > 0 and words.close[index] and lower[index - 1] in _BASE_KINDS:
        first, last = grow_left(words, index), index
        while words.named(last + 1) and words.close[last + 1] and last - index < 3:
            last += 1
        return [words.pattern(EntityKind.PLACE, first, last, (words.part("head", index, index),))]
    first = index
    while first > 0 and words.close[first] and lower[first - 1] in _BASE_KINDS and not words.capital[first - 1]:
        first -= 1
    if first == index or not words.named(first - 1) or not words.close[first] or is_nationality(words.forms[first - 1]):
        return []
    name = grow_left(words, first - 1)
    return [words.pattern(EntityKind.PLACE, name, index, (words.part("head", index, index),))]


def _of_name(words: Words, index: int) -> list[Pattern]:
    """“Gulf of Aden”, “port of Rotterdam”: of a port the name alone is given, "port of" is a part."""
    at = index + 2
    if words.lower[index + 1 : at] != ["of"] or at >= len(words) or not words.close[at] or not words.close[at - 1]:
        return []
    if words.lower[at] == "the" and at + 1 < len(words):
        at += 1
    last = _place_run(words, at)
    if last is None:
        return []
    head = words.part("head", index, index)
    if words.capital[index]:
        return [words.pattern(EntityKind.PLACE, _with_direction(words, index), last, (head,))]
    return [words.pattern(EntityKind.PLACE, at, last, (head,))]


def _before_name(words: Words, index: int) -> list[Pattern]:
    last = _place_run(words, index + 1) if index + 1 < len(words) and words.close[index + 1] else None
    if last is None or is_nationality(words.forms[index + 1]):
        return []
    return [words.pattern(EntityKind.PLACE, index, last)]


def _place_run(words: Words, at: int) -> int | None:
    """The last word of a place's name that begins at word `at`."""
    if not words.named(at) or words.lower[at] in _NOT_PLACES:
        return None
    last = at
    while last - at < 4 and last + 1 < len(words) and words.close[last + 1]:
        if words.named(last + 1):
            last += 1
        elif words.lower[last + 1] in _PARTICLES and words.named(last + 2) and words.close[last + 2]:
            last += 2
        else:
            break
    return last


def _dateline(words: Words, index: int) -> list[Pattern]:
    """“WESTHAVEN — ”, “Westhaven, 14 May 2024”: the place at the head of a news item or under an official text."""
    last = _place_run(words, index)
    if last is None or last - index > 2 or _DATELINE.match(words.text, words.ends[last]) is None:
        return []
    if is_nationality(words.forms[index]) or any(word in common_words() for word in words.lower[index : last + 1]):
        return []
    return [words.pattern(EntityKind.PLACE, index, last, (), Reading.GUESSED)]


def _after_preposition(words: Words, index: int) -> list[Pattern]:
    at = index + 1
    if at >= len(words) or not words.close[at]:
        return []
    while at + 1 < len(words) and words.close[at + 1] and words.forms[at] in _DIRECTIONS | {"the"}:
        at += 1
    last = _place_run(words, at)
    if last is None or is_nationality(words.forms[last]) or (words.forms[at].isupper() and len(words.forms[at]) < 5):
        return []
    if at == last and words.lower[at] in common_words() and not words.forms[at].isupper():
        return []
    return [words.pattern(EntityKind.PLACE, at, last, (words.part("preposition", index, index),), Reading.GUESSED)]
