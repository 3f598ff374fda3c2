"""Uploads in a folder, and the notes that tell how they stand."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from foedera.server.uploads import Spool, Stage
from foedera.server.uploads.spool import plain_name


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "uploads")


def test_a_note_tells_how_far_an_upload_has_come(spool: Spool):
    upload = spool.take("pact.txt", 62, {"title": "The Pact"})
    spool.note(upload.id, stage=Stage.FINDING, words=12)

    known = spool.get(upload.id)
    assert known is not None
    assert (known.name, known.stage, known.words, known.facts) == ("pact.txt", Stage.FINDING, 12, {"title": "The Pact"})


def test_only_its_owner_may_look_into_the_folder(spool: Spool):
    spool.take("pact.txt", 62, {})

    assert spool.folder.stat().st_mode & 0o077 == 0


def test_the_newest_upload_stands_first(spool: Spool):
    names = [spool.take(name, 1, {}).name for name in ("one.txt", "two.txt", "three.txt")]

    assert [upload.name for upload in spool.recent()] == names[::-1]
    assert next(upload.name for upload in spool.recent(limit=3)) == "three.txt"


@pytest.mark.parametrize("id", ["", "../../etc/passwd", "0123456789abcdef", "a/b", "."])
def test_what_is_no_upload_is_not_known(spool: Spool, id: str):
    spool.take("pact.txt", 62, {})

    assert spool.get(id) is None


def test_a_note_that_was_cut_off_is_not_known(spool: Spool):
    upload = spool.take("pact.txt", 62, {})
    (spool.folder / f"{upload.id}.json").write_text('{"id": "')

    assert spool.get(upload.id) is None
    assert spool.recent() == ()


def test_old_notes_and_their_files_are_taken_away(spool: Spool):
    upload = spool.take("pact.txt", 62, {})
    spool.file_of(upload).write_text("Northmoor signed.")
    old = time.time() - 8 * 24 * 3600
    os.utime(spool.folder / f"{upload.id}.json", (old, old))
    spool.clean()

    assert list(spool.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("pact.txt", "pact.txt"),
        ("C:\\papers\\pact.txt", "pact.txt"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n.txt", "a b .txt"),
        ("", "document"),
        ("x" * 400 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_a_name_has_no_folders_and_no_control_characters(sent: str, kept: str):
    assert plain_name(sent) == kept
