"""How agreements between actors stand on a day, as facts for the solver."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from foedera.answers.facts import Moment
from foedera.answers.reasons import of_row, reason_of
from foedera.answers.rules import Rule
from foedera.answers.status import answer_status
from foedera.answers.tables import rows_by_id
from foedera.answers.trust import DECIDES_FROM
from foedera.answers.world import Facts, term
from foedera.model.answers import Ground, Status, StatusAnswer
from foedera.model.entities import Entity, EntityId
from foedera.model.kinds import Kind
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
_FEW = 6  # pairs up to which asking for each is quicker than asking for all that any of them concluded
_LONG_AGO = 3  # years; see the rule signed-long-ago
# An instrument of which a rule asks how it stands: done("eu-jpn-sdp").
_ASKED_FOR = re.compile(r'\b(?:in_force|provisional|signed|done|talks|ended)\("([a-z0-9][a-z0-9-]*)"\)')
_WORD = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


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
    return frozenset(found)


def named_by(rules: Sequence[Rule], states: Sequence[str]) -> list[str]:
    """The instruments that rules ask for by name and to which one of the states is a party."""
    # One that no table knows may be told of by documents: whoever asks the record finds out.
    return [
        each
        for each in sorted(mentioned(rules))
        if each not in instrument_types() or set(states) & set(table_parties(each))
    ]


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
    listed = list(pairs)
    if len(listed) <= _FEW:
        found: Iterable[EntityId] = (each for pair in listed for each in _between(record, *pair, moment))
    else:
        found = _of_any(record, {side for pair in listed for side in pair}, moment)
    wanted |= {each for each in found if _may_be(record, each, types)}
    for instrument in sorted(wanted):
        entity = record.entity(instrument)
        if entity is not None:
            add_instrument(facts, record, entity, moment)


def _of_any(record: RecordReader, sides: Collection[str], moment: Moment) -> Iterator[EntityId]:
    """The instruments of which claims or tables name one of the sides as a party."""
    parties = tuple(EntityId(side) for side in sorted(sides))
    query = ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,), entities=parties, roles=("party",), known_on=moment.known_on)
    yield from record.fillers(query, "instrument")
    for instrument in instrument_types():
        if len(set(sides) & set(table_parties(instrument))) > 1:
            yield EntityId(instrument)


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
    row = rows_by_id("instruments.csv").get(instrument)
    return split_cell(row["parties"]) if row else ()


def add_instrument(facts: Facts, record: RecordReader, instrument: Entity, moment: Moment) -> None:
    """What an agreement is, between whom, and how it stands on the day."""
    answer = answer_status(record, instrument.id, on=moment.on, known_on=moment.known_on, conflicts=0)
    kind = type_of(instrument)
    facts.names[instrument.id] = instrument.name
    facts.plain.add(term("type", instrument.id, f":{kind or 'other'}"))
    for party in parties_of(record, instrument.id):
        facts.plain.add(term("party", instrument.id, party))
    if answer.status is Status.UNKNOWN and not answer.grounds:
        row = rows_by_id("instruments.csv").get(instrument.id)
        if row and not any(row[column] for column in ("proposed", "negotiations_opened", "signed", "in_force")):
            # The tables know that it exists and tell no day of its life.
            facts.tell(term("undated", instrument.id), [of_row(instrument, row, f"{instrument.name}: no date is told")])
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
    row = rows_by_id("instruments.csv").get(instrument)
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
