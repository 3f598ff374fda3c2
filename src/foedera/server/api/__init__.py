"""The REST interface, one module a resource, all below /api/v1."""

from __future__ import annotations

from fastapi import APIRouter

# The routers, in the order in which the documentation shows them.
API: tuple[APIRouter, ...] = ()
