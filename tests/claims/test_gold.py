"""What is found in documents with gold claims, where they lie beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="there is no ../shared/gold beside the checkout")

# Floors, well under what benchmarks/README.md reports: they catch what breaks, not what wavers.
FLOORS = {"seed": 0.75, "dev": 0.80}


def extract(folder: Path, manifest: Path, *more: str) -> str:
    """What `foedera extract` prints for the texts of a folder, told each text's own date."""
    command = [sys.executable, "-c", "from foedera.cli import main; main()", "extract", "--manifest", str(manifest)]
    texts = sorted(str(path) for path in folder.glob("*.txt"))
    ran = subprocess.run([*command, *texts, "-f", "jsonl", *more], capture_output=True, text=True, check=True)
    return ran.stdout


@pytest.fixture(scope="module", params=sorted(FLOORS))
def extracted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, str, Path]:
    """A gold folder with its manifest, as the scorer writes it, and the claims found."""
    folder = tmp_path_factory.mktemp(request.param)
    manifest = folder / "manifest.csv"
    scorer = [sys.executable, str(GOLD / "score.py"), "manifest", str(GOLD / request.param)]
    manifest.write_text(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout, "utf-8")
    claims = folder / "claims.jsonl"
    claims.write_text(extract(GOLD / request.param, manifest), "utf-8")
    return request.param, claims, claims.read_text("utf-8"), manifest


def test_claims_reach_the_floor(extracted):
    """The scorer's own F1 of claims is above the floor of the folder."""
    name, claims, _, _ = extracted
    scorer = [sys.executable, str(GOLD / "score.py"), "score", str(GOLD / name), str(claims)]
    printed = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout

    assert json.loads(printed.splitlines()[-1])["claims_f1"] >= FLOORS[name]


def test_every_quote_is_its_slice(extracted):
    """Every quote and every filler with a place is exactly that slice of the text."""
    _, _, lines, _ = extracted
    for claim in map(json.loads, lines.splitlines()):
        text = Path(claim["document"]).read_text("utf-8")
        for evidence in claim["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        for fillers in claim["roles"].values():
            for filler in fillers:
                if isinstance(filler, dict) and "start" in filler:
                    assert text[filler["start"] : filler["end"]] == filler["text"]


def test_two_runs_agree_to_the_byte(extracted):
    """The same texts give the same bytes again, in a new process."""
    name, _, lines, manifest = extracted

    assert extract(GOLD / name, manifest) == lines
