"""The pages: one module a page, each with its `router`."""

from __future__ import annotations

from fastapi import APIRouter

from foedera.server.pages import claims, documents, home, reader, reviewing, search, uploads

# Each page's owner adds its router here.
PAGES: tuple[APIRouter, ...] = (
    home.router,
    uploads.router,
    documents.router,
    reader.router,
    reviewing.router,
    claims.router,
    search.router,
)
