"""The REST interface, one module a resource, all below /api/v1."""

from __future__ import annotations

from fastapi import APIRouter

from foedera.server.api import answers, briefs, claims, decisions, documents, entities, exports, panels, schema

# The routers, in the order in which the documentation shows them.
API: tuple[APIRouter, ...] = (
    documents.router,
    claims.router,
    entities.router,
    answers.router,
    briefs.router,
    panels.router,
    exports.router,
    decisions.router,
    schema.router,
)
