"""Opening the record that a command works on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.record import Record


def open_place(place: str | None, *, create: bool = False, baseline: bool = True) -> Record:
    """The record at `place`, or the one in the user's data folder; a new one only if `create`."""
    from foedera.record import default_record_place, open_record

    where = place or str(default_record_place())
    return open_record(where, create=create or place is None, baseline=baseline, now=lambda: datetime.now(UTC))
