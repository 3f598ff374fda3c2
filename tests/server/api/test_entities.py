"""/api/v1/entities and /instruments: whatever bears a name, and where agreements stand."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


def test_entities_are_found_as_somebody_types(client: TestClient):
    """The beginning of any name finds an entity, whatever case and accents."""
    found = client.get("/api/v1/entities?q=NORTHM").json()["entities"]

    assert [entity["id"] for entity in found] == ["NMR", "northmoor-pact"]


def test_entities_of_a_kind_come_in_pages(client: TestClient):
    """Pages by id hold each entity of the kinds once."""
    address, found = "/api/v1/entities?kind=vessel&kind=state&limit=100", []
    while address:
        page = client.get(address).json()
        found += page["entities"]
        address = page["next"]

    ids = [entity["id"] for entity in found]
    assert ids == sorted(set(ids))
    assert {entity["kind"] for entity in found} == {"state", "vessel"}
    assert "NMR" in ids


def test_one_entity(client: TestClient):
    """An entity has every name that the record knows."""
    assert client.get("/api/v1/entities/NMR").json() == {
        "id": "NMR",
        "name": "Northmoor",
        "kind": "state",
        "aliases": ["Northmoorish"],
    }


def test_instruments_are_entities_of_one_kind(client: TestClient):
    """What is no instrument is not found among them."""
    assert client.get("/api/v1/instruments?q=Northmoor").json()["entities"][0]["id"] == "northmoor-pact"
    assert client.get("/api/v1/instruments/northmoor-pact").status_code == 200
    assert client.get("/api/v1/instruments/NMR").status_code == 404


@pytest.mark.parametrize(
    ("when", "status"),
    [("on=2017-12-31", "unknown"), ("on=2020-01-01", "signed"), ("on=2020-01-01&known_on=2001-01-01", "unknown")],
)
def test_status_on_a_day_as_known_on_a_day(client: TestClient, when: str, status: str):
    """Where an instrument stands depends on the day, and on what the record knew."""
    told = client.get(f"/api/v1/instruments/northmoor-pact/status?{when}").json()

    assert told["status"] == status


@pytest.mark.parametrize("query", ["kind=war", "cursor=xxx", "limit=x", "name=Japan"])
def test_what_cannot_be_asked(client: TestClient, query: str):
    """A wrong parameter is a problem here too."""
    assert client.get(f"/api/v1/entities?{query}").status_code == 422
