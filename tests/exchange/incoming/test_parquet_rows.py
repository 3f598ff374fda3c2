"""A folder of Parquet tables that somebody's tool wrote anew: other order, other content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from pyarrow import parquet
from sqlalchemy import select, text

from foedera.exchange.carried import Carried
from foedera.exchange.incoming.parquet import open_tables
from foedera.exchange.incoming.replaying import opener_of, replay_file
from foedera.exchange.incoming.report import Report
from foedera.exchange.outgoing import Selection, export_to
from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import Record, open_record
from foedera.record.bulk import BATCH
from foedera.record.rows import claim_values
from foedera.record.schema import claims
from tests.exchange.outgoing.conftest import GAZETTE, fill, named


@pytest.fixture
def written(tmp_path: Path) -> tuple[str, Path]:
    """The fingerprint of a record, and the folder that it was exported to."""
    with fill(open_record(tmp_path / "first.sqlite", baseline=False)) as record:
        export_to("parquet", Selection(record), tmp_path / "tables")
        return record.fingerprint(), tmp_path / "tables"


def again(folder: Path) -> tuple[Record, list[str]]:
    """A new record that this folder was imported into, and what was said of it."""
    record = open_record(folder.parent / "again.sqlite", baseline=False)
    opener = opener_of("parquet", folder)
    assert opener is not None
    report = replay_file(record, folder, opener)
    return record, [finding.line() for finding in report.findings]


def change(folder: Path, table: str, how: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    file = folder / f"{table}.parquet"
    about = parquet.read_schema(file).metadata  # it says that the record is whole
    parquet.write_table(how(pl.read_parquet(file)).to_arrow().replace_schema_metadata(about), file)


def test_what_rows_say_is_what_their_claims_say(written: tuple[str, Path]) -> None:
    """A claim entered as rows counts as the same matter as one that was read."""
    record, _ = again(written[1])

    with record._engine.connect() as connection:
        kept = {row.id: row.matter for row in connection.execute(select(claims))}
    assert kept == {claim.id: claim_values(claim)["matter"] for claim in every_claim(record)}


def every_claim(record: Record) -> list[Claim]:
    return [claim for reading in record.readings() for claim in reading.claims]


@pytest.mark.parametrize("table", ["claims", "fillers", "evidence", "readings"])
def test_tables_in_another_order_are_sorted_first(written: tuple[str, Path], table: str) -> None:
    """Rows that lie in another order than they were exported in make the same record."""
    fingerprint, folder = written
    change(folder, table, lambda frame: frame.reverse())

    record, said = again(folder)

    assert said == []
    assert record.fingerprint() == fingerprint
    assert not list(record.verify())


@pytest.mark.parametrize(
    ("table", "column", "value", "complaint"),
    [
        pytest.param("claims", "confidence", 1.5, "is not between 0 and 1", id="a confidence above 1"),
        pytest.param("claims", "when_edtf", "soon", "cannot read “soon” as a date", id="no date"),
        pytest.param("claims", "kind", "rumour", "rumour", id="no kind"),
        pytest.param("fillers", "role", "bystander", "has no role “bystander”", id="no role"),
        pytest.param("evidence", "quote", "Nobody wrote this", "the quote is not what stands", id="no quote"),
    ],
)
def test_one_bad_claim_is_named_and_the_rest_is_taken(
    written: tuple[str, Path], table: str, column: str, value: object, complaint: str
) -> None:
    """A cell that somebody changed costs its claim, not the others of its reading."""
    _, folder = written
    key = "number" if table == "claims" else "claim"
    last = pl.read_parquet(folder / "readings.parquet").filter(pl.col("document").is_not_null())["number"].max()
    of_documents = pl.read_parquet(folder / "claims.parquet").filter(pl.col("reading") <= last)
    touched = of_documents["number"].max()
    change(
        folder,
        table,
        lambda frame: frame.with_columns(
            pl.when((pl.col(key) == touched) & (pl.col("position") >= 0))
            .then(pl.lit(value))
            .otherwise(pl.col(column))
            .alias(column)
        ),
    )

    record, said = again(folder)

    assert complaint in " ".join(said)
    total = pl.read_parquet(folder / "claims.parquet").height
    counts = record.counts()
    assert 0 < counts.claims + counts.superseded < total
    assert not list(record.verify())


LARGE = "the register of Northmoor"


@pytest.fixture
def large(tmp_path: Path) -> tuple[str, Path]:
    """As `written`, after a data set of more claims than are written at a time."""
    with open_record(tmp_path / "first.sqlite", baseline=False) as record:
        run = record.begin_run("register/1")
        record.enter_sourced(LARGE, (exercise(number) for number in range(2 * BATCH)), run=run)
        record.finish_run(run)
        fill(record)
        export_to("parquet", Selection(record), tmp_path / "tables")
        return record.fingerprint(), tmp_path / "tables"


def exercise(number: int) -> Claim:
    day = Span.parse((date(1950, 1, 1) + timedelta(days=number)).isoformat())
    roles = {"type": (Filler("exercise"),), "participant": named(None, "Northmoor", "Eastmark")}
    return Claim(Kind.ACTIVITY, roles, (Evidence(None, None, None, "", GAZETTE),), day, extractor="register/1")


def drawn_up(record: Record) -> dict[str, str]:
    """Tables, indexes and triggers with the words that they were made by."""
    with record._engine.connect() as connection:
        query = text("SELECT name, sql FROM sqlite_master")
        return {row.name: row.sql for row in connection.execute(query)}


def test_many_claims_leave_every_index_in_its_place(large: tuple[str, Path]) -> None:
    """What is put aside while many claims come is there again afterwards, and knows them all and the passages after them."""
    record, said = again(large[1])

    assert said == []
    assert record.fingerprint() == large[0]
    with open_record(large[1].parent / "first.sqlite") as first:
        assert drawn_up(record) == drawn_up(first)
        assert record.search("sail alone") == first.search("sail alone") != ()
    assert not list(record.verify())


def test_a_bad_claim_behind_thousands_of_good_ones(large: tuple[str, Path]) -> None:
    """What was written of a long reading before its bad row came is taken back, and its good claims are entered."""
    _, folder = large
    total = pl.read_parquet(folder / "claims.parquet").height
    last = pl.col("number") == 2 * BATCH
    change(
        folder, "claims", lambda frame: frame.with_columns(confidence=pl.when(last).then(7.0).otherwise("confidence"))
    )

    record, said = again(folder)

    assert len(said) == 1
    assert "is not between 0 and 1" in said[0]
    assert sum(1 for _ in every_claim(record)) == total - 1
    assert not list(record.verify())


def test_an_interrupted_import_leaves_the_record_as_it_was(large: tuple[str, Path]) -> None:
    """Ctrl-C amid thousands of rows: nothing of the import is kept, and nothing of the record is lost."""

    def broken_off(path: Path, report: Report) -> tuple[bool, Carried]:
        whole, carried = open_tables(path, report)

        def until_stopped() -> Carried:
            for each in carried:
                yield each
                if each.material == LARGE:
                    raise KeyboardInterrupt

        return whole, until_stopped()

    with fill(open_record(large[1].parent / "second.sqlite", baseline=False)) as record:
        before, tables = record.fingerprint(), drawn_up(record)

        with pytest.raises(KeyboardInterrupt):
            replay_file(record, large[1], broken_off)

        assert record.fingerprint() == before
        assert drawn_up(record) == tables
        assert not list(record.verify())
