"""Which instruments stand between actors."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.answers.belonging import belonging_to
from foedera.model.entities import EntityId, EntityKind
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, RecordReader


def instruments_between(record: RecordReader, parties: Sequence[EntityId]) -> tuple[EntityId, ...]:
    """The instruments of which some claim names all of `parties`, or what acts for them, as parties; by id."""
    groups = tuple(belonging_to(record, party) for party in parties)
    query = ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,), between=groups, roles=("party",))
    found = (record.entity(entity) for entity in record.fillers(query, "instrument"))
    return tuple(entity.id for entity in found if entity is not None and entity.kind is EntityKind.INSTRUMENT)
