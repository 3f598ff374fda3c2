"""What was worked out of a record, kept until the record changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from fastapi import Request

from foedera.answers.remembering import Remembering
from foedera.record import Record, RecordReader

Worked = TypeVar("Worked")
_MOST = 64  # values kept; few pages need any
_MOST_CLAIMS = 60_000  # some 120 MB of one process, where questions about the most frequent actors are asked


class Memory:
    """Values that follow from a record alone, by what they are and by the record's revision."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[str, Any]] = {}
        self._lock = Lock()

    def recall(self, record: Record, what: Hashable, work_out: Callable[[], Worked]) -> Worked:
        """The value called `what`; worked out only if the record has changed since it was kept."""
        revision = record.revision()
        with self._lock:
            kept = self._kept.get(what)
        if kept is not None and kept[0] == revision:
            value: Worked = kept[1]
            return value
        value = work_out()
        with self._lock:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[what] = (revision, value)
        return value


def remembered(request: Request, record: Record) -> RecordReader:
    """The record, so that no question about it asks the store for what an earlier one did; until the record changes."""
    return recall(request, record, "asked", lambda: Remembering(record, _MOST_CLAIMS))


def recall(request: Request, record: Record, what: Hashable, work_out: Callable[[], Worked]) -> Worked:
    """The value from the memory of the application that got this request."""
    memory: Memory = request.app.state.memory
    return memory.recall(record, what, work_out)
