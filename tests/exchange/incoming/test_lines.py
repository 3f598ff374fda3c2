"""Claims as lines of JSON: what the program writes, it reads."""

from __future__ import annotations

import json

import pytest

from foedera.exchange.incoming import Fate
from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind
from foedera.model.lines import claim_to_json
from foedera.model.time import Span
from foedera.record import Record
from tests.exchange.incoming.conftest import Import
from tests.record.world import PACT, extract_claims, read_into

SIGNED = claim_to_json(
    Claim(
        Kind.INSTRUMENT_EVENT,
        {
            "instrument": (Filler("Pact", entity=EntityId("northmoor-pact"), name="Northmoor Pact"),),
            "event": (Filler("signed"),),
        },
        (Evidence(None, None, None, "", Source("Northmoor Gazette")),),
        Span.parse("2018-07-17"),
    ),
    None,
)


def test_a_claim_with_a_source_is_taken(record: Record, taken: Import):
    """A line that names a source stands for itself."""
    report = taken("jsonl", [SIGNED])

    assert report.fates[Fate.TAKEN] == 1
    assert [claim_to_json(claim, None) for claim in record.claims()] == [SIGNED]


def test_a_claim_that_quotes_a_document_of_the_record_is_taken(record: Record, taken: Import):
    """A line that quotes a document is held against the document's text."""
    read_into(record, PACT)
    claim = next(extract_claims(PACT, "colleague/1"))
    report = taken("jsonl", [claim_to_json(claim, PACT.path) | {"id": ""}])

    assert (report.fates[Fate.TAKEN], report.claims) == (1, 1)
    assert not list(record.verify())
    assert {found.extractor for found in record.claims()} == {"toy/1", "colleague/1"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"document": "nowhere.txt"}, "row 1, column “document”: “nowhere.txt”: the record has no such document."),
        ({"kind": "signature"}, "row 1: no kind of claim: 'signature'. Known kinds: instrument_event,"),
        ({"when": "1 Feb 2019"}, "row 1, column “when”: "),
        ({"roles": {"event": ["signed"]}}, "row 1: claim "),
    ],
    ids=["a document nobody read", "no kind", "a date that is none", "a role is missing"],
)
def test_a_bad_line_is_named(record: Record, taken: Import, change: dict[str, object], told: str):
    """Row and reason are told, and the good line is taken."""
    report = taken("jsonl", [SIGNED | change, SIGNED])

    assert [finding.line()[: len(told)] for finding in report.wrong] == [told]
    assert len(list(record.claims())) == 1


def test_a_line_that_is_no_json_is_named(taken: Import):
    """A line that is no JSON is told with its number."""
    report = taken("jsonl", json.dumps(SIGNED) + "\n{half\n")

    assert report.wrong[0].line().startswith("row 2: “{half”: no JSON:")
