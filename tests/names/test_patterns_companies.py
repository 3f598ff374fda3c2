"""Companies by the end of their names."""

import pytest

from foedera.names.patterns import find_companies

FOUND = {
    "legal form": ("Marlow Yards Ltd won.", ["Marlow Yards Ltd"]),
    "comma before the form": ("Sunder Heavy Industries, Ltd won.", ["Sunder Heavy Industries, Ltd"]),
    "with full stops": ("Marlow S.p.A. won.", ["Marlow S.p.A"]),
    "word of trade": ("Northmoor Aerospace Industries won.", ["Northmoor Aerospace Industries"]),
    "people in the name": ("Marlow & Sons Shipbuilding won.", ["Marlow & Sons Shipbuilding"]),
}
NOT_FOUND = {
    "ministry": "the Ministry of Defence",
    "lower case": "the shipbuilding group",
    "unit": "the Carrier Strike Group",
    "conjunction in capitals": "IT IS AS IT WAS",
    "nationality": "the Japanese Shipyards",
    "an office": "the National Armaments Director",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_companies_are_found(text: str, names: list[str]) -> None:
    """A legal form or a word of trade ends the name of a company."""
    assert [pattern.text for pattern in find_companies(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_companies(text: str) -> None:
    """The same words elsewhere are no company."""
    assert [pattern.text for pattern in find_companies(text) if not pattern.generic] == []
