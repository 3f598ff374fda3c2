"""How long the status of one instrument takes in a large record.

    python benchmarks/status.py [--claims 1000000] [--rounds 30] [--keep PATH]

Makes a record with the baseline, multiplies its claims inside the store until there are so many (each copy tells of
instruments and actors of its own, so that the record is as wide as it is long; one instrument and one pair of actors
stay as they are), and times questions in a warm process: medians in milliseconds, of the processor and on the wall.
The two differ where the machine does other work meanwhile. Prints a table and one JSON line.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, text

from foedera.answers.belonging import belonging_to
from foedera.answers.between import instruments_between
from foedera.answers.status import answer_status
from foedera.model import EntityId
from foedera.record import Record, open_record, store

WANTED_MS = 20.0
SPA, EU, JPN = EntityId("eu-jpn-spa"), EntityId("EU"), EntityId("JPN")
ON = date(2025, 2, 1)


def multiply(connection: Connection, wanted: int) -> int:
    """Copy the claims that the record has, under new numbers, until there are `wanted`; gives how many there are.

    Rows are copied in the order in which a reading would enter them.
    """
    base = connection.execute(text("SELECT count(*), max(number) FROM claims")).one()
    count, step = int(base[0]), int(base[1])
    copies = max(0, -(-(wanted - count) // count))
    connection.execute(text("CREATE TEMP TABLE copies (k INTEGER PRIMARY KEY)"))
    connection.execute(text("INSERT INTO copies VALUES (:k)"), [{"k": k} for k in range(1, copies + 1)] or [{"k": 0}])
    # A reading a copy: the current reading of each material must be found among as many as there would be.
    connection.execute(
        text(
            "INSERT INTO readings (number, material, name, extractor, document, path, run, recorded_at)"
            " SELECT 1000 + k, 'copy-' || k, name, extractor, document, path, run, recorded_at"
            " FROM readings, copies WHERE readings.number = 1 AND k > 0"
        )
    )
    claims = "position, {id}, kind, when_edtf, earliest, latest, modality, polarity, confidence, extractor, cites, matter, run, recorded_at"
    names = claims.format(id="id")
    values = claims.format(id="id || '-' || k")
    connection.execute(
        text(
            f"INSERT INTO claims (number, reading, {names}) SELECT number + k * {step}, 1000 + k, {values}"
            f" FROM copies, claims WHERE k > 0 AND number <= {step} ORDER BY k, number"
        )
    )
    connection.execute(
        text(
            'INSERT INTO fillers (claim, position, role, text, start, "end", entity, name)'
            f' SELECT claim + k * {step}, position, role, text, start, "end",'
            " CASE WHEN entity IS NULL THEN NULL ELSE entity || '-' || k END, name"
            f" FROM copies, fillers WHERE k > 0 AND claim <= {step} ORDER BY k, claim, position"
        )
    )
    columns = (
        'document, start, "end", quote, source_title, source_url, source_publisher, source_date, source_reliability'
    )
    connection.execute(
        text(
            f"INSERT INTO evidence (claim, position, {columns}) SELECT claim + k * {step}, position, {columns}"
            f" FROM copies, evidence WHERE k > 0 AND claim <= {step} ORDER BY k, claim, position"
        )
    )
    return int(connection.execute(text("SELECT count(*) FROM claims")).scalar_one())


def times(question: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median of the rounds in milliseconds, of the processor and on the wall, after one round that warms up."""
    question()
    taken = []
    for _ in range(rounds):
        wall, work = time.perf_counter(), time.process_time()
        question()
        taken.append(((time.process_time() - work) * 1000, (time.perf_counter() - wall) * 1000))
    return statistics.median(work for work, _ in taken), statistics.median(wall for _, wall in taken)


def questions(record: Record) -> dict[str, Callable[[], object]]:
    """What is asked, by name."""
    return {
        "status of one instrument": lambda: answer_status(record, SPA, on=ON),
        "the same, as known on a day": lambda: answer_status(record, SPA, on=ON, known_on=date(2999, 1, 1)),
        "instruments between two": lambda: instruments_between(record, (JPN, EU)),
        "who acts for Japan": lambda: belonging_to(record, JPN),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--keep", type=Path, help="make the record here and keep it; use it again if it is there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = arguments.keep or Path(folder) / "record.sqlite"
        there = place.exists()
        with open_record(place) as record:
            if not there:
                with store.writing_to(record._engine) as connection:
                    multiply(connection, arguments.claims)
            with store.reading_from(record._engine) as connection:
                held = int(connection.execute(text("SELECT count(*) FROM claims")).scalar_one())
            print(f"{held:,} claims, {place.stat().st_size / 2**20:,.0f} MiB")
            measured = {name: times(question, arguments.rounds) for name, question in questions(record).items()}
            for name, (work, wall) in measured.items():
                print(f"{name:32} processor {work:8.2f} ms, wall {wall:8.2f} ms")
            found = {
                name: {"processor_ms": round(work, 2), "wall_ms": round(wall, 2)}
                for name, (work, wall) in measured.items()
            }
            met = measured["status of one instrument"][0] < WANTED_MS
            print(json.dumps({"claims": held, "measured": found, "wanted_ms": WANTED_MS, "met": met}))


if __name__ == "__main__":
    main()
