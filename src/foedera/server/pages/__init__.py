"""The pages: one module a page, each with its `router`."""

from __future__ import annotations

from fastapi import APIRouter

from foedera.server.pages import (
    ask,
    claims,
    completing,
    documents,
    entities,
    gaps,
    home,
    map,
    network,
    partnership,
    reader,
    reviewing,
    search,
    table,
    timeline,
    uploads,
)

# Each page's owner adds its router here.
PAGES: tuple[APIRouter, ...] = (
    home.router,
    uploads.router,
    documents.router,
    reader.router,
    reviewing.router,
    claims.router,
    entities.router,
    search.router,
    timeline.router,
    map.router,
    network.router,
    table.router,
    completing.router,
    partnership.router,
    gaps.router,
    ask.router,
)
