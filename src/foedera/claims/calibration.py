"""Confidence that means something: what the proposers say of themselves, mapped to how often that turned out right.

The maps are data, fitted by benchmarks/calibration.py on documents that the held-back ones have nothing to do with.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib import resources

Steps = tuple[tuple[float, float], ...]

_MAPPED: ContextVar[bool] = ContextVar("mapped", default=True)


@lru_cache(maxsize=1)
def load_maps() -> dict[str, Steps]:
    """For each proposer the points of its map: raw confidence, and how often such claims were right, both rising."""
    told = json.loads(resources.files("foedera").joinpath("data", "confidence.json").read_text("utf-8"))
    return {proposer: tuple((raw, right) for raw, right in steps) for proposer, steps in told["maps"].items()}


def confidence_of(extractor: str, raw: float) -> float:
    """How often claims of which an extractor (`name/version`) is so sure were right; `raw` where nobody has counted."""
    steps = load_maps().get(proposer_of(extractor)) if _MAPPED.get() else None
    return stated(steps, raw) if steps else raw


def proposer_of(extractor: str) -> str:
    """Who proposes claims: the name in `name/version`."""
    return extractor.partition("/")[0]


def stated(steps: Steps, raw: float) -> float:
    """The confidence of the map at a raw one: on the line between its neighbours, level beyond the ends. It never falls."""
    at = bisect_right([point for point, _ in steps], raw)
    if at == 0:
        return steps[0][1]
    if at == len(steps):
        return steps[-1][1]
    (left, low), (right, high) = steps[at - 1], steps[at]
    return round(low + (high - low) * (raw - left) / (right - left), 3)


def at_most(confidence: float, steps: Steps, other: float) -> float:
    """The confidence; or, if that is less, how often claims were right of which another voice was so sure."""
    return min(confidence, stated(steps, other)) if _MAPPED.get() else confidence


@contextmanager
def as_proposed() -> Iterator[None]:
    """Within this block confidence is as the proposers say it: for fitting the maps."""
    token = _MAPPED.set(False)
    try:
        yield
    finally:
        _MAPPED.reset(token)
