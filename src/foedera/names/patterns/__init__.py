"""Names of the domain that no lexicon knows, recognised by their form.

One module a sort of name. `find_patterns` runs them all over one cut of the text into words and
keeps, where two overlap, what `resolve_overlaps` prefers; then it looks for the short forms of what it found.
"""

from __future__ import annotations

from foedera.names.patterns.capitals import capitals_in, find_capitals
from foedera.names.patterns.companies import companies_in, find_companies
from foedera.names.patterns.echoes import echoes_in
from foedera.names.patterns.equipment import equipment_in, find_equipment
from foedera.names.patterns.events import events_in, find_events
from foedera.names.patterns.groups import find_groups, groups_in
from foedera.names.patterns.instruments import find_instruments, instruments_in
from foedera.names.patterns.organisations import find_organisations, organisations_in
from foedera.names.patterns.pattern import Part, Pattern, Reading, resolve_overlaps
from foedera.names.patterns.persons import find_persons, persons_in
from foedera.names.patterns.places import find_places, places_in
from foedera.names.patterns.programmes import find_programmes, programmes_in
from foedera.names.patterns.vessels import find_vessels, vessels_in
from foedera.names.patterns.words import cut_words

__all__ = [
    "Part",
    "Pattern",
    "Reading",
    "find_capitals",
    "find_companies",
    "find_equipment",
    "find_events",
    "find_groups",
    "find_instruments",
    "find_organisations",
    "find_patterns",
    "find_persons",
    "find_places",
    "find_programmes",
    "find_vessels",
    "resolve_overlaps",
]

_SORTS = (
    vessels_in,
    instruments_in,
    events_in,
    programmes_in,
    equipment_in,
    organisations_in,
    companies_in,
    persons_in,
    places_in,
    groups_in,
    capitals_in,
)
# Brackets after a name belong to it: they name nothing of their own.
_ASIDES = ("acronym", "pennant")


def find_patterns(text: str) -> tuple[Pattern, ...]:
    """Every name of every sort in `text`, in text order, without overlaps.

    The time it takes grows with the length of the text and with nothing else.
    """
    words = cut_words(text)
    found = resolve_overlaps(pattern for sort in _SORTS for pattern in sort(words))
    aside = {(part.start, part.end) for pattern in found for part in pattern.parts if part.role in _ASIDES}
    named = [pattern for pattern in found if (pattern.start, pattern.end) not in aside]
    return resolve_overlaps((*named, *echoes_in(words, named)))
