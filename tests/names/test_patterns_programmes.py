"""Programmes, funds and projects by form."""

import pytest

from foedera.names.patterns import find_programmes

FOUND = {
    "programme": ("the Sunder Combat Air Programme (SCAP)", ["Sunder Combat Air Programme"]),
    "fund": ("the Northmoor Defence Fund", ["Northmoor Defence Fund"]),
    "capitals before the noun": ("the KOIOS project", ["KOIOS project"]),
    "after the noun": ("Project Lantern began", ["Project Lantern"]),
    "small noun before": ("under project LANTERN", ["LANTERN"]),
}
NOT_FOUND = {
    "no name": "the project began",
    "sentence": "Facilities were built.",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_programmes_are_found(text: str, names: list[str]) -> None:
    """A name before or after the noun makes a programme."""
    assert [pattern.text for pattern in find_programmes(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_programmes(text: str) -> None:
    """The noun alone names nothing."""
    assert [pattern.text for pattern in find_programmes(text) if not pattern.generic] == []
