"""The trained extractor keeps its promises whatever the text."""

import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from runtime.extractor import MODEL, Extractor  # noqa: E402

pytestmark = pytest.mark.skipif(not (MODEL / "settings.json").exists(), reason="the model is not built")

TEXT = """Northmoor and Eastmark sign defence pact

Tessin, 4 November 2024

The Foreign Minister of Northmoor, Anna Veld, and her Eastmark colleague Jon Arda today signed the Northmoor–Eastmark Pact in Tessin. It will enter into force on 1 March 2025. The two sides will hold an annual exercise. Northmoor's defence budget rose by 4.2 per cent to $7.953 billion in 2023.
"""


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "x", "…", TEXT, TEXT * 8, "word " * 3000, "Ä́ß 日本 (EU) \u00a0 5,000"]
)
def test_quotes_are_slices(extractor, text):
    """Every quote and filler is exactly the text at its place."""
    for claim in extractor.extract(text, "2024-11-04"):
        for evidence in claim["evidence"]:
            assert evidence["quote"] == text[evidence["start"] : evidence["end"]] != ""
        for fillers in claim["roles"].values():
            for filler in fillers:
                assert isinstance(filler, str) or filler["text"] == text[filler["start"] : filler["end"]] != ""


def test_same_twice(extractor):
    """Extracting twice gives the same claims in the same order."""
    assert extractor.extract(TEXT, "2024-11-04", "a") == extractor.extract(TEXT, "2024-11-04", "a")


def test_signing_is_read(extractor):
    """A plain signing is found with its date."""
    signed = [c for c in extractor.extract(TEXT, "2024-11-04") if c["roles"].get("event") == ["signed"]]
    assert signed and signed[0]["when"] == "2024-11-04"


def test_long_texts_are_read_to_their_end(extractor):
    """A text of several windows gives claims from its last part too."""
    text = TEXT * 7 + TEXT.replace("Eastmark", "Westhaven").replace("Arda", "Bell")
    claims = extractor.extract(text, "2024-11-04")
    assert max(c["evidence"][0]["start"] for c in claims) > len(text) * 0.8
