"""/api/v1/documents: what was read, its text, and reading more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from foedera.record import Record
from tests.record.world import EXERCISE, paper, read_into

NOTICE = "Japan and the United Kingdom signed a Reciprocal Access Agreement on 11 January 2023.\n"


def test_documents_are_listed_last_read_first(client: TestClient):
    """A list says what is known of each document and how many claims it makes, without its text."""
    listed = client.get("/api/v1/documents").json()["documents"]

    assert [(each["path"], each["title"], each["date"], each["claims"]) for each in listed] == [
        ("papers/exercise.txt", None, None, 1),
        ("papers/pact.txt", "The Pact", "2019-05", 2),
    ]


def test_documents_come_in_pages(client: TestClient, record: Record):
    """What is read meanwhile does not move the pages that are still to come."""
    first = client.get("/api/v1/documents?limit=1").json()
    read_into(record, paper("Westhaven exercised in 2022.", "papers/late.txt"))

    rest = client.get(first["next"]).json()

    assert [each["path"] for each in rest["documents"]] == ["papers/pact.txt"]
    assert rest["next"] is None


def test_documents_are_found_by_words(client: TestClient):
    """Each word stands in the title, the publisher or the path."""
    listed = client.get("/api/v1/documents?q=pact").json()["documents"]

    assert [each["path"] for each in listed] == ["papers/pact.txt"]


def test_one_document_and_its_text(client: TestClient):
    """A document tells its structure in code points of its text."""
    told = client.get(f"/api/v1/documents/{EXERCISE.id}").json()
    text = client.get(f"/api/v1/documents/{EXERCISE.id}/text").json()["text"]

    assert text == EXERCISE.text
    assert (told["id"], told["length"], told["format"]) == (EXERCISE.id, len(EXERCISE.text), "txt")


def test_a_file_is_read_with_its_claims(client: TestClient):
    """A file that is sent becomes a document with claims; sent again it is known, and nothing changes."""
    sent = {"file": ("notice.txt", NOTICE.encode(), "text/plain")}
    facts = {"title": "Notice", "date": "2023-01-12", "publisher": "Westhaven", "marking": "TLP:GREEN"}

    first = client.post("/api/v1/documents", files=sent, data=facts)
    again = client.post("/api/v1/documents", files=sent, data=facts)

    assert (first.status_code, first.json()["outcome"]) == (201, "entered"), first.text
    assert first.json()["claims"] == len(client.get("/api/v1/claims?document=notice.txt").json()["claims"]) > 0
    assert (again.status_code, again.json()["outcome"], again.json()["claims"]) == (200, "known", 0)
    document = client.get(first.headers["location"]).json()
    assert {name: document[name] for name in facts} == facts


REFUSED = {
    "a picture": ("map.png", b"\x89PNG\r\n", {}, "document-unreadable", "no kind of file"),
    "a picture that calls itself text": ("map.txt", b"\x89PNG\r\n\x1a\n0000", {}, "document-unreadable", "picture"),
    "nothing": ("empty.txt", b"", {}, "document-unreadable", "is empty"),
    "too much": ("long.txt", b"x" * 5000, {}, "document-unreadable", "is larger than"),
    "a date in words": ("a.txt", b"text", {"date": "yesterday"}, "date-invalid", "cannot read “yesterday”"),
    "a marking that there is not": ("a.txt", b"text", {"marking": "SECRET"}, "usage-wrong", "marking does not take"),
    "an address that runs": ("a.txt", b"text", {"url": "javascript:alert(1)"}, "usage-wrong", "url does not take"),
}


@pytest.mark.parametrize(("name", "content", "facts", "kind", "what"), REFUSED.values(), ids=REFUSED)
def test_files_that_are_refused(
    serve: Callable[..., TestClient],
    whole_record: Path,
    name: str,
    content: bytes,
    facts: dict[str, str],
    kind: str,
    what: str,
):
    """What cannot be read is refused with the reason, and leaves nothing behind."""
    client = serve(whole_record, max_upload=4096)

    response = client.post("/api/v1/documents", files={"file": (name, content)}, data=facts)

    assert response.status_code == 422
    assert response.json()["type"] == f"urn:foedera:problem:{kind}"
    assert what in response.json()["detail"]
    assert len(client.get("/api/v1/documents").json()["documents"]) == 2


def test_a_form_without_a_file(client: TestClient):
    """What is missing is named."""
    problem = client.post("/api/v1/documents", data={"title": "Notice"}).json()

    assert (problem["status"], problem["type"]) == (422, "urn:foedera:problem:request-invalid")
    assert "file" in problem["detail"]
