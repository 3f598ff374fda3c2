"""A large record to measure on: the example documents and the baseline, and the documents many times over.

    python benchmarks/large.py PATH [--claims 1000000]

Each copy is a document, a reading and claims of its own, entered some days after the last; its dates lie elsewhere in
forty years. In one copy of ten the actors keep their names, so that a few of them stand in a hundred thousand claims, as they
would in a real record; in the others they belong to one of 5,000 worlds ("JPN-17"). Written inside the store, in some minutes.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from sqlalchemy import Connection, text

from foedera.claims import RulesExtractor
from foedera.claims.entities import entities_of
from foedera.documents import read_document, read_manifest
from foedera.record import Record, fulltext, open_record, store

EXAMPLES = Path(__file__).parent.parent / "examples"
_WORLDS = 5000

# k counts the copies; {0} is how many numbers the original has of the table, so copies never meet.
_ELSEWHERE = "(k % 10 > 0)"
_COPIES = {
    "documents": (
        "number, id, digest, path, format, title, date, date_earliest, date_latest, publisher, url, language, marking,"
        " recorded_at, checksum, text, blocks, footnotes, marks, skipped",
        "number + k * {documents}, id || '-' || k, digest, 'copies/' || k || '/' || path, format, title || ' ' || k, date,"
        " date_earliest, date_latest, publisher, url, language, marking, {moment}, checksum, text, blocks, footnotes,"
        " marks, skipped",
        "documents",
    ),
    "paths": (
        "document, path, recorded_at",
        "document || '-' || k, 'copies/' || k || '/' || path, {moment}",
        "paths",
    ),
    "readings": (
        "number, material, name, extractor, document, path, run, recorded_at",
        "number + k * {readings}, material || '-' || k, name, extractor, document + k * {documents}, path, run, {moment}",
        "readings WHERE document IS NOT NULL",
    ),
    "claims": (
        "number, reading, position, id, kind, when_edtf, earliest, latest, modality, polarity, confidence, extractor,"
        " cites, matter, run, recorded_at",
        "number + k * {claims}, reading + k * {readings}, position, id || '-' || k, kind,"
        " {earliest} || CASE WHEN latest > '9000' THEN '/..' ELSE '' END, {earliest},"
        " CASE WHEN latest > '9000' THEN latest ELSE {earliest} END, modality, polarity, confidence, extractor, cites,"
        " matter || k, run, {moment}",
        "claims WHERE reading > 1",
    ),
    "fillers": (
        'claim, position, role, text, start, "end", entity, name',
        'claim + k * {claims}, position, role, text, start, "end",'
        f" CASE WHEN {_ELSEWHERE} THEN entity || '-' || (k % {_WORLDS}) ELSE entity END,"
        f" CASE WHEN {_ELSEWHERE} THEN name || ' ' || (k % {_WORLDS}) ELSE name END",
        "fillers WHERE claim IN (SELECT number FROM claims WHERE reading > 1 AND number <= {claims})",
    ),
    "evidence": (
        'claim, position, document, start, "end", quote',
        'claim + k * {claims}, position, document + k * {documents}, start, "end", quote',
        "evidence WHERE claim IN (SELECT number FROM claims WHERE reading > 1 AND number <= {claims})",
    ),
    "passages": (
        'number, document, start, "end", text',
        'number + k * {passages}, document + k * {documents}, start, "end", text',
        "passages",
    ),
}
# The actors of the other worlds bear their name with its number; entities and names of all worlds are of the first copies.
_ACTORS = (
    "INSERT INTO entities (number, reading, id, name, kind, part_of) SELECT number + k * {entities},"
    " {first} + k * {readings}, id || '-' || k, name || ' ' || k, kind, '[]' FROM copies, (SELECT * FROM entities"
    " WHERE id IN (SELECT entity FROM fillers WHERE claim IN (SELECT number FROM claims WHERE reading > 1 AND"
    f" number <= {{claims}})) GROUP BY id) WHERE k < {_WORLDS} AND {_ELSEWHERE}",
    "INSERT INTO names (entity, position, name, form) SELECT number, 0, name, lower(name) FROM entities"
    " WHERE number > {entities}",
)
_MOMENT = "strftime('%Y-%m-%dT%H:%M:%S.000000Z', '2020-01-01', '+' || (k * 2) || ' hours')"
_EARLIEST = (
    "CASE WHEN earliest > '1000' THEN date(substr(earliest, 1, 10), '-' || (k * 7919 % 14600) || ' days')"
    " ELSE earliest END"
)
_WORDS = (
    "INSERT INTO claims_words (rowid, text) SELECT claims.number, (SELECT group_concat(fillers.text || ' ' ||"
    " coalesce(fillers.name, ''), ' ') FROM fillers WHERE fillers.claim = claims.number) || ' ' ||"
    " (SELECT quote FROM evidence WHERE evidence.claim = claims.number AND position = 0)"
    " FROM claims WHERE claims.number > {claims}"
)


def make_large_record(place: Path, wanted: int) -> int:
    """Make the record at a place where there is none yet; gives the number of its claims."""
    with open_record(place) as record:
        read_examples(record)
        with store.writing_to(record._engine) as connection:
            return multiply(connection, wanted)


def read_examples(record: Record) -> None:
    """Read the example documents into the record."""
    extractor, manifest = RulesExtractor(), read_manifest(EXAMPLES / "manifest.csv")
    run = record.begin_run(f"{extractor.name}/{extractor.version}")
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix != ".csv":
            document = read_document(path, manifest.facts_for(path), display_path=f"examples/{path.name}")
            claims = extractor(document)
            record.enter_document(document, claims, run=run, entities=entities_of(claims))
    record.finish_run(run)


def multiply(connection: Connection, wanted: int) -> int:
    """Copy the documents that were read until there are as many claims as wanted; gives how many there are."""

    def ask(question: str) -> int:
        return int(connection.execute(text(question)).scalar_one())

    held = ask("SELECT count(*) FROM claims")
    copied = ask("SELECT count(*) FROM claims WHERE reading > 1")
    numbered = ("documents", "readings", "claims", "passages", "entities")
    steps = {name: ask(f"SELECT max(number) FROM {name}") for name in numbered}
    steps["first"] = ask("SELECT min(number) FROM readings WHERE document IS NOT NULL")
    connection.execute(text("CREATE TEMP TABLE copies (k INTEGER PRIMARY KEY)"))
    numbers = [{"k": k} for k in range(1, max(0, -(-(wanted - held) // copied)) + 1)]
    connection.execute(text("INSERT INTO copies VALUES (:k)"), numbers)
    for table, (columns, values, origin) in _COPIES.items():
        filled = values.format(**steps, moment=_MOMENT, earliest=_EARLIEST)
        rows = f"(SELECT * FROM {origin.format(**steps)})"
        # In the order in which readings would enter them: by claim and position, or by number.
        connection.execute(text(f"INSERT INTO {table} ({columns}) SELECT {filled} FROM copies, {rows} ORDER BY 1, 2"))
    for statement in (*_ACTORS, _WORDS):
        connection.execute(text(statement.format(**steps)))
    for _ in range(20):  # as at the end of so many runs
        fulltext.gather(connection)
    return ask("SELECT count(*) FROM claims")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", type=Path, metavar="PATH")
    parser.add_argument("--claims", type=int, default=1_000_000)
    arguments = parser.parse_args()
    if arguments.place.exists():
        parser.error(f"{arguments.place} is there already; name another place.")
    began = time.perf_counter()
    held = make_large_record(arguments.place, arguments.claims)
    size = arguments.place.stat().st_size / 2**20
    print(f"{held:,} claims, {size:,.0f} MiB, in {time.perf_counter() - began:.0f} s: {arguments.place}")


if __name__ == "__main__":
    main()
