"""What claims are about: entities and the names they bear."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

EntityId = NewType("EntityId", str)
InstrumentId = EntityId


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    STATE = "state"
    BLOC = "bloc"
    INSTITUTION = "institution"
    AGENCY = "agency"
    FORCE = "force"
    UNIT = "unit"
    VESSEL = "vessel"
    OPERATION = "operation"
    COMPANY = "company"
    PERSON = "person"
    CENTRE = "centre"
    INSTRUMENT = "instrument"
    PROGRAMME = "programme"
    EQUIPMENT = "equipment"
    EVENT = "event"
    PLACE = "place"
    UNKNOWN = "unknown"  # named by a document; nobody has said yet what it is


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that bears a name. States have ISO 3166-1 alpha-3 ids, others a readable slug.

    `country` is the alpha-3 id of the state it belongs to; `parent` and `part_of` are entity ids.
    """

    id: EntityId
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: EntityId | None = None
    part_of: tuple[EntityId, ...] = ()
    wikidata: str | None = None
    source: str | None = None
