"""Templates into pages: one environment, what every template may use, and answers in HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from foedera.model.kinds import KINDS
from foedera.server.pages import links
from foedera.server.pages.navigation import NAVIGATION
from foedera.views.kinds import show_kind, show_role, show_word
from foedera.views.spans import show_day, show_span
from foedera.views.statements import show_claim

SERVER = Path(__file__).resolve().parent.parent
TEMPLATES = SERVER / "templates"
STATIC = SERVER / "static"


def render_page(
    request: Request, template: str, *, status_code: int = 200, headers: Mapping[str, str] | None = None, **values: Any
) -> HTMLResponse:
    """The page that a template makes of these values. Everything in them is text: it is escaped, never trusted.

    The template finds `request`, the helpers of `environment()` and the values by their names.
    """
    content = environment().get_template(template).render(request=request, path=request.url.path, **values)
    # A lone surrogate, or a null character, is in no page; each becomes one other character, so that offsets stay.
    body = content.replace("\0", "\ufffd").encode("utf-8", "replace")
    return HTMLResponse(body, status_code, dict(headers or {}))


def is_partial(request: Request) -> bool:
    """Whether a script on a page asks for a part of it; what goes back in history is always a whole page."""
    asked = request.headers.get("HX-Request") == "true"
    return asked and request.headers.get("HX-History-Restore-Request") != "true"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates' surroundings: everything escaped, a missing value is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        navigation=NAVIGATION,
        kinds=tuple(KINDS),
        static=static_link,
        document_link=links.document_link,
        claim_link=links.claim_link,
        sentence_link=links.sentence_link,
        entity_link=links.entity_link,
        filler_link=links.filler_link,
    )
    made.filters.update(
        kind=show_kind,
        role=show_role,
        word=show_word,
        said=show_claim,
        span=show_span,
        day=show_day,
        moment=show_moment,
        count=show_count,
        outside=links.outside_link,
    )
    return made


@lru_cache(maxsize=512)
def static_link(name: str) -> str:
    """The address of a file under static/, with a mark of its content, so that it may be kept until it changes."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={mark}"


def show_moment(moment: datetime) -> str:
    """A moment in words, in UTC: "23 November 2026, 14:05 UTC"."""
    return f"{show_day(moment)}, {moment:%H:%M} UTC"


def show_count(number: int) -> str:
    """A number with its thousands set apart: "1,234,567"."""
    return f"{number:,}"
