"""What an answer on commitments is: each undertaking of two actors, and what the record holds that followed it."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.answers import Ground
from foedera.model.claims import Claim
from foedera.model.entities import EntityId
from foedera.model.time import Span


@dataclass(frozen=True, slots=True)
class Followed:
    """Something that happened after a commitment, between the same actors, on the topics named."""

    claim: Claim
    when: Span
    topics: tuple[str, ...]
    ground: Ground


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment and what followed. `since` is the day from which it counts; None where nothing dates it.

    An empty `followed` says that the record holds nothing; it does not say that nothing was done.
    """

    claim: Claim
    parties: tuple[str, ...]
    undertaking: str
    strength: str
    instrument: EntityId | None
    instrument_name: str
    provision: str
    since: Span | None
    topics: tuple[str, ...]
    ground: Ground
    followed: tuple[Followed, ...]


@dataclass(frozen=True, slots=True)
class PromisesAnswer:
    """The commitments of two actors by a day, by instrument and strength, each with what followed it by that day."""

    one: str
    other: str
    on: str
    promises: tuple[Promise, ...]
