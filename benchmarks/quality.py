"""Precision, recall and F1 of extracted claims against folders of gold claims, and what the errors come from.

    python benchmarks/quality.py [FOLDER …] [--names dev-01,dev-02] [--misses] [--spurious]

Without folders: ../shared/gold/dev in its two parts, ../shared/gold/seed, and training/unseen.jsonl, documents of our own at which nobody
looks. A file of JSON lines, a document each, is taken as a folder is. The scores are those of ../shared/gold/score.py, or of the score.py
that lies beside the folder; the causes are told apart here (see benchmarks/README.md for what each means).
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from foedera.claims.extractors import DEFAULT_EXTRACTOR, ExtractorChoice, ExtractorName, make_extractor
from foedera.claims.selection import select_sentences
from foedera.claims.sentences import cut_sentences, reading_text
from foedera.documents import read_document
from foedera.model import Document, DocumentFacts, Span
from foedera.model.lines import claim_to_json
from foedera.names import load_lexicon

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# Nobody looks into these documents while rules are written; they are only scored.
HELD_BACK = tuple(f"dev-{number}" for number in range(13, 21))
Json = dict[str, Any]


def load_score(folder: Path) -> ModuleType:
    """The scorer, from the folder in which its `score.py` lies."""
    specification = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def unpack(lines: Path, folder: Path) -> Path:
    """A file of documents, one a line, as a folder of texts and gold claims."""
    for line in lines.read_text("utf-8").splitlines():
        gold = json.loads(line)
        (folder / f"{gold['name']}.txt").write_text(gold.pop("text"), "utf-8")
        (folder / f"{gold['name']}.json").write_text(json.dumps(gold), "utf-8")
    return folder


def stems_of(folder: Path, names: tuple[str, ...], without: tuple[str, ...] = ()) -> list[str]:
    """The documents of a folder: those named, or all but those left out."""
    stems = sorted(path.stem for path in folder.glob("*.json"))
    return [stem for stem in stems if (not names or stem in names) and stem not in without]


def extract(
    folder: Path, stems: list[str], name: ExtractorName = DEFAULT_EXTRACTOR
) -> dict[str, tuple[Document, Json, list[Json]]]:
    """Each document with its gold and the claims found in it."""
    extractor = make_extractor(ExtractorChoice(name))
    found = {}
    for stem in stems:
        gold = json.loads((folder / f"{stem}.json").read_text("utf-8"))
        facts = DocumentFacts(date=Span.parse(gold["date"]) if gold.get("date") else None)
        document = read_document(folder / f"{stem}.txt", facts)
        found[stem] = (document, gold, [claim_to_json(claim, f"{stem}.txt") for claim in extractor(document)])
    return found


def print_scores(
    score: ModuleType, found: dict[str, tuple[Document, Json, list[Json]]], given: argparse.Namespace
) -> None:
    """The scorer's own table by kind."""
    with tempfile.TemporaryDirectory() as place:
        lines = Path(place, "claims.jsonl")
        lines.write_text(
            "".join(json.dumps(claim) + "\n" for _, _, claims in found.values() for claim in claims), "utf-8"
        )
        for stem, (_, gold, _) in found.items():
            Path(place, f"{stem}.json").write_text(json.dumps(gold), "utf-8")
        score.score(place, lines, "kind", given.misses, given.spurious)


def print_causes(score: ModuleType, found: dict[str, tuple[Document, Json, list[Json]]]) -> None:
    """How often each cause stands behind a missed or a spurious claim, and behind a wrong argument of a found one."""
    causes: collections.Counter[str] = collections.Counter()
    for document, gold, claims in found.values():
        pairs = score.pair(gold["claims"], claims)
        hit_gold, hit_found = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        chosen = selected_places(document)
        for number, claim in enumerate(gold["claims"]):
            if number not in hit_gold and not claim.get("optional"):
                causes["missed: " + cause_of_miss(score, claim, claims, document, chosen)] += 1
        for number, claim in enumerate(claims):
            if number not in hit_found:
                causes["spurious: " + cause_of_spurious(score, claim, gold["claims"])] += 1
        for one, other, _ in pairs:
            causes.update("found, but " + cause for cause in wrong_arguments(score, gold["claims"][one], claims[other]))
    for cause, count in causes.most_common():
        print(f"{count:5d}  {cause}")


