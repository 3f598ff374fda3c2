"""May this actor take part in this fund or programme, as this, on this day?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from foedera.answers.agreements import add_instruments, named_by, types_in
from foedera.answers.asking import side_of
from foedera.answers.facts import Moment, add_memberships, add_programme, add_programmes
from foedera.answers.possible import answer_with, valid_rules
from foedera.answers.reasons import about, confidence_of
from foedera.answers.remembering import remembering
from foedera.answers.rules import Rule, shipped_rules
from foedera.answers.solver import Solver
from foedera.answers.tables import rows_by_id
from foedera.answers.world import Facts, term
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import NameAmbiguous, NameUnknown
from foedera.model.possible import Answer
from foedera.names import load_lexicon
from foedera.names.data import read_table
from foedera.names.folding import fold_name
from foedera.record import RecordReader

_QUESTION = "q"
_GENERATIONS = 8  # how far owners of owners are followed; longer chains are not in any table


class Quality(StrEnum):
    """In what quality an actor would take part."""

    BENEFICIARY = "beneficiary"
    SUBCONTRACTOR = "subcontractor"
    PARTNER = "partner"
    OBSERVER = "observer"
    CONTRACTOR = "contractor"
    MEMBER = "member"


def answer_eligible(
    record: RecordReader,
    actor: Entity,
    programme: Entity,
    *,
    on: date,
    quality: Quality | None = None,
    known_on: date | None = None,
    rules: Sequence[Rule] | None = None,
) -> Answer:
    """Whether the actor may take part on the day, with grounds, unlock and missing facts.

    Without `quality`, the usual one: a beneficiary of a fund, a partner of a programme; a state joins SAFE as a
    partner in procurement. `rules` are those to apply (None: those that ship with the program).
    """
    record = remembering(record)
    chosen = valid_rules(shipped_rules() if rules is None else rules, on)
    moment = Moment(on, known_on)
    wanted = quality or usual_quality(actor, programme)
    facts = Facts()
    facts.names |= {actor.id: actor.name, programme.id: programme.name, "EU": "the EU"}
    facts.plain |= {
        term("asked", _QUESTION, ":eligible"),
        term("actor", _QUESTION, actor.id),
        term("in", _QUESTION, programme.id),
        term("as", _QUESTION, f":{wanted.value}"),
        term("kind", actor.id, f":{actor.kind.value}"),
    }
    states = add_seat(facts, record, actor)
    add_memberships(facts, record, states, moment)
    add_programme(facts, programme.id)
    add_programmes(facts, record, dict.fromkeys([actor.id, *states]), moment)
    pairs = [(state, "EU") for state in states if state != "EU"]
    also = [*named_by(chosen, states), *_observing(states)]
    add_instruments(facts, record, pairs, moment, types_in(chosen), also)
    world = facts.done()
    asked = f"{actor.name} as {wanted.value} of {programme.name}"
    by_id = {rule.id: rule for rule in chosen}
    return answer_with(Solver(chosen, world), _QUESTION, asked, rules=by_id, world=world, record=record, on=on)


def programme_named(record: RecordReader, name: str) -> Entity:
    """The fund or programme that a person calls `name`. Raises NameUnknown with all of them, or NameAmbiguous."""
    rows = rows_by_id("programmes.csv")
    key = fold_name(name)
    found = [
        entity
        for row in rows.values()
        if key in (fold_name(row["id"]), fold_name(row["name"]), fold_name(row["short_name"]))
        and (entity := record.entity(EntityId(row["id"]))) is not None
    ]
    known = {entity.id for entity in found}
    found += [
        entity
        for entity in (*record.find_entities(name), *load_lexicon().resolve(name))
        if entity.kind is EntityKind.PROGRAMME and entity.id not in known
    ]
    if not found:
        from rapidfuzz import process

        nearest = process.extract(name, [row["short_name"] or row["name"] for row in rows.values()], limit=6)
        raise NameUnknown(name, tuple(dict.fromkeys(match[0] for match in nearest)), what="programme")
    if len({entity.id for entity in found}) > 1 and not known:
        raise NameAmbiguous(name, tuple(f"{entity.id} ({entity.name})" for entity in found))
    return found[0]


def usual_quality(actor: Entity, programme: Entity) -> Quality:
    """In what quality actors of this sort usually ask to take part."""
    row = rows_by_id("programmes.csv").get(programme.id, {"kind": "", "lead": ""})
    paid = row["kind"] == "fund" or row["lead"] == "european-commission"
    if actor.kind is EntityKind.COMPANY:
        return Quality.BENEFICIARY if paid else Quality.CONTRACTOR
    return Quality.BENEFICIARY if paid and programme.id != "safe" else Quality.PARTNER


def add_seat(facts: Facts, record: RecordReader, actor: Entity) -> tuple[str, ...]:
    """Where an actor is established and from where it is controlled; gives back the states concerned.

    Owners are followed to the last one that the record names; a chain is as sure as its weakest link.
    """
    seat = actor.id if actor.kind is EntityKind.STATE else actor.country or side_of(record, actor)
    owner, chain = _owner(record, actor)
    states = [seat]
    for state in (seat, owner.country or seat):
        entity = record.entity(EntityId(state))
        facts.names[state] = entity.name if entity else state
    sure = 1.0 if actor.id == seat else confidence_of(actor)
    facts.tell(
        term("seat", actor.id, seat), [about(actor, f"{actor.name} is established in {facts.names[seat]}", sure)]
    )
    if owner.id != actor.id and owner.country:
        states.append(owner.country)
        text = f"{actor.name} belongs to {owner.name}, which is established in {facts.names[owner.country]}"
        weakest = min(confidence_of(each) for each in chain)
        facts.tell(term("controls", owner.country, actor.id), [about(actor, text, weakest)])
    return tuple(dict.fromkeys(states))


def _owner(record: RecordReader, actor: Entity) -> tuple[Entity, list[Entity]]:
    """The last owner that the record names, and all on the way to it; the actor itself if nobody owns it."""
    chain = [actor]
    while len(chain) < _GENERATIONS and chain[-1].parent is not None:
        above = record.entity(chain[-1].parent)
        if above is None or above.kind is not EntityKind.COMPANY or above in chain:
            break
        chain.append(above)
    return chain[-1], chain


def _observing(states: Sequence[str]) -> list[str]:
    return [
        row["id"]
        for row in read_table("instruments.csv")
        if row["type"] == "administrative_arrangement"
        and "OCCAR" in row["parties"]
        and set(states) & set(row["parties"].split(";"))
    ]
