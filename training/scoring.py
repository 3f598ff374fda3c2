"""The scorer that lies beside the passages, and its counts for one document."""

from __future__ import annotations

import importlib.util
import pathlib

import numpy as np


def score_module(gold: pathlib.Path):
    """The scorer that lies beside the passages."""
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tally(score, golds: list[dict], found: list[dict]) -> np.ndarray:
    """Of one document: claims hit, wanted, found; arguments hit, wanted, found. As in score.py."""
    pairs = score.pair(golds, found)
    optional = {j for i, j, _ in pairs if golds[i].get("optional")}
    wanted = [claim for claim in golds if not claim.get("optional")]
    counted = [claim for j, claim in enumerate(found) if j not in optional]
    hit = [n for i, _, n in pairs if not golds[i].get("optional")]
    return np.array([
        len(hit), len(wanted), len(counted), sum(hit),
        sum(score.arguments(claim, True) for claim in wanted), sum(score.arguments(claim, False) for claim in counted),
    ])  # fmt: skip
