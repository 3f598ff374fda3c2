"""May these actors do this together, at this place, on this day?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations

from foedera.answers.agreements import add_instruments, named_by, types_in
from foedera.answers.asking import add_operations, add_question, sides_of
from foedera.answers.facts import Moment, add_memberships, add_precedents, add_programmes, forces_of
from foedera.answers.places import Lies, Place, areas_all, position
from foedera.answers.possible import answer_with, valid_rules
from foedera.answers.remembering import remembering
from foedera.answers.rules import Rule, shipped_rules
from foedera.answers.solver import Solver
from foedera.answers.world import Facts, term
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import UsageWrong
from foedera.model.possible import Answer, Reason
from foedera.record import RecordReader


class Activity(StrEnum):
    """What actors may want to do together."""

    EXERCISE = "exercise"
    PATROL = "patrol"
    PORT_CALL = "port_call"
    BOARD = "board"
    SUPPLY = "supply"
    SHARE_CLASSIFIED = "share_classified"
    TRANSFER = "transfer"
    CO_DEVELOP = "co_develop"
    VISIT = "visit"
    JOIN_OPERATION = "join_operation"
    JOIN_PESCO = "join_pesco"
    PROCURE = "procure"


# Activities for which it matters in which programmes the actors take part.
_OF_PROGRAMMES = frozenset({Activity.CO_DEVELOP, Activity.JOIN_PESCO})


def answer_can(
    record: RecordReader,
    activity: Activity,
    actors: Sequence[Entity],
    *,
    on: date,
    at: Place | None = None,
    known_on: date | None = None,
    rules: Sequence[Rule] | None = None,
    made: Sequence[str] = (),
) -> Answer:
    """Whether the actors may do it together on the day, with grounds, unlock and missing facts.

    `at` is where it would be done; without it, anywhere that the rules allow. `rules` are those to apply (None: those
    that ship with the program). `made` supposes changes, by the ids that an earlier answer gave in its unlock. Raises UsageWrong if the actors are not at least two sides.
    """
    several = answer_abilities(record, (activity,), actors, on=on, at=at, known_on=known_on, rules=rules, made=made)
    return several[activity]


def answer_abilities(
    record: RecordReader,
    activities: Sequence[Activity],
    actors: Sequence[Entity],
    *,
    on: date,
    at: Place | None = None,
    known_on: date | None = None,
    rules: Sequence[Rule] | None = None,
    made: Sequence[str] = (),
) -> dict[Activity, Answer]:
    """For each of several activities what `answer_can` says of it, with one program for all of them."""
    record = remembering(record)
    chosen = valid_rules(shipped_rules() if rules is None else rules, on)
    moment = Moment(on, known_on)
    facts = Facts()
    for activity in activities:
        add_question(facts, record, activity.value, activity.value, actors)
    add_operations(facts, record)
    sides = sides_of(record, actors)
    if len(sides) < 2:
        raise UsageWrong(
            f"{' and '.join(actor.name for actor in actors)}: this is one side only.",
            mend="Name at least two actors that act for different states or bodies: --actors Japan EU.",
        )
    states = tuple(sides)
    add_memberships(facts, record, states, moment)
    pairs = [*combinations(states, 2), *((state, "EU") for state in states if state != "EU")]
    add_instruments(facts, record, pairs, moment, types_in(chosen), named_by(chosen, states))
    if not _OF_PROGRAMMES.isdisjoint(activities):
        add_programmes(facts, record, states, moment)
    groups = [tuple({actor.id, EntityId(side), *_forces(actor)}) for side, them in sides.items() for actor in them[:1]]
    add_precedents(facts, record, activities, groups, moment, at.name if at else None)
    notes = add_place(facts, activities, at) if at else ()
    world = facts.done()
    solver = Solver(chosen, world)
    by_id = {rule.id: rule for rule in chosen}
    return {
        activity: answer_with(
            solver,
            activity.value,
            _asked(activity, actors, at),
            rules=by_id,
            world=world,
            record=record,
            on=on,
            notes=notes,
            made=made,
        )
        for activity in activities
    }


def _asked(activity: Activity, actors: Sequence[Entity], at: Place | None) -> str:
    where = f", at {at.name}" if at else ""
    return f"{activity.value.replace('_', ' ')}: {', '.join(actor.name for actor in actors)}{where}"


def _forces(actor: Entity) -> tuple[EntityId, ...]:
    return forces_of(actor.id) if actor.kind is EntityKind.STATE else ()


def add_place(facts: Facts, questions: Iterable[str], place: Place) -> tuple[str, ...]:
    """Where it would be done, and how the place lies to every area; gives back what a reader should know of it."""
    facts.names[place.id] = place.name
    facts.plain |= {term("at", question, place.id) for question in questions}
    notes = []
    for area in areas_all():
        found = position(place, area)
        facts.names[area.id] = area.name
        reason = Reason(
            f"{place.name} lies {found.lies.value} {area.name}{', whose border is drawn approximately' if area.approximate else ''}",
            area.source or area.legal_basis,
            claim=f"entity:{area.id}",
            confidence=0.75,
        )
        if found.lies in (Lies.INSIDE, Lies.OUTSIDE):
            facts.tell(term("lies", place.id, area.id, f":{found.lies.value}"), [reason])
            continue
        inside = term("lies", place.id, area.id, ":inside")
        if found.lies is Lies.PARTLY:
            text = f"where exactly: {found.share:.0%} of {place.name} lies inside {area.name}"
            facts.ask(inside, text, "the planned position")
        else:
            text = f"whether {place.name} lies inside {area.name}, whose border is drawn approximately"
            facts.ask(inside, text, "the legal text of the area, nautical chart")
        if area.kind == "area_of_operations":
            notes.append(text[0].upper() + text[1:] + ".")
    return tuple(notes)
