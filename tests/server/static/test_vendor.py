"""The libraries that ship with the pages are the ones that their list names."""

import hashlib
import json
import re
from pathlib import Path

import pytest

import foedera

VENDOR = Path(foedera.__file__).parent / "server" / "static" / "vendor"
LISTED = dict(
    reversed(line.split("  ")) for line in re.findall(r"^[0-9a-f]{64}  \S+$", (VENDOR / "README.md").read_text(), re.M)
)


def test_every_file_is_listed_and_nothing_else():
    """A file that nobody wrote down, and a line without its file, both fail."""
    lying = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()} - {"README.md"}

    assert lying == set(LISTED)


@pytest.mark.parametrize("name", sorted(LISTED))
def test_a_shipped_file_is_the_one_that_was_looked_at(name: str):
    """Nobody changes a library in place: its bytes have the sum written down beside its version."""
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == LISTED[name]


def test_each_library_brings_its_licence():
    """Whoever passes the pages on passes the licences on with them."""
    assert all((folder / "LICENSE").stat().st_size > 200 for folder in VENDOR.iterdir() if folder.is_dir())


def test_the_libraries_stay_small_enough_to_ship():
    """All of them together weigh less than four megabytes."""
    assert sum(path.stat().st_size for path in VENDOR.rglob("*") if path.is_file()) < 4_000_000


def test_the_outlines_hold_land_borders_and_names():
    """The map has land, borders drawn once, and a point for each country's name."""
    features = json.loads((VENDOR / "natural-earth" / "outlines.geojson").read_text(encoding="utf-8"))["features"]
    layers = {feature["properties"]["layer"] for feature in features}
    names = {feature["properties"].get("name") for feature in features}

    assert layers == {"land", "border", "label"}
    assert {"Japan", "Djibouti", "Somalia", "United Kingdom"} <= names
