"""One moment of a record: all that a question reads, read in one transaction, and nothing looked up twice in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from foedera.record import store
from foedera.record.revisions import revision_of

Found = TypeVar("Found")

_MOST = 2_000  # values kept of one revision
_held: ContextVar[tuple[Connection, str] | None] = ContextVar("held", default=None)
_kept: WeakKeyDictionary[Engine, tuple[str, dict[Hashable, Any]]] = WeakKeyDictionary()


@contextmanager
def one_moment(engine: Engine) -> Iterator[None]:
    """Whatever is read of this store within, in this thread, is read in one transaction."""
    held = _held.get()
    if held is not None and held[0].engine is engine:
        yield
        return
    with store.reading_from(engine) as connection:
        if connection.dialect.name == "postgresql":  # SQLite reads like this always
            connection.execution_options(isolation_level="REPEATABLE READ")
        token = _held.set((connection, revision_of(connection)))
        try:
            yield
        finally:
            _held.reset(token)


@contextmanager
def reading_from(engine: Engine) -> Iterator[Connection]:
    """The connection of the moment, or where there is none one of its own; a store's error becomes ours."""
    held = _held.get()
    if held is None or held[0].engine is not engine:
        with store.reading_from(engine) as connection:
            yield connection
    else:
        with store.store_errors(engine):
            yield held[0]


def revision_at(connection: Connection) -> str:
    """The revision of the record, asked once a moment."""
    held = _held.get()
    return held[1] if held is not None and held[0] is connection else revision_of(connection)


def once(connection: Connection, what: Hashable, look_up: Callable[[], Found]) -> Found:
    """What `look_up` gives; within a moment, what it gave before for the same revision of the record.

    `what` tells it from everything else that is kept of a record.
    """
    held = _held.get()
    if held is None or held[0] is not connection:
        return look_up()
    revision, found = _kept.get(connection.engine, ("", {}))
    if revision != held[1] or len(found) >= _MOST:
        found = {}
        _kept[connection.engine] = (held[1], found)
    if what not in found:
        found[what] = look_up()
    kept: Found = found[what]
    return kept
