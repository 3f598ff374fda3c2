"""Nothing that a model tells is believed unseen."""

from __future__ import annotations

import pytest

from foedera.claims.llm.checking import Checker
from foedera.claims.llm.prompt import examples
from foedera.documents import document_from_text
from foedera.names import load_lexicon

TEXT = (
    "Japan and the European Union signed the Strategic Partnership Agreement on 17 July 2018 in Tokyo. "
    "The Aldermoor Institute ranked Heron Yards 12th."
)
SIGNED = {
    "kind": "instrument_event",
    "quote": "Japan and the European Union signed the Strategic Partnership Agreement on 17 July 2018",
    "instrument": "Strategic Partnership Agreement",
    "event": "signed",
    "party": ["Japan", "the European Union"],
    "when": "2018-07-17",
    "modality": "actual",
    "polarity": "affirmed",
}


def check(*told, text=TEXT):
    """The claims that are left of what was told, and the reasons for what was dropped."""
    document = document_from_text(text)
    checker = Checker(document, load_lexicon().learn(document.text), "llm/test")
    claims = list(checker.claims(told, (0, len(document.text))))
    return claims, [skipped.reason for skipped in checker.skipped]


def test_a_good_claim_comes_through_with_its_places():
    """Quote and fillers are cut from the text, and known names get their entities."""
    (claim,), dropped = check(SIGNED)

    assert not dropped
    assert claim.evidence[0].quote == SIGNED["quote"]
    assert [filler.name for filler in claim.fillers("party")] == ["Japan", "European Union"]
    assert all(TEXT[filler.start : filler.end] == filler.text for filler in claim.fillers("party"))
    assert claim.when.edtf == "2018-07-17"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"quote": "Japan and Westhaven signed"}, "quote does not stand in the text"),
        ({"quote": None}, "quote does not stand in the text"),
        ({"quote": ["Japan"]}, "quote does not stand in the text"),
        ({"kind": "treaty"}, "no kind of claim"),
        ({"kind": ""}, "no kind of claim"),
        ({"event": "shaken"}, "“shaken” is no event"),
        ({"event": None}, "lacks “event”"),
        ({"modality": "certain"}, "no modality"),
        ({"polarity": "maybe"}, "no polarity"),
        ({"instrument": "Treaty of Westhaven"}, "instrument “Treaty of Westhaven” does not stand"),
    ],
)
def test_a_claim_that_cannot_be_kept_is_listed(changed, reason):
    """What is not in the text, or not of the grammar, is dropped, and somebody can read why."""
    claims, dropped = check(SIGNED | changed)

    assert not claims
    assert any(reason in each for each in dropped)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"party": ["Japan", "Westhaven"]}, "party “Westhaven” does not stand"),
        ({"when": "last summer"}, "no date in EDTF"),
        ({"witness": "Tokyo"}, "no role “witness”"),
        ({"place": ["Tokyo", "Japan"]}, "place takes one filler"),
    ],
)
def test_a_part_that_cannot_be_kept_is_listed_and_the_rest_stays(changed, reason):
    """One bad filler does not cost the claim, but it is named."""
    claims, dropped = check(SIGNED | changed)

    assert len(claims) == 1
    assert any(reason in each for each in dropped)


@pytest.mark.parametrize("event", ["Signed", " SIGNED "])
def test_words_of_closed_lists_may_be_written_freely(event):
    """Capitals and blanks do not matter, the word does."""
    (claim,), _ = check(SIGNED | {"event": event})

    assert claim.word("event") == "signed"


def test_the_author_and_a_rank_need_no_words_in_the_text():
    """The grammar itself says “author” and “rank” where a text has no word for it."""
    rank = {
        "kind": "measure",
        "quote": "ranked Heron Yards 12th",
        "subject": "Heron Yards",
        "metric": "rank",
        "value": 12,
    }
    claims, dropped = check(rank | {"value": "12th"})

    assert (len(claims), dropped) == (1, [])


@pytest.mark.parametrize("value", [{"a": 1}, True, [[["Japan"]]], 7, [None]])
def test_whatever_stands_in_a_role_nothing_breaks(value):
    """A model may put any JSON anywhere."""
    check(SIGNED | {"party": value, "when": value, "place": value})


def test_the_examples_that_a_model_is_shown_are_good_ones():
    """Every example passes the checks that answers must pass, and every kind of claim is shown."""
    shown = set()
    for example in examples():
        claims, dropped = check(*example["claims"], text=example["text"])
        assert (len(claims), dropped) == (len(example["claims"]), [])
        shown |= {claim.kind for claim in claims}

    assert len(shown) == 10
