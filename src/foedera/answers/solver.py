"""The solver: rules and a world in, what follows from them out. clingo is imported when it is first used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from foedera.answers.rules import Rule, RuleInvalid
from foedera.answers.world import World
from foedera.model.errors import FoederaError
from foedera.model.possible import Truth
from foedera.names.data import data_path

if TYPE_CHECKING:
    import clingo

# What agreements of a type are called in a sentence.
TYPE_WORDS = {
    "security_of_information": "information-security agreement",
    "framework_participation": "framework participation agreement (FPA)",
    "defence_equipment_transfer": "agreement on the transfer of defence equipment and technology (TDET)",
    "acquisition_and_cross_servicing": "acquisition and cross-servicing agreement (ACSA)",
    "reciprocal_access": "reciprocal access agreement (RAA)",
    "security_and_defence_partnership": "security and defence partnership (SDP)",
    "status_of_forces": "status-of-forces agreement",
}


class RulesUnsolvable(FoederaError):
    """The rules cannot be applied together: clingo refuses one of them, or they contradict each other."""


@dataclass(frozen=True, slots=True)
class Step:
    """How a condition stands: the rule that says so, the facts it uses, and a text of the rule's own."""

    condition: str
    rules: tuple[str, ...]
    facts: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A change that would meet a condition."""

    id: str
    condition: str
    rule: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Solution:
    """What follows for one question in one state of the world.

    `ways` maps each way to the rule that opens it, `works` are those of which every condition is met. The other parts
    are in the order in which they are to be read.
    """

    question: str
    answer: Truth
    ways: tuple[tuple[str, str], ...]
    works: tuple[str, ...]
    needs: tuple[tuple[str, Step], ...]
    met: tuple[Step, ...]
    lacks: tuple[Step, ...]
    against: tuple[Step, ...]
    supports: tuple[Step, ...]


class Solver:
    """Rules and a world, put together once; questions are asked of it as often as needed."""

    def __init__(self, rules: Sequence[Rule], world: World) -> None:
        import clingo

        self._world = world
        self._said: list[str] = []
        options = ["--heuristic=Domain", "--warn=none", "--seed=1"]
        self._control = clingo.Control(options, logger=lambda _, text: self._said.append(text))
        try:
            self._control.add("base", [], _reasoning())
            for rule in rules:
                self._add(rule)
            self._control.add("base", [], world.program())
            self._control.ground([("base", [])], context=Words(world))
        except RuntimeError as error:
            raise RulesUnsolvable(
                "the rules cannot be applied together.",
                where=", ".join(sorted({rule.path for rule in rules})),
                mend=" ".join((self._said[-1] if self._said else str(error)).split()),
            ) from error
        self._found: dict[tuple[str, int], list[clingo.Symbol]] = {}
        self._asks = ("", "")  # how it enumerates models, and how many
        self._states: dict[tuple[frozenset[str], bool], dict[str, list[clingo.Symbol]]] = {}
        self._open = frozenset(str(symbol.arguments[0]) for symbol in self._atoms("open", 3))

    def _add(self, rule: Rule) -> None:
        try:
            self._control.add("base", [], rule.program.lstrip("\n"))
        except RuntimeError as error:
            said = " ".join((self._said[-1] if self._said else str(error)).split())
            raise RuleInvalid(rule.path, rule.line, f"rule {rule.id}: {said}.", "a rule that clingo accepts") from error

    def _atoms(self, name: str, arity: int) -> list[clingo.Symbol]:
        if (name, arity) not in self._found:  # nothing is added to the program any more
            atoms = self._control.symbolic_atoms.by_signature(name, arity)
            self._found[name, arity] = sorted(atom.symbol for atom in atoms)
        return self._found[name, arity]

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions of the world, by id."""
        return tuple(sorted({atom.arguments[0].string for atom in self._atoms("asked", 2)}))

    def answers(self, *, settled: bool) -> dict[str, Truth]:
        """The answer to every question at once. With `settled`, facts in doubt are taken as told; open ones stay open.

        Only the worst and the best state of the world are looked at: nothing in doubt speaks for a yes and all that
        speaks against one (`hurts` in the rules) holds, or the other way round.
        """
        hurtful = {str(symbol.arguments[0]) for symbol in self._atoms("hurts", 1)}
        assumed = self._assume(weak=True if settled else None, made=False)
        told = {str(symbol) for symbol, _ in assumed}
        doubted = [(fact in hurtful, symbol) for fact, symbol in self._choices if str(symbol) not in told]
        always = _possible(self._model([*assumed, *((symbol, hurts) for hurts, symbol in doubted)]))
        hurting = [(symbol, False) for hurts, symbol in doubted if hurts]
        ever = _possible(self._model([*(pair for pair in assumed if pair[0].name != "best"), *hurting, _best(True)]))
        return {
            question: Truth.YES if question in always else Truth.UNKNOWN if question in ever else Truth.NO
            for question in self.questions
        }

    def _model(self, assumed: list[tuple[Any, bool]]) -> Sequence[Any]:
        self._mode("auto", "1")
        with self._control.solve(assumptions=assumed, yield_=True) as handle:
            model = handle.model()
            if model is None:
                raise RulesUnsolvable("the rules contradict each other: no state of the world keeps to all of them.")
            found: Sequence[Any] = model.symbols(atoms=True)
            return found

    def answer(self, question: str, *, settled: bool, made: Iterable[str] = ()) -> Truth:
        """The answer to one question, if these changes are made."""
        assumed = self._assume(weak=True if settled else None, made=False, but=frozenset(made))
        possible = self._possible(question)
        if possible is None or not self._holds([*assumed, (possible, True)]):
            return Truth.NO
        if self._control.symbolic_atoms[possible].is_fact:  # type: ignore[union-attr]
            return Truth.YES  # to assume a fact false would leave the solver in conflict for good
        return Truth.UNKNOWN if self._holds([*assumed, (possible, False)]) else Truth.YES

    def solve(self, question: str, *, settled: bool, made: Iterable[str] = (), opened: bool = False) -> Solution:
        """The answer to one question with everything that it rests on.

        The reasons are those of the state of the world in which what is in doubt is as told, and what is open holds
        only with `opened`.
        """
        supposed = frozenset(made)
        answer = self.answer(question, settled=settled, made=supposed)
        if (supposed, opened) not in self._states:
            assumed = self._assume(weak=True, made=False, but=supposed, opened=opened)
            self._states[supposed, opened] = _by_question(self._model(assumed))
        return _solution(question, answer, self._states[supposed, opened].get(question, ()))

    def unlocks(self, question: str) -> tuple[tuple[Option, ...], ...]:
        """Every smallest set of changes that makes the answer yes whatever is in doubt or open; the shortest first.

        What is in doubt counts as it hurts most: facts that speak for a yes as not given, those that speak against it
        (`hurts` in the rules) as given.
        """
        possible = self._possible(question)
        if possible is None:
            return ()
        hurtful = {str(symbol.arguments[0]) for symbol in self._atoms("hurts", 1)}
        assumed = [(symbol, fact in hurtful) for fact, symbol in self._choices]
        assumed.append(_best(False))
        options = self._options(question)
        sets = {frozenset(made) for made in self._smallest([*assumed, (possible, True)], "made", set(options))}
        sure = [made for made in sets if self.answer(question, settled=False, made=made) is Truth.YES]
        named = [tuple(options[each] for each in sorted(made)) for made in sure]
        return tuple(sorted(named, key=lambda made: (len(made), [option.id for option in made])))

    def missing(self, question: str, *, settled: bool = True) -> tuple[frozenset[str], ...]:
        """Every smallest set of open facts that would make the answer yes if they held, what is in doubt as told."""
        possible = self._possible(question)
        if possible is None:
            return ()
        assumed = [*self._assume(weak=True if settled else None, made=False), (possible, True)]
        opened = {frozenset(facts) for facts in self._smallest(assumed, "fact", self._open - set(self._world.weak))}
        return tuple(sorted(opened, key=lambda each: (len(each), sorted(each))))

    def open_fact(self, fact: str) -> tuple[str, str]:
        """What would have to be known, and the document that would tell it."""
        for symbol in self._atoms("open", 3):
            if str(symbol.arguments[0]) == fact:
                return symbol.arguments[1].string, symbol.arguments[2].string
        return fact, ""

    def precedents(self, change: str) -> tuple[str, ...]:
        """Instruments by which such a change was made before, as the rules name them."""
        return tuple(
            symbol.arguments[1].string for symbol in self._atoms("precedent", 2) if str(symbol.arguments[0]) == change
        )

    def _possible(self, question: str) -> Any | None:
        import clingo

        symbol = clingo.Function("possible", [clingo.String(question)])
        atom = self._control.symbolic_atoms[symbol]
        return symbol if atom is not None else None

    @cached_property
    def _choices(self) -> list[tuple[str, Any]]:
        told = self._world.sure
        return [
            (str(symbol.arguments[0]), symbol)
            for symbol in self._atoms("fact", 1)
            if str(symbol.arguments[0]) not in told
            and (str(symbol.arguments[0]) in self._world.weak or str(symbol.arguments[0]) in self._open)
        ]

    @cached_property
    def _changes(self) -> list[tuple[str, Any]]:
        return [(str(symbol.arguments[0]), symbol) for symbol in self._atoms("made", 1)]

    def _assume(
        self, *, weak: bool | None, made: bool, but: frozenset[str] = frozenset(), opened: bool | None = None
    ) -> list[tuple[Any, bool]]:
        """Literals to assume. `weak`, `opened`: whether such facts hold; None leaves it open."""
        assumed = [(symbol, change in but or made) for change, symbol in self._changes]
        assumed.append(_best(False))
        for fact, symbol in self._choices:
            if fact in self._world.weak:
                if weak is not None:
                    assumed.append((symbol, weak))
            elif opened is not None:
                assumed.append((symbol, opened))
        return assumed

    def _holds(self, assumed: list[tuple[Any, bool]]) -> bool:
        self._mode("auto", "1")
        return bool(self._control.solve(assumptions=assumed).satisfiable)

    def _smallest(
        self, assumed: list[tuple[Any, bool]], name: str, among: frozenset[str] | set[str]
    ) -> Iterable[list[str]]:
        # The heuristic of reasoning.lp tries every change and every open fact as false first; domRec then keeps, of
        # all models, those whose true ones have no proper subset among them.
        wanted = [(each, symbol) for symbol in self._atoms(name, 1) if (each := str(symbol.arguments[0])) in among]
        self._mode("domRec", "0")
        with self._control.solve(assumptions=assumed, yield_=True) as handle:
            for model in handle:
                yield [each for each, symbol in wanted if model.contains(symbol)]

    def _mode(self, mode: str, models: str) -> None:
        if self._asks == (mode, models):
            return
        self._asks = mode, models
        self._control.configuration.solve.enum_mode = mode  # type: ignore[union-attr]
        self._control.configuration.solve.models = models  # type: ignore[union-attr]

    def _options(self, question: str) -> dict[str, Option]:
        return {
            str(atom.arguments[2]): Option(
                str(atom.arguments[2]),
                str(atom.arguments[1]),
                atom.arguments[3].string,
                atom.arguments[4].string,
                atom.arguments[5].string,
            )
            for atom in self._atoms("change", 6)
            if atom.arguments[0].string == question
        }


