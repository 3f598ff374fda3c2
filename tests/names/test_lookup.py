"""Names that people write in commands."""

from __future__ import annotations

import pytest

from foedera.names import load_lexicon

LOOKED_UP = {
    "a state": ("Japan", ["JPN"]),
    "in small letters": ("japan", ["JPN"]),
    "with an article": ("the Gulf of Aden", ["gulf-of-aden"]),
    "an adjective": ("Japanese", ["JPN"]),
    "an acronym": ("NATO", ["NATO"]),
    "an acronym in small letters": ("us", ["USA"]),
    "an id": ("eu-jpn-spa", ["eu-jpn-spa"]),
    "a type that one agreement has": ("SPA", ["eu-jpn-spa"]),
    "another": ("EPA", ["eu-jpn-epa"]),
    "a type with its parties": ("EU Japan SPA", ["eu-jpn-spa"]),
    "the other way round": ("Japan–EU Security and Defence Partnership", ["eu-jpn-sdp"]),
    "written out": ("Strategic Partnership Agreement between the EU and Japan", ["eu-jpn-spa"]),
    "the full name of the table": ("European Union-Japan Security and Defence Partnership", ["eu-jpn-sdp"]),
    "a synonym of the type": ("Japan-Korea GSOMIA", ["jpn-kor-isa"]),
    "nothing": ("Northmoor", []),
    "no letters": ("—", []),
}


@pytest.mark.parametrize(("name", "expected"), LOOKED_UP.values(), ids=LOOKED_UP.keys())
def test_a_name_is_resolved_as_people_write_it(name: str, expected: list[str]):
    """Case, articles, dashes and the order of the parties do not matter."""
    assert [entity.id for entity in load_lexicon().resolve(name)] == expected


def test_an_ambiguous_name_gives_all_candidates():
    """A type that several agreements have gives each of them."""
    candidates = {entity.id for entity in load_lexicon().resolve("RAA")}

    assert {"jpn-aus-raa", "jpn-gbr-raa", "jpn-phl-raa"} <= candidates


def test_a_type_with_parties_means_the_agreement_in_force():
    """Of an old agreement and the one that replaced it, the one that has not ended comes first."""
    found = load_lexicon().instruments_named("ACSA", frozenset({"JPN", "AUS"}))  # type: ignore[arg-type]

    assert [entity.id for entity in found] == ["jpn-aus-acsa-2017", "jpn-aus-acsa-2010"]


def test_a_misspelt_name_is_answered_with_its_neighbours():
    """The nearest names come first."""
    assert load_lexicon().nearest("Gulf of Adn")[0] == "Gulf of Aden"
    assert len(load_lexicon().nearest("Jap", limit=3)) == 3
