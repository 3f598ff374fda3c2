"""What kind of agreement an instrument is: by the table of those that ship with the program, else by its name."""

from __future__ import annotations

from functools import cache

from foedera.model.entities import Entity, EntityKind
from foedera.names.data import read_table, split_cell
from foedera.names.folding import fold_name


def type_of_agreement(instrument: Entity) -> str | None:
    """The type as instruments.csv writes it ("security_of_information"); None where neither table nor name tells it.

    A name tells it by the name of a type of agreement that stands in it; the longest such name counts, so that a
    “Security and Defence Partnership Agreement” is no partnership agreement of another type.
    """
    if instrument.kind is not EntityKind.INSTRUMENT:
        return None
    known = _types_by_id()
    for place in (instrument.id, *instrument.part_of):
        if place in known:
            return known[place]
    names = [f" {fold_name(name)} " for name in (instrument.name, *instrument.aliases)]
    found = [(len(form), type_) for form, type_ in _types_by_name() if any(f" {form} " in name for name in names)]
    return max(found)[1] if found else None


@cache
def _types_by_id() -> dict[str, str]:
    tables = ("instruments.csv", "names/instrument_types.csv")
    return {row["id"]: row["type"] for table in tables for row in read_table(table)}


@cache
def _types_by_name() -> tuple[tuple[str, str], ...]:
    rows = read_table("names/instrument_types.csv")
    return tuple(
        (fold_name(name), row["type"])
        for row in rows
        for name in (row["name"], *split_cell(row["synonyms"]), *split_cell(row["acronyms"]))
    )
