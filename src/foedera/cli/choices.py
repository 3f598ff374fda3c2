"""Words of a command turned into types, with errors that name the option and what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model.choices import chosen, day_of

if TYPE_CHECKING:
    from foedera.model.entities import Entity
    from foedera.record import RecordReader

__all__ = ["chosen", "day_of", "two_actors"]


def two_actors(record: RecordReader, one: str, other: str) -> tuple[Entity, Entity]:
    """The two actors that a person names. Raises UsageWrong if both names stand for one; NameUnknown, NameAmbiguous."""
    from foedera.answers.naming import two_actors_named

    return two_actors_named(record, one, other)
