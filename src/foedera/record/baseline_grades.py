"""The edition of the tables that ship with the program, and how they grade their facts."""

from __future__ import annotations

VERSION = "2026-11-23"  # the day on which the tables were compiled; a new edition of them gets a new day
EXTRACTOR = f"baseline/{VERSION}"

# The tables grade their facts in three steps. high: an official source, or two that agree; medium: one good source,
# or a date inferred; low: background knowledge, nobody to quote. The numbers are a judgement of ours: low stays under
# one half, so that a question asked with `min_confidence=0.5` rests on sources alone.
CONFIDENCE = {"high": 0.95, "medium": 0.75, "low": 0.4}
