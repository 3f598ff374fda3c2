"""The facts that ship with the program."""

from __future__ import annotations

import json
from collections import Counter

import pytest
import yaml

from foedera.model import Span
from foedera.model.entities import EntityKind
from foedera.names import data_path, load_lexicon
from foedera.names.data import DataMissing, read_table, split_cell
from foedera.names.tables import read_entities

DATED = {
    "instruments.csv": (
        "proposed",
        "negotiations_opened",
        "signed",
        "provisional_from",
        "in_force",
        "terminated",
        "source_date",
    ),
    "activities.csv": ("start", "end", "source_date"),
    "programmes.csv": ("started",),
}
TABLES = ("actors.csv", "instruments.csv", "programmes.csv", "activities.csv", "measures.csv")
OWN_TABLES = ("organisations", "companies", "places", "capitals", "events", "equipment", "instrument_types")


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_unique(table: str):
    """No two rows of a table have one id."""
    counts = Counter(row["id"] for row in read_table(table))

    assert [entity for entity, count in counts.items() if count > 1] == []


def test_ids_of_entities_are_unique_over_all_tables():
    """An id means one thing, whichever table it stands in."""
    tables = ("actors.csv", "instruments.csv", "programmes.csv", *(f"names/{name}.csv" for name in OWN_TABLES))
    counts = Counter(row["id"] for table in tables for row in read_table(table))
    counts.update(feature["id"] for feature in areas())

    assert [entity for entity, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("table", "columns"), DATED.items())
def test_dates_can_be_read(table: str, columns: tuple[str, ...]):
    """Every date is EDTF or empty."""
    for row in read_table(table):
        for column in columns:
            if row[column]:
                Span.parse(row[column])


POINTING = {
    "parents": ("actors.csv", "parent"),
    "memberships": ("actors.csv", "part_of"),
    "countries": ("actors.csv", "country"),
    "parties": ("instruments.csv", "parties"),
    "participants": ("activities.csv", "participants"),
    "subjects": ("measures.csv", "subject"),
    "leads": ("programmes.csv", "lead"),
    "partners": ("programmes.csv", "partners"),
    "countries of places": ("names/places.csv", "country"),
    "seats": ("names/capitals.csv", "stands_for"),
    "adjectives": ("names/demonyms.csv", "id"),
    "more names": ("names/aliases.csv", "id"),
}


@pytest.mark.parametrize(("table", "column"), POINTING.values(), ids=POINTING.keys())
def test_ids_resolve(table: str, column: str):
    """What a table points at exists."""
    known = {*read_entities(), *(row["id"] for row in read_table("activities.csv"))}
    missing = {part for row in read_table(table) for part in split_cell(row[column]) if part not in known}

    assert missing == set()


def areas() -> list[dict[str, object]]:
    return json.loads(data_path("areas.geojson").read_text(encoding="utf-8"))["features"]


def test_polygons_are_closed_and_lie_on_the_globe():
    """Every ring of every area ends where it began, within the coordinates of the earth."""
    for feature in areas():
        geometry = feature["geometry"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in ring)


def test_rules_have_their_source():
    """A rule without a source says that its confidence is low."""
    rules = yaml.safe_load(data_path("rules.yaml").read_text(encoding="utf-8"))["rules"]

    assert len({rule["id"] for rule in rules}) == len(rules)
    assert [rule["id"] for rule in rules if not rule["source_url"] and rule["confidence"] != "low"] == []


@pytest.mark.parametrize("name", OWN_TABLES)
def test_names_say_where_they_come_from(name: str):
    """Every row of the tables of names has a source."""
    assert all(row["source"] for row in read_table(f"names/{name}.csv"))


def test_every_state_has_an_adjective_and_a_seat():
    """All states have a demonym; all have a capital that can speak for them but city states and those named like one.

    Brussels speaks for the Union and not for Belgium.
    """
    states = {entity.id for entity in read_entities().values() if entity.kind is EntityKind.STATE}
    city_states = {"AND", "DJI", "GTM", "LUX", "MCO", "NRU", "SGP", "SMR", "VAT", "ISR", "BEL"}

    assert states <= {row["id"] for row in read_table("names/demonyms.csv")}
    assert states - city_states <= {row["stands_for"] for row in read_table("names/capitals.csv")}


def test_a_missing_data_file_is_named_with_those_there_are():
    """The error says what was sought and what could be had."""
    with pytest.raises(DataMissing, match=r"atlas\.csv") as raised:
        data_path("atlas.csv")

    assert "actors.csv" in raised.value.mend


def test_the_lexicon_is_made_once():
    """Loading twice gives the same object."""
    assert load_lexicon() is load_lexicon()
