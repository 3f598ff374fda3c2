"""Finding names of every sort at once."""

from hypothesis import given
from hypothesis import strategies as st

from foedera.model import EntityKind
from foedera.names.patterns import Pattern, Reading, find_patterns, resolve_overlaps


@given(st.text(max_size=300))
def test_a_pattern_equals_its_slice(text: str) -> None:
    """Whatever the text, a name and its parts are the characters at their places, in order, without overlap."""
    reach = 0
    for pattern in find_patterns(text):
        assert pattern.text == text[pattern.start : pattern.end] != ""
        assert pattern.start >= reach
        reach = pattern.end
        for part in pattern.parts:
            assert part.text == text[part.start : part.end]


def test_same_text_same_names() -> None:
    """Looking twice finds the same names."""
    text = "HMS Sunder met the frigate Marlow off Westhaven under the Northmoor Defence Cooperation Agreement."
    assert find_patterns(text) == find_patterns(text)


def _pattern(start: int, end: int, kind: EntityKind, reading: Reading = Reading.NAMED) -> Pattern:
    return Pattern(start, end, "x" * (end - start), kind, (), reading)


def test_longer_name_wins() -> None:
    """A name inside a longer one is part of it: the port inside the port's authority."""
    port, authority = _pattern(0, 10, EntityKind.PLACE), _pattern(0, 20, EntityKind.AGENCY)
    assert resolve_overlaps([port, authority]) == (authority,)


def test_named_beats_generic() -> None:
    """A name is kept against a longer common noun that overlaps it."""
    name, noun = _pattern(5, 10, EntityKind.EVENT), _pattern(0, 10, EntityKind.EVENT, Reading.GENERIC)
    assert resolve_overlaps([noun, name]) == (name,)
