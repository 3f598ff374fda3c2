"""Which state a name or a Correlates of War code stands for on a day: states come, go and change their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.data import read_table, split_cell
from foedera.names.folding import fold_name
from foedera.names.lexicon import load_lexicon

COW = "COW"  # the scheme of the Correlates of War project; an identifier is written "COW 220"
_PARTIES = (EntityKind.STATE, EntityKind.BLOC, EntityKind.INSTITUTION, EntityKind.AGENCY)


@dataclass(frozen=True, slots=True)
class Tenure:
    """From when to when something stands for a state; both days count."""

    state: EntityId
    first: date
    last: date

    def distance(self, day: date) -> int:
        """How many days `day` lies outside; 0 within."""
        return max((self.first - day).days, (day - self.last).days, 0)


class States:
    """The states of the tables, living and former, by name and by code."""

    def __init__(self) -> None:
        self._former = {entity.id: entity for entity in _read_former()}
        self._names: dict[str, list[Tenure]] = {}
        for row in read_table("exchange/state_names.csv"):
            self._names.setdefault(fold_name(row["name"]), []).append(_tenure(row))
        self._own: dict[str, EntityId] = {}
        for entity in self._former.values():
            for name in (entity.name, *entity.aliases):
                self._own.setdefault(fold_name(name), entity.id)
        self._codes: dict[int, list[Tenure]] = {}
        self._tenures: dict[EntityId, list[tuple[int, Tenure]]] = {}
        for row in read_table("exchange/cow_states.csv"):
            tenure = _tenure(row)
            self._codes.setdefault(int(row["code"]), []).append(tenure)
            self._tenures.setdefault(tenure.state, []).append((int(row["code"]), tenure))
        # A data set asks for the same names over and over.
        self._found: dict[tuple[str, date | None], Entity | None] = {}
        self._borne: dict[str, Entity | None] = {}

    def entity(self, state: EntityId) -> Entity | None:
        """The state of this id, with its Correlates of War codes among its names; None if nobody knows it."""
        known = load_lexicon().entity(state) or self._former.get(state)
        if known is None:
            return None
        codes = tuple(f"{COW} {code}" for code in sorted(self.codes_of(state)))
        return replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *codes))))

    def named(self, name: str, on: date | None = None) -> Entity | None:
        """The state or body that `name` means on the day `on`; None if nobody or several are called so.

        A name that changed hands ("Russia", "Yemen") means who bore it on that day; without a day, who bears it last.
        """
        asked = (name, on)
        if asked not in self._found:
            key = fold_name(name)
            tenure = _at(self._names.get(key, ()), on, exact=True)
            self._found[asked] = self.entity(tenure.state) if tenure else self._undated(name, key)
        return self._found[asked]

    def _undated(self, name: str, key: str) -> Entity | None:
        if key not in self._borne:
            self._borne[key] = self._always(name, key)
        return self._borne[key]

    def _always(self, name: str, key: str) -> Entity | None:
        if key in self._own:
            return self.entity(self._own[key])
        found = [entity for entity in load_lexicon().resolve(name) if entity.kind in _PARTIES]
        return self.entity(found[0].id) if len(found) == 1 else None

    def coded(self, code: int, on: date) -> Entity | None:
        """The state of this Correlates of War code on a day, or on the nearest day on which the code was borne."""
        tenure = _at(self._codes.get(code, ()), on, exact=False)
        return self.entity(tenure.state) if tenure else None

    def code_of(self, state: EntityId, on: date) -> int | None:
        """The Correlates of War code that a state bore on a day, or on the nearest day; None if it never bore one."""
        borne = self._tenures.get(state)
        return min(borne, key=lambda each: each[1].distance(on))[0] if borne else None

    def codes_of(self, state: EntityId) -> frozenset[int]:
        """Every Correlates of War code that a state ever bore."""
        return frozenset(code for code, _ in self._tenures.get(state, ()))


@cache
def load_states() -> States:
    """The states of the tables that ship with the program; the same object on every call."""
    return States()


def _at(tenures: Iterable[Tenure], on: date | None, *, exact: bool) -> Tenure | None:
    listed = list(tenures)
    if not listed:
        return None
    if on is None:
        latest = max(listed, key=lambda tenure: tenure.last)
        return latest if latest.last == date.max else None
    nearest = min(listed, key=lambda tenure: tenure.distance(on))
    return nearest if not exact or nearest.distance(on) == 0 else None


def _tenure(row: dict[str, str]) -> Tenure:
    first = date.fromisoformat(row["first"]) if row["first"] else date.min
    last = date.fromisoformat(row["last"]) if row["last"] else date.max
    return Tenure(EntityId(row["state"]), first, last)


def _read_former() -> Iterable[Entity]:
    for row in read_table("exchange/former_states.csv"):
        yield Entity(
            EntityId(row["id"]), row["name"], EntityKind.STATE, split_cell(row["aliases"]), source=row["source"]
        )
    for row in read_table("exchange/bodies.csv"):
        kind = EntityKind(row["kind"])
        yield Entity(EntityId(row["id"]), row["name"], kind, split_cell(row["aliases"]), source=row["source"])
