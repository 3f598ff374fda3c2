"""Work shared among processes: results in the order of the work, and one process that dies takes one item with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import Connection
from types import TracebackType
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WAITING = 4  # tasks under way for each process: enough to keep all busy behind a slow one, few enough to stay small


class Workers:
    """Processes that do the same work at once, in a `with` block.

    They are spawned, not forked, so they are alike on every system. Ctrl-C is for the process that started them: leaving
    the block by an error ends them at once, and so does the end of that process, however it comes.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._context = multiprocessing.get_context("spawn")
        self._ended, self._alive = self._context.Pipe(duplex=False)
        self._pool = self._new_pool(jobs)
        self._spare: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            self._alive.close()  # whoever works on something now stops in the middle of it
        for pool in (self._pool, self._spare):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)
        self._alive.close()
        self._ended.close()

    def in_order(
        self, do: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result], *, together: int = 1
    ) -> Iterator[Result]:
        """What `do` makes of each item, in the order of the items; `lost` makes it where the process died of the item.

        Items are taken as they are needed, and `together` at a time: sending costs as much as a millisecond's work. `do`,
        items and results must be such that pickle can send them.
        """
        waiting: deque[tuple[tuple[Item, ...], Future[list[Result]]]] = deque()
        rest = iter(items)
        while some := tuple(islice(rest, together)):
            waiting.append((some, self._submit(do, some)))
            if len(waiting) >= self.jobs * _WAITING:
                yield from self._results(do, *waiting.popleft(), lost)
        while waiting:
            yield from self._results(do, *waiting.popleft(), lost)

    def _submit(self, do: Callable[[Item], Result], items: tuple[Item, ...]) -> Future[list[Result]]:
        try:
            return self._pool.submit(_each, do, items)
        except BrokenProcessPool:  # a process died since; what it held is asked for again in `_results`
            self._pool = self._new_pool(self.jobs)
            return self._pool.submit(_each, do, items)

    def _results(
        self,
        do: Callable[[Item], Result],
        items: tuple[Item, ...],
        future: Future[list[Result]],
        lost: Callable[[Item], Result],
    ) -> list[Result]:
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._alone(do, item, lost) for item in items]

    def _alone(self, do: Callable[[Item], Result], item: Item, lost: Callable[[Item], Result]) -> Result:
        """The result of an item that was under way when some process died: by itself, so that only the culprit is lost."""
        self._spare = self._spare or self._new_pool(1)
        try:
            return self._spare.submit(do, item).result()
        except BrokenProcessPool:
            self._spare = None
            return lost(item)

    def _new_pool(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=self._context, initializer=_begin, initargs=(self._ended,))


def _each(do: Callable[[Item], Result], items: tuple[Item, ...]) -> list[Result]:
    return [do(item) for item in items]


def _begin(ended: Connection) -> None:
    """What a new process does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(ended,), daemon=True).start()


def _end_with(ended: Connection) -> None:
    """Wait until the process that started this one closes its end, or is gone; then end, whatever is under way."""
    try:
        ended.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
