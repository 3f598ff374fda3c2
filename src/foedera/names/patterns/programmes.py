"""Programmes, projects, funds and facilities, by their form."""

from __future__ import annotations

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import is_nationality
from foedera.names.patterns.words import Words, acronym_after, cut_words, grow_left, grow_right, modifiers_left

_HEADS = frozenset(
    "programme program project initiative fund facility scheme mechanism instrument accelerator consortium network "
    "partnership-programme demonstrator projects programmes".split()
)
_MODIFIERS = frozenset(
    "joint bilateral trilateral multinational european defence defense security military naval maritime development "
    "co-development research r&d procurement modernisation modernization upgrade training fighter frigate submarine "
    "missile helicopter tank drone radar aircraft corvette satellite space cyber industrial exchange export assistance "
    "shipbuilding next-generation sixth-generation combat air capability technology innovation industry demonstrator "
    "armaments munitions ammunition demining construction infrastructure visit offset pilot six-nation".split()
)
_PREPOSITIONS = ("for", "of", "on", "in")


def find_programmes(text: str) -> tuple[Pattern, ...]:
    """Programmes in text order; common nouns such as "fighter programme" are generic."""
    return resolve_overlaps(programmes_in(cut_words(text)))


def programmes_in(words: Words) -> list[Pattern]:
    """Every programme that the words name, overlaps included."""
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        if lower in _HEADS:
            found.extend(_headed(words, index))
    return found


def _headed(words: Words, index: int) -> list[Pattern]:
    head = words.part("head", index, index)
    after = _name_after(words, index)
    before = _name_before(words, index)
    if words.lower[index] == "project" and after is not None and (words.capital[index] or before is None):
        first = index if words.capital[index] else index + 1
        return [words.pattern(EntityKind.PROGRAMME, first, after, (head, words.part("name", index + 1, after)))]
    if before is not None:
        last = grow_right(words, index, prepositions=_PREPOSITIONS[:2]) if words.capital[index] else index
        name = words.part("name", before, index - 1)
        return [words.pattern(EntityKind.PROGRAMME, before, last, (head, name, *acronym_after(words, last)))]
    if words.capital[index]:
        last = grow_right(words, index, prepositions=_PREPOSITIONS)
        return [words.pattern(EntityKind.PROGRAMME, index, last, (head,))] if last - index > 1 else []
    first = modifiers_left(words, index, _MODIFIERS)
    if first == index:
        return []
    return [words.pattern(EntityKind.PROGRAMME, first, index, (head,), Reading.GENERIC)]


def _name_after(words: Words, index: int) -> int | None:
    """The last word of "Project Overlord" or "project KOIOS"; None if no name follows."""
    last = index
    while words.named(last + 1) and words.close[last + 1] and last - index < 3:
        last += 1
    return last if last > index else None


def _name_before(words: Words, index: int) -> int | None:
    at = index
    while not words.capital[index] and at > 0 and words.close[at] and words.lower[at - 1] in _MODIFIERS:
        if words.capital[at - 1]:
            break
        at -= 1
    if at == 0 or not words.close[at] or not words.named(at - 1):
        return None
    first = grow_left(words, at - 1)
    while first < at and is_nationality(words.forms[first]) and not words.capital[index]:
        first += 1
    if first >= at or (not words.capital[index] and words.first[first] and first == at - 1):
        return None
    return first
