"""What pairs of actors concluded with one another, and when: the material from which a pathway is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from foedera.answers.deciding import by_trust
from foedera.answers.entities import Entities
from foedera.answers.life import Happened, event_of
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
    acting = tuple(dict.fromkeys(each for group in sides.values() for each in group))
    query = ClaimQuery(
        kinds=(Kind.INSTRUMENT_EVENT,),
        entities=acting,
        roles=("party",),
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        known_on=known_on,
    )
    told: dict[EntityId, list[Claim]] = {}
    for claim in record.claims(query):  # those of all days, since the next question is about another one
        if claim.when is None or claim.when.earliest > on:
            continue
        for filler in claim.fillers("instrument"):
            if filler.entity is not None:
                told.setdefault(filler.entity, []).append(claim)
    owners = {each: side for side, group in sides.items() for each in group}
    entities.load(named for claims in told.values() for claim in claims for named in _named(claim))
    sides_of = _Sides(entities, owners)
    found: dict[Pair, History] = {}
    for instrument, claims in sorted(told.items()):
        entity, pair = entities[instrument], sides_of.pair_of(claims)
        if entity is not None and entity.kind is EntityKind.INSTRUMENT and pair is not None:
            _add(record, found.setdefault(pair, History()), entity, claims, on)
    return found


def _add(record: RecordReader, history: History, instrument: Entity, claims: Iterable[Claim], on: date) -> None:
    type_ = type_of_agreement(instrument)
    if type_ is None:
        history.untyped.append(instrument)
        return
    events = [event for claim in claims if (event := event_of(record, claim)) is not None and event.first <= on]
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

    def pair_of(self, claims: Sequence[Claim]) -> Pair | None:
        """The two sides of an agreement; None if it has more or fewer. Facts taken over tell it where there are any."""
        taken_over = [claim for claim in claims if claim.evidence[0].source is not None]
        sides = {
            side
            for claim in taken_over or claims
            for filler in claim.fillers("party")
            if filler.entity is not None and (side := self._side(filler.entity)) is not None
        }
        one, *rest = sorted(sides) or [EntityId("")]
        return (one, rest[0]) if len(rest) == 1 else None

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
