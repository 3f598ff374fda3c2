"""What an answer to "is this possible?" is: yes, no or unknown, with its chain of reasons and what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foedera.model.entities import EntityId


class Truth(StrEnum):
    """The answer to whether something is possible."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the chain that leads from an answer to its sources: a rule, or a claim of the record.

    Exactly one of `rule` and `claim` is given. A fact that the record keeps with an entity and not as a claim
    (a seat, a membership, the border of an area) has the claim `entity:ID`. `confidence` is that of the rule or
    the claim, 0 to 1; `reliability` the Admiralty letter of the source, where one is known.
    """

    text: str
    source: str
    rule: str | None = None
    claim: str | None = None
    confidence: float = 1.0
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class Precedent:
    """A change of the same kind in the record. `days` from the first recorded step to the last; None if not told."""

    instrument: EntityId
    text: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something that somebody would have to do. `id` names the change to the solver."""

    id: str
    text: str
    by: str
    legal_basis: str
    precedents: tuple[Precedent, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that would settle the answer, and the kind of document that would tell it. `id` names the fact."""

    id: str
    text: str
    document: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether something is possible on a day, why, and what would change it.

    `unlock`, for a no: every smallest set of changes that would make it yes, the shortest sets first. `missing`, for
    an unknown: the facts that would settle it. `notes` says what else a reader should know (an approximate border).
    """

    question: str
    on: str
    answer: Truth
    grounds: tuple[Reason, ...]
    unlock: tuple[tuple[Change, ...], ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()
