"""Exercises, operations and meetings by form."""

import pytest

from foedera.names.patterns import find_events

FOUND = {
    "exercise": ("Exercise Silver Heron 2023 began.", ["Silver Heron 2023"]),
    "in quotation marks": ('the naval drill "Pearl of the North" began', ["Pearl of the North"]),
    "quoted, small": ("the exercise “Milan 24” ended", ["Milan 24"]),
    "name and year": ("RIMPAC 2022 was the largest exercise.", ["RIMPAC 2022"]),
    "several": ("exercises Silver Heron and Grey Goose", ["Silver Heron", "Grey Goose"]),
    "name before the noun": ("the Sunder Shield exercise", ["Sunder Shield exercise"]),
    "operation": ("Operation Lantern began.", ["Operation Lantern"]),
    "ordinal": ("the 30th Northmoor–Eastmark Summit", ["30th Northmoor–Eastmark Summit"]),
    "dialogue": ("the Westhaven Strategic Dialogue", ["Westhaven Strategic Dialogue"]),
    "two plus two": ("a 2+2 meeting", ["2+2 meeting"]),
}
NOT_FOUND = {
    "month and year": "In January 2024 the exercise ended.",
    "operating": "Operations continued.",
    "nationality": "the Japanese exercise",
    "who runs it": "The Operation Commander spoke.",
    "virus": "COVID-2019 ended the exercise.",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_events_are_found(text: str, names: list[str]) -> None:
    """The noun beside it, or an edition, makes a name an event."""
    assert [pattern.text for pattern in find_events(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_events(text: str) -> None:
    """A month, a nationality or the noun alone is no name of an event."""
    assert [pattern.text for pattern in find_events(text) if not pattern.generic] == []
