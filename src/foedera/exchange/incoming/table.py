"""Any table of text (CSV), with a mapping that says which column is which role: one claim a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from foedera.exchange.incoming.dates import edtf, from_to
from foedera.exchange.incoming.mapping import Cell, read_mapping
from foedera.exchange.incoming.material import Cast, Row, open_text
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.exchange.incoming.tables import check_columns, read_rows
from foedera.model.claims import Claim, Evidence, Filler, check_claim
from foedera.model.entities import Entity
from foedera.model.errors import ClaimInvalid
from foedera.model.kinds import Holds, Role
from foedera.model.time import Span
from foedera.names import slug
from foedera.names.states import load_states

Cells = Mapping[str, str]


class Table:
    """Reads a table by its mapping. The data set is called by the file's name unless a name is given."""

    name = "csv"
    version = "1"

    def __init__(self, mapping: Path, name: str | None = None) -> None:
        self._mapping = read_mapping(mapping)
        self._called = name
        self._cast = Cast()

    def material(self, path: Path) -> str:
        return self._called or f"csv:{path.name}"

    def entities(self) -> Iterable[Entity]:
        return self._cast.known.values()

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        with open_text(path) as lines:
            table = csv.DictReader(lines, delimiter=self._mapping.delimiter)
            check_columns(table.fieldnames or (), self._mapping.columns, path)
            for label, cells in read_rows(table, report, key=self._mapping.key):
                try:
                    yield Row(label, (self._claim(label, cells),))
                except RowInvalid as error:
                    report.refuse(error.at(label))

    def _claim(self, label: str, cells: Cells) -> Claim:
        when = self._when(cells)
        on = when.earliest if when else None
        roles = {
            role.name: tuple(self._fillers(role, self._mapping.roles[role.name], cells, on))
            for role in self._mapping.kind.roles
            if role.name in self._mapping.roles
        }
        source = replace(self._mapping.source, title=f"{self._mapping.source.title}, {label}")
        claim = Claim(
            kind=self._mapping.kind.kind,
            roles={name: fillers for name, fillers in roles.items() if fillers},
            evidence=(Evidence(None, None, None, "", source),),
            when=when,
            modality=self._mapping.modality,
            confidence=self._mapping.confidence,
            extractor=f"{self.name}/{self.version}",
        )
        try:
            return check_claim(claim)
        except ClaimInvalid as error:
            missing = next((name for name, given in roles.items() if not given), "")
            columns = self._mapping.roles[missing].columns if missing else ()
            raise RowInvalid(error.what, column=", ".join(columns), mend=error.mend) from error

    def _when(self, cells: Cells) -> Span | None:
        first, column = self._date(self._mapping.when, cells)
        last, until = self._date(self._mapping.until, cells)
        if not first:
            return edtf(f"../{last}", until) if last else None
        return from_to(first, last, until or column)

    def _date(self, cell: Cell | None, cells: Cells) -> tuple[str, str]:
        """The date in EDTF and the column it stands in; empty where the row gives none."""
        if cell is None:
            return "", ""
        column = cell.columns[0] if cell.columns else ""
        written = (cell.value or " ".join(cells[name] for name in cell.columns)).strip()
        if not written or self._mapping.dates is None:
            return (edtf(written, column).edtf if written else ""), column
        try:
            return datetime.strptime(written, self._mapping.dates).date().isoformat(), column
        except ValueError as error:
            mend = f"Write it as {self._mapping.dates}, as the mapping says, or leave the cell empty."
            raise RowInvalid("no date of this form.", column=column, value=written, mend=mend) from error

    def _fillers(self, role: Role, cell: Cell, cells: Cells, on: date | None) -> Iterator[Filler]:
        for column, written in _values(cell, cells):
            if role.holds is Holds.CLOSED and role.closed is not None:
                yield _word(role, written, column)
            elif role.holds is Holds.ENTITY:
                yield self._entity(cell, written, on, column)
            elif role.holds is Holds.NUMBER:
                yield _number(written, column)
            else:
                yield Filler(written)

    def _entity(self, cell: Cell, written: str, on: date | None, column: str) -> Filler:
        known = load_states().named(written, on)
        if known is None and cell.new is not None:
            known = self._cast.new(str(slug(written)), written, cell.new)
        return self._cast.filler(known, written) if known else self._cast.state(written, on, column)


def _values(cell: Cell, cells: Cells) -> Iterator[tuple[str, str]]:
    """Each value of a role with its column; empty cells give none."""
    given = [("", cell.value)] if cell.value is not None else [(column, cells[column]) for column in cell.columns]
    for column, whole in given:
        for part in whole.split(cell.split) if cell.split else [whole]:
            if part.strip():
                yield column, part.strip()


def _word(role: Role, written: str, column: str) -> Filler:
    words = [word.value for word in role.closed or ()]
    plain = written.casefold().replace(" ", "_").replace("-", "_")
    if plain not in words:
        raise RowInvalid(f"no {role.name}.", column=column, value=written, mend=f"Known: {', '.join(words)}.")
    return Filler(plain)


def _number(written: str, column: str) -> Filler:
    try:
        float(written.replace(",", ""))
    except ValueError as error:
        raise RowInvalid("no number.", column=column, value=written, mend="Write digits, as 1200.5.") from error
    return Filler(written)
