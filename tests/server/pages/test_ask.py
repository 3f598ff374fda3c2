"""The questions as forms, and their answers as chains that lead to sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from foedera.record import open_record
from foedera.server.app import create_app
from foedera.server.pages.ask import QUESTIONS
from foedera.server.settings import ServerSettings


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server on a record with the facts that ship."""
    place = tmp_path_factory.mktemp("ask") / "record.sqlite"
    open_record(place).close()
    app = create_app(ServerSettings(record=str(place)))
    headers = {"accept": "text/html"}
    with TestClient(app, base_url="http://localhost", follow_redirects=False, headers=headers) as client:
        yield client


@pytest.mark.parametrize(("question", "title", "example"), QUESTIONS)
def test_each_question_has_a_form_and_an_example_that_works(
    client: TestClient, question: str, title: str, example: str
):
    empty, asked = client.get(f"/ask/{question}"), client.get(f"/ask/{question}?{example}")

    assert empty.status_code == asked.status_code == 200
    assert title in empty.text and "For instance:" in empty.text
    assert "For instance:" not in asked.text


def test_a_no_tells_why_and_what_would_open_it(client: TestClient):
    """The answer stands first, then the rules and the facts that say it, then the ways out with precedents."""
    page = client.get("/ask/can?activity=share-classified&actor=Japan&actor=EU&on=2025-02-01").text

    assert 'sign--bad">No</span>' in page
    assert "May Japan and the EU exchange classified information on 1 February 2025?" in page
    assert "Rule: Council Security Rules" in page
    assert 'href="/claims/c-' in page
    assert "conclude an information-security agreement" in page
    assert "precedents</summary>" in page


def test_a_place_counts(client: TestClient):
    page = client.get("/ask/can?activity=exercise&actor=Japan&actor=EU&at=Gulf+of+Aden&on=2025-02-01").text

    assert 'sign--good">Yes</span>' in page
    assert "hold exercises (Gulf of Aden) on 1 February 2025?" in page


def test_what_changed_leads_to_the_claims(client: TestClient):
    page = client.get("/ask/changed?from=2024&to=2024&actor=Japan&actor=EU").text

    assert "What changed between Japan and the EU from 1 January 2024 to 31 December 2024" in page
    assert "European Union-Japan Security and Defence Partnership" in page


def test_more_than_anybody_reads_is_refused_with_a_way_out(client: TestClient, monkeypatch: pytest.MonkeyPatch):
    """A page does not wait for all that ever happened anywhere."""
    monkeypatch.setattr("foedera.server.pages.ask._MOST_ASKED", 10)
    page = client.get("/ask/changed?from=1990&to=2026")

    assert page.status_code == 422
    assert "Name two actors, or take fewer days" in page.text


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/ask/can?activity=dance&actor=Japan&actor=EU", "activity does not take “dance”"),
        ("/ask/can?activity=exercise&actor=Japn&actor=EU", "Did you mean: Japan"),
        ("/ask/can?activity=exercise&actor=Japan", "one side only"),
        ("/ask/can?activity=exercise", "the question lacks: actor"),
        ("/ask/eligible?actor=Japan&programme=Nothing", "no programme is called “Nothing”"),
        ("/ask/pathway?actor=Japan", "about two actors, not 1"),
        ("/ask/pathway?actor=Japan&actor=JPN", "the same actor"),
        ("/ask/changed?from=2025&to=2024", "ends (2024-12-31) before it begins"),
    ],
)
def test_a_mistake_is_told_beside_the_form(client: TestClient, address: str, told: str):
    page = client.get(address)

    assert page.status_code in (404, 422)
    assert told in page.text
    assert "<form" in page.text


def test_gaps_are_asked_for_part_by_part(client: TestClient):
    page = client.get("/gaps?actor=Japan&on=2025-02-01").text
    cells = client.get("/gaps/part/cells?actor=Japan&on=2025-02-01", headers={"HX-Request": "true"}).text

    assert 'hx-get="/gaps/part/conflicts?actor=Japan&amp;on=2025-02-01"' in page
    assert "Japan with its partners" in cells
    assert "cell--empty" in cells and ">in force</a>" in cells


@pytest.mark.parametrize("part", ["conflicts", "unfollowed", "cells"])
def test_gaps_of_the_whole_record(client: TestClient, part: str):
    """Without an actor the parts say how far they looked, or ask for one."""
    assert client.get(f"/gaps/part/{part}").status_code == 200


def test_a_mistake_on_the_gaps_is_told(client: TestClient):
    assert "cannot read “soon” as a date" in client.get("/gaps?on=soon").text
    assert "no actor is called “Nowhere Land”" in client.get("/gaps/part/cells?actor=Nowhere+Land").text
    assert client.get("/gaps/part/nothing").status_code == 404
