"""What confidence means: the share of claims that are right in each band of stated confidence, by who proposed them.

    python benchmarks/calibration.py [--shared ../shared] [--fit rules] [--fit trained]

A claim is right if the gold folder's scorer pairs it with a gold claim; one paired with an optional gold claim is left out. With
`--fit` the map from raw to stated confidence of a proposer is fitted anew and written to src/foedera/data/confidence.json: that of the
rules on training passages and dev-01 to dev-12, that of the network on the passages and documents that it has not learnt. The tables of
the held-back parts show whether they hold. See benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from foedera.claims import calibration
from foedera.claims.extractors import DEFAULT_EXTRACTOR, ExtractorChoice, ExtractorName, make_extractor
from foedera.documents import read_document
from foedera.model import DocumentFacts, Span
from foedera.model.lines import claim_to_json

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from quality import HELD_BACK, load_score, stems_of, unpack  # noqa: E402

PLACE = HERE.parent / "src" / "foedera" / "data" / "confidence.json"
DOCUMENTS, UNSEEN = (HERE.parent / "training" / f"{name}.jsonl" for name in ("documents", "unseen"))
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
LEAST = 40  # claims in a step of the fitted map: fewer say little
HELD_OUT = 60  # passages that the network has not learnt
SOME_PASSAGES = 300  # of the training passages, drawn with a fixed seed: enough, and done in minutes


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's confidence, who proposed it, and whether it is right."""

    confidence: float
    proposer: str
    right: bool


def judged(
    folder: Path, stems: Iterable[str], name: ExtractorName, scorer: ModuleType | None = None
) -> Iterator[Judged]:
    """Every claim of these documents with whether it is right; by the scorer beside the folder, if none is given."""
    score: ModuleType = scorer or load_score(folder.parent)
    extractor = make_extractor(ExtractorChoice(name))
    for stem in stems:
        gold: dict[str, Any] = json.loads((folder / f"{stem}.json").read_text("utf-8"))
        facts = DocumentFacts(date=Span.parse(gold["date"]) if gold.get("date") else None)
        claims = tuple(extractor(read_document(folder / f"{stem}.txt", facts)))
        pairs = score.pair(gold["claims"], [claim_to_json(claim, stem) for claim in claims])
        paired = {found: gold["claims"][index].get("optional", False) for index, found, _ in pairs}
        for number, claim in enumerate(claims):
            if not paired.get(number, False):
                yield Judged(claim.confidence, calibration.proposer_of(claim.extractor), number in paired)


def print_table(title: str, claims: list[Judged]) -> None:
    """The share that is right in each band, with how many claims are in it."""
    print(f"{title}: {len(claims)} claims, {sum(each.right for each in claims) / max(1, len(claims)):.2f} right")
    print(f"  {'stated':>11} {'claims':>7} {'mean':>6} {'right':>6}")
    for low, high in pairwise(BANDS):
        inside = [each for each in claims if low <= each.confidence < high]
        if inside:
            mean = sum(each.confidence for each in inside) / len(inside)
            right = sum(each.right for each in inside) / len(inside)
            print(f"  {low:.2f} - {min(high, 1):.2f} {len(inside):7} {mean:6.2f} {right:6.2f}")


def fitted(parts: list[list[Judged]]) -> list[list[float]]:
    """The monotone map that fits best (pool adjacent violators), as pairs of raw and stated confidence.

    Each part weighs as much as the others, however many claims it has.
    """
    parts = [part for part in parts if part]
    whole = sum(map(len, parts)) / max(1, len(parts))
    pools: list[Pool] = []
    weighed = [(each, whole / len(part)) for part in parts for each in part]
    for raw, same in groupby(sorted(weighed, key=_raw), key=_raw):
        pool = Pool(0.0, 0.0, 0.0, 0)
        for each, weight in same:
            pool += Pool(raw * weight, each.right * weight, weight, 1)
        pools.append(pool)
        while len(pools) > 1 and (pools[-2].count < LEAST or pools[-1].share <= pools[-2].share):
            pools[-2:] = [pools[-2] + pools[-1]]
    if len(pools) > 1 and pools[-1].count < LEAST:
        pools[-2:] = [pools[-2] + pools[-1]]
    return [[round(pool.raw / pool.weight, 3), round(pool.share, 3)] for pool in pools]


