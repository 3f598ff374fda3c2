"""Capitalised words that nothing else explains, and groups without a name."""

import pytest

from foedera.model import EntityKind
from foedera.names.patterns import Reading, find_capitals, find_groups

FOUND = {
    "inside a sentence": ("Last week Takubar was closed.", ["Takubar"]),
    "two everyday words": ("Freedom Edge is over.", ["Freedom Edge"]),
    "particle": ("A letter from Khalid al-Attiyah came.", ["Khalid al-Attiyah"]),
    "number": ("They call it Warmate 30.", ["Warmate 30"]),
}
NOT_FOUND = {
    "head of a sentence": "Yesterday it rained.",
    "month": "It rained in October.",
    "contraction": "They say We've won.",
    "provision": "See Article 7 there.",
    "heading of everyday words": "Fears For Pension After Talks",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_unexplained_capitals_are_guessed(text: str, names: list[str]) -> None:
    """A run of capitals is a name of something unknown, and only a guess."""
    found = find_capitals(text)
    assert [pattern.text for pattern in found] == names
    assert {(pattern.kind, pattern.reading) for pattern in found} == {(EntityKind.UNKNOWN, Reading.GUESSED)}


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_capitals_that_name_nothing(text: str) -> None:
    """Everyday words at the head of a sentence or in a heading, months and provisions are no names."""
    assert find_capitals(text) == ()


GROUPS = {
    "third states": ("open to third countries", "third countries", EntityKind.STATE),
    "nationality": ("five South Korean companies", "South Korean companies", EntityKind.COMPANY),
    "officials": ("said senior defence officials", "senior defence officials", EntityKind.PERSON),
}


@pytest.mark.parametrize(("text", "name", "kind"), GROUPS.values(), ids=GROUPS.keys())
def test_groups_are_generic(text: str, name: str, kind: EntityKind) -> None:
    """A group without a name is generic; its nationality belongs to it, its number does not."""
    assert [(group.text, group.kind, group.generic) for group in find_groups(text)] == [(name, kind, True)]


def test_state_alone_says_nothing() -> None:
    """A bare common noun such as "country" is no group."""
    assert find_groups("the country and its state") == ()
