"""Whose event it is: what moves an instrument as a whole, and what concerns some of its parties only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from foedera.answers.entities import Entities
from foedera.answers.life import Happened
from foedera.answers.trust import may_decide
from foedera.model.entities import EntityId, EntityKind
from foedera.model.kinds import Event

# Nobody does these for himself alone: a text that names one side tells of both.
_TOGETHER = frozenset(
    {Event.PROPOSED, Event.NEGOTIATING, Event.AGREED, Event.ANNOUNCED, Event.ADOPTED, Event.AMENDED, Event.EXTENDED}
)
# Two parties are enough for an instrument of many to be signed, applied or in force between them.
_BY_SOME = frozenset({Event.SIGNED, Event.PROVISIONALLY_APPLIED, Event.IN_FORCE})
_BINDS = (EntityKind.STATE, EntityKind.BLOC)


def parties_of(entities: Entities, happened: Iterable[Happened]) -> dict[str, str]:
    """The parties of an instrument, key → name, by key; a key is the entity's id, or the text as written.

    Facts that were taken over list all parties; only where there are none do those named in texts count.
    """
    listed = tuple(happened)
    taken_over = [each for each in listed if each.claim.evidence[0].source is not None]
    found: dict[str, str] = {}
    for each in taken_over or listed:
        for filler in each.claim.fillers("party"):
            key = str(filler.entity or filler.text)
            if key not in found:
                entity = entities[filler.entity] if filler.entity else None
                if entity is None or entity.kind is not EntityKind.PERSON:
                    found[key] = entity.name if entity else filler.text
    return dict(sorted(found.items()))


def concerns_all(happened: Happened, parties: Mapping[str, str]) -> bool:
    """Whether an event moves the instrument as a whole.

    A ratification binds the one who ratifies. In an agreement of two, all else that one of them does is done to both;
    in one of more, what one does alone (signing, leaving) leaves the others where they stand.
    """
    if not happened.parties or happened.event in _TOGETHER or happened.parties >= parties.keys():
        return True
    if happened.event is Event.RATIFIED:
        return False
    if len(parties) <= 2:
        return True
    return happened.event in _BY_SOME and len(happened.parties & parties.keys()) >= 2


def of_the_whole(happened: Sequence[Happened], parties: Mapping[str, str], on: date) -> list[Happened]:
    """The events that move the instrument as a whole; with the last ratification once every party has ratified."""
    whole = [each for each in happened if concerns_all(each, parties)]
    alone = [
        each
        for each in happened
        if each.event is Event.RATIFIED and each not in whole and each.last <= on and may_decide((each.claim,))
    ]
    if parties and parties.keys() <= {party for each in alone for party in each.parties}:
        first_of = {party: min(each.last for each in alone if party in each.parties) for party in parties}
        latest = max(first_of.values())
        whole += [each for each in alone if each.last == latest]
    return whole


def of_party(happened: Sequence[Happened], party: str, parties: Mapping[str, str]) -> list[Happened]:
    """The events that concern one party."""
    return [
        each
        for each in happened
        if not each.parties
        or party in each.parties
        or each.event in _TOGETHER
        or (each.event is not Event.RATIFIED and len(parties) <= 2 and party in parties)
    ]


def all_concerned(entities: Entities, happened: Sequence[Happened], parties: Mapping[str, str]) -> dict[str, str]:
    """The parties, and the states and blocs besides them for which some event is told (a member state that ratified)."""
    found = dict(parties)
    for each in happened:
        if concerns_all(each, parties):
            continue
        for key in sorted(each.parties - found.keys()):
            entity = entities[EntityId(key)]
            if entity is not None and entity.kind in _BINDS:
                found[key] = entity.name
    return dict(sorted(found.items()))
