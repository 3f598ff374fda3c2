"""Commitments: who undertakes what, how firmly, and in which instrument."""

from __future__ import annotations

import pytest
from tests.claims.conftest import ClaimsOf

from foedera.model import Claim, Kind, Modality, Polarity

STATEMENT = "JOINT STATEMENT OF JAPAN AND FRANCE\n\nTokyo, 1 October 2024\n\n"

# name: sentence in a joint statement, parties, undertaking, strength
CASES = {
    "will": ("The two sides will hold a regular dialogue.", ["Japan", "France"], "hold a regular dialogue", "commits"),
    "will explore": (
        "They will explore the possibility of joint exercises.",
        ["Japan", "France"],
        "explore the possibility of joint exercises",
        "explores",
    ),
    "intends": (
        "France intends to send a frigate to Japan every year.",
        ["France"],
        "send a frigate to Japan every year",
        "intends",
    ),
    "shall": (
        "Japan shall report to the committee every year.",
        ["Japan"],
        "report to the committee every year",
        "binding",
    ),
    "obliged": (
        "France is obliged to consult Japan at once.",
        ["France"],
        "consult Japan at once",
        "binding",
    ),
    "agreed to": (
        "The two sides agreed to share information on the Sea of Japan.",
        ["Japan", "France"],
        "share information on the Sea of Japan",
        "commits",
    ),
    "agreed to consider": (
        "The two sides agreed to consider wider participation by partners.",
        ["Japan", "France"],
        "consider wider participation by partners",
        "explores",
    ),
    "work towards": (
        "Japan and France will work towards promoting naval cooperation.",
        ["Japan", "France"],
        "promoting naval cooperation",
        "intends",
    ),
    "should": (
        "Japan should inform France of any change.",
        ["Japan"],
        "inform France of any change",
        "encourages",
    ),
    "commitment to": (
        "France restated its commitment to defend the freedom of navigation.",
        ["France"],
        "defend the freedom of navigation",
        "commits",
    ),
    "pledged": (
        "Japan pledged 20 million euros for patrol boats.",
        ["Japan"],
        "20 million euros for patrol boats",
        "commits",
    ),
}


def only(claims: tuple[Claim, ...]) -> Claim:
    """The one claim there is."""
    assert len(claims) == 1, [dict(claim.roles) for claim in claims]
    return claims[0]


@pytest.mark.parametrize(("sentence", "parties", "undertaking", "strength"), CASES.values(), ids=CASES)
def test_commitment_is_read(
    claims_of: ClaimsOf, sentence: str, parties: list[str], undertaking: str, strength: str
) -> None:
    """The undertaking exists whatever its strength: it is actual."""
    claim = only(claims_of(STATEMENT + sentence, kind=Kind.COMMITMENT))

    assert sorted(filler.name or filler.text for filler in claim.fillers("party")) == sorted(parties)
    assert claim.word("undertaking") == undertaking
    assert claim.word("strength") == strength
    assert claim.modality is Modality.ACTUAL
    assert claim.polarity is Polarity.AFFIRMED


def test_two_undertakings_of_one_sentence_are_two(claims_of: ClaimsOf) -> None:
    """“will hold … and will exchange …” undertakes two things."""
    claims = claims_of(
        STATEMENT + "The two sides will hold yearly talks and will exchange staff officers.", kind=Kind.COMMITMENT
    )

    assert [claim.word("undertaking") for claim in claims] == ["hold yearly talks", "exchange staff officers"]


def test_items_under_a_subject_share_it(claims_of: ClaimsOf) -> None:
    """An item that opens with its verb is said of those named before the list."""
    text = "Japan and France met in Kobe.\n\n(a) agreed to share fuel;\n\n(b) welcomed the visit of the frigate.\n"
    claims = claims_of(STATEMENT + text, kind=Kind.COMMITMENT)

    assert [filler.text for filler in only(claims).fillers("party")] == ["Japan", "France"]


def test_provision_is_told_by_the_article(claims_of: ClaimsOf) -> None:
    """What stands in an article is undertaken there."""
    claim = only(claims_of(STATEMENT + "Article 7. The two sides will hold a regular dialogue.", kind=Kind.COMMITMENT))

    assert claim.word("provision") == "Article 7"


