"""Equipment by designator, by name and noun."""

import pytest

from foedera.names.patterns import find_equipment

FOUND = {
    "designator": ("an F-35A landed", ["F-35A"]),
    "designator and name": ("a P-8A Poseidon landed", ["P-8A Poseidon"]),
    "designator and noun": ("the Type 12 surface-to-surface missile", ["Type 12 surface-to-surface missile"]),
    "variant": ("PAC-3 MSE", ["PAC-3 MSE"]),
    "two words": ("RBS 70 and Mk 41", ["RBS 70", "Mk 41"]),
    "name and noun": ("the Lantern missile and Leopard 2 tanks", ["Lantern missile", "Leopard 2 tanks"]),
    "designator with a stroke": ("F/A-18 Hornets and an AN/SPY-6 radar", ["F/A-18 Hornets", "AN/SPY-6 radar"]),
    "well known": ("two Growlers flew over", ["Growlers"]),
}
NOT_FOUND = {
    "club of states": "the G7 and the G20",
    "virus": "COVID-19",
    "fiscal year": "FY2025",
    "nationality and noun": "a Japanese missile",
    "name of a person": "Mr Haluk Bayraktar said",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_equipment_are_found(text: str, names: list[str]) -> None:
    """A designator, or a name before a noun of equipment, is equipment."""
    assert [pattern.text for pattern in find_equipment(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_equipment(text: str) -> None:
    """The same form with another meaning is none."""
    assert [pattern.text for pattern in find_equipment(text) if not pattern.generic] == []


GENERIC = {
    "modifier": ("the coastal radars", "coastal radars"),
    "count stays out": ("five long-range cruise missiles", "long-range cruise missiles"),
    "unmanned": ("unmanned surface vessels", "unmanned surface vessels"),
    "calibre": ("155 mm ammunition", "155 mm ammunition"),
    "bare": ("the helicopters", "helicopters"),
}


@pytest.mark.parametrize(("text", "name"), GENERIC.values(), ids=GENERIC.keys())
def test_plain_equipment_is_generic(text: str, name: str) -> None:
    """A common noun of equipment is generic, without article and count."""
    assert [(found.text, found.generic) for found in find_equipment(text)] == [(name, True)]
