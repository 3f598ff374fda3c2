"""Waters, ports and bases by form."""

import pytest

from foedera.names.patterns import find_places

FOUND = {
    "port": ("at the port of Marlow", ["Marlow"]),
    "sea": ("in the northern Sunder Sea", ["northern Sunder Sea"]),
    "gulf": ("the Gulf of Marlow", ["Gulf of Marlow"]),
    "base": ("Marlow Naval Base", ["Marlow Naval Base"]),
    "preposition": ("held in Westhaven", ["Westhaven"]),
    "dateline": ("WESTHAVEN — Ships left.", ["WESTHAVEN"]),
    "place line": ("Westhaven, 14 May 2024", ["Westhaven"]),
}
NOT_FOUND = {
    "month": "in October",
    "language": "in English",
    "operation": "Ocean Shield began",
    "assembly": "in Parliament",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_places_are_found(text: str, names: list[str]) -> None:
    """A noun of geography or a preposition of place makes a place."""
    assert [pattern.text for pattern in find_places(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_places(text: str) -> None:
    """Months, languages and assemblies are none."""
    assert [pattern.text for pattern in find_places(text) if not pattern.generic] == []
