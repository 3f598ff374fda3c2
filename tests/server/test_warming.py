"""What took long is asked again after an entry."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedera.record import Record, open_record
from foedera.server import warming
from foedera.server.warming import Slow, kept_warm
from tests.record.world import EXERCISE, PACT, read_into

HEADERS = [(b"host", b"127.0.0.1"), (b"cookie", b"reviewer=Ada")]


class Pages:
    """An application that notes what it is asked, and takes its time where the path says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[tuple[bytes, bytes]]]] = []

    async def __call__(self, scope, receive, send) -> None:
        self.asked.append((scope["path"], scope["headers"]))
        if scope["path"] == "/slow":
            time.sleep(0.02)
        await send({"type": "http.response.start", "status": 404 if scope["path"] == "/none" else 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.sqlite", baseline=False) as record:
        read_into(record, PACT)
        yield record


def ask(app, path: str, method: str = "GET") -> None:
    """One request, as a server gives it to an application."""

    async def nothing(message=None):
        return {"type": "http.request"}

    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": HEADERS}
    asyncio.run(app(scope, nothing, nothing))


def test_only_what_took_long_and_was_answered_is_noted(monkeypatch):
    """Quick pages, pages that are not there and what was sent are not asked again."""
    monkeypatch.setattr(warming, "_LONG", 0.01)
    slow = Slow(Pages())
    ask(slow, "/quick")
    ask(slow, "/none")
    ask(slow, "/slow", method="POST")
    assert slow.noted == ()

    ask(slow, "/slow")
    assert [scope["path"] for scope in slow.noted] == ["/slow"]
    assert slow.noted[0]["headers"] == [(b"host", b"127.0.0.1")]  # nobody's cookie is kept


def test_those_asked_last_are_remembered(monkeypatch):
    monkeypatch.setattr(warming, "_LONG", 0.0)
    slow = Slow(Pages())
    for number in range(30):
        ask(slow, f"/page-{number}")

    assert [scope["path"] for scope in slow.noted][:2] == ["/page-29", "/page-28"]
    assert len(slow.noted) == 12


def test_after_an_entry_it_is_asked_again_and_else_it_is_not(monkeypatch, record):
    """While nothing is entered nothing is done; what is entered makes the page once more, without anybody's asking."""
    monkeypatch.setattr(warming, "_LONG", 0.01)
    pages = Pages()
    slow = Slow(pages)
    ask(slow, "/slow")
    with kept_warm(slow, record, pause=0.01):
        time.sleep(0.1)
        assert len(pages.asked) == 1
        read_into(record, EXERCISE)
        until = time.monotonic() + 10
        while len(pages.asked) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.1)

    assert [path for path, _ in pages.asked] == ["/slow", "/slow"]
