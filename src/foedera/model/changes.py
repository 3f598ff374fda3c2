"""What an answer on changes is: what happened in a period, what was learned in it, and which answers changed by that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foedera.model.answers import Ground, Status
from foedera.model.claims import Claim
from foedera.model.entities import EntityId
from foedera.model.time import Span


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that began in the period. `sure` is false where its date allows other days too."""

    claim: Claim
    when: Span
    sure: bool
    ground: Ground


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An instrument whose status is another at the end of the period than before it, and the sentences that say so."""

    instrument: EntityId
    name: str
    before: Status
    after: Status
    since: Span | None
    because: tuple[Ground, ...]


class Learning(StrEnum):
    """What happened to a claim in the record."""

    LEARNED = "learned"
    WITHDRAWN = "withdrawn"  # a later reading of the same material no longer finds it
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    ADDED = "added"  # by a person


@dataclass(frozen=True, slots=True)
class Learned:
    """A change in what the record knows. `by` is the extractor that read it, or the person who decided."""

    what: Learning
    claim: Claim
    by: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class ChangesAnswer:
    """What changed from the first day to the last, both included.

    `happened` and `statuses` are of the world, as known now. `learned` and `known_statuses` are of what the record
    knows: statuses on the last day, as known before the period and as known at its end; None where nobody asked.
    """

    first: str
    last: str
    between: tuple[str, ...]
    happened: tuple[Happening, ...]
    statuses: tuple[StatusChange, ...]
    learned: tuple[Learned, ...] | None = None
    known_statuses: tuple[StatusChange, ...] | None = None