def _best(value: bool) -> tuple[Any, bool]:
    import clingo

    return clingo.Function("best"), value


def _possible(symbols: Iterable[Any]) -> set[str]:
    return {symbol.arguments[0].string for symbol in symbols if symbol.name == "possible"}


class Words:
    """The functions that rules may call: `@say("{} and {}", A, B)` names what ids stand for, `@kind(T)` a type."""

    def __init__(self, world: World) -> None:
        self._names = world.names

    def say(self, text: clingo.Symbol, *arguments: clingo.Symbol) -> clingo.Symbol:
        """The text with the names of the arguments in its gaps; a whole sentence begins with a capital."""
        import clingo

        said = text.string.format(*(self._name(each) for each in arguments))
        return clingo.String(said[:1].upper() + said[1:] if said.endswith(".") else said)

    def kind(self, type: clingo.Symbol) -> clingo.Symbol:
        """What agreements of a type are called."""
        import clingo

        return clingo.String(TYPE_WORDS.get(type.name, type.name.replace("_", " ")))

    def a(self, type: clingo.Symbol) -> clingo.Symbol:
        """What one agreement of a type is called, with its article."""
        import clingo

        words = self.kind(type).string
        return clingo.String(f"{'an' if words[0] in 'aeiou' else 'a'} {words}")

    def _name(self, symbol: Any) -> str:
        text = str(symbol)
        if text.startswith('"'):
            return self._names.get(symbol.string, symbol.string)
        return text


