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

    def claims(self, query):
        self.asked.append(query)
        return self.record.claims(query)

    def document_heads(self, documents):
        self.asked.append(frozenset(documents))
        return self.record.document_heads(documents)


def test_claims_are_asked_for_once_until_there_are_too_many():
    """What was found is kept; when more would be kept than is wanted, all of it is let go."""
    everything, activities = ClaimQuery(), ClaimQuery(kinds=(Kind.ACTIVITY,))
    with open_record(":memory:", baseline=False) as record:
        read_into(record, PACT, EXERCISE)
        counting = Counting(record)
        reader = Remembering(counting, most=3)

        sizes = [len(tuple(reader.claims(query))) for query in (everything, everything, activities, everything)]

    assert sizes == [3, 3, 1, 3]
    assert counting.asked == [everything, activities, everything]


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
