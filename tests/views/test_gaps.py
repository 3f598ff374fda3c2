"""Where the record disagrees with itself, and where it is empty."""

from datetime import date

import pytest

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.record import open_record
from foedera.views.agreement_matrix import agreement_matrix, row_with
from foedera.views.gaps import disagreements, unfollowed
from tests.answers.world import PACT, event, fill
from tests.views.brief.world import EMK, NMR, activity, undertaking

DAY = date(2021, 1, 1)
INFORMATION = Entity(EntityId("sunder-isa"), "Sunder Security of Information Agreement", EntityKind.INSTRUMENT)
ARRANGEMENT = Entity(EntityId("heron-arrangement"), "Heron Administrative Arrangement", EntityKind.INSTRUMENT)


@pytest.fixture
def record(tmp_path):
    record = open_record(tmp_path / "record.sqlite", baseline=False)
    yield record
    record.close()


def test_two_dates_of_one_signature_disagree(record):
    """Each disagreement names the agreement and both sides of it."""
    fill(record, event(PACT, "signed", "2018-07-17"), event(PACT, "signed", "2018-09-01", confidence=0.6))
    (found,) = disagreements(record, on=DAY).found

    assert found.instrument.id == PACT
    assert {str(found.conflict.one.when), str(found.conflict.other.when)} == {"2018-07-17", "2018-09-01"}
    assert disagreements(record, EntityId("WHV"), on=DAY).found == ()


def test_the_first_are_shown_and_all_are_counted(record):
    """Of many disagreements those first by name are told, as they would be among all."""
    fill(record, *(event(PACT, "signed", f"2018-0{month}-01", confidence=1 - month / 10) for month in range(1, 6)))
    whole, part = disagreements(record, on=DAY), disagreements(record, on=DAY, shown=2)

    assert (len(whole.found), whole.number) == (4, 4)
    assert (part.found, part.number) == (whole.found[:2], 4)


def test_how_far_was_looked_is_told(record):
    """Of more agreements than anybody waits for, the first are looked at, and the rest is counted."""
    fill(record, event(PACT, "signed", "2018"), event("sunder-treaty", "signed", "2017"))
    found = disagreements(record, on=DAY, most=1)

    assert (found.looked_at, found.instruments) == (1, 2)


def test_a_commitment_that_nothing_followed(record):
    """What was followed is no gap; what was not stands with the two who undertook it."""
    fill(
        record,
        event(PACT, "signed", "2018-07-17"),
        undertaking("hold joint exercises"),
        undertaking("share hydrographic charts"),
        activity("exercise", "2019-05-03"),
    )
    found, pairs = unfollowed(record, NMR, on=DAY)

    assert pairs == 1
    assert [(each.promise.undertaking, each.one.id, each.other.id) for each in found] == [
        ("share hydrographic charts", EMK, NMR)
    ]


def test_the_matrix_has_a_row_a_partner_and_a_column_a_kind(record):
    """The cell has what stands furthest; where nothing is told it is empty."""
    fill(
        record,
        *(event(INFORMATION.id, what, when) for what, when in (("signed", "2018"), ("in_force", "2019"))),
        event(ARRANGEMENT.id, "signed", "2020", parties=("NMR", "WHV")),
        entities=(INFORMATION, ARRANGEMENT),
    )
    northmoor = record.entity(NMR)
    matrix = agreement_matrix(record, northmoor, on=DAY)

    assert [row.partner.id for row in matrix.rows] == ["EMK", "WHV"]
    assert matrix.kinds == ("administrative_arrangement", "security_of_information")
    assert [[cell.status.value if cell else None for cell in row.cells] for row in matrix.rows] == [
        [None, "in_force"],
        ["signed", None],
    ]
    assert row_with(matrix, record.entity(EMK)).filled == 1