def test_deadline_is_when(claims_of: ClaimsOf) -> None:
    """By when something is to be done is the time of the undertaking."""
    claim = only(
        claims_of(STATEMENT + "Japan intends to establish a joint command by March 2025.", kind=Kind.COMMITMENT)
    )

    assert claim.when is not None
    assert claim.when.edtf == "../2025-03"


def test_no_duty_is_denied(claims_of: ClaimsOf) -> None:
    """Who is not obliged to do something has not undertaken it."""
    claim = only(claims_of("Under the treaty Japan is not obliged to send troops.", kind=Kind.COMMITMENT))

    assert claim.polarity is Polarity.DENIED


@pytest.mark.parametrize(
    "sentence",
    [
        "The Japanese frigate will arrive in Brest on Monday.",
        "The French destroyer intends to visit Kobe.",
        "Japan must do more for its navy, critics say.",
        "The new missile weighs two tonnes and will be able to fly 300 km.",
        "The Japanese team will play against France.",
    ],
)
def test_what_is_to_happen_is_no_commitment(claims_of: ClaimsOf, sentence: str) -> None:
    """News of what will happen, or what a writer thinks ought to, binds nobody."""
    assert claims_of(sentence, kind=Kind.COMMITMENT) == ()


NEWS = "Defence ministry news\n\n"
# name: sentence of the news, who, what, how firmly
PHRASES = {
    "in mind": ("Norway has it in mind to lend a patrol boat.", ["Norway"], "lend a patrol boat", "intends"),
    "one state plans": ("Norway plans to lend its radars to Italy.", ["Norway"], "lend its radars to Italy", "intends"),
    "volunteered": ("Italy has volunteered to man the radar station.", ["Italy"], "man the radar station", "commits"),
    "committed money": (
        "Canberra has committed A$10 million to the naval programme.",
        ["Canberra"],
        "A$10 million",
        "commits",
    ),
    "committed themselves": (
        "Norway and Italy committed themselves to holding an annual staff meeting.",
        ["Norway", "Italy"],
        "holding an annual staff meeting",
        "commits",
    ),
    "will give": ("Norway will fund two training courses.", ["Norway"], "fund two training courses", "commits"),
    "said it would": ("Norway said it would fund two courses.", ["Norway"], "fund two courses", "commits"),
    "will consider doing": (
        "Norway will consider opening its ranges.",
        ["Norway"],
        "consider opening its ranges",
        "explores",
    ),
    "idea of": ("Norway floated the idea of a joint school.", ["Norway"], "joint school", "explores"),
    "at liberty": ("Norway is at liberty to close its ports.", ["Norway"], "close its ports", "encourages"),
    "duty of": (
        "It is the duty of the sending State to repair all damage.",
        ["sending State"],
        "repair all damage",
        "binding",
    ),
}


@pytest.mark.parametrize(
    ("sentence", "parties", "undertaking", "strength"), list(PHRASES.values()), ids=list(PHRASES.keys())
)
def test_set_phrases_tell_commitments(
    claims_of: ClaimsOf, sentence: str, parties: list[str], undertaking: str, strength: str
) -> None:
    """Outside of statements, too, states undertake, offer, weigh and are asked."""
    [claim] = claims_of(NEWS + sentence, kind=Kind.COMMITMENT)

    assert [filler.text for filler in claim.fillers("party")] == parties
    assert claim.fillers("undertaking")[0].text == undertaking
    assert claim.word("strength") == strength


def test_an_author_recommends(claims_of: ClaimsOf) -> None:
    """What an author recommends to a state is a possible commitment of that state."""
    [claim] = claims_of(NEWS + "We recommend that Norway publish its export rules.", kind=Kind.COMMITMENT)

    assert (claim.fillers("party")[0].text, claim.modality) == ("Norway", Modality.POSSIBLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway plans to buy two frigates.",
        "Norway hopes to conclude similar deals with Italy.",
        "Norway will send a frigate to the exercise.",
        "The frigate will host a reception for children.",
        "Norway called on the rebels to withdraw their troops.",
    ],
)
def test_plans_that_other_kinds_tell_are_no_commitments(claims_of: ClaimsOf, sentence: str) -> None:
    """What is to be bought, signed or sailed is equipment, an instrument or an activity; an appeal binds nobody."""
    assert claims_of(NEWS + sentence, kind=Kind.COMMITMENT) == ()
