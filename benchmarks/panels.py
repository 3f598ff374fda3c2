"""The ATOP dyad-years from the record against a hand-written Polars script for the same table, in one run.

    python benchmarks/panels.py [--shared ../shared] [--rounds 3]

Each measurement is a fresh process that loads its libraries first and then times the work alone: the script from the
member file to a CSV, ours from the record to a CSV. The two take turns, and both tables must be equal, byte by byte.
Import times and peak memory are told too. Prints a table and one line of JSON.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WANTED = {"panel_seconds": 3.0, "ratio": 3.0, "uk_seconds": 15.0, "mme_seconds": 10.0, "memory_mb": 1000.0}
FLAGS = ("defense", "offense", "neutral", "nonagg", "consul")


def by_hand(members: str, out: str) -> None:
    """The table as a researcher would make it who knows ATOP's rules."""
    import polars as pl

    missing = pl.col("yrexit") == 0
    spells = pl.read_csv(members, columns=_columns(), infer_schema_length=None).filter(pl.col("member") < 1000)
    spells = spells.select(
        "atopid",
        "member",
        *FLAGS,
        begin=pl.date("yrent", "moent", pl.col("dayent").fill_null(1)),
        end=pl.when(missing)
        .then(pl.date(9999, 12, 31))
        .when(pl.col("dayexit").is_null())
        .then(pl.date("yrexit", pl.col("moexit").clip(1), 1).dt.month_end())
        .otherwise(pl.date("yrexit", pl.col("moexit"), pl.col("dayexit"))),
    )
    others = spells.select("atopid", pl.col("member").alias("other"), begin_other="begin", end_other="end")
    pairs = spells.join(others, on="atopid").filter(pl.col("member") != pl.col("other"))
    pairs = pairs.with_columns(
        first=pl.max_horizontal("begin", "begin_other"), last=pl.min_horizontal("end", "end_other")
    ).filter(pl.col("first") < pl.col("last"))
    years = pl.int_ranges(pl.col("first").dt.year(), pl.col("last").dt.year().clip(upper_bound=2018) + 1)
    laid = pairs.with_columns(year=years).explode("year", empty_as_null=False, keep_nulls=False)
    last = pl.col("begin") == pl.col("begin").max().over("atopid", "member", "other", "year")
    table = laid.filter(last).group_by("member", "other", "year").agg([pl.col(flag).max() for flag in FLAGS])
    table.sort("member", "other", "year").rename({"member": "ccode1", "other": "ccode2"}).write_csv(out)


def _columns() -> list[str]:
    return ["atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", *FLAGS]


def from_record(record: str, out: str) -> None:
    """The same table by the program."""
    from foedera.exchange.outgoing.tables import write_table
    from foedera.record import open_record
    from foedera.views.panels import PanelOptions, Unit, habits_of, show_panel

    habits = habits_of("atop")
    options = PanelOptions(
        Unit.DYAD_YEAR,
        years=habits.years,
        first_year=habits.first_year,
        last_year=habits.last_year,
        codes=habits.codes,
        materials=habits.materials,
        cells=habits.cells,
    )
    with open_record(record, create=False) as ledger:
        write_table(show_panel(ledger, options).table, "csv", Path(out))


def take_in(format: str, file: str, record: str) -> None:
    """Import a file into a new record."""
    from foedera.exchange.incoming import import_file, importer_of
    from foedera.record import open_record

    with open_record(record, baseline=False) as ledger:
        import_file(ledger, importer_of(format), Path(file))


def worker(job: str, *arguments: str) -> None:
    """One measurement: libraries first, then the clock."""
    import polars
    import sqlalchemy  # noqa: F401

    import foedera.record.opening  # noqa: F401

    assert polars.thread_pool_size()
    jobs = {"hand": by_hand, "record": from_record, "import": take_in}
    began, busy = time.perf_counter(), time.process_time()
    jobs[job](*arguments)
    spent, used = time.perf_counter() - began, time.process_time() - busy
    print(json.dumps([spent, used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def measured(job: str, *arguments: str) -> tuple[float, float, float]:
    """Seconds on the wall, processor seconds and peak megabytes of a job in a process of its own."""
    command = [sys.executable, __file__, "--worker", job, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    wall, processor, memory = json.loads(done.stdout)
    return wall, processor, memory


def main() -> None:
    """Measure, tell, and fail if a target is missed."""
    if sys.argv[1:2] == ["--worker"]:
        worker(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    data = asked.shared / "data"
    with tempfile.TemporaryDirectory() as folder:
        place = {name: f"{folder}/{name}" for name in ("uk", "mme", "atop", "hand.csv", "record.csv")}
        uk = measured("import", "uk-treaties", str(data / "uk-treaties/records.jsonl.gz"), place["uk"])
        mme = measured("import", "mme", str(data / "mme/mme_v7.csv"), place["mme"])
        atop = measured("import", "atop", str(data / "atop/atop5_1m.csv"), place["atop"])
        hand, ours = [], []
        for _ in range(asked.rounds):
            hand.append(measured("hand", str(data / "atop/atop5_1m.csv"), place["hand.csv"]))
            ours.append(measured("record", place["atop"], place["record.csv"]))
        equal = filecmp.cmp(place["hand.csv"], place["record.csv"], shallow=False)
    ratios = [mine[1] / other[1] for mine, other in zip(ours, hand, strict=True)]
    found = {
        "equal": equal,
        "panel_seconds": round(statistics.median(mine[0] for mine in ours), 2),
        "panel_processor_seconds": round(statistics.median(mine[1] for mine in ours), 2),
        "hand_seconds": round(statistics.median(other[0] for other in hand), 2),
        "hand_processor_seconds": round(statistics.median(other[1] for other in hand), 2),
        "ratio": round(statistics.median(ratios), 2),
        "uk_seconds": round(uk[0], 2),
        "uk_processor_seconds": round(uk[1], 2),
        "mme_seconds": round(mme[0], 2),
        "atop_seconds": round(atop[0], 2),
        "memory_mb": round(max(each[2] for each in (uk, mme, atop, *ours))),
    }
    for name, value in found.items():
        wanted = f"  (at most {WANTED[name]:g})" if name in WANTED else ""
        print(f"{name:26} {value}{wanted}")
    print(json.dumps(found))
    if not equal or any(float(found[name]) > most for name, most in WANTED.items()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
