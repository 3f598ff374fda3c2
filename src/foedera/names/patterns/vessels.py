"""Ships, by their form: a navy's prefix and a name, a type of ship and a name, a class, a plain noun."""

from __future__ import annotations

import re
from functools import cache

from foedera.model import EntityKind
from foedera.names.data import read_table
from foedera.names.patterns.pattern import Part, Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import is_nationality
from foedera.names.patterns.words import Words, cut_words, modifiers_left

_TYPES = frozenset(
    "frigate destroyer corvette submarine cruiser minesweeper minehunter minelayer battleship gunboat warship flagship "
    "cutter tug icebreaker lighter trawler sloop dhow schooner amphibious-ship sub helicopter-carrier "
    "mine-layer patrolboat catamaran".split()
)
# Nouns that mean a ship only with the word before them: "patrol vessel", "aircraft carrier".
_LEAD_TYPES = frozenset("ship vessel boat carrier craft dock oiler tanker tender hunter".split())
_LEADS = frozenset(
    "aircraft helicopter patrol supply training survey replenishment support landing assault missile hospital rescue "
    "research naval coastguard amphibious logistics depot command fishing escort combat transport offshore oceanographic "
    "hydrographic guard torpedo mine auxiliary fleet strike attack surface icebreaking sail sailing school merchant "
    "countermeasures countermeasure surveillance unmanned uncrewed rubber river riverine multi-role multirole "
    "anti-submarine anti-ship anti-air air-defence stealth nuclear nuclear-powered conventional diesel-electric diesel "
    "guided-missile light heavy ocean-going patrolling coastal inshore dive diving inflatable interceptor drone target "
    "mine-countermeasures minehunting utility littoral warfare joint multipurpose multi-purpose polar".split()
)
_PARTICLES = frozenset("de del di da du la le las los el al van von der den d' e y of".split())
_NOT_IN_NAMES = frozenset(
    "ltd inc plc corporation institute group software industries systems company navy airlines airways captain commander "
    "command class and".split()
)
_PENNANT = re.compile(r"[A-Z]{1,5}[- ]?\d{1,4}|\d{2,4}")
_NUMERAL = re.compile(r"[IVX]+|\d{1,3}")


@cache
def _prefixes() -> dict[str, str]:
    """Prefix → the alpha-3 id of the state whose ships bear it; empty where several do."""
    return {row["prefix"]: row["country"] for row in read_table("lexicon/ship-prefixes.csv")}


def find_vessels(text: str) -> tuple[Pattern, ...]:
    """Ships in text order. A part "prefix" or "type" says what stood before the name, "pennant" its number."""
    return resolve_overlaps(vessels_in(cut_words(text)))


def vessels_in(words: Words) -> list[Pattern]:
    """Every ship that the words name, overlaps included."""
    prefixes = _prefixes()
    found: list[Pattern] = []
    for index, (form, lower) in enumerate(zip(words.forms, words.lower, strict=True)):
        if form in prefixes:
            found.extend(_prefixed(words, index))
        elif lower == "aboard":
            found.extend(_aboard(words, index))
        elif lower.endswith("-class"):
            found.extend(_of_class(words, index))
        else:
            singular = lower[:-1] if lower[-1] == "s" else lower
            if singular in _TYPES or singular in _LEAD_TYPES:
                found.extend(_typed(words, index, plural=singular != lower, needs_lead=singular in _LEAD_TYPES))
    return found


def _prefixed(words: Words, index: int) -> list[Pattern]:
    """“HMS Trent”, and in a list also “and Tamar”."""
    span = _name_from(words, index + 1)
    if span is None or (len(words.forms[index]) < 3 and words.forms[index + 1].isupper() and span[1] == index + 1):
        return []
    prefix = words.part("prefix", index, index)
    name = words.part("name", *span)
    return [words.pattern(EntityKind.VESSEL, index, span[1], (prefix, name, *_pennant(words, span[1])))]


def _typed(words: Words, index: int, *, plural: bool, needs_lead: bool) -> list[Pattern]:
    first = modifiers_left(words, index, _LEADS)
    if words.capital[index] and words.lower[index] != words.forms[index]:
        while words.close[first] and first > 0 and words.lower[first - 1] in _LEADS:
            first -= 1
    if needs_lead and first == index:
        return _guessed(words, index) if not plural and not words.capital[index] else []
    head = words.part("type", first, index)
    names = _names_after(words, index, several=plural)
    if names:
        return [words.pattern(EntityKind.VESSEL, *name, (head, *_prefix(words, *name))) for name in names]
    if words.capital[index]:
        return []
    return [words.pattern(EntityKind.VESSEL, first, index, (words.part("head", index, index),), Reading.GENERIC)]


