"""Data sets that nobody here wrote: every row accounted for, and ATOP's own tables made again from its member file."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from foedera.answers.status import answer_status
from foedera.exchange.incoming import Fate, import_file, importer_of
from foedera.model.entities import EntityId
from foedera.record import Record, open_record
from foedera.views.panels import PanelOptions, Unit, habits_of, show_panel

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data, the data sets for tests")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("data") / "record.sqlite", baseline=False) as opened:
        yield opened


@pytest.mark.parametrize(
    ("format", "file", "fates"),
    [
        ("uk-treaties", "uk-treaties/records.jsonl.gz", {Fate.TAKEN: 8117, Fate.LEFT_OUT: 17}),
        ("mme", "mme/mme_v7.csv", {Fate.TAKEN: 3610, Fate.LEFT_OUT: 91, Fate.WRONG: 6}),
        ("atop", "atop/atop5_1a.csv", {Fate.TAKEN: 789}),
        ("atop", "atop/atop5_1m.csv", {Fate.TAKEN: 2510}),
    ],
)
def test_every_row_is_accounted_for(record: Record, format: str, file: str, fates: dict[Fate, int]):
    """What is not taken is listed, with its reason."""
    report = import_file(record, importer_of(format), DATA / file)

    assert +report.fates == fates
    assert report.rows == sum(fates.values())
    assert len(report.findings) == report.rows - fates[Fate.TAKEN]


def test_atop_s_dyad_years_are_made_again(record: Record):
    """From the member file come as many directed pairs and years as ATOP publishes."""
    import_file(record, importer_of("atop"), DATA / "atop/atop5_1m.csv")

    assert show_panel(record, _as_atop(Unit.DYAD_YEAR)).table.height == 273_296


def test_atop_s_state_years_are_made_again(record: Record):
    """Every state and year with its five obligations, exactly as in ATOP's own table."""
    import_file(record, importer_of("atop"), DATA / "atop/atop5_1m.csv")
    with (DATA / "atop/atop5_1sy.csv").open(encoding="utf-8", newline="") as file:
        published = {tuple(int(row[name]) for name in ("state", "year", *CELLS)) for row in csv.DictReader(file)}

    assert set(show_panel(record, _as_atop(Unit.STATE_YEAR)).table.rows()) == published


def test_the_registry_s_status_is_the_record_s(record: Record):
    """For fifty treaties and three days each, the record answers what the registry's own fields say."""
    file = DATA / "uk-treaties/records.jsonl.gz"
    import_file(record, importer_of("uk-treaties"), file)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        treaties = [treaty for treaty in map(json.loads, lines) if "signed_event_date" in treaty]

    for treaty in random.Random(1704).sample(treaties, 50):
        signed = _day(treaty["signed_event_date"])
        for day in (signed - timedelta(days=1), signed + timedelta(days=400), date(2020, 1, 1)):
            answer = answer_status(record, EntityId(f"uk-treaty-{treaty['id']}"), on=day)
            assert answer.status.value == _by_fields(treaty, day), (treaty["id"], day)


def _by_fields(treaty: dict[str, str], day: date) -> str:
    """The status that the registry's fields give, the last step of a treaty's life first."""
    steps = (
        ("terminated", ("terminated_event_effective_date", "terminated_event_date")),
        ("in_force", ("definative_eif_event_effective_date", "definative_eif_event_date")),
        ("provisionally_applied", ("provisional_eif_event_date",)),
        ("signed", ("signed_event_date",)),
        ("adopted", ("adopted_event_date",)),
    )
    for status, fields in steps:
        written = next((treaty[field] for field in fields if field in treaty), None)
        if written and _day(written) <= day:
            return status
    return "unknown"


def _day(written: str) -> date:
    day, month, year = written.split("/")
    return date(int(year), int(month), int(day))


CELLS = habits_of("atop").cells


def _as_atop(unit: Unit) -> PanelOptions:
    habits = habits_of("atop")
    return PanelOptions(
        unit,
        years=habits.years,
        first_year=habits.first_year,
        last_year=habits.last_year,
        codes=habits.codes,
        materials=habits.materials,
        cells=habits.cells,
    )
