"""What pairs of actors concluded with one another, and when: the material from which a pathway is told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from foedera.answers.deciding import by_trust
from foedera.answers.entities import Entities
from foedera.answers.life import Happened, Life, event_of
from foedera.answers.remembering import Remembering, remembering
from foedera.answers.trust import may_decide
from foedera.model.claims import Claim
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.names.agreements import type_of_agreement
from foedera.record import ClaimQuery, RecordReader

Pair = tuple[EntityId, EntityId]

_BOUND = (Event.SIGNED, Event.RATIFIED, Event.PROVISIONALLY_APPLIED, Event.IN_FORCE)
_SETTLED = (Event.AGREED, Event.ANNOUNCED, Event.ADOPTED)
_BEGUN = (Event.PROPOSED, Event.NEGOTIATING, Event.AGREED)
# Kinds that need no signature: being announced or endorsed is all that happens to them.
_UNSIGNED = frozenset(
    {
        "administrative_arrangement",
        "defence_cooperation",
        "joint_statement",
        "security_and_defence_partnership",
        "strategic_partnership",
    }
)
_SIDES = (EntityKind.STATE, EntityKind.BLOC)


@dataclass(frozen=True, slots=True)
class Concluded:
    """An agreement of a pair with the event that concluded it."""

    instrument: Entity
    type: str
    event: Happened


@dataclass(slots=True)
class History:
    """What a pair concluded, by kind of agreement the first of each, and what it has begun."""

    concluded: dict[str, Concluded] = field(default_factory=dict)
    begun: dict[str, list[Happened]] = field(default_factory=dict)
    untyped: list[Entity] = field(default_factory=list)


def histories_of(
    record: RecordReader,
    sides: Mapping[EntityId, Sequence[EntityId]],
    on: date,
    known_on: date | None = None,
    *,
    entities: Entities,
) -> dict[Pair, History]:
    """The histories of all pairs that one of `sides` (each with those who act for it) makes with somebody, by pair.

    Only agreements of exactly two sides count, and only facts that may decide: a date of low confidence is none.
    """
    found: dict[Pair, History] = {}
    for instrument, whole in _tellings(remembering(record), sides, known_on, entities).items():
        told = whole[: bisect_right(whole, on, key=_begun)]
        entity, pair = entities[instrument], _pair_of(told)
        if entity is not None and entity.kind is EntityKind.INSTRUMENT and pair is not None:
            _add(found.setdefault(pair, History()), entity, told, on)
    return found


@dataclass(frozen=True, slots=True)
class _Telling:
    """A dated claim about an agreement: the event it tells of, and the sides for which its parties act."""

    event: Happened
    sides: frozenset[EntityId]
    taken_over: bool


def _begun(telling: _Telling) -> date:
    return telling.event.when.earliest


def _tellings(
    record: Remembering, sides: Mapping[EntityId, Sequence[EntityId]], known_on: date | None, entities: Entities
) -> dict[EntityId, list[_Telling]]:
    """What is told of the agreements of which one of the sides is a party, by id, each on all days, earliest first."""
    what = ("tellings", tuple((side, tuple(group)) for side, group in sides.items()), known_on)
    return record.once(what, lambda: _all_tellings(record, sides, known_on, entities))


def _all_tellings(
    record: Remembering, sides: Mapping[EntityId, Sequence[EntityId]], known_on: date | None, entities: Entities
) -> dict[EntityId, list[_Telling]]:
    query = ClaimQuery(
        kinds=(Kind.INSTRUMENT_EVENT,),
        entities=tuple(dict.fromkeys(each for group in sides.values() for each in group)),
        roles=("party",),
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        known_on=known_on,
    )
    claims = [claim for claim in record.claims(query) if claim.when is not None]
    entities.load(named for claim in claims for named in _named(claim))
    sides_of = _Sides(entities, {each: side for side, group in sides.items() for each in group})
    found: dict[EntityId, list[_Telling]] = {}
    for claim in claims:
        event = event_of(record, claim)
        assert event is not None  # it has a date
        telling = _Telling(event, sides_of.of(claim), claim.evidence[0].source is not None)
        for filler in claim.fillers("instrument"):
            if filler.entity is not None:
                found.setdefault(filler.entity, []).append(telling)
    return dict(sorted(found.items()))


def _pair_of(told: Sequence[_Telling]) -> Pair | None:
    """The two sides of an agreement; None if it has more or fewer. Facts taken over tell it where there are any."""
    counted = [each for each in told if each.taken_over] or told
    one, *rest = sorted(frozenset[EntityId]().union(*(each.sides for each in counted))) or [EntityId("")]
    return (one, rest[0]) if len(rest) == 1 else None


def _add(history: History, instrument: Entity, told: Iterable[_Telling], on: date) -> None:
    type_ = type_of_agreement(instrument)
    if type_ is None:
        history.untyped.append(instrument)
        return
    events = [each.event for each in told if each.event.first <= on]
    done = concluded(events, type_, on)
    if done is not None:
        first = history.concluded.get(type_)
        if first is None or (done.first, done.claim.id) < (first.event.first, first.event.claim.id):
            history.concluded[type_] = Concluded(instrument, type_, done)
        return
    begun = [best for event in _BEGUN if (best := _settled(events, event, on)) is not None]
    history.begun.setdefault(type_, []).extend(begun)


def concluded(events: Sequence[Happened], type_: str, on: date) -> Happened | None:
    """The event with which an agreement was concluded: the earliest that binds; None if there is none by `on`."""
    kinds = (_BOUND, _SETTLED) if type_ in _UNSIGNED else (_BOUND,)
    for some in kinds:
        found = [best for event in some if (best := _settled(events, event, on)) is not None]
        if found:
            return min(found, key=lambda each: (each.first, each.last, each.claim.id))
    return None


def concluded_in(
    record: RecordReader, instrument: EntityId, life: Life, type_: str, on: date, known_on: date | None
) -> Happened | None:
    """The event with which an agreement of this life was concluded, as `concluded` finds it; worked out once."""
    what = ("concluded", instrument, type_, on, known_on)
    return remembering(record).once(what, lambda: concluded(life.by(on).happened, type_, on))


def _settled(events: Sequence[Happened], event: Event, on: date) -> Happened | None:
    """The best-trusted telling of an event that surely happened by `on`."""
    for group in by_trust(each for each in events if each.event is event):
        if group[0].last <= on and may_decide(each.claim for each in group):
            return group[0]
    return None


def _named(claim: Claim) -> Iterator[EntityId]:
    """The instruments and the parties that a claim names."""
    for role in ("instrument", "party"):
        for filler in claim.fillers(role):
            if filler.entity is not None:
                yield filler.entity


class _Sides:
    """Whose side a party is on, each found once."""

    def __init__(self, entities: Entities, owners: Mapping[EntityId, EntityId]) -> None:
        self._entities = entities
        self._owners = dict(owners)

    def of(self, claim: Claim) -> frozenset[EntityId]:
        """The sides for which the parties that a claim names act."""
        return frozenset(
            side
            for filler in claim.fillers("party")
            if filler.entity is not None and (side := self._side(filler.entity)) is not None
        )

    def _side(self, party: EntityId) -> EntityId | None:
        """The state or bloc for which a party acts; the party itself if nothing says for whom; None for a person."""
        if party not in self._owners:
            entity = self._entities[party]
            owner: EntityId | None = party
            if entity is not None and entity.kind is EntityKind.PERSON:
                owner = None
            elif entity is not None and entity.kind not in _SIDES:
                owner = EntityId(entity.country) if entity.country else entity.parent or party
            if owner is not None:
                self._owners[party] = owner
            return owner
        return self._owners[party]
