"""Sending files: what is taken, what is refused, and how the reading is told."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

TEXT = b"Japan and the United Kingdom signed the Reciprocal Access Agreement in London on 11 January 2023.\n"
PARTLY = {"HX-Request": "true"}


def send(client: TestClient, *files: tuple[str, bytes], **facts: str):
    return client.post("/upload", files=[("file", (name, content)) for name, content in files], data=facts)


def test_a_file_that_was_sent_is_read(client: TestClient):
    """The form leads to the list of uploads, whose line asks again until the file is read."""
    assert send(client, ("notice.txt", TEXT), title="A notice").headers["location"] == "/upload"

    (upload,) = client.app.state.uploads.spool.recent()  # type: ignore[attr-defined]
    line = client.get(f"/upload/{upload.id}", headers=PARTLY).text
    assert 'hx-trigger="every 1s"' in line
    for _ in range(900):
        line = client.get(f"/upload/{upload.id}", headers=PARTLY).text
        if "every 1s" not in line:
            break
        time.sleep(0.2)
    assert "✓ read" in line
    assert "1 claim in 16 words" in line
    assert "not read" not in line
    assert "A notice" in client.get("/documents").text


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("pact.exe", b"MZ", "is no kind of file that is read here"),
        ("pact", b"text", "is no kind of file that is read here"),
        ("pact.pdf", b"no pdf", "is named .pdf but is no PDF file"),
        ("pact.txt", b"\x89PNG\r\n", "is a picture (PNG)"),
        ("pact.txt", b"  \n ", "is empty"),
        ("pact.docx", b"PK\x03\x04 cut off", "damaged or cut short"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_once(client: TestClient, name: str, content: bytes, why: str):
    answer = send(client, (name, content))

    assert answer.status_code == 422
    assert "Not everything was taken" in answer.text
    assert why in answer.text


def test_one_bad_file_does_not_hold_up_the_rest(client: TestClient):
    answer = send(client, ("pact.exe", b"MZ"), ("notice.txt", TEXT))

    assert answer.status_code == 422
    assert "pact.exe" in answer.text
    assert "notice.txt" in answer.text


def test_a_file_may_not_be_larger_than_told(small_record: Path, serve: Callable[..., TestClient]):
    client = serve(small_record, max_upload=1000)

    assert "is larger than 1 kB" in send(client, ("pact.txt", TEXT * 20)).text
    assert "What was sent is too large" in send(client, ("pact.txt", TEXT * 2000)).text
    assert "at most 1 kB each" in client.get("/upload").text


def test_a_date_that_cannot_be_read_is_told_before_the_reading(client: TestClient):
    answer = send(client, ("notice.txt", TEXT), date="some day")

    assert answer.status_code == 422
    assert "cannot read “some day” as a date" in answer.text.replace("Cannot", "cannot")


def test_a_form_without_a_file_says_so(client: TestClient):
    assert "No file was sent" in client.post("/upload", data={"title": "nothing"}).text


def test_an_upload_that_is_not_known(client: TestClient):
    assert client.get("/upload/nonsense").status_code == 404
