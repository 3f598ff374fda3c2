"""Adding documents: a form, and how far their reading has come."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
