"""The mean of the weights of several runs: `python training/average.py runs/mean runs/r3 runs/s5`.

Runs that began from one another lie near enough for that; the mean holds on unseen passages better than either (RESULTS.md).
"""

from __future__ import annotations

import pathlib
import sys

import torch


def average(runs: list[pathlib.Path]) -> dict:
    """The first run's arguments with the mean of all runs' weights."""
    saved = [torch.load(run / "weights.pt", weights_only=False, map_location="cpu") for run in runs]
    mean = {"arguments": saved[0]["arguments"]}
    for part in ("encoder", "reader"):
        mean[part] = {
            name: sum(each[part][name] for each in saved) / len(saved) if weight.is_floating_point() else weight
            for name, weight in saved[0][part].items()
        }
    return mean


if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    torch.save(average([pathlib.Path(run) for run in sys.argv[2:]]), out / "weights.pt")
