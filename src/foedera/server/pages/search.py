"""Words in the stored texts."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
