"""Facts for the solver, drawn from the record: agreements as they stand on a day, memberships, seats, programmes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from foedera.answers.grounds import ground_of
from foedera.answers.rules import CONFIDENCE, Rule
from foedera.answers.status import answer_status
from foedera.answers.trust import DECIDES_FROM
from foedera.answers.world import Facts, term
from foedera.model.answers import Ground, Status, StatusAnswer
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.possible import Reason
from foedera.model.time import Span
from foedera.names.agreements import type_of_agreement
from foedera.names.data import read_table, split_cell
from foedera.record import ClaimQuery, RecordReader

# Acts and understandings that nobody brings into force: once done they stand.
_STANDS_WHEN_DONE = frozenset(
    {
        "security_and_defence_partnership",
        "joint_statement",
        "administrative_arrangement",
        "strategy",
        "council_decision",
        "regulation",
        "defence_cooperation",
        "memorandum",
        "arrangement",
        "letter",
    }
)
_FACT_OF = {
    Status.IN_FORCE: "in_force",
    Status.AMENDED: "in_force",
    Status.EXTENDED: "in_force",
    Status.PROVISIONALLY_APPLIED: "provisional",
    Status.RATIFIED: "signed",
    Status.SIGNED: "signed",
    Status.ADOPTED: "done",
    Status.ANNOUNCED: "done",
    Status.AGREED: "talks",
    Status.NEGOTIATING: "talks",
    Status.PROPOSED: "talks",
    Status.SUSPENDED: "ended",
    Status.TERMINATED: "ended",
}
_LONG_AGO = 3  # years; see the rule signed-long-ago
# An instrument of which a rule asks how it stands: done("eu-jpn-sdp").
_ASKED_FOR = re.compile(r'\b(?:in_force|provisional|signed|done|talks|ended)\("([a-z0-9][a-z0-9-]*)"\)')
_WORD = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """The day a question asks about, and the day on which the record stood as it is to be read (None: now)."""

    on: date
    known_on: date | None = None


@cache
def _rows(table: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_table(table)}


@cache
def instrument_types() -> dict[str, str]:
    """The type of every agreement of the tables, by id."""
    return {row["id"]: row["type"] for row in read_table("instruments.csv")}


def type_of(instrument: Entity) -> str:
    """The type of an agreement, from the tables or the name it bears; empty if neither tells."""
    return type_of_agreement(instrument) or ""


def mentioned(rules: Iterable[Rule]) -> frozenset[str]:
    """The instruments that rules name themselves."""
    found = {word for rule in rules for word in _ASKED_FOR.findall(rule.program)}
    return frozenset(found & instrument_types().keys())


def types_in(rules: Iterable[Rule]) -> frozenset[str]:
    """The types of agreement that rules speak of; no other can bear on their answers."""
    known = {*instrument_types().values(), *(row["type"] for row in read_table("names/instrument_types.csv"))}
    return frozenset(known & {word for rule in rules for word in _WORD.findall(rule.program)})


def add_instruments(
    facts: Facts,
    record: RecordReader,
    pairs: Iterable[tuple[str, str]],
    moment: Moment,
    types: Collection[str],
    also: Iterable[str] = (),
) -> None:
    """What stands between each pair of parties on the day, as far as it is of these types, and the instruments `also`."""
    wanted = {EntityId(each) for each in also}
    for one, other in pairs:
        wanted |= {each for each in _between(record, one, other, moment) if _may_be(record, each, types)}
    for instrument in sorted(wanted):
        entity = record.entity(instrument)
        if entity is not None:
            add_instrument(facts, record, entity, moment)


def _between(record: RecordReader, one: str, other: str, moment: Moment) -> Iterator[EntityId]:
    """The instruments of which claims or tables name both as parties."""
    yield from record.fillers(
        ClaimQuery(
            kinds=(Kind.INSTRUMENT_EVENT,),
            between=((EntityId(one),), (EntityId(other),)),
            roles=("party",),
            known_on=moment.known_on,
        ),
        "instrument",
    )
    for instrument in instrument_types():
        if {one, other} <= set(table_parties(instrument)):
            yield EntityId(instrument)


def _may_be(record: RecordReader, instrument: EntityId, types: Collection[str]) -> bool:
    if instrument in instrument_types():
        return instrument_types()[instrument] in types
    entity = record.entity(instrument)
    return entity is not None and type_of(entity) in types


def table_parties(instrument: str) -> tuple[str, ...]:
    """The parties of an agreement of the tables; empty for any other."""
    row = _rows("instruments.csv").get(instrument)
    return split_cell(row["parties"]) if row else ()


def add_instrument(facts: Facts, record: RecordReader, instrument: Entity, moment: Moment) -> None:
    """What an agreement is, between whom, and how it stands on the day."""
    answer = answer_status(record, instrument.id, on=moment.on, known_on=moment.known_on)
    kind = type_of(instrument)
    facts.names[instrument.id] = instrument.name
    facts.plain.add(term("type", instrument.id, f":{kind or 'other'}"))
    for party in parties_of(record, instrument.id):
        facts.plain.add(term("party", instrument.id, party))
    if answer.status is Status.UNKNOWN and not answer.grounds:
        row = _rows("instruments.csv").get(instrument.id)
        if row and not any(row[column] for column in ("proposed", "negotiations_opened", "signed", "in_force")):
            # The tables know that it exists and tell no day of its life.
            facts.tell(
                term("undated", instrument.id), [_of_row(instrument, row, f"{instrument.name}: no date is told")]
            )
        return
    for status, grounds in _told(answer):
        _tell_status(facts, instrument, kind, status, grounds, answer, moment)


def _told(answer: StatusAnswer) -> Iterator[tuple[Status, tuple[Ground, ...]]]:
    if answer.status is not Status.UNKNOWN:
        yield answer.status, answer.grounds
        return
    doubted = answer.grounds[0]
    told = tuple(ground for ground in answer.grounds if ground.event == doubted.event)
    yield Status(doubted.event), told
    if answer.at_least is not None and _FACT_OF[Status(doubted.event)] != "ended":
        yield answer.at_least, tuple(ground for ground in answer.grounds if ground.event != doubted.event)


def _tell_status(
    facts: Facts,
    instrument: Entity,
    kind: str,
    status: Status,
    grounds: Sequence[Ground],
    answer: StatusAnswer,
    moment: Moment,
) -> None:
    functor = _FACT_OF[status]
    if kind in _STANDS_WHEN_DONE and functor in ("signed", "in_force", "provisional"):
        functor = "done"
    fact = term(functor, instrument.id)
    doubted = answer.status is Status.UNKNOWN and status is not answer.at_least
    if doubted and functor == "ended":
        facts.ask(term("in_force", instrument.id), f"whether it is still in force: {instrument.name}", "treaty list")
        return
    if doubted and all(ground.confidence >= DECIDES_FROM for ground in grounds):
        facts.ask(fact, answer.missing[0] if answer.missing else instrument.name, "treaty list, notice of signature")
        return
    facts.tell(fact, [reason_of(instrument.name, ground) for ground in grounds], weak=doubted)
    if functor == "signed":
        _tell_age(facts, instrument, grounds, moment)


def _tell_age(facts: Facts, instrument: Entity, grounds: Sequence[Ground], moment: Moment) -> None:
    spans = [ground.when for ground in grounds if ground.when is not None]
    if not spans:
        return
    years = int((moment.on - min(span.latest for span in spans)).days / 365.25)
    if years >= _LONG_AGO:
        facts.plain.add(term("old", instrument.id))
    else:
        facts.plain.add(f'signed_year("{instrument.id}",{max(years, 0)})')


def parties_of(record: RecordReader, instrument: EntityId) -> tuple[str, ...]:
    """The parties of an agreement, by id: as the tables list them, else as claims tell."""
    row = _rows("instruments.csv").get(instrument)
    if row is not None:
        return split_cell(row["parties"])
    query = ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,), entities=(instrument,))
    found = {
        str(filler.entity)
        for claim in record.claims(query)
        if any(each.entity == instrument for each in claim.fillers("instrument"))
        for filler in claim.fillers("party")
        if filler.entity
    }
    return tuple(sorted(found))


def reason_of(name: str, ground: Ground) -> Reason:
    """A claim about an agreement as a reason: what happened and when, with the words that say so."""
    when = f" {ground.when}" if ground.when else ""
    quote = f": “{' '.join(ground.quote.split())}”" if ground.quote else ""
    return Reason(
        f"{name}: {ground.event.replace('_', ' ')}{when}{quote}",
        ground.source,
        claim=ground.claim,
        confidence=ground.confidence,
        reliability=ground.reliability,
    )


def add_memberships(facts: Facts, record: RecordReader, states: Iterable[str], moment: Moment) -> None:
    """Of which blocs states are members on the day, as far as rules ask."""
    for state in states:
        entity = record.entity(EntityId(state))
        if entity is None or entity.kind is not EntityKind.STATE:
            continue
        facts.names[state] = entity.name
        dated = [row for row in read_table("memberships.csv") if row["member"] == state]
        for row in dated:
            if row["from"] <= moment.on.isoformat() <= (row["to"] or "9999"):
                facts.tell(
                    term("member", state, row["of"]), [_membership(entity, row["of"], CONFIDENCE[row["confidence"]])]
                )
        for bloc in entity.part_of:
            if bloc not in {row["of"] for row in dated}:
                facts.tell(term("member", state, bloc), [_membership(entity, bloc, confidence_of(entity))])


def _membership(state: Entity, bloc: str, confidence: float) -> Reason:
    return about(state, f"{state.name} is a member: {bloc}", confidence)


def confidence_of(entity: Entity) -> float:
    """How far what is kept with an entity is trusted: as the tables grade it; low for what no table knows."""
    row = _rows("actors.csv").get(entity.id)
    return CONFIDENCE[row["confidence"]] if row else CONFIDENCE["low"]


def about(entity: Entity, text: str, confidence: float | None = None) -> Reason:
    """A fact that the record keeps with an entity, as a reason."""
    row = _rows("actors.csv").get(entity.id, {})
    source = entity.source or f"Foedera baseline, row {entity.id} (no outside source)"
    sure = confidence_of(entity) if confidence is None else confidence
    return Reason(
        text, source, claim=f"entity:{entity.id}", confidence=sure, reliability=row.get("source_reliability") or None
    )


def _of_row(entity: Entity, row: dict[str, str], text: str) -> Reason:
    return Reason(
        text,
        entity.source or f"Foedera baseline, row {entity.id} (no outside source)",
        claim=f"entity:{entity.id}",
        confidence=CONFIDENCE[row["confidence"]],
        reliability=row["source_reliability"] or None,
    )


def add_programmes(facts: Facts, record: RecordReader, actors: Iterable[str], moment: Moment) -> None:
    """In which programmes actors take part on the day, and as what."""
    for actor in actors:
        query = ClaimQuery(
            kinds=(Kind.PARTICIPATION,),
            entities=(EntityId(actor),),
            modality=Modality.ACTUAL,
            polarity=Polarity.AFFIRMED,
            known_on=moment.known_on,
        )
        for claim in record.claims(query):
            programme = claim.fillers("in")[0]
            took_part = any(filler.entity == actor for filler in claim.fillers("actor"))
            if programme.entity is None or not took_part or not _covers(claim.when, moment.on):
                continue
            facts.names[programme.entity] = programme.name or programme.text
            add_programme(facts, programme.entity)
            quality = claim.word("as")
            fact = term("takes_part", actor, programme.entity, f":{quality}")
            ground = ground_of(record, claim)
            name = record.entity(EntityId(actor))
            text = f"{name.name if name else actor} takes part in {facts.names[programme.entity]}: {quality}"
            facts.tell(fact, [_as_reason(text, ground)])


def _as_reason(text: str, ground: Ground) -> Reason:
    quote = f": “{' '.join(ground.quote.split())}”" if ground.quote else ""
    return Reason(
        f"{text} ({ground.when or 'undated'}){quote}",
        ground.source,
        claim=ground.claim,
        confidence=ground.confidence,
        reliability=ground.reliability,
    )


def _covers(when: Span | None, day: date) -> bool:
    return when is None or when.earliest <= day <= when.latest


def add_programme(facts: Facts, programme: str) -> None:
    """What sort of programme it is and who leads it, from the tables."""
    row = _rows("programmes.csv").get(programme)
    if row is not None:
        facts.names[programme] = row["name"]
        facts.plain.add(term("programme_kind", programme, f":{row['kind']}"))
        if row["lead"]:
            facts.plain.add(term("lead", programme, row["lead"]))
        if row["status"].startswith("EDF"):
            facts.plain.add(term("funded_by", programme, "edf"))


def add_precedents(
    facts: Facts,
    record: RecordReader,
    activity: str,
    sides: Sequence[tuple[EntityId, ...]],
    moment: Moment,
    place: str | None,
) -> None:
    """The first and the last time that the same sides did the same, by the end of the day, with their number."""
    query = ClaimQuery(
        kinds=(Kind.ACTIVITY,),
        between=tuple(sides),
        latest=moment.on,
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        min_confidence=DECIDES_FROM,
        known_on=moment.known_on,
    )
    found = [
        claim
        for claim in record.claims(query)
        if claim.word("type") == activity
        and claim.when is not None
        and claim.when.latest <= moment.on
        and (place is None or any(place.casefold() in filler.text.casefold() for filler in claim.fillers("place")))
    ]
    if not found:
        return
    first, last = found[0], found[-1]
    since = first.when.edtf[:10] if first.when else ""
    for claim, which in dict.fromkeys([(first, "first"), (last, "latest")]):
        count = f"{len(found)} on record since {since}; the {which}" if len(found) > 1 else "once on record"
        named = claim.fillers("name")
        where = ", ".join(filler.text for filler in claim.fillers("place"))
        what = " ".join(part for part in (named[0].text if named else activity, f"({where})" if where else "") if part)
        facts.tell(term("did", f":{activity}", claim.id), [_as_reason(f"{count}: {what}", ground_of(record, claim))])


@cache
def forces_of(state: str) -> tuple[EntityId, ...]:
    """The forces of a state that the tables know."""
    return tuple(
        EntityId(row["id"]) for row in read_table("actors.csv") if row["kind"] == "force" and row["country"] == state
    )
