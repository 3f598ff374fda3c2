"""Handing files in, and what becomes of them when the server stops."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from foedera.model.errors import DocumentUnreadable
from foedera.server.settings import ServerSettings
from foedera.server.uploads import Stage, UploadDesk

LONG = b"Japan and Italy signed an Agreement on 9 January 2023. " * 20_000


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UploadDesk:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return UploadDesk(ServerSettings(record=str(tmp_path / "record.sqlite"), max_upload=2 * 2**20))


def wait_until(reached: Callable[[], bool], seconds: float = 180) -> None:
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.1)


def test_a_server_that_stops_does_not_wait_for_the_reading(desk: UploadDesk):
    """What was being read and what waited for its turn are both told of, and no file is left behind."""
    uploads = [desk.hand_in(name, io.BytesIO(LONG), {}) for name in ("one.txt", "two.txt")]
    wait_until(lambda: desk.spool.get(uploads[0].id).stage is not Stage.WAITING)  # type: ignore[union-attr]
    desk.close()

    wait_until(lambda: all(desk.spool.get(each.id).is_over for each in uploads))  # type: ignore[union-attr]
    for upload in desk.spool.recent():
        assert (upload.stage, upload.what) == (Stage.FAILED, "was not read before the server stopped.")
    assert list(desk.spool.folder.glob("*-file*")) == []


def test_a_refused_file_is_kept_in_the_list_with_the_reason(desk: UploadDesk):
    with pytest.raises(DocumentUnreadable):
        desk.hand_in("pact.pdf", io.BytesIO(b"no pdf"), {})

    (upload,) = desk.spool.recent()
    assert upload.stage is Stage.FAILED
    assert "is no PDF file" in upload.what
    assert list(desk.spool.folder.glob("*-file*")) == []


def test_closing_twice_does_no_harm(desk: UploadDesk):
    desk.close()
    desk.close()
