"""What the reading process does with one upload."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.claims.parsing import DEFAULT_PIPELINE
from foedera.record import open_record
from foedera.server.uploads import Spool, Stage, Upload
from foedera.server.uploads.reading import read_upload

TEXT = b"Japan and the United Kingdom signed the Reciprocal Access Agreement in London on 11 January 2023.\n"


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "uploads")


def hand_in(spool: Spool, content: bytes, name: str = "pact.txt", **facts: str) -> Upload:
    upload = spool.take(name, len(content), facts)
    spool.file_of(upload).write_bytes(content)
    return upload


def read(spool: Spool, upload: Upload, place: Path) -> Upload:
    read_upload(str(spool.folder), upload.id, str(place), DEFAULT_PIPELINE)
    known = spool.get(upload.id)
    assert known is not None
    return known


def test_a_file_becomes_a_document_with_its_claims(spool: Spool, tmp_path: Path):
    place = tmp_path / "record.sqlite"
    done = read(spool, hand_in(spool, TEXT, title="The Pact", date="2023-01-12"), place)

    assert (done.stage, done.claims, done.words) == (Stage.DONE, 1, 16)
    assert not spool.file_of(done).exists()
    with open_record(place) as record:
        (document,) = record.documents()
        assert (document.path, document.facts.title, str(document.date)) == ("pact.txt", "The Pact", "2023-01-12")


def test_the_same_file_twice_is_one_document(spool: Spool, tmp_path: Path):
    place = tmp_path / "record.sqlite"
    first, second = (read(spool, hand_in(spool, TEXT), place) for _ in range(2))

    assert (first.known, second.known) == (False, True)
    assert first.document == second.document


def test_a_file_that_cannot_be_read_says_why(spool: Spool, tmp_path: Path):
    failed = read(spool, hand_in(spool, b"%PDF-1.4 cut off", "pact.pdf"), tmp_path / "record.sqlite")

    assert failed.stage is Stage.FAILED
    assert "damaged or cut short" in failed.what
    assert not spool.file_of(failed).exists()


def test_an_upload_that_is_not_there_does_no_harm(spool: Spool, tmp_path: Path):
    read_upload(str(spool.folder), "nonsense", str(tmp_path / "record.sqlite"), DEFAULT_PIPELINE)

    assert not (tmp_path / "record.sqlite").exists()
