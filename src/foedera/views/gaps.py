"""Where the record disagrees with itself and where it is empty: conflicts of sources, commitments that nothing followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from foedera.answers.belonging import belonging_to
from foedera.answers.between import instruments_between
from foedera.answers.commitments import answer_commitments
from foedera.answers.conflicts import conflict_of, disputes_in
from foedera.answers.entities import Entities
from foedera.answers.life import lives_of
from foedera.answers.parties import parties_of
from foedera.answers.remembering import remembering
from foedera.model.answers import Conflict
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.promises import Promise
from foedera.record import ClaimQuery, Order, RecordReader

_SIDES = (EntityKind.STATE, EntityKind.BLOC)
_MOST_COMMITMENTS = 400  # the newest are looked at
_MOST_PAIRS = 12


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An agreement and what its sources do not agree about."""

    instrument: Entity
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Disagreements:
    """What sources disagree about, the first of `number`; `looked_at` of `instruments` agreements were looked at."""

    found: tuple[Disagreement, ...]
    number: int
    looked_at: int
    instruments: int


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """A commitment between two that nothing on record followed by the day."""

    one: Entity
    other: Entity
    promise: Promise


def disagreements(
    record: RecordReader,
    actor: EntityId | None = None,
    *,
    on: date,
    known_on: date | None = None,
    most: int = 400,
    shown: int | None = None,
) -> Disagreements:
    """Where sources disagree about the life of an agreement by the day, of one actor or of all, by its name.

    At most `most` agreements are looked at, by their ids, and at most `shown` disagreements are given back (None: all).
    """
    record = remembering(record)
    if actor is not None:
        instruments = instruments_between(record, (actor,))
    else:
        instruments = record.fillers(ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,), known_on=known_on), "instrument")
    entities = Entities(record)
    chosen = instruments[:most]
    entities.load(chosen)
    lives = lives_of(record, chosen, known_on)
    found = [
        (entity, dispute, parties)
        for instrument, life in lives.items()
        if (entity := entities[instrument]) is not None
        for parties in (parties_of(entities, life.by(on).happened),)
        for dispute in disputes_in(life.by(on), parties)
    ]
    found.sort(key=lambda each: (each[0].name, each[1].about))
    told = tuple(
        Disagreement(entity, conflict_of(record, dispute, parties)) for entity, dispute, parties in found[:shown]
    )
    return Disagreements(told, len(found), len(chosen), len(instruments))


def unfollowed(
    record: RecordReader, actor: EntityId | None = None, *, on: date, known_on: date | None = None
) -> tuple[tuple[Unfollowed, ...], int]:
    """The commitments that nothing followed, and between how many pairs of states or blocs it was looked.

    Those pairs are looked at that have most of the newest commitments, of one actor or of all.
    """
    record = remembering(record)
    pairs = _pairs(record, actor, known_on)
    found: dict[str, Unfollowed] = {}
    for one, other in pairs:
        for promise in answer_commitments(record, one.id, other.id, on=on, known_on=known_on).promises:
            if not promise.followed and promise.since is not None:
                found.setdefault(promise.claim.id, Unfollowed(one, other, promise))
    return tuple(found.values()), len(pairs)


def _pairs(record: RecordReader, actor: EntityId | None, known_on: date | None) -> list[tuple[Entity, Entity]]:
    query = ClaimQuery(
        kinds=(Kind.COMMITMENT,), modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED, known_on=known_on,
        entities=belonging_to(record, actor) if actor else (), roles=("party",) if actor else (),
        order=Order.RECORDED, limit=_MOST_COMMITMENTS,
    )  # fmt: skip
    entities = Entities(record)
    counted: Counter[tuple[EntityId, EntityId]] = Counter()
    for claim in record.claims(query):
        parties = [filler.entity for filler in claim.fillers("party") if filler.entity]
        sides = sorted(set(_sides(entities, parties)))
        counted.update(pair for pair in combinations(sides, 2) if actor is None or actor in pair)
    return [
        (one, other)
        for (first, second), _ in counted.most_common(_MOST_PAIRS)
        if (one := entities[first]) is not None and (other := entities[second]) is not None
    ]


def _sides(entities: Entities, parties: Iterable[EntityId]) -> Iterable[EntityId]:
    """The states and blocs among the parties, or for which they act."""
    for party in parties:
        entity = entities[party]
        for _ in range(4):
            if entity is None or entity.kind in _SIDES:
                break
            above = entity.country or entity.parent
            entity = entities[EntityId(above)] if above else None
        if entity is not None:
            yield entity.id
