"""Facts for the solver, drawn from the record: memberships, programmes, what was done before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from foedera.answers.grounds import ground_of
from foedera.answers.reasons import about, confidence_of, reason_with
from foedera.answers.rules import CONFIDENCE
from foedera.answers.tables import rows_by_id
from foedera.answers.trust import DECIDES_FROM
from foedera.answers.world import Facts, term
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.possible import Reason
from foedera.model.time import Span
from foedera.names.data import read_table
from foedera.record import ClaimQuery, RecordReader


@dataclass(frozen=True, slots=True)
class Moment:
    """The day a question asks about, and the day on which the record stood as it is to be read (None: now)."""

    on: date
    known_on: date | None = None


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
            facts.tell(fact, [reason_with(text, ground)])


def _covers(when: Span | None, day: date) -> bool:
    return when is None or when.earliest <= day <= when.latest


def add_programme(facts: Facts, programme: str) -> None:
    """What sort of programme it is and who leads it, from the tables."""
    row = rows_by_id("programmes.csv").get(programme)
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
    since = first.when.edtf.partition("/")[0] if first.when else ""
    for claim, which in dict.fromkeys([(first, "first"), (last, "latest")]):
        count = f"{len(found)} on record since {since}; the {which}" if len(found) > 1 else "once on record"
        named = claim.fillers("name")
        where = ", ".join(filler.text for filler in claim.fillers("place"))
        what = " ".join(part for part in (named[0].text if named else activity, f"({where})" if where else "") if part)
        facts.tell(term("did", f":{activity}", claim.id), [reason_with(f"{count}: {what}", ground_of(record, claim))])


@cache
def forces_of(state: str) -> tuple[EntityId, ...]:
    """The forces of a state that the tables know."""
    return tuple(
        EntityId(row["id"]) for row in read_table("actors.csv") if row["kind"] == "force" and row["country"] == state
    )
