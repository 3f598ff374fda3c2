"""Remarks: who said what, when and in which form of words, and what is no saying."""

from __future__ import annotations

import pytest
from tests.claims.conftest import ClaimsOf

from foedera.model import Claim, Kind, Polarity

# A text about the field: each sentence is read as part of one.
BEFORE = "Two frigates met at sea.\n\n"

# name: sentence, speakers, content, when
CASES = {
    "that": (
        "Admiral Maria Silva stressed that the exercise with the Japanese Navy was routine.",
        ["Maria Silva"],
        "the exercise with the Japanese Navy was routine",
        None,
    ),
    "quotation before": (
        '"We are ready for the exercise," said Admiral Maria Silva.',
        ["Maria Silva"],
        "We are ready for the exercise",
        None,
    ),
    "quotation after": (
        "Admiral Maria Silva told reporters: “The frigate will stay in Japan.”",
        ["Maria Silva"],
        "The frigate will stay in Japan",
        None,
    ),
    "named day": (
        "Japan said on Monday that the treaty would be ratified.",
        ["Japan"],
        "the treaty would be ratified",
        "2024-10-28",
    ),
    "two speakers": (
        "Japan and France condemned the launch of ballistic missiles.",
        ["Japan", "France"],
        "condemned the launch of ballistic missiles",
        None,
    ),
    "called": (
        'China called the defence pact "a step backwards".',
        ["China"],
        'called the defence pact "a step backwards"',
        None,
    ),
    "restated": (
        "Japan reaffirmed its commitment to the defence of the Indo-Pacific.",
        ["Japan"],
        "its commitment to the defence of the Indo-Pacific",
        None,
    ),
    "voiced": (
        "Japan expressed concern about the deployment of troops.",
        ["Japan"],
        "concern about the deployment of troops",
        None,
    ),
    "unnamed speaker": (
        "A spokesman for the navy said that the frigate had left port.",
        ["spokesman for the navy"],
        "the frigate had left port",
        None,
    ),
    "according to": (
        "According to the Japanese Ministry of Defense, the destroyer entered service last year.",
        ["Japanese Ministry of Defense"],
        "the destroyer entered service last year",
        None,
    ),
}


def only(claims: tuple[Claim, ...]) -> Claim:
    """The one claim there is."""
    assert len(claims) == 1, [dict(claim.roles) for claim in claims]
    return claims[0]


@pytest.mark.parametrize(("sentence", "speakers", "content", "when"), CASES.values(), ids=CASES)
def test_remark_is_read(
    claims_of: ClaimsOf, sentence: str, speakers: list[str], content: str, when: str | None
) -> None:
    """One remark a verb of saying, with who said it and what was said."""
    claim = only(claims_of(BEFORE + sentence, kind=Kind.REMARK))

    assert [filler.text for filler in claim.fillers("speaker")] == speakers
    assert claim.word("content") == content
    assert (claim.when.edtf if claim.when else None) == when
    assert claim.polarity is Polarity.AFFIRMED


def test_pronoun_is_the_person_before(claims_of: ClaimsOf) -> None:
    """“She added …” is said by the person named before."""
    claims = claims_of(
        "Admiral Maria Silva visited the Japanese frigate. She added that joint patrols would follow.",
        kind=Kind.REMARK,
    )

    assert only(claims).word("speaker") == "Maria Silva"


def test_declining_to_say_is_denied(claims_of: ClaimsOf) -> None:
    """Who declines to say something has not said it."""
    claim = only(claims_of(BEFORE + "Japan declined to say which missiles it had bought.", kind=Kind.REMARK))

    assert claim.polarity is Polarity.DENIED
    assert claim.word("content") == "say which missiles it had bought"


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan should explain that the treaty changes nothing.",
        "The defence minister said the troops were believed to have been",
        "If the minister says that the frigate sails, it sails.",
        "Japan denounced the treaty in 2019.",
        "The frigate was called JS Onami.",
        "Both sides would welcome the presence of observers at the exercise.",
        "The Ministers expressed their appreciation.",
        "Navy accused over delays at the frigate yard.",
    ],
)
def test_no_saying_no_remark(claims_of: ClaimsOf, sentence: str) -> None:
    """What ought to be said, how a ship is called and how a treaty is left are no remarks."""
    assert claims_of(BEFORE + sentence, kind=Kind.REMARK) == ()