@cache
def _reasoning() -> str:
    return data_path("reasoning.lp").read_text(encoding="utf-8")


def _by_question(true: Sequence[Any]) -> dict[str, list[Any]]:
    """What is true in a state of the world, by the question of which it tells; what tells of none is left out."""
    import clingo

    found: dict[str, list[Any]] = {}
    for symbol in true:
        first = next(iter(symbol.arguments), None)
        if first is not None and first.type is clingo.SymbolType.String:
            found.setdefault(first.string, []).append(symbol)
    return found


def _solution(question: str, answer: Truth, true: Sequence[Any]) -> Solution:
    own: dict[str, list[Any]] = {}
    for symbol in sorted(true):
        own.setdefault(f"{symbol.name}/{len(symbol.arguments)}", []).append(symbol.arguments)
    return Solution(
        question,
        answer,
        tuple((str(way), rule.string) for _, way, rule in own.get("way/3", [])),
        tuple(str(way) for _, way in own.get("works/2", [])),
        tuple((str(way), Step(str(c), (rule.string,))) for _, way, c, rule in own.get("needs/4", [])),
        tuple(Step(str(c), _flat(rule), _facts(fact)) for _, c, rule, fact in own.get("met/4", [])),
        tuple(Step(str(c), (rule.string,), (), text.string) for _, c, rule, text in own.get("lack/4", [])),
        tuple(Step(str(c), (rule.string,), _facts(fact)) for _, c, rule, fact in own.get("against/4", [])),
        tuple(Step("", (rule.string,), _facts(fact)) for _, rule, fact in own.get("supports/3", [])),
    )


def _flat(rule: Any) -> tuple[str, ...]:
    """The rules that a term names: one, or a tuple of several."""
    parts = rule.arguments if str(rule).startswith("(") else [rule]
    return tuple(part.string for part in parts)


def _facts(fact: Any) -> tuple[str, ...]:
    """The facts that a term names: one, a tuple of several, or `()` for none."""
    return tuple(str(part) for part in fact.arguments) if str(fact).startswith("(") else (str(fact),)
