"""Words of a command turned into types, with errors that name the option and what it takes."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from foedera.model.errors import DateInvalid, UsageWrong
from foedera.model.time import Span

if TYPE_CHECKING:
    from foedera.model.entities import Entity
    from foedera.record import RecordReader

Choice = TypeVar("Choice", bound=StrEnum)


def chosen(choices: type[Choice], word: str, option: str) -> Choice:
    """The choice that a word names, whatever its case and hyphens. Raises UsageWrong."""
    plain = word.strip().casefold().replace("-", "_")
    for choice in choices:
        if choice.value.replace("-", "_") == plain:
            return choice
    raise UsageWrong(
        f"{option} does not take “{word}”.", mend=f"It takes: {', '.join(choice.value for choice in choices)}."
    )


def day_of(text: str, option: str, *, last: bool = False) -> date:
    """The first (or last) day that an EDTF text can mean. Raises UsageWrong."""
    try:
        span = Span.parse(text)
    except DateInvalid as error:
        raise UsageWrong(f"{option}: {error.what}", mend=error.mend) from error
    return span.latest if last else span.earliest


def two_actors(record: RecordReader, one: str, other: str) -> tuple[Entity, Entity]:
    """The two actors that a person names. Raises UsageWrong if both names stand for one; NameUnknown, NameAmbiguous."""
    from foedera.answers.naming import actor_named

    first, second = actor_named(record, one), actor_named(record, other)
    if first.id == second.id:
        raise UsageWrong(f"“{one}” and “{other}” are the same actor: {first.name}.", mend="Name two actors.")
    return first, second
