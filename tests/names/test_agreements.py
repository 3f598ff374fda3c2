"""What kind of agreement an instrument is."""

import pytest

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.agreements import type_of_agreement


@pytest.mark.parametrize(
    ("id", "name", "type_"),
    [
        ("eu-jpn-spa", "anything", "strategic_partnership"),
        ("nmr-emk-1", "Northmoor–Eastmark Agreement on the Security of Information", "security_of_information"),
        ("nmr-emk-2", "Acquisition and Cross-Servicing Agreement of 2018", "acquisition_and_cross_servicing"),
        ("nmr-emk-3", "Security and Defence Partnership", "security_and_defence_partnership"),
        ("nmr-emk-4", "Northmoor-Eastmark ACSA", "acquisition_and_cross_servicing"),
        ("nmr-emk-5", "The Pact", None),
    ],
    ids=["by the table", "by its name", "with a year", "the longest name counts", "by its acronym", "nothing tells it"],
)
def test_the_kind_of_an_agreement(id, name, type_):
    """The table tells it, else the name of a type that stands in the name."""
    assert type_of_agreement(Entity(EntityId(id), name, EntityKind.INSTRUMENT)) == type_


def test_only_instruments_have_a_kind():
    """A body that bears the name of a type is no agreement."""
    assert type_of_agreement(Entity(EntityId("x"), "Security Treaty", EntityKind.INSTITUTION)) is None
