"""Many questions at once: who can do what with whom on a day. One program for all, so that the rules are applied once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from foedera.answers.agreements import add_instruments, named_by, types_in
from foedera.answers.asking import add_operations, add_question, sides_of
from foedera.answers.can import Activity
from foedera.answers.facts import Moment, add_memberships, add_programmes
from foedera.answers.possible import valid_rules
from foedera.answers.remembering import remembering
from foedera.answers.rules import Rule, shipped_rules
from foedera.answers.solver import Solver
from foedera.answers.world import Facts
from foedera.model.entities import Entity, EntityId
from foedera.model.possible import Truth
from foedera.record import RecordReader


@dataclass(frozen=True, slots=True)
class Cell:
    """One question of a matrix: the activity and the two actors."""

    activity: Activity
    one: EntityId
    other: EntityId


def answer_matrix(
    record: RecordReader,
    activities: Sequence[Activity],
    rows: Sequence[Entity],
    columns: Sequence[Entity],
    *,
    on: date,
    known_on: date | None = None,
    rules: Sequence[Rule] | None = None,
) -> dict[Cell, Truth]:
    """The answer for every activity, row and column, in that order; pairs of one and the same side are left out.

    The same answers as `answer_can` gives one by one, without grounds and unlocks.
    """
    record = remembering(record)
    chosen = valid_rules(shipped_rules() if rules is None else rules, on)
    moment = Moment(on, known_on)
    facts = Facts()
    cells: dict[str, Cell] = {}
    sides: dict[str, None] = {}
    for activity in activities:
        for one in rows:
            for other in columns:
                both = sides_of(record, (one, other))
                if len(both) < 2:
                    continue
                question = f"{activity.value} {one.id} {other.id}"
                cells[question] = Cell(activity, one.id, other.id)
                sides |= dict.fromkeys(both)
                add_question(facts, record, question, activity.value, (one, other))
    add_operations(facts, record)
    states = tuple(sides)
    add_memberships(facts, record, states, moment)
    add_programmes(facts, record, states, moment)
    parties = {*states, "EU"}  # what a state has with the Union may count between it and a member state
    pairs = [(one, other) for one in parties for other in parties if one < other]
    add_instruments(facts, record, pairs, moment, types_in(chosen), named_by(chosen, states))
    solver = Solver(chosen, facts.done())
    told = solver.answers(settled=True)
    sure = solver.answers(settled=False)
    return {
        cell: told[question] if told[question] is sure[question] else Truth.UNKNOWN for question, cell in cells.items()
    }
