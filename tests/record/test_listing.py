"""Documents on a list, without their texts."""

from __future__ import annotations

from dataclasses import replace

from foedera.model.claims import ClaimId
from foedera.model.time import Span
from foedera.record import Decision, Record, Verdict
from foedera.record.cards import DocumentOrder, DocumentQuery
from tests.record.world import EXERCISE, PACT, extract_claims, read_into


def titles(record: Record, **query: object) -> list[str]:
    return [card.title for card in record.list_documents(DocumentQuery(**query))]  # type: ignore[arg-type]


def test_what_was_read_last_stands_first(record: Record):
    read_into(record, PACT, EXERCISE)

    assert titles(record) == ["papers/exercise.txt", "The Pact"]


def test_a_document_read_again_is_listed_once(record: Record):
    read_into(record, PACT, EXERCISE)
    read_into(record, replace(PACT, text=PACT.text), extractor="toy/2")

    assert titles(record) == ["The Pact", "papers/exercise.txt"]
    assert record.count_documents() == 2


def test_each_word_stands_in_title_publisher_or_path(record: Record):
    read_into(record, PACT, EXERCISE)

    assert titles(record, text="pact the") == ["The Pact"]
    assert titles(record, text="papers exercise") == ["papers/exercise.txt"]
    assert titles(record, text="%") == []


def test_the_newest_stands_first_and_what_has_no_date_last(record: Record):
    read_into(record, EXERCISE, PACT)

    assert titles(record, order=DocumentOrder.DATE) == ["The Pact", "papers/exercise.txt"]
    assert titles(record, order=DocumentOrder.TITLE) == ["papers/exercise.txt", "The Pact"]


def test_a_page_of_the_list(record: Record):
    read_into(record, PACT, EXERCISE)

    assert titles(record, limit=1, offset=1) == ["The Pact"]


def test_only_claims_that_count_are_counted(record: Record):
    read_into(record, PACT)
    record.decide(Decision(next(extract_claims(PACT)).id, Verdict.REJECTED, "Ana"))

    (card,) = record.list_documents()
    assert card.claims == 1


def test_a_correction_is_no_reading(record: Record):
    """Whoever corrects a claim of an old document does not bring it to the top of what was read last."""
    read_into(record, PACT, EXERCISE)
    signed = next(extract_claims(PACT))
    right = replace(signed, when=Span.parse("2018-07-17"), id=ClaimId(""))
    record.decide(Decision(signed.id, Verdict.CORRECTED, "Ana"), right)

    assert titles(record) == ["papers/exercise.txt", "The Pact"]
    assert record.count_documents() == 2