def _prefix(words: Words, first: int, last: int) -> tuple[Part, ...]:
    """The parts of a ship's name: its navy's prefix and the name after it, if it has one, and its number."""
    if last == first or words.forms[first] not in _prefixes():
        return _pennant(words, last)
    return (words.part("prefix", first, first), words.part("name", first + 1, last), *_pennant(words, last))


def _guessed(words: Words, index: int) -> list[Pattern]:
    """“the carrier Sunder”, “the ship Marlow”: a noun of many meanings and a name."""
    return [
        words.pattern(EntityKind.VESSEL, start, end, (words.part("type", index, index),), Reading.GUESSED)
        for start, end in _names_after(words, index, several=False)
        if end - start < 2
    ]


def _aboard(words: Words, index: int) -> list[Pattern]:
    """“aboard the Sagres”: what one is aboard of is a ship, or an aircraft."""
    at = index + 1
    at += at < len(words) and words.lower[at] == "the" and words.close[at]
    span = _name_from(words, at) if at < len(words) and words.close[at] else None
    if span is None or _is_state_word(words, span) or any(c.isdigit() for c in words.forms[span[0]]):
        return []
    return [words.pattern(EntityKind.VESSEL, *span, (), Reading.GUESSED)]


def _names_after(words: Words, index: int, *, several: bool) -> list[tuple[int, int]]:
    """The names that follow a type of ship; after a plural all names of the list."""
    names: list[tuple[int, int]] = []
    at = index + 1
    while at < len(words):
        span = _quoted_or_name(words, at, listed=bool(names))
        if span is None or _is_state_word(words, span):
            break
        names.append(span)
        if not several:
            break
        after = span[1] + 1
        at = after + 1 if after < len(words) and words.lower[after] in ("and", "&") else after
        if at == after and (
            after >= len(words) or not re.fullmatch(r"(?: \([^()]*\))?, ?", words.between(span[1], after))
        ):
            break
    return names if names and (not several or len(names) > 1 or words.forms[names[0][0]].istitle()) else []


def _is_state_word(words: Words, span: tuple[int, int]) -> bool:
    return span[0] == span[1] and is_nationality(words.forms[span[0]])


def _quoted_or_name(words: Words, at: int, *, listed: bool) -> tuple[int, int] | None:
    gap = words.between(at - 1, at) if at < len(words) else ""
    if not listed and gap.strip() not in ("", "“", '"', "‘", "'", "«"):
        return None
    if listed and "." in gap:
        return None
    return _name_from(words, at, loose=True)


def _name_from(words: Words, at: int, *, loose: bool = False) -> tuple[int, int] | None:
    """The first and last word of a ship's name that begins at word `at`; None if none does."""
    if not words.named(at) or (not loose and words.between(at - 1, at).strip(" \n“\"‘'«")):
        return None
    last = at
    if words.lower[at] in _NOT_IN_NAMES:
        return None
    while last - at < 3 and last + 1 < len(words):
        ahead = last + 1
        quoted = words.between(last, ahead).strip() in ('"', "“", "”", '" "')
        if not words.close[ahead] and not quoted:
            break
        if words.lower[ahead] in _NOT_IN_NAMES:
            return None if words.lower[ahead] not in ("and", "class", "captain", "commander", "command") else (at, last)
        if words.named(ahead) or (_NUMERAL.fullmatch(words.forms[ahead]) and words.forms[ahead].isupper()):
            last = ahead
        elif words.lower[ahead] in _PARTICLES and words.named(ahead + 1) and words.close[ahead + 1]:
            last = ahead + 1
        else:
            break
    return at, last


def _pennant(words: Words, last: int) -> tuple[Part, ...]:
    """The number in brackets after a ship's name, "(DD-108)" or "(F 805)"."""
    at = last + 1
    if at >= len(words) or words.between(last, at) != " (":
        return ()
    end = words.text.find(")", words.starts[at], words.starts[at] + 12)
    written = words.text[words.starts[at] : end] if end > 0 else ""
    return (Part("pennant", words.starts[at], end, written),) if _PENNANT.fullmatch(written) else ()


def _of_class(words: Words, index: int) -> list[Pattern]:
    """“Murasame-class destroyer”: a class of ships with its noun."""
    last = index
    while last + 1 < len(words) and words.close[last + 1] and last - index < 3:
        ahead = words.lower[last + 1]
        singular = ahead[:-1] if ahead.endswith("s") else ahead
        if ahead in _LEADS or singular in _TYPES or singular in _LEAD_TYPES:
            last += 1
        else:
            break
    if last == index or not words.capital[index]:
        return []
    first = index
    while (
        words.close[first]
        and words.named(first - 1)
        and index - first < 2
        and not is_nationality(words.forms[first - 1])
    ):
        first -= 1
    return [words.pattern(EntityKind.EQUIPMENT, first, last, (words.part("head", last, last),))]
