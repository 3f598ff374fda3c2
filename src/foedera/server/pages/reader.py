"""A document with its claims in place."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
