"""Decisions about claims, made while reading."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
