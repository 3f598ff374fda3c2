"""Where a record lies: opening it, bringing its tables up to date, and saying plainly what goes wrong.

This is the only place that knows how SQLite is tuned; `fulltext` is the only one that knows how it searches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from foedera.model.errors import RecordDamaged, StoreUnavailable

HEAD = "0007"  # the newest migration; a test holds it to the files in migrations/versions
MIGRATIONS = Path(__file__).with_name("migrations")

# What a store says -> what went wrong, and how to mend it.
_CAUSES = (
    ("file is not a database", "this file is not a record.", "Name another file, or move this one away."),
    ("malformed", "the file is damaged.", "Take it from a backup; `sqlite3 FILE .recover` may save what is left."),
    ("locked", "another program is writing to this record.", "Wait until it is done, then try again."),
    ("lock timeout", "another program is writing to this record.", "Wait until it is done, then try again."),
    ("full", "the disk is full.", "Make room and do it again: what was entered before is safe."),
    ("readonly", "this record may not be written.", "Change the permissions of the file and its folder."),
    ("read-only", "this record may not be written.", "Change the permissions of the file and its folder."),
    ("unable to open", "the file cannot be opened.", "Check that you may read and write the file and its folder."),
    ("disk I/O error", "the disk refuses to read or write.", "Check the disk, then try again."),
    ("connect", "the database server does not answer.", "Check the address, and that the server runs."),
)


def utc_now() -> datetime:
    """The clock of whoever opens a record and names no other."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as the record keeps it: UTC, ISO 8601, always of one length, so that stamps sort as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment_of(stamped: str) -> datetime:
    """The moment that a stamp stands for."""
    return datetime.fromisoformat(stamped)


def url_of(place: str | Path) -> URL:
    """The address of a record given as a path or as a SQLAlchemy URL. Raises StoreUnavailable."""
    if "://" not in str(place):
        return URL.create("sqlite+pysqlite", database=str(place))
    try:
        return make_url(str(place))
    except ArgumentError as error:
        raise StoreUnavailable(
            "this is no address of a record.", where=str(place), mend="Write a path or, say, postgresql+psycopg://…"
        ) from error


def check_file(path: Path, *, create: bool) -> None:
    """Raises StoreUnavailable where no record can be at this path, before any library tries."""
    if not path.parent.is_dir():
        raise StoreUnavailable(
            f"there is no folder {path.parent}.", where=str(path), mend="Create it, or name another place."
        )
    if path.is_dir():
        raise StoreUnavailable("this is a folder.", where=str(path), mend=f"Name a file, say {path / 'record.sqlite'}.")
    if not create and not path.exists():
        raise StoreUnavailable("there is no record here.", where=str(path), mend="Check the path, or read into it.")


def open_engine(url: URL, *, wait: float) -> Engine:
    """The engine for this address. `wait` is how many seconds to wait while another program writes."""
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, execution_options={"foedera_wait": wait})
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise StoreUnavailable(
                f"no driver for this store: {error}.",
                where=str(url),
                mend="Install it: pip install 'foedera[postgres]'.",
            ) from error
    if url.database in (None, "", ":memory:"):
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url, connect_args={"timeout": wait})
    event.listen(engine, "connect", _tune_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _tune_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin late and leave out DDL; ours begin where we say.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    # With WAL a killed program loses nothing that was committed; only a power cut may take the last moments.
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that will write takes its lock at once: two programs then wait for each other instead of failing.
    writes = connection.get_execution_options().get("foedera_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading_from(engine: Engine) -> Iterator[Connection]:
    """A connection to read from; a store's error becomes ours."""
    with store_errors(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing_to(engine: Engine, *, much: bool = False) -> Iterator[Connection]:
    """A connection in one transaction: all of it is kept, or none of it if anything is raised meanwhile.

    `much`: many rows will be written, so that the store's indexes are worth holding in memory.
    """
    with (
        store_errors(engine),
        engine.connect().execution_options(foedera_writes=True) as connection,
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            _take_turns(connection)
        elif much:
            connection.exec_driver_sql("PRAGMA cache_size = -200000")  # in KiB, for this connection
        yield connection


def _take_turns(connection: Connection) -> None:
    # As in SQLite, one writer at a time: what is numbered later was also committed later, and two programs that read
    # the same file do not both find it new. The number only has to be always the same.
    wait = connection.get_execution_options().get("foedera_wait", 10.0)
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(wait * 1000)}")
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1704)")


@contextmanager
def store_errors(engine: Engine) -> Iterator[None]:
    """What the store complains of, as StoreUnavailable that says how to mend it."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        for sign, what, mend in _CAUSES:
            if sign in said:
                raise StoreUnavailable(what, where=place_of(engine), mend=mend) from error
        raise StoreUnavailable(f"the store says: {said}.", where=place_of(engine)) from error


def place_of(engine: Engine) -> str:
    """The path or the address of a record, without its password."""
    if engine.dialect.name == "sqlite":
        return engine.url.database or "record in memory"
    return engine.url.render_as_string(hide_password=True)


def layout_of(connection: Connection) -> str | None:
    """The migration that the tables are at; None if there are no tables yet. Raises StoreUnavailable."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables and "claims" in tables:
        layout = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(layout) if layout else None
    if tables:
        raise StoreUnavailable(
            "this is a database, but not a record of Foedera.",
            where=place_of(connection.engine),
            mend="Name another place.",
        )
    return None


def known_layouts() -> tuple[str, ...]:
    """The migrations that this program knows, oldest first."""
    return tuple(sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def check_layout(layout: str | None, where: str) -> None:
    """Raises StoreUnavailable if a later version of the program made these tables."""
    if layout is not None and layout not in known_layouts():
        raise StoreUnavailable(
            f"a newer version of Foedera made this record (layout {layout}; this version knows up to {HEAD}).",
            where=where,
            mend="Update Foedera, or name another record.",
        )


def migrate(connection: Connection) -> None:
    """Bring the tables to the newest layout, within the transaction of the caller."""
    from alembic import command  # heavy: needed for a new or an older record only
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def check_integrity(connection: Connection) -> Iterator[RecordDamaged]:
    """What the store itself finds wrong with its file; only SQLite is asked."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield RecordDamaged(str(line), where=place_of(connection.engine))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield RecordDamaged(f"row {row[1]} points to a row of {row[2]} that is not there.", where=f"table {row[0]}")
