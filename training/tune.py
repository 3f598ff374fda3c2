"""Choose from which score on a proposal is added beside the rules: `python training/tune.py src/foedera/data/model --version 1`.

For each kind, on the held-out passages: the lowest score from which on additions are right often enough. An addition pays if it is right
more often than half of F1: where the rules reach 0.8, as on documents of the product's own genres, that is 0.4. The passages are
harder than those, so that more is wanted here (`--wanted`).
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from align import DOCUMENTS, GOLD, PASSAGES, documents_of, held_out  # noqa: E402
from scoring import score_module  # noqa: E402

from foedera.claims import ExtractOptions, RulesExtractor  # noqa: E402
from foedera.claims.discourse import Discourse  # noqa: E402
from foedera.claims.reading import read_sentences  # noqa: E402
from foedera.claims.scene import Scene  # noqa: E402
from foedera.claims.trained.comparing import unheard  # noqa: E402
from foedera.claims.trained.extractor import TrainedExtractor, counted  # noqa: E402
from foedera.claims.trained.labels import ORDER  # noqa: E402
from foedera.claims.trained.network import Network, label_digest, open_network  # noqa: E402
from foedera.documents import document_from_text  # noqa: E402
from foedera.model import DocumentFacts, Span  # noqa: E402
from foedera.model.lines import claim_to_json  # noqa: E402
from foedera.names import load_lexicon  # noqa: E402

GRID = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
NEVER = 0.9  # for a kind that is not right often enough at any score of the grid
ALONE = 0.4


def read_held(count: int) -> list[tuple[dict, Scene, tuple]]:
    """What is not learnt from, passages and whole documents, with what the rules heard in it."""
    passages = documents_of(PASSAGES)
    held = [passages[at] for at in held_out(count)]
    held += [each for each in documents_of(DOCUMENTS) if each[1].get("held")]
    found = []
    for _, gold, text in held:
        facts = DocumentFacts(date=Span.parse(gold["date"]) if gold.get("date") else None)
        reading = read_sentences(document_from_text(text, facts=facts), load_lexicon(), ExtractOptions().pipeline)
        scene = Scene(reading, Discourse(reading))
        found.append((gold, scene, RulesExtractor().claims_in(scene)))
    return found


def additions(passages, network: Network, score) -> dict[str, list[int]]:
    """For each kind how many additions were right and how many wrong, with the settings named "tried"."""
    counts = {kind.value: [0, 0] for kind in ORDER}
    for gold, scene, heard in passages:
        proposed = TrainedExtractor(network=network).proposed(scene, "tried", counted(heard, scene.reading))
        added = [claim_to_json(claim, "") for claim in unheard(proposed, heard)]
        golds = gold["claims"]
        known = {i for i, _, _ in score.pair(golds, [claim_to_json(claim, "") for claim in heard])}
        missed = [claim for i, claim in enumerate(golds) if i not in known]
        pairs = {j: missed[i] for i, j, _ in score.pair(missed, added)}
        for j, claim in enumerate(added):
            if j not in pairs or not pairs[j].get("optional"):
                counts[claim["kind"]][0 if j in pairs else 1] += 1
    return counts


def main() -> None:
    """Write settings.json beside the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--version", required=True)
    parser.add_argument(
        "--wanted", type=float, default=0.6, help="how often additions should be right on held-out passages"
    )
    parser.add_argument("--held", type=int, default=60)
    a = parser.parse_args()
    path = a.model / "settings.json"
    settings = {"version": a.version, "labels": label_digest(), "alone": {kind.value: ALONE for kind in ORDER}}
    path.write_text(json.dumps(settings) + "\n", "utf-8")
    network, passages, score = open_network(a.model), read_held(a.held), score_module(GOLD)
    chosen: dict[str, float] = {}
    for least in GRID:
        network.settings["tried"] = {kind.value: least for kind in ORDER}  # type: ignore[index]
        counts = additions(passages, network, score)
        print(least, {kind: "/".join(map(str, rights)) for kind, rights in counts.items()}, flush=True)
        for kind, (right, wrong) in counts.items():
            if kind not in chosen and (right + 1) / (right + wrong + 2) >= a.wanted:
                chosen[kind] = least
    settings["beside"] = {kind.value: chosen.get(kind.value, NEVER) for kind in ORDER}
    path.write_text(json.dumps(settings, indent=1) + "\n", "utf-8")
    print(json.dumps(settings["beside"]))


if __name__ == "__main__":
    main()
