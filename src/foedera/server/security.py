"""What keeps strangers out: response headers, the Host that was asked for, and where a change comes from.

The server has no passwords. It binds to the machine itself; what is left is a page of somebody else in the same browser,
and that is what these checks stop (docs/decisions/0083).
"""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from foedera.server.errors import Problem, problem_response
from foedera.server.headers import add_headers

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Middleware: refuses what does not come from the server's own pages or a program, and sets the headers."""

    def __init__(self, app: ASGIApp, allowed_hosts: Collection[str] = (), largest: int = 2**30) -> None:
        self.app = app
        self.largest = largest
        self.allowed_hosts = frozenset(host.lower() for host in allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_headers(MutableHeaders(scope=message))
            await send(message)

        headers = Headers(scope=scope)
        problem = refused_host(headers, self.allowed_hosts) or refused_origin(scope, headers)
        problem = problem or refused_body(scope, headers, self.largest)
        if problem is None:
            await self.app(scope, receive, send_guarded)
        else:
            await problem_response(problem, scope)(scope, receive, send_guarded)


def refused_host(headers: Headers, allowed: Collection[str]) -> Problem | None:
    """Why a Host is refused; None if it is ours.

    A page elsewhere can make its own name point at this machine and so read what is served here; but then the browser
    asks for that name. A plain address cannot be made to point anywhere, so it passes.
    """
    host = headers.get("host", "")
    name = (urlsplit(f"//{host}").hostname or "") if _is_plain(host) else ""
    if name == "localhost" or name in allowed or _is_address(name):
        return None
    return Problem(
        421,
        "host-refused",
        "This server does not answer to that name.",
        f"no server called “{host[:100]}” is here.",
        mend="Ask for http://127.0.0.1, or start with: foedera serve --allow-host NAME.",
    )


def refused_origin(scope: Scope, headers: Headers) -> Problem | None:
    """Why a change is refused that a page of somebody else asks for; None if it is ours, a program's, or no change."""
    if scope["method"] in _READING:
        return None
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    same = site in ("same-origin", "none") if site else _is_own(origin, headers.get("host", "")) if origin else True
    if same:
        return None
    return Problem(
        403,
        "origin-refused",
        "A page of another site may not change this record.",
        f"the request comes from {origin or 'another site'}.",
        mend="Make the change on a page of this server, or from a program without a browser.",
    )


def refused_body(scope: Scope, headers: Headers, largest: int) -> Problem | None:
    """Why a body is refused before anything of it is read; None if it may come. What has no length has no end."""
    length = headers.get("content-length", "")
    if scope["method"] in _READING or ("transfer-encoding" not in headers and not length):
        return None
    if not length.isdigit():
        return Problem(411, "length-required", "The length of what is sent is not told.", mend="Send Content-Length.")
    if int(length[:18]) <= largest:
        return None
    size = f"{int(length[:18]) / 2**20:.0f} MiB"
    return Problem(
        413,
        "too-large",
        "What was sent is too large.",
        f"it is {size} long; at most {largest / 2**20:.0f} MiB are taken.",
        mend="Send files one by one, split them, or start with: foedera serve --max-upload MIB.",
    )


def _is_plain(host: str) -> bool:
    return bool(host) and all(letter.isalnum() or letter in ".-:[]%_" for letter in host) and host.isascii()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_own(origin: str, host: str) -> bool:
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()
