"""How much a record holds."""

from __future__ import annotations

from dataclasses import replace

from foedera.model.claims import ClaimId
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import ClaimQuery, Decision, Record, Verdict
from tests.record.world import EXERCISE, PACT, extract_claims, read_into

SIGNED, _ = extract_claims(PACT)
RIGHT = replace(SIGNED, when=Span.parse("2018-07-17"), confidence=1.0, id=ClaimId(""))


def test_everything_is_counted_by_kind(record: Record):
    read_into(record, PACT, EXERCISE)

    counts = record.counts()
    assert (counts.documents, counts.claims, counts.superseded) == (2, 3, 0)
    assert counts.kinds == {Kind.INSTRUMENT_EVENT: 2, Kind.ACTIVITY: 1}


def test_what_a_later_reading_supersedes_counts_no_longer(record: Record):
    read_into(record, PACT)
    read_into(record, PACT, extractor="toy/2")

    counts = record.counts()
    assert (counts.claims, counts.superseded) == (2, 2)


def test_the_counts_are_those_of_the_claims_that_are_listed(record: Record):
    """Whatever people decided: the tally takes a short way, and comes to the same."""
    read_into(record, PACT, EXERCISE)
    for decide in (
        lambda: record.decide(Decision(SIGNED.id, Verdict.ACCEPTED, "Ana")),
        lambda: record.decide(Decision(SIGNED.id, Verdict.REJECTED, "Ana")),
        lambda: record.undo(SIGNED.id, who="Ana"),
        lambda: record.decide(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), RIGHT),
        lambda: record.undo(SIGNED.id, who="Ana"),
        lambda: record.decide(Decision(RIGHT.id, Verdict.ADDED, "Ana"), RIGHT),
    ):
        decide()
        assert record.counts().claims == len(list(record.claims(ClaimQuery())))
