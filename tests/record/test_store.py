"""Opening a record: what can be wrong with its place, and bringing its tables up to date."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from foedera.model.errors import StoreUnavailable
from foedera.record import Outcome, Record, open_record, schema, store
from tests.record.world import PACT, paper, read_into


def _not_a_database(folder: Path) -> Path:
    place = folder / "notes.txt"
    place.write_text("This is a letter, not a database. " * 200)
    return place


def _another_database(folder: Path) -> Path:
    place = folder / "music.sqlite"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    return place


def _newer(folder: Path) -> Path:
    place = folder / "newer.sqlite"
    open_record(place, baseline=False).close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    return place


def _cut_short(folder: Path) -> Path:
    place = folder / "short.sqlite"
    with open_record(place, baseline=False) as record:
        read_into(record, PACT)
    place.write_bytes(place.read_bytes()[:5000])
    return place


@pytest.mark.parametrize(
    ("place_in", "said"),
    [
        pytest.param(lambda folder: folder / "no" / "record.sqlite", "there is no folder", id="folder missing"),
        pytest.param(lambda folder: folder, "this is a folder", id="a folder"),
        pytest.param(_not_a_database, "this file is not a record", id="not a database"),
        pytest.param(_another_database, "a database, but not a record", id="another program's database"),
        pytest.param(_newer, "newer version of Foedera", id="made by a newer version"),
        pytest.param(_cut_short, "damaged", id="cut short"),
        pytest.param(lambda _: "nonsense://x", "no driver", id="no such store"),
        pytest.param(lambda _: "://", "no address of a record", id="no address"),
    ],
)
def test_a_place_that_cannot_be_opened(tmp_path: Path, place_in, said: str) -> None:
    """The error says what is wrong with the place, names it, and how to mend it."""
    place = place_in(tmp_path)

    with pytest.raises(StoreUnavailable) as caught, open_record(place) as record:
        list(record.verify())

    assert said in caught.value.message
    assert caught.value.where == str(place)
    assert caught.value.mend


def test_without_create_there_must_be_a_record(tmp_path: Path) -> None:
    """Asking a record that is not there does not make one."""
    place = tmp_path / "record.sqlite"

    with pytest.raises(StoreUnavailable, match="there is no record here"):
        open_record(place, create=False)

    assert not place.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_record_one_may_not_write(tmp_path: Path) -> None:
    """Permissions that are missing are named."""
    place = tmp_path / "record.sqlite"
    open_record(place, baseline=False).close()
    place.chmod(0o400)

    with pytest.raises(StoreUnavailable, match=r"may not be written|cannot be opened"):
        open_record(place, baseline=False).begin_run("toy/1")


def test_a_record_that_another_program_writes(tmp_path: Path) -> None:
    """Who must wait too long is told that another program is writing; reading goes on meanwhile."""
    place = tmp_path / "record.sqlite"
    with open_record(place, baseline=False, wait=0.05) as record:
        read_into(record, PACT)
        with closing(sqlite3.connect(place, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreUnavailable, match="another program is writing"):
                record.begin_run("toy/1")
            assert record.counts().claims == 2


def test_a_full_disk(tmp_path: Path) -> None:
    """When there is no room left, the error says so, and what was entered before is whole."""
    place = tmp_path / "record.sqlite"
    with open_record(place, baseline=False) as record:
        read_into(record, PACT)
        run = record.begin_run("toy/1")
        with record._engine.connect() as connection:  # the one connection in the pool: the limit stays with it
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreUnavailable, match="disk is full"):
            record.enter_document(paper("The Sunder Sea is wide. " * 4000), [], run=run)
        assert list(record.verify()) == []
        assert read_into(record, PACT)[0].outcome is Outcome.KNOWN


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    """A file that a killed program left empty is filled."""
    place = tmp_path / "record.sqlite"
    place.touch()

    with open_record(place, baseline=False) as record:
        assert read_into(record, PACT)[0].outcome is Outcome.NEW


def test_a_record_in_memory() -> None:
    """For a quick look a record may live in memory."""
    with open_record("sqlite://", baseline=False) as record:
        read_into(record, PACT)
        assert record.counts().claims == 2


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    """A record that is up to date is opened without writing a byte."""
    place = tmp_path / "record.sqlite"
    with open_record(place, baseline=False) as record:
        read_into(record, PACT)
        before = record.fingerprint()
    content = place.read_bytes()

    with open_record(place) as record:
        assert record.fingerprint() == before
        assert record.place == str(place)
    assert place.read_bytes() == content


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(store.MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_migrations_end_at_the_head_that_the_program_names() -> None:
    """`HEAD` is the newest migration, and there is one line of them only."""
    assert _scripts().get_heads() == [store.HEAD]
    assert store.known_layouts()[-1] == store.HEAD


def test_migrations_lead_to_the_tables_of_the_schema(record: Record) -> None:
    """The tables that the migrations make are those that `schema` describes, columns and indices alike."""
    with record._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or "_words" not in str(name)},
        )
        assert compare_metadata(context, schema.metadata) == []


def test_a_database_without_tables_becomes_a_record(tmp_path: Path) -> None:
    """A record whose making was cut off before any table stood is made when it is opened."""
    place = tmp_path / "record.sqlite"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")

    with open_record(place, baseline=False) as record:
        assert read_into(record, PACT)[0].claims == 2


def test_an_older_record_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version of the program brings the tables of an older record up to date, and keeps what it holds."""
    place = tmp_path / "record.sqlite"
    with open_record(place, baseline=False) as record:
        read_into(record, PACT)
        before = record.fingerprint()
    later = tmp_path / "migrations"
    shutil.copytree(store.MIGRATIONS, later, ignore=shutil.ignore_patterns("__pycache__"))
    (later / "versions" / "9998_seals.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = '9998', '{store.HEAD}'\n"
        "def upgrade():\n    op.create_table('seals', sa.Column('id', sa.Integer, primary_key=True))\n"
    )
    monkeypatch.setattr(store, "MIGRATIONS", later)
    monkeypatch.setattr(store, "HEAD", "9998")

    with open_record(place) as record:
        assert record.fingerprint() == before
        with record._engine.connect() as connection:
            assert store.layout_of(connection) == "9998"
            assert connection.exec_driver_sql("SELECT count(*) FROM seals").scalar() == 0


