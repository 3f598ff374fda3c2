"""Actors and instruments are named as people write them."""

import pytest

from foedera.answers.belonging import belonging_to
from foedera.answers.between import instruments_between
from foedera.answers.naming import actor_named, instrument_named
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import InstrumentUnknown, NameUnknown
from tests.answers.world import PACT, event


@pytest.mark.parametrize("name", ["Northmoor", "northmoor", "NMR", "nmr"])
def test_an_actor_is_found_by_name_or_id(record_of, name):
    """Case does not matter, and the id is a name too."""
    assert actor_named(record_of(event(PACT, "signed", "2018")), name).id == "NMR"


def test_an_instrument_is_found_by_its_name(record_of):
    """An agreement is found by a name that the record knows."""
    assert instrument_named(record_of(event(PACT, "signed", "2018")), "the Pact").id == PACT


def test_a_name_nobody_bears_is_an_error_with_the_nearest(record_of):
    """A misspelt name comes back with the names that are nearest to it."""
    with pytest.raises(NameUnknown) as caught:
        actor_named(record_of(), "Jpaan")

    assert "Japan" in caught.value.candidates
    with pytest.raises(InstrumentUnknown):
        instrument_named(record_of(), "No Such Accord Anywhere")


def test_a_navy_acts_for_its_state(record_of):
    """What belongs to a state is found with it."""
    assert belonging_to(record_of(event(PACT, "signed", "2018")), "NMR") == ("NMR", "northmoor-navy")


def test_instruments_between_two_parties_are_those_that_name_both(record_of):
    """An agreement with one of them alone does not stand between the two."""
    record = record_of(event(PACT, "signed", "2018"), event("other-pact", "signed", "2018", parties=("NMR",)))

    assert instruments_between(record, ["NMR", "EMK"]) == (PACT,)


def test_who_holds_an_office_acts_for_whom_the_office_belongs_to(record_of):
    """A commissioner of a union comes from a state and acts for the union; a minister acts for the state."""
    union = Entity(EntityId("union"), "Sunder Union", EntityKind.BLOC)
    commission = Entity(EntityId("commission"), "Sunder Commission", EntityKind.INSTITUTION, parent=union.id)
    president = Entity(EntityId("ana-ortiz"), "Ana Ortiz", EntityKind.PERSON, country="NMR", parent=commission.id)
    minister = Entity(EntityId("ben-hale"), "Ben Hale", EntityKind.PERSON, country="NMR")
    record = record_of(event(PACT, "signed", "2018"), entities=(union, commission, president, minister))

    assert president.id in belonging_to(record, union.id)
    assert president.id not in belonging_to(record, EntityId("NMR"))
    assert minister.id in belonging_to(record, EntityId("NMR"))
