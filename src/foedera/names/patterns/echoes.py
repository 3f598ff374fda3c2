"""Later mentions of a name by its short form: "Exercise Silver Heron" once, "Silver Heron" from then on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Part, Pattern, Reading
from foedera.names.patterns.vocabulary import BARRIERS, common_words, is_nationality
from foedera.names.patterns.words import Words

# Sorts whose own name is told from the noun or title beside it.
_ECHOING = frozenset(
    {
        EntityKind.EVENT,
        EntityKind.OPERATION,
        EntityKind.VESSEL,
        EntityKind.PROGRAMME,
        EntityKind.PERSON,
        EntityKind.COMPANY,
        EntityKind.EQUIPMENT,
    }
)


_MOST_RIVALS = 8  # short forms that begin with one word; keeps the search linear in the text


@dataclass(frozen=True, slots=True)
class _Short:
    """A short form, as lower-case words, and the name it stands for."""

    words: tuple[str, ...]
    kind: EntityKind
    full: Pattern


def echoes_in(words: Words, patterns: Iterable[Pattern]) -> list[Pattern]:
    """Mentions of the short forms of `patterns`, each with a part "full": the first name in full.

    An acronym in brackets, a ship without its prefix, a person's last name, an exercise without
    the word "exercise". Where two names share a short form, the first keeps it; of those that begin
    with the same word, the first eight are looked for.
    """
    shorts: dict[str, list[_Short]] = {}
    known: set[tuple[str, ...]] = set()
    for pattern in patterns:
        for short in _short_forms(pattern):
            rivals = shorts.setdefault(short.words[0], [])
            if short.words not in known and len(rivals) < _MOST_RIVALS:
                known.add(short.words)
                rivals.append(short)
    if not shorts:
        return []
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        for short in shorts.get(lower, ()) if words.capital[index] else ():
            last = index + len(short.words) - 1
            if _is_acronym_of(short.full, words.starts[index]):
                continue
            if tuple(words.lower[index : last + 1]) == short.words and all(words.close[index + 1 : last + 1]):
                found.append(_echo(words, index, last, short))
    return found


def _is_acronym_of(full: Pattern, start: int) -> bool:
    """Whether the bracket that explains the acronym stands here: it is part of the full name."""
    acronym = full.part("acronym")
    return acronym is not None and acronym.start == start


def _echo(words: Words, first: int, last: int, short: _Short) -> Pattern:
    full = short.full
    part = Part("full", full.start, full.end, full.text)
    reading = Reading.NAMED if last > first or words.forms[first].isupper() else Reading.GUESSED
    return words.pattern(short.kind, first, last, (part,), reading)


def _short_forms(pattern: Pattern) -> Iterator[_Short]:
    if pattern.reading is not Reading.NAMED:
        return
    acronym = pattern.part("acronym")
    if acronym is not None:
        yield _Short((acronym.text.lower(),), pattern.kind, pattern)
    if pattern.kind not in _ECHOING:
        return
    name = pattern.part("name")
    own = (name.text if name else pattern.text).split()
    if pattern.kind is EntityKind.COMPANY:
        suffix = pattern.part("suffix")
        own = pattern.text[: suffix.start - pattern.start].strip(" ,").split() if suffix else own
    if pattern.kind in (EntityKind.EVENT, EntityKind.OPERATION) and len(own) > 1 and own[-1].isdigit():
        own = own[:-1]
    if own and _telling(own):
        yield _Short(tuple(word.lower() for word in own), pattern.kind, pattern)
    if pattern.kind is EntityKind.PERSON and len(own) > 1 and _telling(own[-1:]):
        yield _Short((own[-1].lower(),), pattern.kind, pattern)


def _telling(own: list[str]) -> bool:
    """Whether a short form says enough by itself to be looked for."""
    if len(own) > 1:
        return all(word[:1].isalnum() for word in own)
    word = own[0]
    if word.lower() in BARRIERS or is_nationality(word) or not word[:1].isupper() or len(word) < 3:
        return False
    return word.isupper() or word.lower() not in common_words()
