"""How long an answer took."""

from __future__ import annotations

from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from foedera.server.timing import Timed


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that says one thing."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})


def test_every_answer_tells_how_long_it_took() -> None:
    """The header is as browsers read it: a name and milliseconds."""
    answer = TestClient(Timed(hello)).get("/")

    name, _, took = answer.headers["Server-Timing"].partition(";dur=")
    assert name == "app"
    assert 0 <= float(took) < 60_000
