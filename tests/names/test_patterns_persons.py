"""People by office, rank, courtesy or speech."""

import pytest

from foedera.names.patterns import find_persons

FOUND = {
    "office": ("Foreign Minister Iwa Takeshi spoke.", ["Iwa Takeshi"]),
    "junior": ("President Fernando Marlow Jr spoke.", ["Fernando Marlow Jr"]),
    "rank": ("Rear Admiral (ret.) Jane Doe spoke.", ["Jane Doe"]),
    "courtesy": ("H.E. Mr. Joseph Marlow Fontelles spoke.", ["Joseph Marlow Fontelles"]),
    "name first": ("Cho Tae-min, Minister of Foreign Affairs of Eastmark, spoke.", ["Cho Tae-min"]),
    "office later": ("Yoko Marlow, Northmoor's foreign minister at the time, spoke.", ["Yoko Marlow"]),
    "between commas": ("Northmoor's foreign minister, Winston Marlow, spoke.", ["Winston Marlow"]),
    "body before": ("NATO Secretary General Mark Marlow spoke.", ["Mark Marlow"]),
    "past office": ("then-President of the European Council Donald Marlow spoke.", ["Donald Marlow"]),
    "particles": ("Colonel Joost van der Marlow spoke.", ["Joost van der Marlow"]),
    "small particle": ("Secretary-General Fahad al-Marlow spoke.", ["Fahad al-Marlow"]),
    "branch in brackets": ("Captain (N) Luc Marlow spoke.", ["Luc Marlow"]),
    "rank in two halves": ("Capitano di Vascello Enrico Marlow spoke.", ["Enrico Marlow"]),
    "initials": ("Vice Adm. M.S. Marlow spoke.", ["M.S. Marlow"]),
    "verb of saying": ('"No," said Jane Doe.', ["Jane Doe"]),
}
NOT_FOUND = {
    "office alone": "The foreign minister left.",
    "spokesperson": "the Prime Minister's spokesperson",
    "headline": "Minister Assassinated in Westhaven",
    "body speaks": "NATO said so.",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_persons_are_found(text: str, names: list[str]) -> None:
    """An office, a rank, a title or a verb of saying makes the name beside it a person."""
    assert [pattern.text for pattern in find_persons(text) if not pattern.generic] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_persons(text: str) -> None:
    """An office alone, and a body that speaks, are no person by name."""
    assert [pattern.text for pattern in find_persons(text) if not pattern.generic] == []


def test_parts_of_a_person() -> None:
    """The office and whose it is stand beside the name."""
    (person,) = find_persons("Yoko Marlow, Northmoor's foreign minister, spoke.")
    assert {part.role: part.text for part in person.parts} == {"office": "foreign minister", "state": "Northmoor"}


def test_office_alone_is_generic() -> None:
    """An office that no name goes with may still stand for its holder."""
    assert [(found.text, found.generic) for found in find_persons("the Prime Minister's spokesperson")] == [
        ("Prime Minister's spokesperson", True)
    ]
