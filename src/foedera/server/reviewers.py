"""Who signs a decision: a name that a person gave once, kept in a cookie of the browser."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Request, Response

from foedera.model.errors import UsageWrong
from foedera.server.records import settings_of

_COOKIE = "foedera_who"
_LONGEST = 80
_YEAR = 365 * 24 * 3600


async def reviewer_of(request: Request) -> str:
    """Who signs the decisions of this browser."""
    name = unquote(request.cookies.get(_COOKIE, "")).strip()
    return name if name and _is_name(name) else (await settings_of(request)).who


def remember_reviewer(response: Response, typed: str) -> None:
    """Let the browser remember a name. Raises UsageWrong for what is none."""
    name = " ".join(typed.split())
    if not name or not _is_name(name):
        raise UsageWrong("this is no name to sign with.", mend=f"Write 1 to {_LONGEST} letters.")
    response.set_cookie(_COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="strict")


def _is_name(name: str) -> bool:
    return len(name) <= _LONGEST and name.isprintable()


TheReviewer = Annotated[str, Depends(reviewer_of)]
