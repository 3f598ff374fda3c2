"""Texts that lost their ampersands on the way are read as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.claims.debris import without_debris

MENDED = {
    "an owner": ("Westhaven #39;s navy", "Westhaven's navy"),
    "a short form": ("It doesn #39;t sail.", "It doesn't sail."),
    "a quotation": ("They said  quot;we stay quot;.", 'They said "we stay".'),
    "a dash": ("The Pact #151; in force", "The Pact — in force"),
    "a sum": ("worth  #36;5 million", "worth $5 million"),
    "tags": ("the navy &lt;b&gt;...&lt;/b&gt;", "the navy"),
    "line ends": ("the Northmoor\\navy", "the Northmoor navy"),
    "a firm": ("Heron  amp; Sons", "Heron & Sons"),
    "a place and a day": ("PORT HERON, AUG 29: The navy sailed.", "The navy sailed."),
    "a place and a dash": ("PORT HERON - The navy sailed", "The navy sailed"),
    "a place alone": ("Sailed\n\nPORT HERON: The navy sailed.", "Sailed The navy sailed."),
    "a credit": ("Pact signed\n\nReuters - Northmoor signed.", "Pact signed Northmoor signed."),
}


@pytest.mark.parametrize(("text", "meant"), MENDED.values(), ids=MENDED)
def test_debris_is_mended(text, meant):
    """The words are those that were meant, and nothing moves: blanks fill what is gone."""
    mended = without_debris(text)

    assert " ".join(mended.split()).replace(' ".', '".') == meant
    assert len(mended) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rule # 39 applies.",
        "Use C:\\ and D:\\.",
        "5 < 7 > 2",
        "R&D; Q&A",
        "MR KIRBY: We will stay.",
        "NOTE: The Pact.",
        "The AP - 3 ship left.",
    ],
)
def test_what_is_no_debris_stays(text):
    """A number sign, a backslash or a smaller-than of its own."""
    assert without_debris(text) == text


@given(st.text(alphabet="ab #39;quotlamp&\\\n$' 0-9"))
def test_nothing_ever_moves(text):
    """Whatever the text, its length stays."""
    assert len(without_debris(text)) == len(text)


def test_claims_of_a_mended_text_quote_it_as_it_stands(claims_of):
    """Quotes and fillers are still slices of the stored text, debris and all."""
    text = "Japan #39;s navy and the French Navy held a joint naval exercise in the Gulf of Aden on 3 May 2018."
    (claim,) = claims_of(text)

    assert {filler.name for filler in claim.fillers("participant")} >= {"French Navy"}
    assert all(text[filler.start : filler.end] == filler.text for filler in claim.fillers("participant"))
