"""How long a large record takes out to Parquet and in again, and how much memory.

    python benchmarks/exchange.py [--claims 100000] [--documents] [--formats parquet jsonl sqlite] [--no-import] [--keep PATH]

Makes a record with the baseline and multiplies its claims inside the store, as `benchmarks/status.py` does, until there
are so many: facts taken over from data sets, thousands a reading, each copy about entities of its own. With `--documents` it is
made as `benchmarks/large.py` does: documents that were read, ten claims each, with quotes and passages, in which the same
actors come again and again. The second is more like the record of somebody who reads; an import has more to do there, since
95,000 texts come along and every quote is held against its text. Each format is written in a process of its own, so that its
peak of memory is its own, then (Parquet and JSON lines) read into an empty record. Prints a table and one JSON line.

Measured on 2026-11-23 on 2 cores: 1,002,510 claims to Parquet in 21.8 s and 285 MB (wanted: 30 s), in again in 74.3 s and 703 MB
(wanted: 120 s). With 1,000,038 claims in 95,000 documents in again in 139 s and 800 MB. JSON lines and SQLite of 102,008
claims, some hours before: JSON lines out 15.8 s, in 20.2 s; SQLite out 3.3 s.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from foedera.exchange.incoming.replaying import opener_of, replay_file
from foedera.exchange.outgoing import Selection, export_to
from foedera.record import open_record, store

sys.path.insert(0, str(Path(__file__).parent))
from large import make_large_record
from status import multiply

WANTED = {"out parquet": 30.0, "in parquet": 120.0}  # seconds, for a record of 1,000,000 claims


def one(step: str, format: str, place: Path, file: Path) -> dict[str, object]:
    """One step in this process: seconds on the wall, seconds of the processor, peak of memory in MB."""
    wall, work = time.perf_counter(), time.process_time()
    if step == "out":
        with open_record(place) as record:
            claims = export_to(format, Selection(record), file).claims
    else:
        opener = opener_of(format, file)
        assert opener is not None  # the file is one that we wrote
        with open_record(place, baseline=False) as record:
            claims = replay_file(record, file, opener).claims
    return {
        "step": f"{step} {format}",
        "claims": claims,
        "seconds": round(time.perf_counter() - wall, 1),
        "processor": round(time.process_time() - work, 1),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def apart(step: str, format: str, place: Path, file: Path) -> dict[str, object]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--step", step, format, str(place), str(file)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument(
        "--documents", action="store_true", help="multiply documents that were read, not facts taken over"
    )
    parser.add_argument("--formats", nargs="+", default=["parquet", "jsonl", "sqlite"])
    parser.add_argument("--no-import", action="store_true")
    parser.add_argument("--keep", type=Path, help="keep the record and the files in this folder")
    parser.add_argument("--step", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        step, format, place, file = given.step
        print(json.dumps(one(step, format, Path(place), Path(file))))
        return
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        folder.mkdir(exist_ok=True)
        place, results = folder / "record.sqlite", []
        if given.documents and not place.exists():
            make_large_record(place, given.claims)
        if not place.exists():
            with open_record(place) as record, store.writing_to(record._engine) as connection:
                multiply(connection, given.claims)
        for format in given.formats:
            file = folder / f"out.{format}"
            results.append(apart("out", format, place, file))
            if format != "sqlite" and not given.no_import:
                results.append(apart("in", format, folder / f"{format}-again.sqlite", file))
        for result in results:
            print(
                "{step:12} {claims:>9,} claims {seconds:>7} s on the wall {processor:>7} s of the processor {memory_mb:>6} MB".format(
                    **result
                )
            )
        print(json.dumps({"benchmark": "exchange", "wanted": WANTED, "results": results}))


if __name__ == "__main__":
    main()
