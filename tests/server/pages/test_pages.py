"""The first page, the lists, the search, the pages of claims and of whatever bears a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from foedera.model.entities import EntityId
from foedera.record import Decision, Record, Verdict, open_record
from foedera.server.pages.search import pieces_of
from tests.record.world import EXERCISE, PACT, extract_claims

SIGNED, JOINED = extract_claims(PACT)


def test_the_first_page_tells_what_the_record_holds_and_what_is_new(client: TestClient, record: Record):
    record.decide(Decision(SIGNED.id, Verdict.ACCEPTED, "Ana"))
    page = client.get("/").text

    assert "<dt>Documents</dt><dd>" in page
    assert "The Pact" in page
    assert "Northmoor Pact: signed (Eastmark)" in page
    assert "Ana" in page


def test_an_empty_record_says_how_to_begin(tmp_path: Path, serve: Callable[..., TestClient]):
    open_record(tmp_path / "empty.sqlite", baseline=False).close()
    client = serve(tmp_path / "empty.sqlite")

    assert "No document has been read yet" in client.get("/").text
    assert "No document has been read yet" in client.get("/documents").text


def test_documents_are_found_by_their_titles(client: TestClient):
    page = client.get("/documents?q=pact").text

    assert "The Pact" in page
    assert "exercise.txt" not in page
    assert "1–1 of 1 with these words" in page
    assert "1–2 of 2 documents" in client.get("/documents").text


def test_a_list_that_ended_says_so(client: TestClient):
    assert "No document has these words" in client.get("/documents?page=7").text


def test_words_are_found_in_the_texts_with_what_the_passage_claims(client: TestClient):
    page = client.get("/search?q=reporter").text
    assert "<mark>reporter</mark>" in page

    page = client.get("/search?q=Sunder").text
    assert "exercise: Northmoor" in page


def test_a_search_that_finds_nothing_says_what_to_try(client: TestClient):
    assert "No passage has all of these words" in client.get("/search?q=zeppelin").text


def test_a_long_passage_is_cut_around_the_words(record: Record):
    hit = record.search("reporter")[0]
    pieces = list(pieces_of(hit))

    assert "".join(words for words, _ in pieces) == hit.text
    assert [words for words, sought in pieces if sought] == ["reporter"]


def test_a_claim_has_its_sentence_and_what_was_decided(client: TestClient, record: Record):
    record.decide(Decision(SIGNED.id, Verdict.REJECTED, "Ana", "it was the Treaty"))
    page = client.get(f"/claims/{SIGNED.id}").text

    assert "<mark>Northmoor signed the Pact in 2018.</mark>" in page
    assert "it was the Treaty" in page
    assert "✕ rejected" in page


@pytest.mark.parametrize("address", ["/actors/NMR", "/actors/northmoor"])
def test_an_actor_is_found_by_id_and_by_name(client: TestClient, address: str):
    answer = client.get(address)
    page = answer.text if answer.status_code == 200 else client.get(answer.headers["location"]).text

    assert "Northmoor" in page
    assert "Everything said, newest first" in page


def test_everything_said_stands_by_year_newest_first(client: TestClient):
    page = client.get("/actors/NMR").text

    assert page.index(">2020<") < page.index(">2018<")


def test_only_one_kind_is_shown_if_one_is_asked_for(client: TestClient):
    page = client.get("/actors/NMR?kind=activity").text

    assert "exercise: Northmoor" in page
    assert "Northmoor Pact: signed" not in page


def test_an_agreement_tells_where_it_stands_on_a_day(client: TestClient):
    page = client.get("/instruments/northmoor-pact?on=2018-12-31").text

    assert "Where it stands" in page
    assert "signed" in page


def test_a_page_of_the_wrong_sort_leads_to_the_right_one(client: TestClient):
    answer = client.get("/actors/northmoor-pact?on=2019")

    assert answer.status_code == 307
    assert answer.headers["location"] == "/instruments/northmoor-pact?on=2019"


def test_two_names_are_told_to_be_one_and_parted_again(client: TestClient, record: Record):
    answer = client.post("/entities/NMR/merge", data={"into": "EMK", "note": "one state since 2021"})
    assert answer.status_code == 303
    assert client.get("/actors/NMR").headers["location"] == "/actors/EMK"
    assert "one state since 2021" in client.get("/actors/EMK").text

    client.post("/entities/NMR/merge", data={"into": ""})
    assert [(merge.entity, merge.into) for merge in record.merges()] == [
        (EntityId("NMR"), EntityId("EMK")),
        (EntityId("NMR"), None),
    ]


def test_what_is_not_there_is_told_with_near_names(client: TestClient):
    answer = client.get("/actors/Japn")

    assert answer.status_code == 404
    assert "Did you mean" in answer.text
    assert "Japan" in answer.text


def test_all_pages_lead_to_each_other(client: TestClient):
    page = client.get(f"/documents/{EXERCISE.id}").text

    for path in ("/partnership", "/timeline", "/map", "/network", "/table", "/ask/can", "/gaps", "/documents"):
        assert f'<a href="{path}"' in page
