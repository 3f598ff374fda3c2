"""The ledger: what documents say and what people decide, kept as it was said. Open it with `open_record`.

What needs the store's libraries is imported when it is first used, so that naming these types costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foedera.record.doors import RecordReader, RecordWriter
from foedera.record.values import (
    BASELINE,
    ClaimPage,
    ClaimQuery,
    Counts,
    Decision,
    Entered,
    Hit,
    Merge,
    Order,
    Outcome,
    Place,
    Problem,
    Run,
    Verdict,
)

if TYPE_CHECKING:
    from foedera.record.ledger import Record
    from foedera.record.opening import default_record_place, open_record

__all__ = [
    "BASELINE",
    "ClaimPage",
    "ClaimQuery",
    "Counts",
    "Decision",
    "Entered",
    "Hit",
    "Merge",
    "Order",
    "Outcome",
    "Place",
    "Problem",
    "Record",
    "RecordReader",
    "RecordWriter",
    "Run",
    "Verdict",
    "default_record_place",
    "open_record",
]

_LATER = ("Record", "default_record_place", "open_record")


def __getattr__(name: str) -> Any:
    if name in _LATER:
        from foedera.record import opening

        return getattr(opening, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
