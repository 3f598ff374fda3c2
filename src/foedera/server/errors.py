"""What went wrong, told to programs as problem+json (RFC 9457) and to people as a page."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.types import Scope

from foedera.model.errors import (
    ClaimInvalid,
    DateInvalid,
    DecisionInvalid,
    DocumentUnreadable,
    FoederaError,
    NameAmbiguous,
    NameUnknown,
    StoreUnavailable,
    UsageWrong,
)
from foedera.server.headers import add_headers

MEDIA_TYPE = "application/problem+json"
_RETRY_SECONDS = "5"  # a busy record is free again within a few seconds

# Error -> status, kind, and what a person reads first. The first that fits counts.
_KINDS: tuple[tuple[type[FoederaError], int, str, str], ...] = (
    (NameUnknown, 404, "name-unknown", "The record has nothing of this name."),
    (NameAmbiguous, 422, "name-ambiguous", "The name stands for more than one thing."),
    (DateInvalid, 422, "date-invalid", "A date cannot be read."),
    (DecisionInvalid, 422, "decision-invalid", "The decision makes no sense as it stands."),
    (ClaimInvalid, 422, "claim-invalid", "The claim breaks the grammar of claims."),
    (DocumentUnreadable, 422, "document-unreadable", "The file cannot be read."),
    (UsageWrong, 422, "usage-wrong", "The request cannot be understood."),
    (StoreUnavailable, 503, "store-unavailable", "The record cannot be reached."),
    (FoederaError, 500, "failed", "Something went wrong."),
)
_TITLES = {
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: "What was sent is too large.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong: `kind` names the sort for programs, `title` says it in general, `what` in this case.

    `where` names the place and `mend` what would have been accepted; `candidates` are names that may have been meant.
    """

    status: int
    kind: str
    title: str
    what: str = ""
    where: str = ""
    mend: str = ""
    candidates: tuple[str, ...] = field(default=())

    def to_json(self, instance: str) -> dict[str, Any]:
        """The problem as RFC 9457 wants it, with our own `what`, `where`, `mend` and `candidates`."""
        detail = f"{self.where}: {self.what}" if self.where else self.what
        told = {"what": self.what, "where": self.where, "mend": self.mend, "candidates": list(self.candidates)}
        standard = {"type": f"urn:foedera:problem:{self.kind}", "title": self.title, "status": self.status}
        return standard | {"detail": detail, "instance": instance} | {name: each for name, each in told.items() if each}


def problem_of(error: FoederaError) -> Problem:
    """The problem that one of our errors is."""
    _, status, kind, title = next(each for each in _KINDS if isinstance(error, each[0]))
    candidates = getattr(error, "candidates", ())
    return Problem(status, kind, title, error.what, error.where, error.mend, tuple(candidates))


def wants_page(scope: Scope) -> bool:
    """Whether whoever asks is a person with a browser."""
    return not scope["path"].startswith("/api/") and "text/html" in Headers(scope=scope).get("accept", "text/html")


def problem_response(problem: Problem, scope: Scope) -> Response:
    """The response that tells the problem: a page for a person, JSON for a program."""
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": _RETRY_SECONDS} if problem.status == 503 else {})
    if wants_page(scope):
        return HTMLResponse(_page(problem, scope["path"]).encode("utf-8", "replace"), problem.status, headers)
    body = json.dumps(problem.to_json(scope["path"]), ensure_ascii=False)
    return Response(body, problem.status, headers, MEDIA_TYPE)


def _page(problem: Problem, path: str) -> str:
    from foedera.server.pages.rendering import (
        environment,
    )  # the pages tell errors themselves, so they import this module

    what = f"{problem.where}: {problem.what}" if problem.where else problem.what
    return (
        environment()
        .get_template("error.html")
        .render(
            path=path,
            status=problem.status,
            title=problem.title,
            detail=what,
            mend=problem.mend,
            candidates=problem.candidates,
        )
    )


def add_handlers(app: FastAPI) -> None:
    """Let the application tell every error as a problem."""
    handlers: dict[Any, Callable[[Request, Any], Awaitable[Response]]] = {
        FoederaError: _on_our_error,
        HTTPException: _on_http_error,
        RequestValidationError: _on_invalid_request,
        Exception: _on_unexpected_error,
    }
    for error, handler in handlers.items():
        app.add_exception_handler(error, handler)


async def _on_our_error(request: Request, error: FoederaError) -> Response:
    return problem_response(problem_of(error), request.scope)


async def _on_http_error(request: Request, error: HTTPException) -> Response:
    title = _TITLES.get(error.status_code, str(error.detail))
    problem = Problem(error.status_code, f"http-{error.status_code}", title, f"{request.method} {request.url.path}")
    response = problem_response(problem, request.scope)
    response.headers.update(error.headers or {})
    return response


async def _on_invalid_request(request: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part not in ("query", "path"))
    what = "; ".join(f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}" for each in error.errors()[:5])
    return problem_response(
        Problem(422, "request-invalid", "The request cannot be understood.", what, where), request.scope
    )


async def _on_unexpected_error(request: Request, error: Exception) -> Response:
    problem = Problem(500, "unexpected", "Something went wrong in the server.", "it was noted in the server's log.")
    response = problem_response(problem, request.scope)
    add_headers(response.headers)  # the guard is not around what Starlette answers with here
    return response