def selected_places(document: Document) -> list[tuple[int, int]]:
    """The characters of the sentences that were read."""
    text = reading_text(document)
    return [(place.start, place.end) for place in select_sentences(text, cut_sentences(document, text), load_lexicon())]


def cause_of_miss(
    score: ModuleType, claim: Json, found: list[Json], document: Document, chosen: list[tuple[int, int]]
) -> str:
    """Why a gold claim has no partner, told from what was found at its quote."""
    at = document.text.find(claim["quote"])
    end = at + len(claim["quote"])
    if at >= 0 and not any(start < end and at < stop for start, stop in chosen):
        return "sentence not selected"
    near = [each for each in found if any(e["start"] < end and at < e["end"] for e in each["evidence"])]
    same_kind = [each for each in near if each["kind"] == claim["kind"]]
    if not near:
        return "nothing found in the sentence"
    if not same_kind:
        return (
            "kind confused"
            if any(score.core(claim | {"kind": each["kind"]}, each) for each in near)
            else "no claim of the kind"
        )
    if any(score.core(claim, each) for each in same_kind):
        return "too few arguments right"
    return "name not recognised, or coreference"


def cause_of_spurious(score: ModuleType, claim: Json, golds: list[Json]) -> str:
    """What is wrong with a claim that has no partner."""
    same_kind = [gold for gold in golds if gold["kind"] == claim["kind"]]
    if any(score.core(gold, claim) and 2 * score.shared(gold, claim) >= len(claim["roles"]) + 2 for gold in same_kind):
        return "duplicate, or wrong attachment"
    quoted = [each["quote"] for each in claim["evidence"]]
    if any(gold["quote"] in quote or quote in gold["quote"] for gold in golds for quote in quoted):
        return "kind confused, or more than is said"
    return "nothing of the sort is said"


def wrong_arguments(score: ModuleType, gold: Json, claim: Json) -> list[str]:
    """The arguments in which a found claim differs from its gold partner."""
    wrong = []
    if gold.get("when") and not (claim.get("when") and score.same_when(gold["when"], claim["when"])):
        wrong.append("wrong date" if claim.get("when") else "date missed")
    if claim.get("when") and not gold.get("when"):
        wrong.append("date not asked for")
    wrong += [name for name in ("modality", "polarity") if gold[name] != claim[name]]
    for role, fillers in gold.items():
        if role in score.EXTRA:
            continue
        names = [score.names_of(filler) for filler in claim["roles"].get(role, [])]
        if not names:
            wrong.append("role missed")
        elif not all(any(score.same(gold["kind"], role, filler, each) for each in names) for filler in fillers):
            wrong.append("filler wrong or missed")
    return wrong


def main() -> int:
    """Score every folder asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--names", default="", help="only these documents, by name")
    parser.add_argument("--extractor", type=ExtractorName, default=DEFAULT_EXTRACTOR, choices=list(ExtractorName))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--spurious", action="store_true")
    given = parser.parse_args()
    names = tuple(name for name in given.names.split(",") if name)
    gold = SHARED / "gold"
    if not given.folders and not gold.exists():
        print(f"quality: skipped, there is no {gold} with gold claims.")
        return 0
    parts = [(folder, str(folder), names, ()) for folder in given.folders] or [
        (gold / "dev", "dev, worked on (dev-01 to dev-12)", names, HELD_BACK),
        (gold / "dev", "dev, held back (dev-13 to dev-20)", names or HELD_BACK, ()),
        (gold / "dev", "dev, whole", names, ()),
        (gold / "seed", "seed", names, ()),
        (ROOT / "training" / "unseen.jsonl", "our own unseen documents, held back", names, ()),
    ]
    for source, title, wanted, without in parts:
        with tempfile.TemporaryDirectory() as place:
            folder = unpack(source, Path(place)) if source.is_file() else source
            stems = stems_of(folder, wanted, without)
            if not stems:
                continue
            print(f"== {title}: {len(stems)} documents")
            score = load_score(gold if source.is_file() else folder.parent)
            found = extract(folder, stems, given.extractor)
            print_scores(score, found, given)
            if "held back" not in title:
                print_causes(score, found)
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
