"""Ministries, forces, units and institutes by form."""

import pytest

from foedera.model import EntityKind
from foedera.names.patterns import find_organisations

FOUND = {
    "ministry": ("the Ministry of Defence of Northmoor", ["Ministry of Defence of Northmoor"]),
    "whose ministry": ("Northmoor's Ministry of Defense", ["Ministry of Defense"]),
    "numbered unit": ("the 11th Carrier Strike Group", ["11th Carrier Strike Group"]),
    "number behind": ("Escort Flotilla 2 and Task Group 49.2", ["Escort Flotilla 2", "Task Group 49.2"]),
    "institute": (
        "the Westhaven International Peace Research Institute (WIPRI)",
        ["Westhaven International Peace Research Institute"],
    ),
    "and inside": (
        "the Centre for Strategic and International Studies",
        ["Centre for Strategic and International Studies"],
    ),
    "force": ("the Eastmark Self-Defense Forces", ["Eastmark Self-Defense Forces"]),
}
NOT_FOUND = {
    "lower case": "the company and its board",
    "service alone": "Service was good.",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_organisations_are_found(text: str, names: list[str]) -> None:
    """A head noun in capitals, with what is written around it, is an organisation."""
    assert [pattern.text for pattern in find_organisations(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_organisations(text: str) -> None:
    """Everyday nouns are none."""
    assert [pattern.text for pattern in find_organisations(text) if not pattern.generic] == []


def test_acronym_is_a_part() -> None:
    """The acronym in brackets belongs to the name before it."""
    (found,) = find_organisations("the Sunder Sea Research Institute (SSRI)")
    assert found.part("acronym").text == "SSRI"  # type: ignore[union-attr]


KINDS = {
    "service of a state": ("the Eastmark Maritime Self-Defense Force", EntityKind.FORCE),
    "air force": ("the Royal Northmoor Air Force", EntityKind.FORCE),
    "put together for a task": ("the Joint Task Force", EntityKind.UNIT),
    "ministry": ("the Ministry of Defence", EntityKind.INSTITUTION),
    "fleet": ("the Western Fleet", EntityKind.UNIT),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS.keys())
def test_head_noun_tells_the_kind(text: str, kind: EntityKind) -> None:
    """What sort of body it is follows from its head noun."""
    assert [found.kind for found in find_organisations(text)] == [kind]
