"""What goes into a record and comes out of it besides documents, claims and entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import DocumentId
from foedera.model.entities import EntityId, EntityKind
from foedera.model.kinds import Kind, Modality, Polarity

BASELINE = "baseline"  # the material that ships with the program, and the extractor that brings it in


class Order(StrEnum):
    """In which order claims come out. None of them depends on the order in which documents arrived, save `recorded`."""

    WHEN = "when"  # earliest day first, undated claims last
    NEWEST = "newest"  # latest first day first, undated claims last
    DOCUMENT = "document"  # document by document, in text order
    RECORDED = "recorded"  # newest entry first


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims are wanted. An empty field asks for nothing; several fields must all hold.

    `entities`: at least one of them fills some role. `between`: at least one of each group fills some role,
    so `((EU, eu-navfor), (JPN,))` finds what the Union or its force did with Japan. `roles`: for both of these only
    fillers of these roles count. `text`: all its words stand in the claim's quotes, fillers or source. `earliest`
    and `latest`: the claim's time overlaps these days;
    a claim without time then stays out. `known_on`: the record as it stood at the end of that day (UTC),
    or at that moment. `new_since`: what a reading entered after the end of that day says. `gone_by`: what, at the end
    of that day, was no longer said by the last reading; together with `known_on` an earlier day, what was given up since.
    `include_rejected`: also what a person rejected or corrected. `reviewed`: only what a person accepted, corrected to
    or added (True), or only what nobody looked at (False). `within`: only what is said, at least in part, between these
    two code points of the text of one of the `documents`.
    """

    kinds: tuple[Kind, ...] = ()
    entities: tuple[EntityId, ...] = ()
    between: tuple[tuple[EntityId, ...], ...] = ()
    roles: tuple[str, ...] = ()
    text: str = ""
    documents: tuple[DocumentId, ...] = ()
    within: tuple[int, int] | None = None
    earliest: date | None = None
    latest: date | None = None
    modality: Modality | None = None
    polarity: Polarity | None = None
    min_confidence: float = 0.0
    known_on: date | datetime | None = None
    new_since: date | None = None
    gone_by: date | None = None
    include_baseline: bool = True
    include_superseded: bool = False
    include_rejected: bool = False
    reviewed: bool | None = None
    order: Order = Order.WHEN
    limit: int | None = None


# Where a page of claims ends: in which part of the order, then the sort key of its last claim, as plain values.
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Claims in the order of a query, and the place after which the next page begins; None at the end.

    A page may hold fewer claims than were asked for, even none, while there is a next one.
    """

    claims: tuple[Claim, ...]
    after: Place | None


class Outcome(StrEnum):
    """What entering a document did."""

    NEW = "new"  # the record did not have the document
    KNOWN = "known"  # already read like this: nothing changed
    REREAD = "reread"  # read again: the earlier reading by this extractor is superseded, and kept


@dataclass(frozen=True, slots=True)
class Entered:
    """What entering a document did, and how many claims it brought and superseded."""

    outcome: Outcome
    document: DocumentId | None
    claims: int = 0
    superseded: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One go of reading: what read, when it began, when it ended (None: not yet, or it was cut off)."""

    id: int
    extractor: str
    program: str
    arguments: tuple[str, ...]
    started_at: datetime
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found: `start` and `end` are code points of the document's text.

    `marks` are the places of the words found, counted in the document's text too. `claims` are said in the passage.
    """

    document: DocumentId
    title: str | None
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the record that does not agree with itself: where it is and what is wrong."""

    where: str
    what: str


class Verdict(StrEnum):
    """What a person decided about a claim. Only the last decision about a claim stands."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"  # it counts no longer
    CORRECTED = "corrected"  # it counts no longer; `replacement` is the claim that says it right
    ADDED = "added"  # a person's own claim, which no extractor found
    WITHDRAWN = "withdrawn"  # what was decided is undone: the claim stands as if nobody had looked at it


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a claim. It is kept by the claim's id, so it outlives a new reading.

    `undoes` is the moment of the earlier decision about the same claim that this one takes back; its verdict is then
    the one that stood before.
    """

    claim: ClaimId
    verdict: Verdict
    who: str
    note: str = ""
    replacement: ClaimId | None = None
    decided_at: datetime | None = None
    undoes: datetime | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """What somebody decided about two entities: that `entity` is `into`; None parts them again. The last one stands."""

    entity: EntityId
    into: EntityId | None
    who: str
    note: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds. `claims` counts what is current, `baseline` the part that came with the program."""

    documents: int = 0
    claims: int = 0
    baseline: int = 0
    superseded: int = 0
    entities: int = 0
    decisions: int = 0
    runs: int = 0
    kinds: Mapping[Kind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name that begins as typed, the entity that bears it, and the name that the entity goes by."""

    name: str
    entity: EntityId
    called: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the times of a record reach: the first and last day on which anything begins, None where nothing is dated.

    `recorded` are the days (UTC) on which anything was entered, oldest first.
    """

    first: date | None
    last: date | None
    recorded: tuple[date, ...]
