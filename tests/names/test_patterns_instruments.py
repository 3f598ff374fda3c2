"""Agreements, acts and strategies by form."""

import pytest

from foedera.names.patterns import find_instruments

FOUND = {
    "capitalised": ("the Northmoor Defence Cooperation Agreement of 2015", ["Northmoor Defence Cooperation Agreement"]),
    "treaty of a place": ("They signed the Treaty of Westhaven in May.", ["Treaty of Westhaven"]),
    "between two": (
        "The Agreement between the Republic of Northmoor and Eastmark concerning the Security of Information entered into force.",
        ["Agreement between the Republic of Northmoor and Eastmark concerning the Security of Information"],
    ),
    "numbered acts": (
        "Council Decision (CFSP) 2022/2441 and Regulation (EU) 2021/697",
        ["Council Decision (CFSP) 2022/2441", "Regulation (EU) 2021/697"],
    ),
    "titled": ("a paper titled “A Sea at Peace” came out", ["A Sea at Peace"]),
    "of intent": ("a Letter of Intent", ["Letter of Intent"]),
    "prohibition": ("the Convention on the Prohibition of Fog Mines", ["Convention on the Prohibition of Fog Mines"]),
    "white paper": ("the Defence White Paper", ["Defence White Paper"]),
}
NOT_FOUND = {
    "verb in a headline": "Westhaven Offers Tea",
    "everyday plan": "Marlow Plans Holiday",
    "at the head of a sentence": "Statements were made.",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_instruments_are_found(text: str, names: list[str]) -> None:
    """A head noun in capitals, with what is written around it, is an instrument."""
    assert [pattern.text for pattern in find_instruments(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_instruments(text: str) -> None:
    """Slippery nouns without a word of the domain are none."""
    assert [pattern.text for pattern in find_instruments(text) if not pattern.generic] == []


GENERIC = {
    "several modifiers": ("an information security agreement", "information security agreement"),
    "reciprocal access": ("a reciprocal access agreement", "reciprocal access agreement"),
    "status of forces": ("the status of forces agreement", "status of forces agreement"),
    "hyphens": ("visiting-forces agreements", "visiting-forces agreements"),
    "bare": ("the treaty was torn up", "treaty"),
    "of understanding": ("a memorandum of understanding", "memorandum of understanding"),
    "describing word stays out": ("the new pact", "pact"),
}


@pytest.mark.parametrize(("text", "name"), GENERIC.values(), ids=GENERIC.keys())
def test_descriptive_names_are_generic(text: str, name: str) -> None:
    """An agreement described in lower case is generic, without article and without mere praise."""
    assert [(found.text, found.generic) for found in find_instruments(text)] == [(name, True)]


def test_pair_of_parties_is_a_part() -> None:
    """Two parties written before a name can be told from the name itself."""
    (found,) = find_instruments("the Northmoor–Eastmark Strategic Partnership Agreement (SPA)")
    roles = {part.role: part.text for part in found.parts}
    assert (roles["pair"], roles["name"], roles["acronym"]) == (
        "Northmoor–Eastmark",
        "Strategic Partnership Agreement",
        "SPA",
    )