@dataclass(frozen=True, slots=True)
class Pool:
    """Claims that get one stated confidence: sums of raw confidence and of rightness by weight, and how many they are."""

    raw: float
    right: float
    weight: float
    count: int

    def __add__(self, other: Pool) -> Pool:
        return Pool(
            self.raw + other.raw, self.right + other.right, self.weight + other.weight, self.count + other.count
        )

    @property
    def share(self) -> float:
        """The share that is right, drawn a little to one half where claims are few."""
        return (self.right + 1) / (self.weight + 2)


def _raw(weighed: tuple[Judged, float]) -> float:
    return round(weighed[0].confidence, 2)


def held_out(folder: Path) -> list[str]:
    """The passages that training/train.py keeps from the network, drawn as it draws them."""
    import numpy

    stems = stems_of(folder, ())
    return [stems[int(at)] for at in numpy.random.default_rng(7).permutation(len(stems))[:HELD_OUT]]


def fit(shared: Path, proposers: list[str]) -> None:
    """Fit the map of each of these proposers and write it with its origin."""
    kept = json.loads(PLACE.read_text("utf-8"))
    with calibration.as_proposed():
        for proposer in proposers:
            kept["origin"][proposer], kept["maps"][proposer] = {"rules": fit_rules, "trained": fit_trained}[proposer](
                shared / "gold"
            )
            print(kept["origin"][proposer], kept["maps"][proposer])
    PLACE.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def fit_rules(gold: Path) -> tuple[str, list[list[float]]]:
    """Where the map of the rules comes from, and the map."""
    passages = random.Random(12).sample(stems_of(gold / "train", ()), SOME_PASSAGES)
    learnt = list(judged(gold / "train", passages, ExtractorName.RULES))
    worked_on = judged(gold / "dev", stems_of(gold / "dev", (), HELD_BACK), ExtractorName.RULES_TRAINED)
    ours = [each for each in worked_on if each.proposer == "rules"]
    origin = f"{len(learnt)} claims of {SOME_PASSAGES} training passages and {len(ours)} of dev-01 to dev-12, both parts of equal weight"
    return f"benchmarks/calibration.py --fit rules, 2026-11-23: {origin}.", fitted([learnt, ours])


def fit_trained(gold: Path) -> tuple[str, list[list[float]]]:
    """Where the map of the network comes from, and the map."""
    found = list(judged(gold / "train", held_out(gold / "train"), ExtractorName.RULES_TRAINED))
    with tempfile.TemporaryDirectory() as place:
        folder = unpack(DOCUMENTS, Path(place))
        held = [
            stem
            for stem in stems_of(folder, ())
            if json.loads((folder / f"{stem}.json").read_text("utf-8")).get("held")
        ]
        found += judged(folder, held, ExtractorName.RULES_TRAINED, load_score(gold))
    added = [each for each in found if each.proposer == "trained"]
    if len(added) < LEAST:
        raise SystemExit(f"calibration: the network added only {len(added)} claims; {LEAST} are wanted for a map.")
    origin = f"{len(added)} claims, added to those of the rules, of {HELD_OUT} passages and {len(held)} documents that it has not learnt"
    return f"benchmarks/calibration.py --fit trained, 2026-11-23: {origin}.", fitted([added])


def main() -> int:
    """Fit if asked, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--fit", action="append", default=[], choices=("rules", "trained"))
    given = parser.parse_args()
    gold = given.shared / "gold"
    if not gold.exists():
        print(f"calibration: skipped, there is no {gold} to judge by.")
        return 0
    if given.fit:
        fit(given.shared, given.fit)
        calibration.load_maps.cache_clear()
    parts = {
        "dev, held back": (gold / "dev", HELD_BACK),
        "dev, worked on": (gold / "dev", tuple(stems_of(gold / "dev", (), HELD_BACK))),
        "seed": (gold / "seed", tuple(stems_of(gold / "seed", ()))),
    }
    seen: dict[str, list[Judged]] = {}
    for title, (folder, stems) in parts.items():
        seen[title] = list(judged(folder, stems, DEFAULT_EXTRACTOR))
        print_table(title, seen[title])
    print_table("dev, whole", seen["dev, held back"] + seen["dev, worked on"])
    print_table("held back and seed", seen["dev, held back"] + seen["seed"])
    with tempfile.TemporaryDirectory() as place:
        folder = unpack(UNSEEN, Path(place))
        unseen = judged(folder, stems_of(folder, ()), DEFAULT_EXTRACTOR, load_score(gold))
        print_table("our own unseen documents", list(unseen))
    return 0


if __name__ == "__main__":
    sys.exit(main())
