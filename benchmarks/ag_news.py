"""Claims from news of all sorts: how many items make any, and a sample of them to judge by hand.

    python benchmarks/ag_news.py [--shared ../shared] [--sample 100] [--seed 20041123] [--other]

AG News, 7,600 short items, nearly all about other things. Prints the counts, then the sample, one claim a line: item, kind,
roles, modality, polarity, quote. `--other` prints instead every item that makes claims without being filed under World, for
the hand check of what is not about the domain. What was judged is in ag_news_judged.md.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from pathlib import Path

from foedera.claims.extractors import ExtractorChoice, make_extractor
from foedera.documents import document_from_text
from foedera.model import Claim

HERE = Path(__file__).resolve().parent
WORLD = "1"


def items_of(shared: Path) -> list[tuple[str, str]]:
    """The items: class, and title with text below it as a file would have them."""
    with (shared / "data" / "ag-news" / "test.csv").open(encoding="utf-8", newline="") as file:
        return [(kind, f"{title}\n\n{text}") for kind, title, text in csv.reader(file)]


def shown(number: int, claim: Claim) -> str:
    """A claim on one line."""
    roles = "; ".join(f"{role}: {', '.join(each.text for each in fillers)}" for role, fillers in claim.roles.items())
    sort = "" if claim.modality.value == "actual" else f" {claim.modality.value}"
    denied = "" if claim.polarity.value == "affirmed" else " denied"
    when = f"; when: {claim.when}" if claim.when else ""
    line = f"{number:04} | {claim.kind.value}{sort}{denied} | {roles}{when} | {claim.evidence[0].quote}"
    return " ".join(line.split())


def main() -> int:
    """Extract, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20041123)
    parser.add_argument("--other", action="store_true")
    given = parser.parse_args()
    if not (given.shared / "data" / "ag-news").exists():
        print(f"ag_news: skipped, there is no {given.shared}/data/ag-news with the items to read.")
        return 0
    extractor = make_extractor(ExtractorChoice())
    items = items_of(given.shared)
    found = [(number, claim) for number, (_, text) in enumerate(items) for claim in extractor(document_from_text(text))]
    making = {number for number, _ in found}
    print(
        f"{len(items)} items, {len(making)} make {len(found)} claims: {dict(Counter(c.kind.value for _, c in found))}"
    )
    if given.other:
        for number in sorted(making):
            if items[number][0] != WORLD:
                print(f"{number:04} | class {items[number][0]} | {' '.join(items[number][1].split())[:200]}")
        return 0
    chosen = sorted(random.Random(given.seed).sample(range(len(found)), min(given.sample, len(found))))
    for at in chosen:
        print(shown(*found[at]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