def test_lines_of_a_statement_are_said_by_those_who_sign(claims_of: ClaimsOf) -> None:
    """“We, the Ministers of …, 1. reaffirm that …; 2. welcome …” is said by all of them."""
    text = (
        "JOINT STATEMENT\n\nWe, the Ministers of Defence of Japan, France, Italy and Norway,\n\n"
        "1. reaffirm that the defence of the sea lanes is a shared task;\n\n"
        "2. welcome the wish of Canada to join the naval exercise;\n"
    )
    claims = claims_of(text, kind=Kind.REMARK)

    assert [claim.word("content") for claim in claims] == [
        "the defence of the sea lanes is a shared task",
        "welcome the wish of Canada to join the naval exercise",
    ]
    assert all(len(claim.fillers("speaker")) == 4 for claim in claims)


# name: sentence, who, what
FORMS = {
    "in the words of": (
        "In the words of Admiral Maria Silva: “The sea does not read doctrine.”",
        "Maria Silva",
        "The sea does not read doctrine",
    ),
    "before a colon": (
        "Admiral Maria Silva was non-committal: “The door is not locked.”",
        "Maria Silva",
        "The door is not locked",
    ),
    "per": ("“Not before next May”, per Admiral Maria Silva.", "Maria Silva", "Not before next May"),
    "likes to tell": (
        "“We are guests here,” Admiral Maria Silva likes to tell sailors.",
        "Maria Silva",
        "We are guests here",
    ),
    "denies doing": ("Japan denies granting base rights to any navy.", "Japan", "granting base rights to any navy"),
    "a quotation in a clause": (
        "Admiral Maria Silva said that the frigates of Japan “will be made available” soon.",
        "Maria Silva",
        "the frigates of Japan “will be made available” soon",
    ),
    "a quotation of two sentences": (
        '"Nothing has been lost. A pause is a pause," Admiral Maria Silva told lawmakers.',
        "Maria Silva",
        "Nothing has been lost. A pause is a pause",
    ),
    "assurances given": (
        "Admiral Maria Silva gave assurances that the frigate would stay.",
        "Maria Silva",
        "the frigate would stay",
    ),
    "made clear": (
        "Japan made it clear that the destroyer would sail.",
        "Japan",
        "the destroyer would sail",
    ),
    "in person": (
        "Minister for Defence (Ms Maria Silva): I can assure the House that the treaty has no such clause.",
        "Maria Silva",
        "the treaty has no such clause",
    ),
    "objected to by": (
        "The suspension of the treaty was condemned by Austria.",
        "Austria",
        "The suspension of the treaty was condemned",
    ),
    "an attitude before a colon": (
        "Admiral Maria Silva is more guarded: the exercise does not bring about a treaty.",
        "Maria Silva",
        "the exercise does not bring about a treaty",
    ),
    "advice in quotation marks": (
        '"Start the paperwork now," advises Admiral Maria Silva.',
        "Maria Silva",
        "Start the paperwork now",
    ),
    "an unnamed sailor": (
        "“It takes ninety days to agree on bread,” a Chilean major confided.",
        "Chilean major",
        "It takes ninety days to agree on bread",
    ),
}


@pytest.mark.parametrize(("sentence", "speaker", "content"), list(FORMS.values()), ids=list(FORMS.keys()))
def test_other_forms_of_saying(claims_of: ClaimsOf, sentence: str, speaker: str, content: str) -> None:
    """What is said needs no verb of saying, and a quotation may be a part of it."""
    claim = only(claims_of(BEFORE + sentence, kind=Kind.REMARK))

    assert (claim.word("speaker"), claim.word("content")) == (speaker, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for the tour of the frigate.",
        "ROE: The frigate sails tomorrow at noon.",
        "The frigate bears a motto: “Ready, aye, ready for all”.",
    ],
)
def test_thanks_transcripts_and_mottos_are_no_remarks(claims_of: ClaimsOf, sentence: str) -> None:
    """Politeness, the lines of a transcript and what is written on a ship are said by nobody in particular."""
    assert claims_of(BEFORE + sentence, kind=Kind.REMARK) == ()
