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
    """A claim that an answer rests on, with where it is said. `quote` is empty for taken-over facts.

    `reliability` is the Admiralty letter of the source (A to F; None: nobody rated it), `confidence` is that of the
    claim, 0 to 1.
    """

    claim: ClaimId
    event: str
    when: Span | None
    source: str
    quote: str
    reliability: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two grounds that cannot both be right, and what they disagree about.

    `why` says where the difference comes from, where that can be told: edition, scope or modality; else it is empty.
    """

    about: str
    one: Ground
    other: Ground
    why: str = ""


@dataclass(frozen=True, slots=True)
class PartyStatus:
    """Where an instrument stands for one of its parties. `party` is the entity's id, or the text as written."""

    party: str
    name: str
    status: Status
    since: Span | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """The status of an instrument on a day. `since` is when that status began, where known.

    `by_party` is empty where it stands alike for all. With `unknown`, `missing` says in sentences what would settle it,
    and `at_least` is the status that is certain all the same. `expected` is what was planned to happen by that day and
    of which nothing says that it did. `type` is the kind of agreement. `known_on`: the day on which the record stood so.
    `more_conflicts` counts those that were not asked for besides the first ones; 0 where none were asked for.
    """

    instrument: EntityId
    name: str
    parties: tuple[str, ...]
    status: Status
    since: Span | None
    on: str
    grounds: tuple[Ground, ...]
    conflicts: tuple[Conflict, ...] = ()
    by_party: tuple[PartyStatus, ...] = ()
    missing: tuple[str, ...] = ()
    at_least: Status | None = None
    expected: tuple[Ground, ...] = ()
    type: str = ""
    known_on: str | None = None
    more_conflicts: int = 0
