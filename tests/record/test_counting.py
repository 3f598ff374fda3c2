"""What a record tells without fetching a claim or a text."""

from dataclasses import replace
from datetime import date

from foedera.model.documents import Marking
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, Record
from tests.record.world import EXERCISE, PACT, read_into


def test_claims_are_counted_up_to_a_bound(record: Record):
    """Three claims are three; whoever only wants to know whether there are more than two is told two."""
    read_into(record, PACT, EXERCISE)

    assert record.count_claims() == 3
    assert record.count_claims(up_to=2) == 2
    assert record.count_claims(ClaimQuery(kinds=(Kind.ACTIVITY,), limit=0)) == 1


def test_a_document_goes_by_its_title_or_its_path(record: Record):
    """What has no title goes by its path; what the record does not have is not there."""
    read_into(record, PACT, EXERCISE)

    titles = record.titles({PACT.id, EXERCISE.id, "no-such-document"})

    assert titles == {PACT.id: "The Pact", EXERCISE.id: "papers/exercise.txt"}


def test_marked_documents_are_counted(record: Record):
    """Whoever passes something on learns how many of its documents are marked, and how."""
    marked = replace(PACT, facts=replace(PACT.facts, marking=Marking.AMBER))
    read_into(record, marked, EXERCISE)

    assert record.markings({PACT.id, EXERCISE.id}) == {Marking.AMBER: 1}


def test_how_far_the_times_of_a_record_reach(record: Record, clock):
    """The first and the last day on which anything begins, and the days on which anything was entered."""
    read_into(record, PACT)
    clock.at = clock.at.replace(month=4)
    read_into(record, EXERCISE)

    reach = record.reach()

    assert (reach.first, reach.last) == (date(2018, 1, 1), date(2020, 1, 1))
    assert reach.recorded == (date(2024, 3, 1), date(2024, 4, 1))


def test_an_empty_record_reaches_nowhere(record: Record):
    """Nothing is dated and nothing was entered."""
    reach = record.reach()

    assert (reach.first, reach.last, reach.recorded) == (None, None, ())
