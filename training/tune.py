"""Choose thresholds on the held-out training documents, as the int8 model reads them: `python training/tune.py model`."""

from __future__ import annotations

import argparse
import json
import pathlib
import sys

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

from align import read_samples  # noqa: E402
from evaluate import LOWEST, Scored, evaluate, score_module, tally  # noqa: E402
from runtime.claims import claims_of  # noqa: E402
from runtime.extractor import Extractor  # noqa: E402
from runtime.labels import KINDS  # noqa: E402
from runtime.windows import Window  # noqa: E402
from runtime.words import sentence_numbers  # noqa: E402
from train import tokenizer_of  # noqa: E402

GRID = [0.2, 0.27, 0.34, 0.41, 0.5]

MIDDLE = 0.42


def counts(scored, score, options: dict) -> dict[str, list]:
    """score.py's six counts by kind."""
    tallies: dict[str, list] = {}
    for s in scored:
        tally(
            score,
            [c.gold for c in s.sample.claims],
            claims_of(s.sample.words, s.sample.date, s.reading, options),
            tallies,
        )
    return tallies


def objective(parts) -> float:
    """Claims F1 and half of arguments F1, over all kinds."""
    t = np.sum(list(parts), axis=0)
    return 2 * t[0] / (t[1] + t[2]) + 0.5 * (2 * t[3] / (t[4] + t[5]))


def tune(scored, score, options: dict, *, fillers: bool = False) -> dict:
    """A threshold for each kind, by turns, then the limits of fillers and dates."""
    table = {g: counts(scored, score, options | {"thresholds": {}, "threshold": g}) for g in GRID}
    chosen = dict.fromkeys(KINDS, 0.41)
    for _ in range(3):
        for kind in KINDS:

            def value(g: float, kind: str = kind) -> float:
                return objective(table[g if k == kind else chosen[k]][k] for k in KINDS)

            smooth = [np.mean([value(x) for x in GRID[max(0, n - 1) : n + 2]]) for n in range(len(GRID))]
            chosen[kind] = GRID[int(np.argmax(smooth))]
    # half of the way back to one threshold for all: sixty passages are few for ten thresholds
    options = options | {"thresholds": {k: round((v + MIDDLE) / 2, 3) for k, v in chosen.items()}}
    if not fillers:
        return options | {"role": 0.4, "optional_role": 0.3, "when": 0.4, "document_date": 0.5}
    for name, grid in (
        ("role", [0.2, 0.3, 0.4, 0.5]),
        ("optional_role", [0.2, 0.3, 0.4, 0.5]),
        ("when", [0.2, 0.3, 0.4, 0.5, 0.6]),
        ("document_date", [0.3, 0.5, 0.7]),
    ):
        values = {g: objective(counts(scored, score, options | {name: g})[k] for k in KINDS) for g in grid}
        options[name] = max(grid, key=lambda g: values[g])
        print(name, {g: round(v, 4) for g, v in values.items()})
    return options


def read_with_runtime(extractor: Extractor, samples) -> list[Scored]:
    """What the int8 model gives for each document, read in one window."""
    return [Scored(s, extractor.read(Window(s.words, sentence_numbers(s.words), 0))) for s in samples]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--name", default="foedera-minilm/1")
    parser.add_argument("--gold", type=pathlib.Path, default=ROOT.parent.parent / "shared" / "gold")
    parser.add_argument("--fillers", action="store_true", help="tune the limits of fillers and dates too (slow)")
    parser.add_argument("--held", type=int, default=60)
    a = parser.parse_args()
    samples, lexicon = read_samples(a.gold / "train", tokenizer_of(a.model))
    order = np.random.default_rng(7).permutation(len(samples))
    settings = a.model / "settings.json"
    settings.write_text(json.dumps({"name": a.name, "options": {"threshold": LOWEST}}) + "\n", "utf-8")
    extractor = Extractor(a.model)
    validation = read_with_runtime(extractor, [samples[int(i)] for i in order[: a.held]])
    dev = [s for s in read_samples(a.gold / "dev", tokenizer_of(a.model), lexicon)[0] if s.name <= "dev-12"]
    reporting = read_with_runtime(extractor, dev)
    options = tune(validation, score_module(a.gold), {}, fillers=a.fillers)
    print(json.dumps(options))
    for name, part in (("val", validation), ("dev", reporting)):
        result = evaluate(part, a.gold, name, options, by_kind=True)
        for kind, row in result.pop("kinds").items():
            print(f"  {kind:18} P {row[0]:.2f} R {row[1]:.2f} F1 {row[2]:.2f} args {row[3]:.2f} n {row[4]}")
        print(name, "tuned", result)
    settings.write_text(json.dumps({"name": a.name, "options": options}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
