"""The marks of a timeline: each dated claim with the row that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from foedera.model.claims import Claim
from foedera.model.kinds import Kind
from foedera.views.kinds import show_kind, show_word
from foedera.views.shown import Shown
from foedera.views.statements import names

# Kind -> the roles that say what a claim is about, the first that is filled counts.
_SUBJECTS: dict[Kind, tuple[str, ...]] = {
    Kind.INSTRUMENT_EVENT: ("instrument",),
    Kind.COMMITMENT: ("instrument", "party"),
    Kind.ACTIVITY: ("name", "type"),
    Kind.PARTICIPATION: ("in",),
    Kind.CAPABILITY: ("system",),
    Kind.MEASURE: ("metric",),
    Kind.DEPENDENCY: ("outcome",),
    Kind.REMARK: ("speaker",),
    Kind.ASSESSMENT: ("target", "assessor"),
    Kind.AFFILIATION: ("of",),
}
_LONGEST = 60  # characters of the name of a row


class Rows(StrEnum):
    """What the rows of a timeline stand for."""

    KIND = "kind"
    SUBJECT = "subject"  # the agreement, the exercise, the programme, the system


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated claim and the name of its row."""

    shown: Shown
    row: str

    def facts(self) -> dict[str, Any]:
        """The mark as plain values."""
        return {"row": self.row} | self.shown.facts()


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks in the order of time, and their rows from top to bottom. `undated` claims have no mark."""

    marks: tuple[Mark, ...]
    rows: tuple[str, ...]
    undated: int


def lay_marks(shown: Iterable[Shown], *, rows: Rows = Rows.KIND, most: int = 24) -> Marks:
    """A mark for each claim that has a time. Beyond `most` rows, the subjects with fewest marks share the last one."""
    listed = tuple(shown)
    dated = sorted((each for each in listed if each.claim.when is not None), key=_when)
    name_of, order = (_kind_of, _by_kind) if rows is Rows.KIND else (_subject_of, _by_first)
    named = [(each, name_of(each.claim)) for each in dated]
    counted = Counter(name for _, name in named)
    kept = {name for name, _ in counted.most_common(most if len(counted) <= most else most - 1)}
    others = f"{len(counted) - len(kept):,} others"
    marks = tuple(Mark(each, name if name in kept else others) for each, name in named)
    return Marks(marks, order(marks, others), len(listed) - len(dated))


def _when(shown: Shown) -> tuple[Any, str]:
    return shown.claim.when, shown.claim.id


def _kind_of(claim: Claim) -> str:
    return show_kind(claim.kind, several=True)


def _subject_of(claim: Claim) -> str:
    for role in _SUBJECTS[claim.kind]:
        if claim.fillers(role):
            name = names(claim.fillers(role)[:1])
            name = show_word(name).capitalize() if role == "type" else name
            return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    return _kind_of(claim)


def _by_kind(marks: tuple[Mark, ...], others: str) -> tuple[str, ...]:
    """The rows in the order of the grammar."""
    present = {mark.row for mark in marks}
    return tuple(name for name in (show_kind(kind, several=True) for kind in Kind) if name in present)


def _by_first(marks: tuple[Mark, ...], others: str) -> tuple[str, ...]:
    """The rows by their first mark, what is left over last."""
    rows = dict.fromkeys(mark.row for mark in marks)
    return tuple(sorted(rows, key=lambda row: row == others))
