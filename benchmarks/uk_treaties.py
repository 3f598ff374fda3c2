"""Fifty treaties of the UK's registry, drawn at random, with the status that a record gives them on three days each.

    python benchmarks/uk_treaties.py > drawn.md

Each treaty is asked for on the day before its first date, on a day between, and today; the registry's own fields stand
beside the answers, so that a person can compare the two. `uk_treaties_checked.md` is what came of it when somebody did.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from foedera.answers.status import answer_status
from foedera.exchange.incoming import import_file, importer_of
from foedera.model.entities import EntityId
from foedera.record import open_record

FILE = Path(__file__).resolve().parents[2] / "shared" / "data" / "uk-treaties" / "records.jsonl.gz"
FIELDS = (
    "signed_event_date",
    "adopted_event_date",
    "provisional_eif_event_date",
    "definative_eif_event_date",
    "definative_eif_event_effective_date",
    "withdrawn_event_date",
    "withdrawn_event_effective_date",
    "terminated_event_date",
    "terminated_event_effective_date",
)
TODAY = date(2026, 11, 23)
SEED = 20261123


def day_of(written: str) -> date:
    day, month, year = written.split("/")
    return date(int(year), int(month), int(day))


def days_to_ask(treaty: dict[str, str], rng: random.Random) -> list[date]:
    """The day before the first date, a day between the first and the last, and today."""
    dates = sorted(day_of(treaty[field]) for field in FIELDS if treaty.get(field))
    between = dates[0] + timedelta(days=rng.randint(0, max(1, (dates[-1] - dates[0]).days)))
    return [dates[0] - timedelta(days=1), between, TODAY]


def main() -> None:
    if not FILE.exists():
        sys.exit(f"{FILE} is not here; the benchmark needs the registry's records.")
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        treaties = [json.loads(line) for line in lines]
    rng = random.Random(SEED)
    drawn = rng.sample([treaty for treaty in treaties if any(treaty.get(field) for field in FIELDS)], 50)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.sqlite", baseline=False) as record:
        import_file(record, importer_of("uk-treaties"), FILE)
        for number, treaty in enumerate(drawn, 1):
            fields = "; ".join(
                f"{field[:-5].removesuffix('_event')} {treaty[field]}" for field in FIELDS if treaty.get(field)
            )
            print(f"{number}. **{treaty['id']}** {treaty['title'][:90]} ({treaty.get('field3', '')}). {fields}")
            for day in days_to_ask(treaty, rng):
                answer = answer_status(record, EntityId(f"uk-treaty-{treaty['id']}"), on=day)
                print(f"    - {day}: {answer.status.value}{' since ' + answer.since.edtf if answer.since else ''}")


if __name__ == "__main__":
    main()
