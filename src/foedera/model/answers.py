"""What an answer is: a conclusion with the claims and sources it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foedera.model.claims import ClaimId
from foedera.model.entities import EntityId
from foedera.model.time import Span


class Status(StrEnum):
    """Where an instrument stands on a day: the last event of its life, or unknown."""

    UNKNOWN = "unknown"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    ANNOUNCED = "announced"
    ADOPTED = "adopted"
    SIGNED = "signed"
    PROVISIONALLY_APPLIED = "provisionally_applied"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim that an answer rests on, with where it is said. `quote` is empty for taken-over facts."""

    claim: ClaimId
    event: str
    when: Span | None
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two grounds that cannot both be right, and what they disagree about."""

    about: str
    one: Ground
    other: Ground


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """The status of an instrument on a day. `since` is when that status began, where known."""

    instrument: EntityId
    name: str
    parties: tuple[str, ...]
    status: Status
    since: Span | None
    on: str
    grounds: tuple[Ground, ...]
    conflicts: tuple[Conflict, ...] = ()
