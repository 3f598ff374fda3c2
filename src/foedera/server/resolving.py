"""What names in an address stand for, looked up once for each state of the record."""

from __future__ import annotations

from functools import lru_cache

from foedera.answers.belonging import belonging_to
from foedera.answers.naming import actor_named, entity_named, instrument_named
from foedera.model.entities import EntityId
from foedera.record import Record

_KEPT = 4096  # names; each is a few ids, or a few hundred for a large state

Group = tuple[EntityId, ...]


def acting_for(record: Record, actor: str) -> Group:
    """The actor of this name and whoever acts for it, as far as claims name them. Raises NameUnknown, NameAmbiguous."""
    return _acting_for(record, record.revision(), actor)


def bearing(record: Record, name: str) -> Group:
    """Whatever bears this name, as a group of one. Raises NameUnknown, NameAmbiguous."""
    return _bearing(record, record.revision(), name)


def instrument_called(record: Record, name: str) -> Group:
    """The instrument of this name, as a group of one. Raises InstrumentUnknown, NameAmbiguous."""
    return _instrument_called(record, record.revision(), name)


@lru_cache(maxsize=_KEPT)
def _acting_for(record: Record, revision: str, actor: str) -> Group:
    actor_id = actor_named(record, actor).id
    return record.named(belonging_to(record, actor_id)) or (actor_id,)


@lru_cache(maxsize=_KEPT)
def _bearing(record: Record, revision: str, name: str) -> Group:
    return (entity_named(record, name).id,)


@lru_cache(maxsize=_KEPT)
def _instrument_called(record: Record, revision: str, name: str) -> Group:
    return (instrument_named(record, name).id,)
