"""What two actors undertook, how firmly, and what the record holds that followed it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foedera.answers.belonging import belonging_to
from foedera.answers.between import instruments_between
from foedera.answers.entities import Entities
from foedera.answers.grounds import ground_of, head_of, told_by
from foedera.answers.life import lives_of
from foedera.answers.precedents import concluded_in
from foedera.answers.remembering import Remembering, remembering
from foedera.model.claims import Claim, ClaimId
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind, Modality, Polarity, Strength
from foedera.model.promises import Followed, Promise, PromisesAnswer
from foedera.model.time import Span
from foedera.names.agreements import type_of_agreement
from foedera.names.topics import stems_in, topics_in
from foedera.record import ClaimQuery, RecordReader

# What can follow a promise: things done, concluded, joined or made. What is said of it or promised again does not.
_DEEDS = (Kind.ACTIVITY, Kind.INSTRUMENT_EVENT, Kind.PARTICIPATION, Kind.CAPABILITY)
_WHO = frozenset({"participant", "party", "actor", "asset"})  # roles that say who, not what
_SHARED_STEMS = 2  # one shared word is chance
_STRENGTHS = tuple(strength.value for strength in Strength)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done between the two, with what it is about."""

    claim: Claim
    when: Span
    topics: frozenset[str]
    stems: frozenset[str]
    instruments: frozenset[EntityId]


def answer_commitments(
    record: RecordReader, one: EntityId, other: EntityId, *, on: date, known_on: date | None = None
) -> PromisesAnswer:
    """The commitments of `one` and `other` by the day `on`, each with what followed it by that day.

    A commitment is theirs if both (or those who act for them) are its parties, or if it stands in an instrument
    between them. It counts from the day its instrument was concluded, else from the date of its document, else from
    its own. What followed is a deed of both, later than that, that shares at least half of its topics (docs/decisions
    0047); where it speaks of no known topic, two of its words. By instrument, then strength (strongest first), then
    provision. Possible and denied commitments are left out, as are those of an agreement that was not concluded by then
    and that no document dates: nobody undertook them.
    """
    record = memory = remembering(record)
    sides = (belonging_to(record, one), belonging_to(record, other))
    entities = Entities(record)
    lives = lives_of(record, instruments_between(record, (one, other)), known_on)
    entities.load(lives)
    began = {
        instrument: done.when
        for instrument, life in lives.items()
        if (done := concluded_in(record, instrument, life, _type(entities, instrument), on, known_on)) is not None
    }
    named = stems_in(f"{entities.name(one)} {entities.name(other)}")
    promises = [
        replace(promise, since=since)
        for promise in _promises(memory, entities, sides, tuple(lives), known_on)
        if (since := _since(promise, began)) is None or since.earliest <= on
        if since is not None or promise.instrument not in lives  # what only stands in an agreement not yet concluded
    ]
    deeds = _deeds(memory, entities, sides, on, known_on) if promises else ()
    found = [replace(promise, followed=_followed(record, promise, began, deeds, named)) for promise in promises]
    return PromisesAnswer(entities.name(one), entities.name(other), on.isoformat(), tuple(sorted(found, key=_place)))


def _since(promise: Promise, began: Mapping[EntityId, Span]) -> Span | None:
    """From when a commitment counts, where agreements were concluded at these times."""
    return (began.get(promise.instrument) if promise.instrument else None) or promise.since


def _type(entities: Entities, instrument: EntityId) -> str:
    entity = entities[instrument]
    return (type_of_agreement(entity) or "") if entity else ""


def _place(promise: Promise) -> tuple[str, int, str, ClaimId]:
    return promise.instrument_name or "~", _STRENGTHS.index(promise.strength), promise.provision, promise.claim.id


def _commitments(
    record: RecordReader,
    sides: tuple[tuple[EntityId, ...], ...],
    instruments: tuple[EntityId, ...],
    known_on: date | None,
) -> list[Claim]:
    theirs = ClaimQuery(
        kinds=(Kind.COMMITMENT,), between=sides, roles=("party",), modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED, known_on=known_on,
    )  # fmt: skip
    found = {claim.id: claim for claim in record.claims(theirs)}
    if instruments:
        inside = ClaimQuery(
            kinds=(Kind.COMMITMENT,), entities=instruments, roles=("instrument",), modality=Modality.ACTUAL,
            polarity=Polarity.AFFIRMED, known_on=known_on,
        )  # fmt: skip
        found |= {claim.id: claim for claim in record.claims(inside)}
    return list(found.values())


