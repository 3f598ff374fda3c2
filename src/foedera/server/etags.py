"""Answers that need not be sent twice: what an answer follows from, as a tag."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import orjson
from fastapi import Request
from starlette.responses import Response

from foedera.record import Record
from foedera.server.keeping import Kept

# Anyone may keep the answer, and asks each time whether it still holds: the record may have changed since.
_HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding"}


@lru_cache(maxsize=1)
def _version() -> str:
    return version("foedera")  # reads a file


def etag_of(request: Request, record: Record, today: date | None = None) -> str:
    """The tag of what is asked: another one when the record, the question, the program or (if it counts) the day is another."""
    parts = (request.url.path, request.url.query, record.revision(), _version(), today and today.isoformat())
    return f'W/"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]}"'


def answer(
    request: Request,
    record: Record,
    make: Callable[[], Any],
    *,
    today: date | None = None,
    media_type: str = "application/json",
) -> Response:
    """What `make` gives, as JSON; or 304, without making it, for whoever has it already.

    The answer is kept: asked again, it is not made again until its tag is another one. `today` is the day, where the answer depends on it.
    """
    return _given(request, record, lambda: write_json(make()), today, media_type, {})


def answer_file(
    request: Request, record: Record, make: Callable[[], bytes], *, today: date | None, media_type: str, name: str
) -> Response:
    """What `make` gives, as a file of this name to keep; otherwise like `answer`."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return _given(request, record, make, today, media_type, disposition)


def _given(
    request: Request,
    record: Record,
    make: Callable[[], bytes],
    today: date | None,
    media_type: str,
    besides: Mapping[str, str],
) -> Response:
    kept: Kept = request.app.state.answers
    with record.at_one_moment():
        tag = etag_of(request, record, today)
        headers = {**_HEADERS, "ETag": tag}
        if holds(request.headers, tag):
            return Response(None, 304, headers)
        body = kept.get(tag)
        if body is None:
            body = make()
            kept.put(tag, body)
    return Response(body, 200, {**headers, **besides}, media_type)


def write_json(value: Any) -> bytes:
    """A value as JSON. Half a surrogate, which no UTF-8 can hold, is written as the escape that stands for it."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()


def holds(headers: Mapping[str, str], tag: str) -> bool:
    """Whether whoever asks has the answer of this tag already."""
    known = [each.strip().removeprefix("W/") for each in headers.get("if-none-match", "").split(",")]
    return tag.removeprefix("W/") in known or known == ["*"]
