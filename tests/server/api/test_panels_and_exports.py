"""/api/v1/panels and /exports: the record for statistics, and in other people's formats."""

from __future__ import annotations

import csv
import io
import zipfile

import polars
import pytest
from fastapi.testclient import TestClient

from foedera.exchange.outgoing import FORMATS


def test_a_panel_comes_in_pages(client: TestClient):
    """Pages of a panel are cut from one and the same table."""
    address, rows = "/api/v1/panels/state-year?first_year=2015&last_year=2021&limit=100", []
    while address:
        page = client.get(address).json()
        rows += page["rows"]
        address = page["next"]

    assert page["columns"][:2] == ["actor", "year"]
    assert len(rows) == page["number"] > 100
    assert len({tuple(row[:2]) for row in rows}) == len(rows)


def test_a_panel_as_a_file(client: TestClient):
    """As CSV, Parquet or Arrow comes the whole table at once."""
    address = "/api/v1/panels/state-year?actor=Northmoor&first_year=2015&last_year=2021&format="
    as_csv = polars.read_csv(io.BytesIO(client.get(f"{address}csv").content))
    as_parquet = polars.read_parquet(io.BytesIO(client.get(f"{address}parquet").content))

    assert as_csv.shape == as_parquet.shape
    assert set(as_csv["actor"]) == {"NMR"}


@pytest.mark.parametrize(
    ("query", "what"),
    {
        "a unit that there is not": ("nothing-year", "unit does not take"),
        "a year that is none": ("state-year?first_year=soon", "first_year does not take “soon”"),
        "years backwards": ("state-year?first_year=2020&last_year=2010", "2020 to 2010"),
        "a format that there is not": ("state-year?format=xls", "format does not take “xls”"),
    }.values(),
)
def test_panels_that_cannot_be_made(client: TestClient, query: str, what: str):
    """What is wrong with a panel is told."""
    response = client.get(f"/api/v1/panels/{query}")

    assert response.status_code == 422
    assert what in response.json()["detail"]


def test_formats_are_listed(client: TestClient):
    """Every format of `foedera export` is offered, with what it is for."""
    assert [each["format"] for each in client.get("/api/v1/exports").json()["formats"]] == list(FORMATS)


def test_an_export_holds_the_selection(client: TestClient):
    """The filters choose what leaves; headers count what was written."""
    response = client.get("/api/v1/exports/csv?baseline=no&kind=instrument_event")

    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert [row["when"] for row in rows] == ["2018", "2019"]
    assert response.headers["foedera-claims"] == "2"
    assert response.headers["content-disposition"] == 'attachment; filename="foedera.csv"'


def test_a_folder_leaves_as_an_archive(client: TestClient):
    """Parquet is a file a table; they come together."""
    response = client.get("/api/v1/exports/parquet?baseline=no")

    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        claims = polars.read_parquet(archive.read("claims.parquet"))
    assert len(claims) == 3


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "followthemoney"])
def test_every_format_can_be_had(client: TestClient, format: str):
    """Each format writes a file of some bytes."""
    response = client.get(f"/api/v1/exports/{format}?actor=Japan&limit=5")

    assert response.status_code == 200, response.text
    assert response.content


def test_a_format_that_there_is_not(client: TestClient):
    """The formats that there are are named."""
    assert "csv" in client.get("/api/v1/exports/xls").json()["candidates"]
