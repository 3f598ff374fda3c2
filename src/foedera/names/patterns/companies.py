"""Companies, by what stands at the end of their names."""

from __future__ import annotations

from foedera.model import EntityKind
from foedera.names.patterns.offices import OFFICE_HEADS
from foedera.names.patterns.pattern import Pattern, resolve_overlaps
from foedera.names.patterns.vocabulary import is_nationality
from foedera.names.patterns.words import Words, acronym_after, cut_words

# Legal forms; these end a name.
_LEGAL = frozenset(
    "ltd ltd. limited inc inc. plc ag gmbh s.p.a s.p.a. spa se sa s.a s.a. ab oy oyj a/s as asa nv n.v. bv b.v. llc llp "
    "corp corp. corporation company co co. k.k. kk sas sarl s.r.l srl kg kgaa jsc pjsc ojsc oao pty sdn bhd tbk pt a.s. "
    "a.ş. d.o.o. zrt s.l. s.a.u".split()
)
# Written exactly so: in lower case or otherwise they are common words.
_EXACT = {
    "as": "AS",
    "se": "SE",
    "sa": "SA",
    "ag": "AG",
    "ab": "AB",
    "spa": "SpA",
    "kg": "KG",
    "pt": "PT",
    "sas": "SAS",
}
_SMALL = frozenset("plc a.s. a.s d.o.o. as".split())  # forms that are written small
_AFTER_COMMA = frozenset("ltd ltd. limited inc inc. llc llp plc gmbh s.a s.a. s.p.a s.p.a. corp co kg".split())
_TRADE = frozenset(
    "industries aerospace shipyard shipyards shipbuilding shipbuilders dynamics electronics technologies avionics "
    "aeronautics aerosystems robotics armaments arsenal steelworks aircraft helicopters motors marine "
    "holdings holding enterprises engineering defence defense systems naval aviation group optronics ordnance "
    "dockyard dockyards propulsion semiconductors telecom heavyindustries vehicles munitions explosives".split()
)
# Trade words that end names of many other things too: a name needs another word of trade or of no dictionary.
_SHARED = frozenset(
    "defence defense systems naval aviation group marine aircraft engineering vehicles motors holding".split()
)
_NOT_BEFORE = frozenset(
    "ministry minister department joint strike working task air national state civil royal royal-navy carrier battle "
    "european common missile weapon weapons air-defence navy army coast maritime amphibious contact steering foreign "
    "combat self- homeland secretary coastal integrated".split()
)
_NAME_LINKS = frozenset("& and de di".split())


def find_companies(text: str) -> tuple[Pattern, ...]:
    """Companies in text order; a part "suffix" is the legal form or word of trade they end with."""
    return resolve_overlaps(companies_in(cut_words(text)))


def companies_in(words: Words) -> list[Pattern]:
    """Every company that the words name, overlaps included."""
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        if lower in _LEGAL or lower in _TRADE:
            pattern = _company(words, index)
            if pattern is not None:
                found.append(pattern)
    return found


def _company(words: Words, index: int) -> Pattern | None:
    lower = words.lower[index]
    if index == 0 or (lower in _EXACT and words.forms[index] != _EXACT[lower]):
        return None
    if not words.capital[index] and (lower in _TRADE or lower not in _SMALL):
        return None
    first = _left(words, index)
    if first == index or (first == index - 1 and is_nationality(words.forms[first])):
        return None
    if lower in _SHARED and any(word in _NOT_BEFORE for word in words.lower[first:index]):
        return None
    if lower in _SHARED and all(
        word in _TRADE or is_nationality(words.forms[at]) for at, word in enumerate(words.lower[first:index], first)
    ):
        return None
    last = index
    while last + 1 < len(words) and words.lower[last + 1] in (_LEGAL | _TRADE) and _follows(words, last + 1):
        last += 1
    if last + 1 < len(words) and lower in _SHARED and words.close[last + 1] and words.named(last + 1):
        return None
    if last + 1 < len(words) and words.close[last + 1] and words.lower[last + 1] in OFFICE_HEADS:
        return None  # "the National Armaments Director"
    parts = (words.part("suffix", last, last), *acronym_after(words, last))
    return words.pattern(EntityKind.COMPANY, first, last, parts)


def _follows(words: Words, index: int) -> bool:
    """Whether a further suffix belongs to the name: "Co., Ltd", "Aerospace Industries"."""
    form, lower = words.forms[index], words.lower[index]
    exact = lower not in _EXACT or form == _EXACT[lower]
    return (
        exact
        and (words.capital[index] or lower in ("plc", "a.s."))
        and (words.close[index] or words.between(index - 1, index) in (", ", "., "))
    )


def _left(words: Words, index: int) -> int:
    first = index
    while first > 0 and index - first < 6:
        before = first - 1
        gap = words.between(before, first)
        spaced = words.close[first] or (gap == ", " and first == index and words.lower[index] in _AFTER_COMMA)
        if not spaced:
            break
        if words.named(before):
            first = before
        elif words.lower[before] in _NAME_LINKS and words.close[before] and words.named(before - 1) and first < index:
            if words.lower[before] == "and" and words.lower[first] not in _TRADE:
                break
            first = before - 1
        else:
            break
    while first < index and is_nationality(words.forms[first]) and words.first[first] and index - first > 1:
        first += 1
    return first
