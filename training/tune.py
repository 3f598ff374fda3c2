"""Choose how the network and the rules are weighed: `python training/tune.py src/foedera/data/model --version 1`.

A claim pays if it is right more often than half of F1: where the rules reach 0.8, as on documents of the product's own genres, that is 0.4.
Additions: for each kind, on the held-out passages and documents, the lowest score from which on they are right often enough; the passages
are harder than real documents, so that more is wanted here (`--wanted`). Support: on these and on the documents that the
rules were written with, how sure the network must be of its kind in its sentence for a claim of the rules to stay. Rightness: how
often claims of the rules are right on what is not learnt from, by how sure it is.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Iterator
from itertools import pairwise

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from align import DOCUMENTS, GOLD, PASSAGES, documents_of, held_out  # noqa: E402
from scoring import score_module  # noqa: E402

from foedera.claims import ExtractOptions, RulesExtractor  # noqa: E402
from foedera.claims.discourse import Discourse  # noqa: E402
from foedera.claims.reading import read_sentences  # noqa: E402
from foedera.claims.scene import Scene  # noqa: E402
from foedera.claims.trained.comparing import unheard  # noqa: E402
from foedera.claims.trained.extractor import TrainedExtractor, counted, listened, surest  # noqa: E402
from foedera.claims.trained.labels import ORDER  # noqa: E402
from foedera.claims.trained.network import Network, label_digest, open_network  # noqa: E402
from foedera.claims.trained.proposing import sureness, windows_of  # noqa: E402
from foedera.documents import document_from_text  # noqa: E402
from foedera.model import DocumentFacts, Span  # noqa: E402
from foedera.model.lines import claim_to_json  # noqa: E402
from foedera.names import load_lexicon  # noqa: E402

GRID = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
NEVER = 0.9  # for a kind that is not right often enough at any score of the grid
ALONE = 0.4
STEPS = (0.0, 0.02, 0.05, 0.1, 0.3, 0.6, 1.01)  # of how sure the network is
PAYS = 0.4  # what is right less often than this is better left out

Text = tuple[dict, Scene, tuple]  # the annotation, the text made ready, what the rules heard in it


def read_held(count: int) -> list[Text]:
    """What is not learnt from: passages and whole documents."""
    passages = documents_of(PASSAGES)
    held = [passages[at] for at in held_out(count)]
    return heard_in([*held, *(each for each in documents_of(DOCUMENTS) if each[1].get("held"))])


def read_known() -> list[Text]:
    """The documents that the rules were written with."""
    return heard_in([each for each in documents_of(GOLD / "dev") if each[0] <= "dev-12"])


def heard_in(documents: list[tuple[str, dict, str]]) -> list[Text]:
    """The documents with what the rules hear in them."""
    found = []
    for _, gold, text in documents:
        facts = DocumentFacts(date=Span.parse(gold["date"]) if gold.get("date") else None)
        reading = read_sentences(document_from_text(text, facts=facts), load_lexicon(), ExtractOptions().pipeline)
        scene = Scene(reading, Discourse(reading))
        found.append((gold, scene, RulesExtractor().claims_in(scene)))
    return found


def judged(texts: list[Text], network: Network, score) -> list[tuple[float, bool]]:
    """Of each claim of the rules how sure the network is of its kind in its sentence, and whether it is right.

    Texts that are read in several windows are passed over: in them claims are not weighed.
    """
    rows = []
    for gold, scene, heard in texts:
        reading, lines = scene.reading, [claim_to_json(claim, "") for claim in heard]
        windows = windows_of(reading, network)
        if len(windows) != 1:
            continue
        sure = sureness(network.hear(windows[0]), reading.sentences)
        pairs = {j: gold["claims"][i] for i, j, _ in score.pair(gold["claims"], lines)}
        for j, claim in enumerate(heard):
            if j not in pairs or not pairs[j].get("optional"):
                rows.append((surest(claim, reading, sure), j in pairs))
    return rows


def stepwise(rows: list[tuple[float, bool]]) -> Iterator[tuple[float, float, list[tuple[float, bool]], float]]:
    """For each step of `STEPS` its ends, the rows on it, and the share of them that is right, drawn a little to one half."""
    for low, high in pairwise(STEPS):
        inside = [(most, right) for most, right in rows if low <= most < high]
        yield low, high, inside, (sum(right for _, right in inside) + 1) / (len(inside) + 2)


def rightness(rows: list[tuple[float, bool]]) -> list[list[float]]:
    """How often such claims are right, by how sure the network is: a point for each step, both rising."""
    points: list[list[float]] = []
    for _, _, inside, share in stepwise(rows):
        mean = sum(most for most, _ in inside) / max(1, len(inside))
        points.append([round(mean, 3), round(max([share, *(each for _, each in points)]), 3)])
    return points


def support_of(rows: list[tuple[float, bool]]) -> float:
    """How sure the network must be of the kind of a claim of the rules; below, such claims are wrong too often.

    One for all kinds: each has too few such claims to be told from the others.
    """
    chosen = 0.0
    for low, high, inside, share in stepwise(rows):
        print(f"{low} to {high}: {sum(right for _, right in inside)} of {len(inside)} right", flush=True)
        if chosen == low and share < PAYS:
            chosen = high
    return chosen


def additions(texts: list[Text], network: Network, score) -> dict[str, list[int]]:
    """For each kind how many additions were right and how many wrong, with the settings named "tried"."""
    counts = {kind.value: [0, 0] for kind in ORDER}
    for gold, scene, rules in texts:
        heard, hearings = listened(rules, scene.reading, network)
        proposed = TrainedExtractor(network=network).proposed(scene, hearings, "tried", counted(heard, scene.reading))
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
    unlearnt = judged(passages, network, score)
    settings["support"] = support_of([*unlearnt, *judged(read_known(), network, score)])
    settings["rightness"] = rightness(unlearnt)
    network.settings.update(settings)  # type: ignore[attr-defined]
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
