"""Who is let in: the name that was asked for, and where a change comes from."""

from __future__ import annotations

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from foedera.server.errors import add_handlers
from foedera.server.headers import POLICY
from foedera.server.security import Guard


@pytest.fixture
def client() -> TestClient:
    """A small application behind the guard, with an address that fails."""
    app = FastAPI()
    add_handlers(app)
    app.add_middleware(Guard, allowed_hosts=("desk.example",), largest=1000)

    @app.api_route("/thing", methods=["GET", "POST"])
    async def thing(request: Request) -> dict[str, int]:
        return {"length": len(await request.body())}

    @app.get("/api/broken")
    def broken() -> None:
        raise RuntimeError("secret")

    return TestClient(app, base_url="http://127.0.0.1:8321", raise_server_exceptions=False)


HOSTS = {
    "this machine": ("127.0.0.1:8321", 200),
    "this machine by name": ("localhost:8321", 200),
    "this machine, the new way": ("[::1]:8321", 200),
    "an address of the network": ("192.168.1.7", 200),
    "a name that is allowed": ("DESK.example", 200),
    "a name that was made to point here": ("evil.example", 421),
    "a name with ours before it": ("localhost.evil.example", 421),
    "a name with ours as its user": ("localhost@evil.example", 421),
    "nothing": ("", 421),
    "no name at all": ("a b<script>", 421),
}


@pytest.mark.parametrize(("host", "status"), HOSTS.values(), ids=HOSTS)
def test_only_own_names_are_answered(client: TestClient, host: str, status: int):
    """A page elsewhere cannot read what is served here by giving this machine a name of its own."""
    assert client.get("/thing", headers={"host": host}).status_code == status


ORIGINS = {
    "a program": ({}, 200),
    "an own page": ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8321"}, 200),
    "an own page in an older browser": ({"origin": "http://127.0.0.1:8321"}, 200),
    "another site": ({"sec-fetch-site": "cross-site"}, 403),
    "another server on this machine": ({"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:9000"}, 403),
    "another server in an older browser": ({"origin": "http://127.0.0.1:9000"}, 403),
    "nobody that can be named": ({"origin": "null"}, 403),
}


@pytest.mark.parametrize(("headers", "status"), ORIGINS.values(), ids=ORIGINS)
def test_only_own_pages_and_programs_change_anything(client: TestClient, headers: dict[str, str], status: int):
    """A form on somebody else's page changes nothing here; reading is another matter."""
    assert client.post("/thing", headers=headers).status_code == status
    assert client.get("/thing", headers=headers).status_code == 200


def test_what_is_too_long_is_not_read(client: TestClient):
    """A body longer than the limit is refused before it is read, and one of no told length, too."""
    assert client.post("/thing", content=b"x" * 1000).json() == {"length": 1000}
    assert client.post("/thing", content=b"x" * 1001).status_code == 413
    assert client.post("/thing", content=iter([b"x"])).status_code == 411


@pytest.mark.parametrize("path", ["/thing", "/nothing", "/api/broken", "/static/nothing.css"])
def test_every_answer_has_the_headers(client: TestClient, path: str):
    """No script but the server's own runs on any page, a failed one included."""
    headers = client.get(path).headers

    assert headers["content-security-policy"] == POLICY
    assert "'unsafe-inline'" not in POLICY
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")


def test_a_mistake_of_ours_tells_nothing(client: TestClient):
    """What fails in the server is told as such, and not how."""
    response = client.get("/api/broken")

    assert (response.status_code, response.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in response.text
