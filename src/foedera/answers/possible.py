"""What is possible: a question to rules and record becomes yes, no or unknown, with grounds and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from foedera.answers.done_before import done_before
from foedera.answers.rules import OWN_JUDGEMENT, Rule
from foedera.answers.solver import Option, Solution, Solver, Step
from foedera.answers.world import World
from foedera.model.possible import Answer, Change, Missing, Reason, Truth
from foedera.record import RecordReader


def valid_rules(rules: Iterable[Rule], on: date) -> tuple[Rule, ...]:
    """The rules that apply on a day. One of low confidence never decides, so it is not among them."""
    return tuple(rule for rule in rules if rule.holds_on(on) and rule.confidence >= 0.5)


def answer_with(
    solver: Solver,
    question: str,
    asked: str,
    *,
    rules: Mapping[str, Rule],
    world: World,
    record: RecordReader,
    on: date,
    notes: Sequence[str] = (),
    made: Sequence[str] = (),
) -> Answer:
    """The answer to one question of a solver, whose text is `asked`, supposing that the changes `made` were made.

    Facts of low confidence are first taken as told. If the answer then is yes or no and would be another without
    them, they would decide alone: the answer is unknown and names them.
    """
    settled = solver.answer(question, settled=True, made=made)
    truth = settled if settled is Truth.UNKNOWN else solver.answer(question, settled=False, made=made)
    solution = solver.solve(question, settled=True, made=made)
    teller = _Teller(solver, rules, world)
    missing: tuple[Missing, ...] = ()
    unlock: tuple[tuple[Change, ...], ...] = ()
    if truth is Truth.UNKNOWN and settled is Truth.UNKNOWN:
        missing = teller.missing(question)
        grounds = teller.why_not(solution)
    else:
        grounds = teller.why(solution) if settled is Truth.YES else teller.why_not(solution)
        if truth is Truth.UNKNOWN:
            missing = tuple(teller.doubts(grounds))
    if truth is Truth.NO and not made:
        unlock = tuple(
            tuple(_change(option, rules, solver, record, on) for option in options)
            for options in solver.unlocks(question)
        )
    return Answer(asked, on.isoformat(), truth, grounds, unlock, missing, tuple(notes))


class _Teller:
    """Turns what the solver derived into reasons; it adds none of its own."""

    def __init__(self, solver: Solver, rules: Mapping[str, Rule], world: World) -> None:
        self._solver = solver
        self._rules = rules
        self._world = world

    def why(self, solution: Solution) -> tuple[Reason, ...]:
        """The ways that work: the rule that opens each, then each condition with what meets it, then what supports it."""
        found: list[Reason] = []
        for way, rule in solution.ways:
            if way not in solution.works:
                continue
            found.append(self._rule(rule))
            for each, need in solution.needs:
                if each == way:
                    found += self._met(solution, need.condition)
        for step in solution.supports:
            found += self._step(step)
        return tuple(dict.fromkeys(found))

    def why_not(self, solution: Solution) -> tuple[Reason, ...]:
        """What each way lacks, with the facts that show it, and what of it is met all the same."""
        found: list[Reason] = []
        ways = [way for way, _ in solution.ways]
        for _, need in sorted(
            (each for each in solution.needs if each[0] in ways), key=lambda pair: ways.index(pair[0])
        ):
            met = self._met(solution, need.condition)
            if met:
                found += met
                continue
            found += [self._rule(need.rules[0])]
            for step in solution.lacks:
                if step.condition == need.condition:
                    found += self._step(step)
            for step in solution.against:
                if step.condition == need.condition:
                    found += self._step(step)
        found = found or [self._rule(rule) for _, rule in solution.ways]
        return tuple(dict.fromkeys(found))

    def _met(self, solution: Solution, condition: str) -> list[Reason]:
        """What meets a condition: of several facts under one rule the surest alone, for one is enough."""
        best: dict[tuple[str, ...], Step] = {}
        for step in solution.met:
            if step.condition == condition:
                known = best.get(step.rules)
                if known is None or self._sureness(step) > self._sureness(known):
                    best[step.rules] = step
        return [reason for step in best.values() for reason in self._step(step)]

    def _sureness(self, step: Step) -> float:
        told = [reason.confidence for fact in step.facts for reason in self._world.reasons(fact)]
        return min(told, default=0.0 if step.facts else 1.0)

    def _step(self, step: Step) -> list[Reason]:
        found = [self._rule(step.rules[0], step.text), *(self._rule(rule) for rule in step.rules[1:])]
        for fact in step.facts:
            found += self._world.reasons(fact)
        return found

    def _rule(self, id: str, text: str = "") -> Reason:
        rule = self._rules[id]
        basis = "; ".join(str(basis) for basis in rule.basis)
        source = basis if rule.source == OWN_JUDGEMENT else f"{basis}, {rule.source}"
        return Reason(text or rule.sentence, source, rule=rule.id, confidence=rule.confidence)

    def missing(self, question: str) -> tuple[Missing, ...]:
        """The open facts of the smallest sets that would make the answer yes, each once."""
        facts = dict.fromkeys(fact for group in self._solver.missing(question) for fact in sorted(group))
        return tuple(Missing(fact, *self._solver.open_fact(fact)) for fact in facts)

    def doubts(self, grounds: Iterable[Reason]) -> Iterable[Missing]:
        """The facts of low confidence among the grounds."""
        said = {reason for reason in grounds if reason.claim and reason.confidence < 0.5}
        for fact, reasons in sorted(self._world.weak.items()):
            if any(reason in said for reason in reasons):
                yield Missing(
                    fact, f"a reliable source for this: {reasons[0].text} (low confidence)", "official source"
                )


def _change(option: Option, rules: Mapping[str, Rule], solver: Solver, record: RecordReader, on: date) -> Change:
    basis = "; ".join(str(basis) for basis in rules[option.rule].basis)
    named = solver.precedents(option.id)
    return Change(option.id, option.text, option.by, basis, done_before(record, option.id, named, on))