def _deeds(
    record: Remembering,
    entities: Entities,
    sides: tuple[tuple[EntityId, ...], ...],
    on: date,
    known_on: date | None,
) -> tuple[Deed, ...]:
    """What the two did together that can have begun by the day, earliest first."""
    query = ClaimQuery(  # those of all days, since the next question is about another one
        kinds=_DEEDS, between=sides, modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED, known_on=known_on
    )
    deeds = record.once(
        ("deeds", query),
        lambda: tuple(_deed(entities, each, each.when) for each in record.claims(query) if each.when is not None),
    )
    return deeds[: bisect_right(deeds, on, key=_begun)]


def _begun(deed: Deed) -> date:
    return deed.when.earliest


def _deed(entities: Entities, claim: Claim, when: Span) -> Deed:
    told = [filler for role, fillers in claim.roles.items() if role not in _WHO for filler in fillers]
    text = " . ".join(part for filler in told for part in dict.fromkeys((filler.text, filler.name or "")) if part)
    instruments = frozenset(filler.entity for filler in claim.fillers("instrument") if filler.entity)
    matters = (told_by(claim), *(_type(entities, instrument) for instrument in sorted(instruments)))
    return Deed(claim, when, topics_in(text, matters), stems_in(text), instruments)


def _promises(
    record: Remembering,
    entities: Entities,
    sides: tuple[tuple[EntityId, ...], ...],
    instruments: tuple[EntityId, ...],
    known_on: date | None,
) -> list[Promise]:
    """The commitments, whenever they were undertaken; each as its claim and its document date it."""
    return record.once(
        ("promises", sides, instruments, known_on),
        lambda: [_promise(record, entities, each) for each in _commitments(record, sides, instruments, known_on)],
    )


def _promise(record: RecordReader, entities: Entities, claim: Claim) -> Promise:
    """A commitment as it was undertaken, without what followed and without the agreement's own date."""
    undertaking = " ".join(filler.text for filler in claim.fillers("undertaking"))
    instrument = next(iter(claim.fillers("instrument")), None)
    known = instrument.entity if instrument else None
    document = head_of(record, claim.document)
    return Promise(
        claim=claim,
        parties=tuple(filler.name or filler.text for filler in claim.fillers("party")),
        undertaking=undertaking,
        strength=claim.word("strength"),
        instrument=known,
        instrument_name=entities.name(known) if known else (instrument.text if instrument else ""),
        provision=next((filler.text for filler in claim.fillers("provision")), ""),
        since=(document.facts.date if document else None) or claim.when,
        topics=tuple(sorted(topics_in(undertaking))),
        ground=ground_of(record, claim),
        followed=(),
    )


def _followed(
    record: RecordReader,
    promise: Promise,
    began: Mapping[EntityId, Span],
    deeds: Sequence[Deed],
    named: frozenset[str],
) -> tuple[Followed, ...]:
    """The deeds that followed a commitment, earliest first."""
    known, since, topics = promise.instrument, promise.since, frozenset(promise.topics)
    return tuple(
        Followed(deed.claim, deed.when, tuple(sorted(shared)), ground_of(record, deed.claim))
        for deed in deeds
        if since is not None and deed.when.earliest > since.latest
        if not (
            known in began and known in deed.instruments
        )  # what an agreement undertakes is not kept by its own life
        if (shared := _shared(promise.undertaking, topics, deed, named)) is not None
    )


def _shared(undertaking: str, topics: frozenset[str], deed: Deed, named: frozenset[str]) -> frozenset[str] | None:
    """The topics that a deed shares with an undertaking, if they are enough to say that it followed; else None."""
    if topics:
        shared = topics & deed.topics
        return shared if shared and len(shared) * 2 >= len(topics) else None
    words = (stems_in(undertaking) & deed.stems) - named  # both are called so in all that they do together
    return frozenset(words) if len(words) >= _SHARED_STEMS else None
