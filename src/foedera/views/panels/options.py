"""What a panel is asked for: its unit, its years, its cells, and what a year that is only partly filled counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foedera.model.entities import EntityId
from foedera.model.errors import UsageWrong
from foedera.names.data import read_table, split_cell

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")


class Unit(StrEnum):
    """What one row of a panel is."""

    STATE_YEAR = "state-year"
    DYAD_YEAR = "dyad-year"
    INSTRUMENT_YEAR = "instrument-year"
    ACTOR_EVENT = "actor-event"


class PartialYears(StrEnum):
    """What counts in a year in which something held only for a part."""

    ANY = "any"  # it held on any day of the year
    FIRST = "first"  # it held on 1 January
    LAST = "last"  # it held on 31 December
    SHARE = "share"  # the share of the year's days on which it held, 0 to 1; of several instruments, the largest
    LATEST = "latest"  # any day; but where a member's obligations changed within the year, the later ones alone


class Codes(StrEnum):
    """How actors are named: by the record's ids (ISO 3166-1 for states), or by Correlates of War codes."""

    ISO = "iso"
    COW = "cow"


@dataclass(frozen=True, slots=True)
class PanelOptions:
    """What is asked for. `materials`: only claims of these data sets; empty for all. `cells`: only these columns; empty
    for all that there are. `actors`: only rows on one of them; empty for all. `count`: how many instruments or
    activities, instead of whether any. `with_claims`: beside each cell, the claims it rests on.
    """

    unit: Unit
    years: PartialYears = PartialYears.ANY
    first_year: int = 1800
    last_year: int = 2030
    directed: bool = True
    codes: Codes = Codes.ISO
    materials: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    actors: frozenset[EntityId] = frozenset()
    count: bool = False
    with_claims: bool = False

    def __post_init__(self) -> None:
        if self.first_year > self.last_year:
            raise UsageWrong(
                f"the years {self.first_year} to {self.last_year} are none.",
                mend="Give the earlier one with --from-year.",
            )
        if self.count and self.years is PartialYears.SHARE:
            raise UsageWrong("a share cannot be counted.", mend="Leave out --count, or choose another rule.")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a data set's own publishers make their yearly tables: the defaults for a panel from it."""

    materials: tuple[str, ...]
    first_year: int
    last_year: int
    codes: Codes
    years: PartialYears
    cells: tuple[str, ...]


def habits_of(data_set: str) -> Habits:
    """The habits of a data set. Raises UsageWrong, with those that have some; any other material has none."""
    for row in read_table("exchange/data_sets.csv"):
        if row["name"] == data_set:
            return Habits(
                materials=split_cell(row["materials"]),
                first_year=int(row["first_year"]),
                last_year=int(row["last_year"]),
                codes=Codes(row["codes"]),
                years=PartialYears(row["whole_years"]),
                cells=split_cell(row["cells"]),
            )
    known = ", ".join(row["name"] for row in read_table("exchange/data_sets.csv"))
    raise UsageWrong(f"no data set “{data_set}”.", mend=f"Known data sets: {known}.")
