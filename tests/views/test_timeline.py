"""What happened, in the order of time."""

import pytest

from foedera.model.claims import Claim, Filler
from foedera.model.entities import EntityId
from foedera.model.kinds import KINDS, Modality, Polarity
from foedera.record import open_record
from foedera.views.statements import names, show_claim
from foedera.views.timeline import show_timeline
from tests.answers.world import PACT, event, fill


@pytest.fixture
def record(tmp_path):
    with_later = event(PACT, "in_force", "2019-02-01")
    undated = event(PACT, "agreed", None)
    record = open_record(tmp_path / "record.sqlite", baseline=False)
    fill(
        record,
        with_later,
        event(PACT, "signed", "2018-07-17"),
        undated,
        event(PACT, "announced", "2017", parties=("EMK",)),
    )
    yield record
    record.close()


def test_a_timeline_is_in_the_order_of_time(record):
    """Dated claims on all the actors, earliest first; those without a date, or without one of them, stay out."""
    assert [str(entry.when) for entry in show_timeline(record, ["NMR", "EMK"])] == ["2018-07-17", "2019-02-01"]


def test_a_timeline_of_an_instrument_is_its_life(record):
    """One name is enough: everything dated that is said of it."""
    assert [entry.claim.word("event") for entry in show_timeline(record, [PACT])] == ["announced", "signed", "in_force"]


def test_each_entry_says_where_it_comes_from(record):
    """An entry names its source."""
    assert show_timeline(record, [PACT])[0].source == "Treaty list, Northmoor Gazette"


def test_every_kind_has_a_line():
    """Each of the ten kinds can be shown in one line."""
    for kind, spec in KINDS.items():
        roles = {
            role.name: (Filler(next(iter(role.closed)).value if role.closed else role.name),) for role in spec.roles
        }
        claim = Claim(kind, roles, event(PACT, "signed", None).evidence)
        assert show_claim(claim)


def test_what_is_not_actual_says_so():
    """A planned or denied claim cannot be mistaken for a fact."""
    planned = event(PACT, "signed", "2030", modality=Modality.PLANNED, polarity=Polarity.DENIED)

    assert show_claim(planned).endswith("(planned, denied)")


def test_names_are_listed_as_in_a_sentence():
    """Several fillers are joined with commas and “and”, each once."""
    fillers = [Filler(name, entity=EntityId(name)) for name in ("Northmoor", "Eastmark", "Westhaven", "Northmoor")]

    assert names(fillers) == "Northmoor, Eastmark and Westhaven"
