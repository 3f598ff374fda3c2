"""What became of each row of a data set: taken, merged, left out, or wrong, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from foedera.model.errors import FoederaError


class RowInvalid(FoederaError):
    """A row of a data set that cannot be taken: which row, which column, what stands there and how to mend it."""

    def __init__(self, why: str, *, row: str = "", column: str = "", value: str = "", mend: str = "") -> None:
        self.row, self.column, self.value, self.why = row, column, value, why
        place = ", ".join(part for part in (row, f"column “{column}”" if column else "") if part)
        shown = f"“{_short(value)}”: {why}" if value else why
        super().__init__(shown, where=place, mend=mend)

    def at(self, row: str) -> RowInvalid:
        """The same, with the row it happened in."""
        return RowInvalid(self.why, row=row, column=self.column, value=self.value, mend=self.mend)


class Fate(StrEnum):
    """What became of a row."""

    TAKEN = "taken"
    MERGED = "merged"  # it says what an earlier row says
    LEFT_OUT = "left out"  # nothing wrong with it, but nothing that a claim could hold
    WRONG = "wrong"  # it cannot be read; somebody should mend it


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be said of one row that was not simply taken."""

    fate: Fate
    row: str
    column: str
    value: str
    why: str
    mend: str = ""

    def line(self) -> str:
        """The finding as one line for a person."""
        place = ", ".join(part for part in (self.row, f"column “{self.column}”" if self.column else "") if part)
        said = f"“{_short(self.value)}”: {self.why}" if self.value else self.why
        return " ".join(part for part in (f"{place}: {said}", self.mend) if part)


@dataclass
class Report:
    """What an import did with a file. Every row is counted once: `rows` is the sum of the four fates.

    `notes` count what was left out of rows that were taken, by reason. `known`: the record had just this already.
    """

    path: str
    material: str
    rows: int = 0
    fates: Counter[Fate] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    documents: int = 0
    superseded: int = 0
    known: bool = False
    entered: bool = True

    def take(self) -> None:
        """A row was taken."""
        self._count(Fate.TAKEN)

    def merge(self, row: str, why: str) -> None:
        """A row says what an earlier one says."""
        self._find(Finding(Fate.MERGED, row, "", "", why))

    def leave_out(self, row: str, why: str) -> None:
        """A row has nothing that a claim could hold."""
        self._find(Finding(Fate.LEFT_OUT, row, "", "", why))

    def refuse(self, error: RowInvalid) -> None:
        """A row cannot be read."""
        self._find(Finding(Fate.WRONG, error.row, error.column, error.value, error.why, error.mend))

    def note(self, what: str, times: int = 1) -> None:
        """Something of a row that was taken is not in the record."""
        if times:
            self.notes[what] += times

    @property
    def wrong(self) -> list[Finding]:
        """What somebody should mend."""
        return [finding for finding in self.findings if finding.fate is Fate.WRONG]

    def summary(self) -> Iterator[str]:
        """The report as lines for a person, without the findings."""
        fates = ", ".join(f"{self.fates[fate]} {fate.value}" for fate in Fate)
        yield f"{self.path}: {self.rows} rows: {fates}."
        if not self.entered:
            yield "Nothing was entered, because --strict was asked for and some rows are wrong."
        elif self.known:
            yield f"The record has this already ({self.material}): nothing changed."
        else:
            replaced = f", in place of {self.superseded} of an earlier import" if self.superseded else ""
            parts = [f"{self.claims} claims"] if self.claims or not self.documents else []
            parts += [f"{self.documents} documents"] if self.documents else []
            yield f"{' and '.join(parts)} entered as “{self.material}”{replaced}."
        for what, times in self.notes.most_common():
            yield f"Not in the record: {what} ({times})."

    def _find(self, finding: Finding) -> None:
        self._count(finding.fate)
        self.findings.append(finding)

    def _count(self, fate: Fate) -> None:
        self.rows += 1
        self.fates[fate] += 1


def _short(value: str) -> str:
    return value if len(value) <= 80 else value[:79] + "…"
