"""Which entity of the record a person means by a name."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import InstrumentUnknown, NameAmbiguous, NameUnknown, UsageWrong
from foedera.names import load_lexicon
from foedera.record import RecordReader

_MOST_CANDIDATES = 12  # more than these on a screen help nobody
ACTOR_KINDS = frozenset(EntityKind) - {EntityKind.INSTRUMENT, EntityKind.EQUIPMENT, EntityKind.PLACE}


def actor_named(record: RecordReader, name: str) -> Entity:
    """The actor that a person calls `name` ("EU", "Japan", "JMSDF").

    Raises NameUnknown with the nearest names, or NameAmbiguous with the candidates.
    """
    found = _candidates(record, name)
    actors = [entity for entity in found if entity.kind in ACTOR_KINDS] or found
    # An operation bears the name of the events that are told of it; it is the operation that acts.
    actors = [entity for entity in actors if entity.kind is not EntityKind.EVENT] or actors
    if not actors:
        raise NameUnknown(name, load_lexicon().nearest(name), what="actor")
    return _only(name, actors)


def two_actors_named(record: RecordReader, one: str, other: str) -> tuple[Entity, Entity]:
    """The two actors that a person names. Raises UsageWrong if both names stand for one; NameUnknown, NameAmbiguous."""
    first, second = actor_named(record, one), actor_named(record, other)
    if first.id == second.id:
        raise UsageWrong(f"“{one}” and “{other}” are the same actor: {first.name}.", mend="Name two actors.")
    return first, second


def instrument_named(record: RecordReader, name: str, parties: Collection[EntityId] = ()) -> Entity:
    """The instrument that a person calls `name` ("EU-Japan SPA", "eu-jpn-spa"; "SPA" with its parties).

    Raises InstrumentUnknown with the nearest names, or NameAmbiguous with the candidates.
    """
    lexicon = load_lexicon()
    found = [entity for entity in _candidates(record, name) if entity.kind is EntityKind.INSTRUMENT]
    if parties:
        between = {entity.id for entity in lexicon.instruments_named(name, frozenset(parties))}
        found = [entity for entity in found if entity.id in between] or list(
            lexicon.instruments_named(name, frozenset(parties))
        )
    if not found:
        found = list(lexicon.instruments_named(name, frozenset()))
    if not found:
        raise InstrumentUnknown(name, lexicon.nearest(name))
    return _only(name, found)


def entity_named(record: RecordReader, name: str) -> Entity:
    """What a person calls `name`, actors before all else. Raises NameUnknown or NameAmbiguous."""
    found = _candidates(record, name)
    if any(entity.kind in ACTOR_KINDS for entity in found):
        return actor_named(record, name)
    return instrument_named(record, name) if not found else _only(name, found)


def _candidates(record: RecordReader, name: str) -> list[Entity]:
    """Entities of the record or the lexicon that bear the name; the one whose id it is stands alone."""
    ways = [EntityId(name), EntityId(name.upper()), EntityId(name.lower())]
    known = any(True for _ in record.entities(ways))  # one look for all three: most names are no ids
    own = next((found for way in ways if (found := record.entity(way))), None) if known else None
    if own is not None:
        return [own]
    return list(_each_once([*record.find_entities(name), *load_lexicon().resolve(name)]))


def _each_once(entities: Iterable[Entity]) -> Iterable[Entity]:
    return {entity.id: entity for entity in entities}.values()


def _only(name: str, entities: list[Entity]) -> Entity:
    if len(entities) > 1:
        exact = [entity for entity in entities if entity.name.casefold() == name.casefold()]
        if len(exact) == 1:
            return exact[0]
        listed = tuple(f"{entity.id} ({entity.name})" for entity in entities[:_MOST_CANDIDATES])
        more = len(entities) - len(listed)
        raise NameAmbiguous(name, (*listed, f"and {more} more") if more else listed)
    return entities[0]
