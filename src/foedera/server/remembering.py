"""What was worked out of a record, kept until the record changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from fastapi import Request

from foedera.answers.remembering import Remembering
from foedera.record import Merge, Record, RecordReader

Worked = TypeVar("Worked")
_MOST = 64  # values kept; few pages need any
_MOST_CLAIMS = 60_000  # some 120 MB of one process, where questions about the most frequent actors are asked


class Memory:
    """Values that follow from a record alone, by what they are and by the record's revision."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
        self._reader: tuple[Remembering, tuple[Merge, ...]] | None = None
        self._lock = Lock()

    def recall(self, record: Record, what: Hashable, work_out: Callable[[], Worked]) -> Worked:
        """The value called `what`; worked out only if the record has changed since it was kept.

        Where there are too many, what was asked for longest ago is let go.
        """
        revision = record.revision()
        with self._lock:
            kept = self._kept.get(what)
            if kept is not None and kept[0] == revision:
                self._kept.move_to_end(what)
                value: Worked = kept[1]
                return value
        value = work_out()
        with self._lock:
            self._kept[what] = (revision, value)
            self._kept.move_to_end(what)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return value

    def reader(self, record: Record) -> Remembering:
        """A reader that asks each thing of the record once; after an entry, a new one that takes over the claims fetched."""
        return self.recall(record, "reader", lambda: self._next_reader(record))

    def _next_reader(self, record: Record) -> Remembering:
        merges = record.merges()
        before, merged_then = self._reader or (None, ())
        fetched = before.fetched if before is not None and merges == merged_then else None
        reader = Remembering(record, _MOST_CLAIMS, fetched=fetched)
        self._reader = reader, merges
        return reader


def remembered(request: Request, record: Record) -> RecordReader:
    """The record, so that no question about it asks the store for what an earlier one did; until the record changes."""
    memory: Memory = request.app.state.memory
    return memory.reader(record)


def recall(request: Request, record: Record, what: Hashable, work_out: Callable[[], Worked]) -> Worked:
    """The value from the memory of the application that got this request."""
    memory: Memory = request.app.state.memory
    return memory.recall(record, what, work_out)
