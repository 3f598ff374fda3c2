"""Facts for the solver, drawn from the record: memberships, programmes, what was done before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from foedera.answers.grounds import ground_of
from foedera.answers.reasons import about, confidence_of, reason_with
from foedera.answers.remembering import Remembering, remembering
from foedera.answers.rules import CONFIDENCE
from foedera.answers.tables import rows_by_id
from foedera.answers.trust import DECIDES_FROM
from foedera.answers.world import Facts, term
from foedera.model.claims import Claim
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
    met: set[str] = set()
    for actor in actors:
        for claim, part in _parts_taken(remembering(record), EntityId(actor), moment.known_on):
            if _covers(claim.when, moment.on):
                facts.names[part.programme] = part.name
                facts.tell(part.fact, [part.reason])
                met.add(part.programme)
    for programme in met:
        add_programme(facts, programme)


@dataclass(frozen=True, slots=True)
class _Part:
    """That an actor takes part in a programme, as a fact with its reason."""

    programme: EntityId
    name: str
    fact: str
    reason: Reason


def _parts_taken(record: Remembering, actor: EntityId, known_on: date | None) -> list[tuple[Claim, _Part]]:
    """In what an actor takes part on any day, with the claims that say so."""
    query = ClaimQuery(
        kinds=(Kind.PARTICIPATION,),
        entities=(actor,),
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        known_on=known_on,
    )

    def parts() -> list[tuple[Claim, _Part]]:
        told = ((claim, _part(record, actor, claim)) for claim in record.claims(query))
        return [(claim, part) for claim, part in told if part is not None]

    return record.once(("takes part", query), parts)


def _part(record: RecordReader, actor: EntityId, claim: Claim) -> _Part | None:
    programme = claim.fillers("in")[0]
    if programme.entity is None or not any(filler.entity == actor for filler in claim.fillers("actor")):
        return None
    called = programme.name or programme.text
    quality = claim.word("as")
    name = record.entity(actor)
    text = f"{name.name if name else actor} takes part in {called}: {quality}"
    fact = term("takes_part", actor, programme.entity, f":{quality}")
    return _Part(programme.entity, called, fact, reason_with(text, ground_of(record, claim)))


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
    activities: Iterable[str],
    sides: Sequence[tuple[EntityId, ...]],
    moment: Moment,
    place: str | None,
) -> None:
    """The first and the last time that the same sides did each of these, by the end of the day, with their number."""
    done = _done_together(remembering(record), tuple(sides), moment.known_on)
    for activity in activities:
        found = [
            claim
            for claim in done.get(activity, ())
            if claim.when is not None
            and claim.when.latest <= moment.on
            and (place is None or any(place.casefold() in filler.text.casefold() for filler in claim.fillers("place")))
        ]
        if not found:
            continue
        first, last = found[0], found[-1]
        since = first.when.edtf.partition("/")[0] if first.when else ""
        for claim, which in dict.fromkeys([(first, "first"), (last, "latest")]):
            count = f"{len(found)} on record since {since}; the {which}" if len(found) > 1 else "once on record"
            named = claim.fillers("name")
            where = ", ".join(filler.text for filler in claim.fillers("place"))
            what = " ".join(
                part for part in (named[0].text if named else activity, f"({where})" if where else "") if part
            )
            reason = reason_with(f"{count}: {what}", ground_of(record, claim))
            facts.tell(term("did", f":{activity}", claim.id), [reason])


def _done_together(
    record: Remembering, sides: tuple[tuple[EntityId, ...], ...], known_on: date | None
) -> dict[str, list[Claim]]:
    """What the sides did together, sure enough to count, by its type; earliest first."""
    query = ClaimQuery(  # that of all days, since the next question is about another one
        kinds=(Kind.ACTIVITY,),
        between=sides,
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        min_confidence=DECIDES_FROM,
        known_on=known_on,
    )

    def by_type() -> dict[str, list[Claim]]:
        done: dict[str, list[Claim]] = {}
        for claim in record.claims(query):
            done.setdefault(claim.word("type"), []).append(claim)
        return done

    return record.once(("done together", query), by_type)


@cache
def forces_of(state: str) -> tuple[EntityId, ...]:
    """The forces of a state that the tables know."""
    return tuple(
        EntityId(row["id"]) for row in read_table("actors.csv") if row["kind"] == "force" and row["country"] == state
    )
