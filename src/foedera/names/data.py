"""Where the facts that ship with the program lie, and how their tables are read."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from foedera.model.errors import FoederaError

_ROOT = Path(__file__).resolve().parent.parent / "data"


class DataMissing(FoederaError):
    """A data file that ships with the program is not where it should be."""


def data_path(name: str) -> Path:
    """The path of a data file, such as `actors.csv` or `names/places.csv`. Raises DataMissing."""
    path = _ROOT / name
    if not path.is_file():
        known = ", ".join(sorted(str(file.relative_to(_ROOT)) for file in _ROOT.rglob("*") if file.is_file()))
        raise DataMissing(f"no data file “{name}”.", where=str(_ROOT), mend=f"Known: {known}.")
    return path


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV data file, in file order, as column → text; an empty cell is an empty text."""
    with data_path(name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def read_words(name: str) -> frozenset[str]:
    """The lines of a word list."""
    return frozenset(data_path(name).read_text(encoding="utf-8").split())


def split_cell(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values, parted by semicolons; empty if it holds none."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())