def test_stamps_sort_as_text_and_are_utc() -> None:
    """A moment is kept in UTC and always at the same length, so later is greater."""
    summer = datetime(2024, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))

    assert store.stamp(summer) == "2024-06-30T22:30:00.000000Z"
    assert store.moment_of(store.stamp(summer)) == summer
    assert store.stamp(datetime(2024, 7, 1, tzinfo=UTC)) > store.stamp(summer)


def test_a_password_is_not_shown() -> None:
    """An error about a server never shows its password."""
    with pytest.raises(StoreUnavailable) as caught:
        open_record("postgresql+psycopg://desk:secret@127.0.0.1:1/none?connect_timeout=1", baseline=False)

    assert "secret" not in caught.value.message
    assert "desk" in caught.value.where


def test_naming_the_types_loads_no_library() -> None:
    """`import foedera.record` is cheap: the store's libraries are loaded when a record is opened."""
    code = "import sys, foedera.record; print([m for m in ('sqlalchemy', 'alembic', 'spacy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_default_place_is_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a place, the record is a file in the user's data folder, which is made if need be."""
    from foedera.record import default_record_place

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    place = default_record_place()

    assert place.name == "record.sqlite"
    assert place.parent.is_dir()


def test_two_records_from_one_copy(tmp_path: Path, empty_record: Path) -> None:
    """A record is one file: a copy of it, when it is closed, is a record of its own."""
    place = tmp_path / "copy.sqlite"
    shutil.copy(empty_record, place)

    with open_record(place) as record:
        assert record.counts().claims == 0


def test_a_record_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    """If making a record fails half-way, no half record stands there, and the next try makes it whole."""
    place = tmp_path / "record.sqlite"

    def broken() -> datetime:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_record(place, now=broken)
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)

    with open_record(place) as record:
        assert record.counts().baseline > 0
