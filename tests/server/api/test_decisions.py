"""/api/v1/decisions and /merges: deciding, and what was decided."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.record.world import EXERCISE, PACT


@pytest.fixture
def signed(client: TestClient) -> dict[str, Any]:
    """The claim that Northmoor signed the Pact in 2018."""
    return client.get("/api/v1/claims?actor=Northmoor&kind=instrument_event").json()["claims"][0]["claim"]  # type: ignore[no-any-return]


def decide(client: TestClient, **body: Any) -> dict[str, Any]:
    response = client.post("/api/v1/decisions", json=body)
    assert response.status_code == 201, response.text
    return response.json()  # type: ignore[no-any-return]


def years_of_northmoor(client: TestClient) -> list[str]:
    found = client.get("/api/v1/claims?actor=Northmoor").json()["claims"]
    return [said["claim"]["when"] for said in found]


def test_accept_and_undo(client: TestClient, signed: dict[str, Any]):
    """Who accepts a claim stands beside it, until it is undone."""
    decided = decide(client, verdict="accepted", claim=signed["id"], who="Ada", note="read it")

    assert (decided["verdict"], decided["who"], decided["note"]) == ("accepted", "Ada", "read it")
    assert client.get(f"/api/v1/claims/{signed['id']}").json()["decision"] == decided
    assert len(client.get("/api/v1/claims?reviewed=yes").json()["claims"]) == 1
    client.post("/api/v1/decisions/undo", json={"claim": signed["id"], "who": "Ada"})
    assert client.get(f"/api/v1/claims/{signed['id']}").json()["decision"] is None
    assert len(client.get(f"/api/v1/claims/{signed['id']}/decisions").json()["decisions"]) == 2


def test_a_rejected_claim_counts_no_longer(client: TestClient, signed: dict[str, Any]):
    """What is rejected stays in the record, and out of every list."""
    decide(client, verdict="rejected", claim=signed["id"])

    assert years_of_northmoor(client) == ["2020"]
    assert client.get(f"/api/v1/claims/{signed['id']}").json()["decision"]["verdict"] == "rejected"


def test_a_correction_takes_the_place_of_a_claim(client: TestClient, signed: dict[str, Any]):
    """A correction says the claim as it should be; the one that was wrong counts no longer."""
    right = signed | {"when": "2017"}
    decided = decide(client, verdict="corrected", claim=signed["id"], said=right, document=PACT.id)

    assert years_of_northmoor(client) == ["2017", "2020"]
    assert decided["replacement"] != signed["id"]


def test_a_claim_can_be_added(client: TestClient):
    """A claim that no extractor found is added with the sentence that says it."""
    start = EXERCISE.text.index("The naïve")
    line = {
        "kind": "remark",
        "roles": {
            "speaker": [{"text": "reporter", "start": start + 10, "end": start + 18}],
            "content": [{"text": "wrote this", "start": start + 29, "end": start + 39}],
        },
        "evidence": [{"start": start, "end": len(EXERCISE.text), "quote": EXERCISE.text[start:]}],
    }
    decide(client, verdict="added", said=line, document=EXERCISE.id)

    said = client.get("/api/v1/claims?document=exercise.txt&kind=remark").json()["claims"]
    assert [each["claim"]["confidence"] for each in said] == [1.0]


def test_decisions_come_in_pages(client: TestClient, signed: dict[str, Any]):
    """Every decision is kept, oldest first."""
    for verdict in ("accepted", "rejected", "accepted"):
        decide(client, verdict=verdict, claim=signed["id"])

    first = client.get("/api/v1/decisions?limit=2").json()
    rest = client.get(first["next"]).json()
    verdicts = [each["verdict"] for each in (*first["decisions"], *rest["decisions"])]
    assert verdicts == ["accepted", "rejected", "accepted"]


def test_entities_are_merged_and_parted(client: TestClient):
    """Claims name what an entity was merged into, until the two are parted."""
    client.post("/api/v1/merges", json={"entity": "EMK", "into": "NMR", "who": "Ada"})
    assert years_of_northmoor(client) == ["2018", "2019", "2020"]

    client.post("/api/v1/merges", json={"entity": "EMK", "into": None, "who": "Ada"})
    assert years_of_northmoor(client) == ["2018", "2020"]
    assert [each["into"] for each in client.get("/api/v1/merges").json()["merges"]] == ["NMR", None]


LINE = {"kind": "activity", "roles": {"type": ["exercise"]}, "evidence": [{"start": 0, "end": 9, "quote": "Northmoor"}]}
WHOLE = LINE | {"roles": {"type": ["exercise"], "participant": [{"text": "Northmoor", "start": 0, "end": 9}]}}
WRONG = {
    "no verdict": ({"claim": "c-1"}, "request-invalid"),
    "a verdict that there is not": ({"verdict": "maybe", "claim": "c-1"}, "request-invalid"),
    "a field that there is not": ({"verdict": "accepted", "claim": "c-1", "mood": "good"}, "request-invalid"),
    "no claim": ({"verdict": "accepted"}, "usage-wrong"),
    "a claim that there is not": ({"verdict": "accepted", "claim": "c-0"}, "decision-invalid"),
    "a correction of nothing": ({"verdict": "corrected", "claim": "c-0"}, "usage-wrong"),
    "an addition without a document": ({"verdict": "added", "said": LINE}, "usage-wrong"),
    "a document that there is not": ({"verdict": "added", "said": WHOLE, "document": "x"}, "decision-invalid"),
    "a claim without a participant": ({"verdict": "added", "said": LINE, "document": PACT.id}, "claim-invalid"),
    "a claim that is no claim": ({"verdict": "added", "said": {"kind": 7}, "document": PACT.id}, "claim-invalid"),
    "a note without end": ({"verdict": "accepted", "claim": "c-0", "note": "x" * 5000}, "request-invalid"),
}


@pytest.mark.parametrize(("body", "kind"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_decided(client: TestClient, body: dict[str, Any], kind: str):
    """A decision that makes no sense is refused with the reason, and nothing is kept."""
    response = client.post("/api/v1/decisions", json=body)

    assert (response.status_code, response.json()["type"]) == (422, f"urn:foedera:problem:{kind}"), response.text
    assert client.get("/api/v1/decisions").json()["decisions"] == []


def test_a_quote_that_does_not_stand_there(client: TestClient):
    """A claim of one's own must be cut from the document: places are checked, never believed."""
    roles = {"type": ["exercise"], "participant": [{"text": "Northmoor", "start": 1, "end": 10}]}
    response = client.post(
        "/api/v1/decisions", json={"verdict": "added", "document": PACT.id, "said": LINE | {"roles": roles}}
    )

    assert response.status_code == 422
    assert "does not" in response.json()["detail"] or "not what stands" in response.json()["detail"]


def test_no_json(client: TestClient):
    """A body that is no JSON is told so."""
    response = client.post("/api/v1/decisions", content=b"{", headers={"content-type": "application/json"})

    assert (response.status_code, response.json()["type"]) == (422, "urn:foedera:problem:request-invalid")
