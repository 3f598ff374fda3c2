"""Opening a record, and making one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from foedera.model.errors import StoreUnavailable
from foedera.record import store
from foedera.record.entering import Reading, admitted, enter
from foedera.record.ledger import Record
from foedera.record.runs import begin_run, finish_run
from foedera.record.values import BASELINE, Entered


def open_record(
    place: str | Path,
    *,
    create: bool = True,
    baseline: bool = True,
    now: Callable[[], datetime] = store.utc_now,
    wait: float = 10.0,
) -> Record:
    """The record at this path or SQLAlchemy URL; one that an older version made is brought up to date.

    Where there is none yet it is made, with the baseline that ships with the program unless `baseline` is false;
    with `create` false that is an error. `now` is the clock that dates every entry. `wait`: seconds to wait
    while another program writes. Raises StoreUnavailable, saying what is wrong and how to mend it.
    """
    url = store.url_of(place)
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        store.check_file(Path(str(url.database)), create=create)
    engine = store.open_engine(url, wait=wait)
    try:
        _prepare(engine, create=create, baseline=baseline, now=now)
    except BaseException:
        engine.dispose()
        raise
    return Record(engine, now)


def _prepare(engine: Engine, *, create: bool, baseline: bool, now: Callable[[], datetime]) -> None:
    """See that the tables are there and up to date. A new record is made in one transaction, or not at all."""
    with store.reading_from(engine) as connection:
        layout = store.layout_of(connection)
    store.check_layout(layout, store.place_of(engine))
    if layout == store.HEAD:
        return
    if layout is None and not create:
        raise StoreUnavailable("there is no record here yet.", where=store.place_of(engine), mend="Read into it.")
    with store.writing_to(engine) as connection:
        before = store.layout_of(connection)  # again: another program may have made it meanwhile
        store.migrate(connection)
        if before is None and baseline:
            enter_baseline(connection, now())


def enter_baseline(connection: Connection, at: datetime) -> Entered:
    """Enter the facts that ship with the program."""
    from foedera.record.baseline import load_baseline  # reads data files: only when a record is made
    from foedera.record.baseline_grades import EXTRACTOR

    found = load_baseline()
    run = begin_run(connection, at, EXTRACTOR, "foedera", ())
    reading = admitted(Reading(BASELINE, run), found.claims, found.entities)
    entered = enter(connection, reading, store.stamp(at))
    finish_run(connection, run, at)
    return entered


def default_record_place() -> Path:
    """Where a record lies if nobody names a place: a file in the user's data folder, which is made if need be."""
    from platformdirs import user_data_path

    try:
        return user_data_path("foedera", appauthor=False, ensure_exists=True) / "record.sqlite"
    except OSError as error:
        raise StoreUnavailable(
            f"the data folder cannot be made: {error}.", mend="Name a record with --record or FOEDERA_RECORD."
        ) from error
