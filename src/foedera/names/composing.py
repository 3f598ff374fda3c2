"""Names that are made of names: "Spanish Navy", "EU-Japan SPA", "Franco-German"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.bodies import Bodies
from foedera.names.forms import NameForm, NameMatch
from foedera.names.instruments import Instruments

_DASHES = frozenset("-‐‑–—")
_STATES = (EntityKind.STATE, EntityKind.BLOC)


class Composers(Protocol):
    """What composing needs to know."""

    entities: dict[EntityId, Entity]
    combining: dict[str, EntityId]
    instruments: Instruments
    bodies: Bodies


def compose_matches(text: str, matches: Sequence[NameMatch], known: Composers) -> list[NameMatch]:
    """The matches with halves of pairs added and composed names put together, in text order."""
    paired = _with_first_halves(text, matches, known.combining, known.entities)
    bodies: list[NameMatch] = []
    for match in paired:
        if bodies and match.start < bodies[-1].end:
            continue
        composed = known.bodies.compose(text, match)
        if composed is not None and (not bodies or composed.start >= bodies[-1].end):
            bodies.append(composed)
        else:
            bodies.append(match)
    found: list[NameMatch] = []
    for match in bodies:
        found.append(match)
        whole = known.instruments.compose(text, found, len(found) - 1)
        if whole is not None:
            count, composed = whole
            found[-count:] = [composed]
    return found


def _with_first_halves(
    text: str, matches: Sequence[NameMatch], combining: Mapping[str, EntityId], entities: Mapping[EntityId, Entity]
) -> list[NameMatch]:
    """Adds "Franco" in "Franco-German": the first half of an adjective of two, before a name of a state."""
    found: list[NameMatch] = []
    for match in matches:
        if match.entity.kind in _STATES and match.start > 1 and text[match.start - 1] in _DASHES:
            end = match.start - 1
            start = end
            while start > 0 and text[start - 1].isalpha():
                start -= 1
            state = combining.get(text[start:end].lower())
            if state is not None and text[start].isupper() and (not found or found[-1].end <= start):
                found.append(NameMatch(start, end, text[start:end], entities[state], NameForm.DEMONYM))
        found.append(match)
    return found
