"""Sending a request and getting the answer, with nothing but Python's own library."""

from __future__ import annotations

import gzip
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import ProxyHandler, Request, build_opener

from foedera.client.problems import ServerUnreachable


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: `address` is the whole of it, `body` None for one that only reads."""

    method: str
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport(Protocol):
    """Whatever brings a request to a server and its answer back. Raises ServerUnreachable."""

    def __call__(self, asked: Asked, /) -> Answered: ...


class Direct:
    """Straight to the server, past any proxy: it runs on this machine or on one of one's own."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._opener = build_opener(ProxyHandler({}))

    def __call__(self, asked: Asked, /) -> Answered:
        request = Request(asked.address, asked.body, dict(asked.headers), method=asked.method)
        request.add_header("Accept-Encoding", "gzip")
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                return _answered(response.status, response.headers, response.read())
        except HTTPError as error:
            with error:
                return _answered(error.code, error.headers, error.read())
        except (URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise ServerUnreachable(
                f"nobody answers: {reason}.", where=asked.address, mend="Start it with: foedera serve."
            ) from error


def _answered(status: int, headers: Any, body: bytes) -> Answered:
    lower = {name.lower(): value for name, value in headers.items()}
    return Answered(status, lower, gzip.decompress(body) if lower.get("content-encoding") == "gzip" else body)


def as_json(value: Mapping[str, Any]) -> tuple[dict[str, str], bytes]:
    """Headers and body that send a value."""
    return {"Content-Type": "application/json"}, json.dumps(value).encode()


def as_form(fields: Mapping[str, str], name: str, content: bytes) -> tuple[dict[str, str], bytes]:
    """Headers and body that send a file of this name, with fields, as a form does."""
    edge = uuid.uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
        for field, value in fields.items()
    ]
    plain = quote(name, safe=" !#$&'()+,-.;=@[]^_`{}~")
    parts.append(
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{plain}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n".encode()
    )
    return {"Content-Type": f"multipart/form-data; boundary={edge}"}, b"".join(
        parts
    ) + content + f"\r\n--{edge}--\r\n".encode()
