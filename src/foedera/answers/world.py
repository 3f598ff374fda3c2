"""What the solver is told of the world: facts with the reasons they stand on, sure, in doubt or open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from foedera.answers.trust import DECIDES_FROM
from foedera.model.possible import Reason


def term(functor: str, *arguments: str) -> str:
    """A fact as the solver writes it: `term("party", "eu-jpn-spa", "JPN")` is `party("eu-jpn-spa","JPN")`.

    An argument that begins with a colon is a word of the rules and not a name: `:inside` is `inside`.
    """
    return f"{functor}({','.join(_argument(each) for each in arguments)})"


def quoted(text: str) -> str:
    """A text as the solver writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _argument(text: str) -> str:
    return text[1:] if text.startswith(":") else quoted(text)


@dataclass(frozen=True, slots=True)
class World:
    """Facts by their terms. `sure` and `weak` have the reasons they stand on, `open` what would settle them.

    `plain` are facts that need no reason: they only describe the question and what things are. `names` are what ids
    are called.
    """

    sure: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    weak: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    open: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def reasons(self, fact: str) -> tuple[Reason, ...]:
        """What a fact stands on; empty for one that nobody has told."""
        return self.sure.get(fact) or self.weak.get(fact) or ()

    def program(self) -> str:
        """The facts as a program of the solver, always in the same order."""
        lines = [f"sure({fact})." for fact in sorted(self.sure)]
        lines += [f"weak({fact})." for fact in sorted(self.weak)]
        lines += [f"open({fact},{quoted(text)},{quoted(kind)})." for fact, (text, kind) in sorted(self.open.items())]
        lines += [f"{fact}." for fact in sorted(self.plain)]
        return "\n".join(lines)


@dataclass
class Facts:
    """A world while it is gathered. A fact told twice is as sure as its surest telling."""

    sure: dict[str, list[Reason]] = field(default_factory=dict)
    weak: dict[str, list[Reason]] = field(default_factory=dict)
    open: dict[str, tuple[str, str]] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def tell(self, fact: str, reasons: Iterable[Reason], *, weak: bool | None = None) -> None:
        """Add a fact. Without `weak`, it is in doubt if no reason for it is sure enough to decide."""
        given = tuple(reasons)
        doubtful = all(reason.confidence < DECIDES_FROM for reason in given) if weak is None else weak
        if not doubtful:
            self.sure.setdefault(fact, []).extend(given)
            self.weak.pop(fact, None)
        elif fact not in self.sure:
            self.weak.setdefault(fact, []).extend(given)

    def ask(self, fact: str, text: str, document: str) -> None:
        """Add a fact that nobody has told: what would have to be known, and the kind of document that would tell it."""
        if fact not in self.sure and fact not in self.weak:
            self.open.setdefault(fact, (text, document))

    def done(self) -> World:
        """The world as gathered."""
        sure, weak = ({fact: tuple(reasons) for fact, reasons in told.items()} for told in (self.sure, self.weak))
        return World(sure, weak, dict(self.open), frozenset(self.plain), dict(self.names))
