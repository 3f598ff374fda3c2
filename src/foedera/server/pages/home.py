"""The first page: what the record holds and what is new."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from foedera.server.pages.rendering import render_page
from foedera.server.records import TheRecord

router = APIRouter()


@router.get("/")
def home(request: Request, record: TheRecord) -> HTMLResponse:
    """What the record holds."""
    return render_page(request, "home.html", counts=record.counts())
