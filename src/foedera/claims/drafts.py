"""What a kind of claim finds in a sentence, before it is checked, merged and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedera.model.claims import Filler
from foedera.model.kinds import KINDS, Kind, Modality, Polarity
from foedera.model.time import Span

Fillers = Filler | str | Iterable[Filler] | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making; `start` and `end` are the characters of the document that say it."""

    kind: Kind
    roles: Mapping[str, tuple[Filler, ...]]
    start: int
    end: int
    when: Span | None = None
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    confidence: float = 0.6

    @property
    def is_complete(self) -> bool:
        """Whether every role that the kind requires is filled, and none with words that hold another's."""
        filled = all(self.roles.get(role.name) for role in KINDS[self.kind].roles if role.required)
        return filled and not any(
            _holds(whole, part)
            for outer, inner in _APART.get(self.kind, ())
            for whole in self.roles[outer]
            for part in self.roles[inner]
        )


# Roles of which the first is never filled with words around those of the second: a right to build a ship builds none.
_APART = {
    Kind.CAPABILITY: (("actor", "system"),),
    Kind.ASSESSMENT: (("assessor", "target"),),
    Kind.PARTICIPATION: (("actor", "in"),),
}


def _holds(whole: Filler, part: Filler) -> bool:
    """Whether the characters of one filler lie inside those of the other."""
    if whole.start is None or whole.end is None or part.start is None or part.end is None:
        return False
    return whole.start <= part.start and part.end <= whole.end


def draft(
    kind: Kind,
    place: tuple[int, int],
    /,
    *,
    when: Span | None = None,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    confidence: float = 0.6,
    **roles: Fillers,
) -> Draft:
    """A draft with its roles in the kind's own order; roles given as None or empty are left out.

    A role whose name is a Python keyword is written with an underscore: `as_`, `in_`.
    """
    given = {name.rstrip("_"): _as_tuple(value) for name, value in roles.items()}
    ordered = {role.name: given[role.name] for role in KINDS[kind].roles if given.get(role.name)}
    unknown = given.keys() - {role.name for role in KINDS[kind].roles}
    if unknown:
        raise TypeError(f"{kind} has no role {', '.join(sorted(unknown))}")
    return Draft(kind, ordered, *place, when, modality, polarity, confidence)


def _as_tuple(value: Fillers) -> tuple[Filler, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, Filler):
        return (value,)
    if isinstance(value, str):
        return (Filler(str(value)),)
    return tuple(value)
