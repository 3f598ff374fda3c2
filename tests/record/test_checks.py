"""Whether a record agrees with itself: what someone changed behind its back is found."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from foedera.model.kinds import Kind
from foedera.record import Counts, Record, open_record
from tests.record.world import EXERCISE, PACT, read_into


def tamper(place: Path, statement: str) -> None:
    """Change a record behind its back: without its guards, with no foreign keys."""
    with closing(sqlite3.connect(place)) as connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%refuse%'")
        for (name,) in guards.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement).rowcount > 0
        connection.commit()


def test_a_sound_record_has_no_problems(record: Record) -> None:
    """Nothing is wrong with a record that nobody tampered with, superseded readings included."""
    read_into(record, PACT, EXERCISE)
    read_into(record, PACT, extractor="toy/2")

    assert list(record.verify()) == []


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        pytest.param(
            "UPDATE evidence SET quote = 'Northmoor refused.' WHERE start = 0",
            "papers/pact.txt, claim c-",
            "the quote is not what stands at characters 0 to",
            id="a quote",
        ),
        pytest.param(
            "UPDATE documents SET text = replace(text, '2018', '2017')",
            "papers/pact.txt (",
            "the stored text is not the text that was read",
            id="a text",
        ),
        pytest.param(
            "UPDATE fillers SET text = 'Westhaven' WHERE text = 'Northmoor'",
            "claim c-",
            "“Westhaven” (party) is not what stands at",
            id="a filler",
        ),
        pytest.param(
            "DELETE FROM evidence WHERE start = 0", "papers/pact.txt, claim c-", "no evidence", id="evidence gone"
        ),
        pytest.param("DELETE FROM documents", "document number", "does not have it", id="a document gone"),
        pytest.param(
            "DELETE FROM documents", "table ", "points to a row of documents", id="a row that others point to"
        ),
    ],
)
def test_tampering_is_found(tmp_path: Path, empty_record: Path, statement: str, where: str, what: str) -> None:
    """Whoever edits the file directly is found out, and the problem says where."""
    place = tmp_path / "record.sqlite"
    shutil.copy(empty_record, place)
    with open_record(place) as record:
        read_into(record, PACT)
    tamper(place, statement)

    with open_record(place) as record:
        problems = list(record.verify())

    assert any(where in problem.where and what in problem.what for problem in problems), problems


def test_tampering_changes_the_fingerprint(tmp_path: Path, empty_record: Path) -> None:
    """The fingerprint counts every word that the record says."""
    place = tmp_path / "record.sqlite"
    shutil.copy(empty_record, place)
    with open_record(place) as record:
        read_into(record, PACT)
        before = record.fingerprint()
    tamper(place, "UPDATE claims SET confidence = 0.81")

    with open_record(place) as record:
        assert record.fingerprint() != before


def test_counts(record: Record) -> None:
    """Counts tell what is current, and how much was superseded."""
    read_into(record, PACT, EXERCISE)
    read_into(record, PACT, extractor="toy/2")

    assert record.counts() == Counts(
        documents=2,
        claims=3,
        superseded=2,
        entities=3,
        runs=2,
        kinds={Kind.INSTRUMENT_EVENT: 2, Kind.ACTIVITY: 1},
    )
