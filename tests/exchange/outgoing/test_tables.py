"""Panels as files: each is read back by the library that its users have."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from foedera.exchange.outgoing.tables import write_table
from foedera.model.errors import UsageWrong

TABLE = pl.DataFrame(
    {"actor1": ["NMR", "EMK"], "year": [2019, 2020], "defense": [1, 0], "defense_claims": [["c-1", "c-2"], []]},
    schema_overrides={"year": pl.Int32, "defense": pl.UInt8, "defense_claims": pl.List(pl.String)},
)
PLAIN = [("NMR", 2019, 1, "c-1;c-2"), ("EMK", 2020, 0, "")]


def test_csv(tmp_path: Path):
    """A CSV has a header; several claims in a cell are parted by semicolons."""
    write_table(TABLE, "csv", tmp_path / "panel.csv")

    assert (tmp_path / "panel.csv").read_text("utf-8") == (
        'actor1,year,defense,defense_claims\nNMR,2019,1,c-1;c-2\nEMK,2020,0,""\n'
    )


@pytest.mark.parametrize("format", ["parquet", "arrow"])
def test_parquet_and_arrow_are_read_by_pyarrow(tmp_path: Path, format: str):
    """Lists stay lists, and what is read is what was written."""
    import pyarrow.feather
    import pyarrow.parquet

    write_table(TABLE, format, tmp_path / "panel")

    reader = {"parquet": pyarrow.parquet.read_table, "arrow": pyarrow.feather.read_table}[format]
    assert reader(tmp_path / "panel").to_pylist() == TABLE.to_dicts()


def test_stata_is_read_by_pyreadstat(tmp_path: Path):
    """A Stata file has the same columns; numbers are numbers."""
    pyreadstat = pytest.importorskip("pyreadstat")
    write_table(TABLE, "dta", tmp_path / "panel.dta")

    found, _ = pyreadstat.read_dta(str(tmp_path / "panel.dta"), output_format="polars")
    assert found.rows() == PLAIN


def test_wrong_use_says_what_would_do():
    """A format that there is not, and a Stata file on the screen."""
    with pytest.raises(UsageWrong, match="Known formats: csv, parquet, arrow, dta"):
        write_table(TABLE, "sav", None)
    with pytest.raises(UsageWrong, match="--output"):
        write_table(TABLE, "dta", None)
