"""A reader that asks each thing once."""

from __future__ import annotations

from foedera.answers.remembering import Remembering, remembering
from foedera.model.documents import DocumentId
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, open_record
from tests.record.world import EXERCISE, PACT, read_into


class Counting:
    """A record that counts what it is asked."""

    def __init__(self, record):
        self.record = record
        self.asked = []
        self.fetched = []

    def claim_numbers(self, query):
        self.asked.append(query)
        return self.record.claim_numbers(query)

    def numbered(self, numbers):
        self.fetched.extend(numbers)
        return self.record.numbered(numbers)

    def document_heads(self, documents):
        self.asked.append(frozenset(documents))
        return self.record.document_heads(documents)


def test_each_claim_is_fetched_once_however_many_questions_it_answers():
    """Questions that overlap share their claims, and a question asked again costs nothing."""
    everything, activities = ClaimQuery(), ClaimQuery(kinds=(Kind.ACTIVITY,))
    with open_record(":memory:", baseline=False) as record:
        read_into(record, PACT, EXERCISE)
        counting = Counting(record)
        reader = Remembering(counting)

        found = [tuple(reader.claims(query)) for query in (activities, everything, activities)]
        straight = [tuple(record.claims(query)) for query in (activities, everything, activities)]

    assert found == straight
    assert counting.asked == [activities, everything]
    assert sorted(counting.fetched) == [1, 2, 3]


def test_what_was_asked_longest_ago_is_let_go_first():
    """When more claims would be kept than are wanted, room is made; the last question's are kept in any case."""
    everything, activities, events = (
        ClaimQuery(),
        ClaimQuery(kinds=(Kind.ACTIVITY,)),
        ClaimQuery(kinds=(Kind.INSTRUMENT_EVENT,)),
    )
    with open_record(":memory:", baseline=False) as record:
        read_into(record, PACT, EXERCISE)
        counting = Counting(record)
        reader = Remembering(counting, most=1)
        reader.keep("number", 3)

        sizes = [len(tuple(reader.claims(query))) for query in (everything, everything, activities, events, everything)]

    assert sizes == [3, 3, 1, 2, 3]
    assert counting.asked == [everything, activities, events, everything]
    assert reader.known("number") is None


def test_claims_are_taken_over_from_an_earlier_reader():
    """After an entry a new reader asks anew which claims there are, and fetches only those that are new to it."""
    with open_record(":memory:", baseline=False) as record:
        read_into(record, PACT)
        earlier = Remembering(record)
        list(earlier.claims(ClaimQuery()))
        read_into(record, EXERCISE)
        counting = Counting(record)
        reader = Remembering(counting, fetched=earlier.fetched)

        found = tuple(reader.claims(ClaimQuery()))

        assert found == tuple(record.claims(ClaimQuery()))
        assert counting.fetched == [3]


def test_what_was_worked_out_is_kept_by_its_name():
    """An answer keeps what it made of the record for the next one; nothing else bears its name."""
    with open_record(":memory:", baseline=False) as record:
        reader = Remembering(record)

        assert reader.known(("lives", 1)) is None
        assert reader.keep(("lives", 1), "a life") == "a life"
        assert reader.known(("lives", 1)) == "a life"


def test_entities_of_the_same_ids_are_asked_for_once():
    """The entities that a question names come from the record once, by id, as the record gives them."""
    with open_record(":memory:") as record:
        reader = Remembering(record)
        wanted = ["JPN", "EU", "none"]

        first, again = list(reader.entities(wanted)), list(reader.entities(tuple(reversed(wanted))))

        assert [entity.id for entity in first] == ["EU", "JPN"]
        assert again == first


def test_heads_of_documents_come_together():
    """Whoever asks for the title of one document that claims named will ask for the others: they are fetched at once."""
    with open_record(":memory:", baseline=False) as record:
        read_into(record, PACT, EXERCISE)
        counting = Counting(record)
        reader = Remembering(counting)
        list(reader.claims(ClaimQuery()))

        heads = [reader.document_heads((document.id,))[0].id for document in (PACT, EXERCISE)]
        missing = reader.document_heads((DocumentId("none"),))

    assert heads == [PACT.id, EXERCISE.id]
    assert missing == ()
    assert counting.asked[1:] == [{PACT.id, EXERCISE.id}, {"none"}]


def test_a_reader_that_remembers_is_taken_as_it_is():
    """Questions within a question share what was found."""
    with open_record(":memory:", baseline=False) as record:
        reader = remembering(record)

        assert remembering(reader) is reader
