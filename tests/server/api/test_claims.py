"""/api/v1/claims: filters, pages, and what is said to whoever asks wrongly."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from foedera.model.schema import claim_schema
from foedera.record import ClaimQuery, Order, Record
from tests.record.world import EXERCISE, PACT, paper, read_into


def claims_of(client: TestClient, query: str) -> list[dict[str, Any]]:
    response = client.get(f"/api/v1/claims?{query}")
    assert response.status_code == 200, response.text
    return [said["claim"] for said in response.json()["claims"]]


@pytest.mark.parametrize(
    ("query", "said"),
    {
        "an actor": ("actor=Northmoor", ["2018", "2020"]),
        "two actors together": ("actor=Northmoor&actor=Eastmark", []),
        "a kind": ("actor=Northmoor&kind=activity", ["2020"]),
        "several kinds": ("actor=Northmoor&kind=activity&kind=instrument_event", ["2018", "2020"]),
        "an instrument": ("instrument=Northmoor Pact", ["2018", "2019"]),
        "anything named": ("entity=NMR", ["2018", "2020"]),
        "from a day on": ("actor=Northmoor&from=2019", ["2020"]),
        "up to a day": ("actor=Northmoor&to=2019-06", ["2018"]),
        "words": ("q=Sunder Sea", ["2020"]),
        "a document": (f"document={PACT.id}", ["2018", "2019"]),
        "the end of a path": ("document=pact.txt", ["2018", "2019"]),
        "how sure": ("document=pact.txt&confidence=0.9", []),
        "how real": ("document=pact.txt&modality=planned", []),
        "denied": ("document=pact.txt&polarity=denied", []),
        "not reviewed": ("document=pact.txt&reviewed=no", ["2018", "2019"]),
        "reviewed": ("reviewed=yes", []),
        "without the baseline": ("baseline=no", ["2018", "2019", "2020"]),
        "empty fields of a form": ("actor=Northmoor&kind=&from=&q=", ["2018", "2020"]),
        "before anything was known": ("document=pact.txt&known_on=2001-01-01", []),
    }.values(),
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_filters(client: TestClient, query: str, said: list[str]):
    """Each filter keeps what it says; several must all hold."""
    assert [claim["when"] for claim in claims_of(client, query)] == said


def test_claims_are_in_the_format_of_the_grammar(client: TestClient):
    """A claim from the server is the line that `foedera extract` writes, and holds to the same schema."""
    validator = Draft202012Validator(claim_schema())

    for claim in claims_of(client, "limit=100"):
        validator.validate(claim)


def test_pages_lead_from_one_to_the_next(client: TestClient, record: Record):
    """Following `next` gives every claim once, in order."""
    address, found = "/api/v1/claims?actor=Japan&limit=40", []
    while address:
        page = client.get(address).json()
        found += [said["claim"]["id"] for said in page["claims"]]
        address = page["next"]

    with_japan = record.claims(ClaimQuery(order=Order.WHEN))
    everywhere = [claim.id for claim in with_japan]
    assert len(found) > 100
    assert found == [each for each in everywhere if each in set(found)]


def test_a_list_is_not_disturbed_by_what_arrives(client: TestClient, record: Record):
    """All pages of a list show the record as it stood when the first was asked for."""
    first = client.get("/api/v1/claims?actor=Northmoor&limit=1").json()
    read_into(record, paper("Northmoor exercised in 2019.", "papers/late.txt"))

    rest = client.get(first["next"]).json()

    assert [said["claim"]["when"] for said in (*first["claims"], *rest["claims"])] == ["2018", "2020"]
    assert rest["next"] is None
    assert [claim["when"] for claim in claims_of(client, "actor=Northmoor")] == ["2018", "2019", "2020"]


def test_documents_stand_beside_the_claims(client: TestClient):
    """A page tells of each document once; each claim names its document by id."""
    page = client.get("/api/v1/claims?baseline=no").json()

    assert {page["documents"][said["document"]]["path"] for said in page["claims"]} == {PACT.path, EXERCISE.path}
    assert page["documents"][PACT.id]["title"] == "The Pact"


def test_claims_can_be_counted(client: TestClient):
    """Asked for, the number is told, too, and whether counting stopped there."""
    assert client.get("/api/v1/claims?baseline=no&count=yes&limit=1").json()["count"] == {
        "number": 3,
        "at_least": False,
    }


def test_one_claim(client: TestClient):
    """A claim is found by its id, with its document and what was decided about it."""
    wanted = claims_of(client, "q=Sunder Sea")[0]

    said = client.get(f"/api/v1/claims/{wanted['id']}").json()

    assert said == {"claim": wanted, "document": EXERCISE.id, "decision": None}


WRONG = {
    "a parameter that there is not": ("actors=Japan", 422, "usage-wrong", "there is no parameter “actors”"),
    "an unknown actor": ("actor=Atlantis", 404, "name-unknown", "no actor is called “Atlantis”"),
    "an ambiguous name": ("instrument=SPA", 422, "name-ambiguous", "stands for more than one thing"),
    "an unknown document": ("document=nowhere.txt", 404, "name-unknown", "no document"),
    "a date in words": ("from=1 Feb 2019", 422, "usage-wrong", "from: cannot read “1 Feb 2019” as a date"),
    "a day of no calendar": ("to=2019-02-31", 422, "usage-wrong", "no day of the calendar"),
    "an end before the beginning": ("from=2020&to=2010", 422, "usage-wrong", "from 2020 to 2010 is no time"),
    "a day without end": ("known_on=2020/..", 422, "usage-wrong", "known_on has no end"),
    "an unknown kind": ("kind=war", 422, "usage-wrong", "kind does not take “war”"),
    "no number": ("confidence=high", 422, "usage-wrong", "confidence does not take “high”"),
    "not a number at all": ("confidence=nan", 422, "usage-wrong", "confidence does not take “nan”"),
    "neither yes nor no": ("reviewed=perhaps", 422, "usage-wrong", "reviewed does not take “perhaps”"),
    "an empty page": ("limit=0", 422, "usage-wrong", "limit does not take “0”"),
    "a huge page": ("limit=1000000000000", 422, "usage-wrong", "limit does not take"),
    "a foreign digit": ("limit=٣", 422, "usage-wrong", "limit does not take"),
    "a negative page": ("limit=-1", 422, "usage-wrong", "limit does not take “-1”"),
    "an order that there is not": ("order=document", 422, "usage-wrong", "order does not take “document”"),
    "one thing twice": ("limit=2&limit=3", 422, "usage-wrong", "limit is given more than once"),
    "a filter twice": ("q=a&q=b", 422, "usage-wrong", "q is given 2 times"),
    "too many actors": ("actor=x&" * 9, 422, "usage-wrong", "actor is given 9 times"),
    "a long text": ("q=" + "x" * 501, 422, "usage-wrong", "501 characters"),
    "a null": ("q=a%00b", 422, "usage-wrong", "no text"),
    "a cursor of nonsense": ("cursor=xxx", 422, "usage-wrong", "the cursor cannot be read"),
    "a cursor that is no list": ("cursor=MQ", 422, "usage-wrong", "the cursor cannot be read"),
    "a cursor full of brackets": ("cursor=" + "W1tb" * 5000, 422, "usage-wrong", "characters long"),
}


@pytest.mark.parametrize(("query", "status", "kind", "what"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_asked(client: TestClient, query: str, status: int, kind: str, what: str):
    """Whoever asks wrongly is told what, where and how to mend, as problem+json."""
    response = client.get(f"/api/v1/claims?{query}")

    problem = response.json()
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert (problem["status"], problem["type"]) == (status, f"urn:foedera:problem:{kind}")
    assert what in problem["detail"]
    assert problem.get("mend") or kind == "name-unknown"


HOSTILE = (
    "'; DROP TABLE claims; --",
    "<script>alert(1)</script>",
    "%25%25",
    "a*",
    'NEAR("x" "y")',
    "\u202e",
    "-1",
    "{}",
    "né\u0301",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(client: TestClient, text: str):
    """Whatever stands in a filter is looked for as it stands."""
    response = client.get("/api/v1/claims", params={"q": text})

    assert response.status_code == 200
    assert client.get("/api/v1/claims?baseline=no").json()["claims"]


def test_a_cursor_belongs_to_its_list(client: TestClient):
    """A cursor is not good for a list with other filters."""
    cursor = client.get("/api/v1/claims?baseline=no&limit=1").json()["next"].rpartition("cursor=")[2]

    problem = client.get(f"/api/v1/claims?actor=Japan&cursor={cursor}").json()

    assert "other filters" in problem["detail"]


@pytest.mark.parametrize(
    "path", ["claims/c-0", "claims/c-0/decisions", "claims/%2e%2e%2fetc", "nothing", "documents/x"]
)
def test_unknown_addresses(client: TestClient, path: str):
    """What is not there is told as a problem, never as a page."""
    response = client.get(f"/api/v1/{path}", headers={"accept": "text/html"})

    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_an_answer_that_still_holds_is_not_sent_again(client: TestClient, record: Record):
    """With the tag of an answer comes 304, until something is entered."""
    first = client.get("/api/v1/claims?actor=Northmoor")
    tag = {"if-none-match": first.headers["etag"]}

    assert client.get("/api/v1/claims?actor=Northmoor", headers=tag).status_code == 304
    assert client.get("/api/v1/claims?actor=Eastmark", headers=tag).status_code == 200
    read_into(record, paper("Northmoor exercised in 2019.", "papers/late.txt"))
    again = client.get("/api/v1/claims?actor=Northmoor", headers=tag)
    assert again.status_code == 200
    assert len(again.json()["claims"]) == 3


def test_long_answers_are_packed(client: TestClient):
    """A page of claims is sent packed to whoever can unpack it, and every answer is to be asked for again."""
    response = client.get("/api/v1/claims", headers={"accept-encoding": "gzip"})

    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["cache-control"] == "private, no-cache"
