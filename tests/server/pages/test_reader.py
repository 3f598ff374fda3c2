"""A document with its claims in place."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from foedera.record import ClaimQuery, Decision, Record, Verdict
from tests.record.world import EXERCISE, PACT, extract_claims, paper

SIGNED, JOINED = extract_claims(PACT)
PAGE = f"/documents/{PACT.id}"


def test_the_text_stands_there_with_its_claims(client: TestClient):
    page = client.get(PAGE).text

    assert "<h1>The Pact</h1>" in page
    assert f'id="{SIGNED.id}"' in page
    assert f'id="card-{JOINED.id}"' in page


def test_the_segments_put_together_are_the_text(client: TestClient):
    """A script counts characters within them, so there must be nothing else in them."""
    page = client.get(PAGE).text

    parts = re.findall(r'<span data-s="(\d+)"[^>]*>([^<]*)</span>', page)
    assert "".join(words for _, words in parts) == PACT.text
    assert all(PACT.text.startswith(words, int(start)) for start, words in parts)


def test_a_claim_in_the_address_is_open(client: TestClient):
    page = client.get(f"{PAGE}?claim={JOINED.id}").text

    assert f'data-open-claim="{JOINED.id}"' in page


def test_a_claim_of_another_document_is_refused(client: TestClient):
    answer = client.get(f"{PAGE}?claim=c-nonsense")

    assert answer.status_code == 404
    assert "No claim of this document is called" in answer.text


def test_a_rejected_claim_is_listed_and_no_longer_highlighted(client: TestClient, record: Record):
    record.decide(Decision(SIGNED.id, Verdict.REJECTED, "Ana"))
    page = client.get(PAGE).text

    assert ">1 claim<" in page
    assert "is-set-aside" in page
    assert re.search(r'<span data-s="0"[^>]*class="say', page) is None


def test_a_document_is_found_by_the_end_of_its_path(client: TestClient):
    assert "<h1>The Pact</h1>" in client.get("/documents/pact.txt").text


def test_a_document_that_is_not_there(client: TestClient):
    assert client.get("/documents/nonsense").status_code == 404


def test_a_long_document_is_shown_in_parts(client: TestClient, record: Record):
    """The part with the claim or the place that is asked for; each leads to the next."""
    text = "\n\n".join(f"Northmoor signed the Pact in {year}. " + "It rained. " * 500 for year in range(2000, 2050))
    document = paper(text, "papers/long.txt")
    run = record.begin_run("toy/1")
    record.enter_document(document, extract_claims(document), run=run)
    last = record.list_documents()[0]
    late = [claim.id for claim in record.claims(ClaimQuery(documents=(last.id,)))][-1]

    first = client.get(f"/documents/{last.id}").text
    assert "Part 1 of" in first
    assert "in 2000" in first
    assert "in 2049" not in first
    assert "50 in all" in first

    end = client.get(f"/documents/{last.id}?claim={late}").text
    assert "in 2049" in end
    assert 'rel="next"' not in end
    assert "in 2049" in client.get(f"/documents/{last.id}?at={len(text) - 9}").text


def test_words_found_lead_to_their_passage(client: TestClient):
    page = client.get("/search?q=reporter").text

    place = EXERCISE.text.index("The naïve reporter")
    assert f"/documents/{EXERCISE.id}?at={place}#p-{place}" in page
    assert f'id="p-{place}"' in client.get(f"/documents/{EXERCISE.id}?at={place}").text
