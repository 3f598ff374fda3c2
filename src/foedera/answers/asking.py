"""What is asked, of whom, and for which state or body each of them acts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from foedera.answers.reasons import about
from foedera.answers.world import Facts, term
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.possible import Reason
from foedera.names.data import read_table
from foedera.record import RecordReader


def side_of(record: RecordReader, actor: Entity) -> str:
    """The state or bloc for which an actor acts: its own, its country's or its bloc's; else itself."""
    seen = actor
    for _ in range(8):
        if seen.kind in (EntityKind.STATE, EntityKind.BLOC):
            return seen.id
        if seen.kind is EntityKind.OPERATION and "EU" in seen.part_of:
            return "EU"
        if seen.country:
            return seen.country
        above = record.entity(seen.parent) if seen.parent else None
        if above is None:
            return seen.id
        seen = above
    return seen.id


def sides_of(record: RecordReader, actors: Sequence[Entity]) -> dict[str, list[Entity]]:
    """The actors by the side they act for, in the order given."""
    sides: dict[str, list[Entity]] = {}
    for actor in actors:
        sides.setdefault(side_of(record, actor), []).append(actor)
    return sides


def add_question(facts: Facts, record: RecordReader, question: str, activity: str, actors: Sequence[Entity]) -> None:
    """What is asked, of whom, and for whom they act."""
    facts.plain.add(term("asked", question, f":{activity}"))
    sides = sides_of(record, actors)
    for side, them in sides.items():
        for actor in them:
            facts.names.setdefault(actor.id, actor.name)
            facts.plain.add(term("acts", question, actor.id, side))
            facts.plain.add(term("kind", actor.id, f":{actor.kind.value}"))
            if actor.id == side:
                facts.plain.add(term("bare", question, side))
            for operation in operations_of(record, actor):
                facts.plain.add(term("under", question, operation.id))
        entity = record.entity(EntityId(side))
        facts.names.setdefault(side, entity.name if entity else side)
    facts.names.setdefault("EU", "the EU")
    for one, other in combinations(sorted(sides), 2):
        facts.plain.add(term("between", question, one, other))


def operations_of(record: RecordReader, actor: Entity) -> tuple[Entity, ...]:
    """The operations under which an actor acts: itself, the one it belongs to, or the one that bears its name."""
    if actor.kind is EntityKind.OPERATION:
        return (actor,)
    above = record.entity(actor.parent) if actor.parent else None
    if above is not None and above.kind is EntityKind.OPERATION:
        return (above,)
    names = {name.casefold() for name in (actor.name, *actor.aliases)}
    return tuple(
        operation
        for operation in _eu_operations(record)
        if operation.parent == actor.id and any(_own_word(operation).casefold() in name for name in names)
    )


def _own_word(operation: Entity) -> str:
    return operation.name.removeprefix("Operation ")


def _eu_operations(record: RecordReader) -> tuple[Entity, ...]:
    ids = [row["id"] for row in read_table("actors.csv") if row["kind"] == "operation" and "EU" in row["part_of"]]
    return tuple(entity for id in ids if (entity := record.entity(EntityId(id))) is not None)


def add_operations(facts: Facts, record: RecordReader) -> None:
    """The operations of the EU that the tables know."""
    for operation in _eu_operations(record):
        facts.names[operation.id] = operation.name
        facts.plain.add(term("kind", operation.id, ":operation"))
        facts.tell(term("part_of", operation.id, "EU"), [_of_union(operation)])


def _of_union(operation: Entity) -> Reason:
    # That an operation is the Union's is not in doubt even where the tables have no source for its other names.
    return about(operation, f"{operation.name} is an operation of the EU", 0.75)
