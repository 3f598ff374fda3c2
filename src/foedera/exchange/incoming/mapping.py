"""The mapping of a table to claims: a YAML file that says which column is which role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from foedera.model.claims import Source
from foedera.model.entities import EntityKind
from foedera.model.errors import FoederaError
from foedera.model.kinds import KINDS, Kind, KindSpec, Modality


class MappingInvalid(FoederaError):
    """A mapping file says something that cannot be followed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value comes from: `columns` one after the other, or `value` for every row.

    `split` parts a cell that holds several. `new`: a name that nobody bears yet becomes an entity of this kind; None
    means that it must be known.
    """

    columns: tuple[str, ...] = ()
    value: str | None = None
    split: str | None = None
    new: EntityKind | None = None


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What a row of the table claims. `dates` is how days are written (`%d/%m/%Y`); without it they are EDTF."""

    kind: KindSpec
    source: Source
    roles: Mapping[str, Cell]
    when: Cell | None = None
    until: Cell | None = None
    dates: str | None = None
    key: str = ""
    modality: Modality = Modality.ACTUAL
    confidence: float = 0.75
    delimiter: str = ","
    columns: tuple[str, ...] = field(default=())


_KEYS = ("kind", "source", "roles", "when", "until", "dates", "key", "modality", "confidence", "delimiter")
_CELL_KEYS = ("column", "columns", "value", "split", "new")


def read_mapping(path: Path) -> TableMapping:
    """The mapping in a YAML file. Raises MappingInvalid, naming the line of thought that cannot be followed."""
    import yaml

    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise MappingInvalid(f"cannot be read: {error}.", where=str(path), mend="Write it as YAML.") from error
    if not isinstance(told, dict):
        raise MappingInvalid("is no mapping.", where=str(path), mend=f"It takes the keys {', '.join(_KEYS)}.")
    _check_keys(told, _KEYS, str(path))
    spec = _kind(told, path)
    source = told.get("source")
    if not isinstance(source, dict) or not source.get("title"):
        raise MappingInvalid(
            "“source” lacks a title.", where=str(path), mend="Say whose data it is: source: {title: …}."
        )
    _check_keys(source, ("title", "url", "publisher", "date", "reliability"), f"{path}, “source”")
    roles = {role: _cell(given, f"{path}, role “{role}”") for role, given in (told.get("roles") or {}).items()}
    _check_roles(spec, roles, path)
    when, until = (_cell(told[key], f"{path}, “{key}”") if told.get(key) else None for key in ("when", "until"))
    return TableMapping(
        kind=spec,
        source=Source(**{key: str(value) for key, value in source.items()}),
        roles=roles,
        when=when,
        until=until,
        dates=told.get("dates"),
        key=str(told.get("key", "")),
        modality=_modality(told, path),
        confidence=_confidence(told, path),
        delimiter=str(told.get("delimiter", ",")),
        columns=tuple(dict.fromkeys(_columns([*roles.values(), when, until], str(told.get("key", ""))))),
    )


def _columns(cells: list[Cell | None], key: str) -> Iterator[str]:
    for cell in cells:
        if cell is not None:
            yield from cell.columns
    if key:
        yield key


def _kind(told: Mapping[str, Any], path: Path) -> KindSpec:
    try:
        return KINDS[Kind(str(told.get("kind")))]
    except ValueError as error:
        known = ", ".join(kind.value for kind in Kind)
        raise MappingInvalid(
            f"no kind of claim: {told.get('kind')!r}.", where=str(path), mend=f"Known: {known}."
        ) from error


def _cell(given: Any, where: str) -> Cell:
    if isinstance(given, str):
        return Cell(columns=(given,))
    if not isinstance(given, dict):
        raise MappingInvalid("says no column.", where=where, mend="Write the column's name, or {value: …}.")
    _check_keys(given, _CELL_KEYS, where)
    columns = given.get("columns") or given.get("column") or ()
    listed = (columns,) if isinstance(columns, str) else tuple(str(column) for column in columns)
    value = given.get("value")
    if bool(listed) == (value is not None):
        raise MappingInvalid(
            "needs a column or a value, not both.", where=where, mend="Write {column: …} or {value: …}."
        )
    try:
        new = EntityKind(given["new"]) if given.get("new") else None
    except ValueError as error:
        known = ", ".join(kind.value for kind in EntityKind)
        raise MappingInvalid(f"no kind of thing: “{given['new']}”.", where=where, mend=f"Known: {known}.") from error
    return Cell(listed, None if value is None else str(value), given.get("split"), new)


def _check_roles(spec: KindSpec, roles: Mapping[str, Cell], path: Path) -> None:
    known = ", ".join(role.name for role in spec.roles)
    for name in roles:
        if spec.role(name) is None:
            raise MappingInvalid(f"{spec.kind.value} has no role “{name}”.", where=str(path), mend=f"Known: {known}.")
    for role in spec.roles:
        if role.required and role.name not in roles:
            raise MappingInvalid(f"says nothing of the role “{role.name}”.", where=str(path), mend="Name its column.")


def _modality(told: Mapping[str, Any], path: Path) -> Modality:
    try:
        return Modality(str(told.get("modality", "actual")))
    except ValueError as error:
        known = ", ".join(modality.value for modality in Modality)
        raise MappingInvalid(f"no modality: “{told['modality']}”.", where=str(path), mend=f"Known: {known}.") from error


def _confidence(told: Mapping[str, Any], path: Path) -> float:
    given = told.get("confidence", 0.75)
    if not isinstance(given, (int, float)) or not 0 <= given <= 1:
        raise MappingInvalid(f"confidence “{given}”.", where=str(path), mend="Write a number between 0 and 1.")
    return float(given)


def _check_keys(given: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in given:
        if key not in known:
            raise MappingInvalid(f"no key “{key}”.", where=where, mend=f"Known keys: {', '.join(known)}.")
