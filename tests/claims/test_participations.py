"""Participations: who takes part in what, and as what."""

from __future__ import annotations

import pytest

from foedera.model import Claim

# sentence -> actors, what they take part in, as what, modality, polarity
TOLD = {
    "takes part": (
        "Norway takes part in the European Defence Fund (EDF).",
        {"Norway"},
        "European Defence Fund",
        "partner",
        "actual",
        "affirmed",
    ),
    "contributes to an operation": (
        "Norwegian personnel contribute to Operation Atalanta.",
        {"Norwegian personnel"},
        "Operation Atalanta",
        "contributor",
        "actual",
        "affirmed",
    ),
    "is a member": ("Iceland is a member of NATO.", {"Iceland"}, "NATO", "member", "actual", "affirmed"),
    "is no member state": (
        "Japan is not an EU member state, said the army.",
        {"Japan"},
        "EU",
        "member",
        "actual",
        "denied",
    ),
    "remains outside": (
        "Norway remains outside the European Union on defence.",
        {"Norway"},
        "European Union",
        "member",
        "actual",
        "denied",
    ),
    "led by": (
        "The Eurodrone defence programme is led by Airbus, Dassault and Leonardo.",
        {"Airbus", "Dassault", "Leonardo"},
        "Eurodrone",
        "lead",
        "actual",
        "affirmed",
    ),
    "observer status": (
        "Japan was granted observer status in the Eurodrone programme, a military project.",
        {"Japan"},
        "Eurodrone",
        "observer",
        "actual",
        "affirmed",
    ),
    "may join as observers": (
        "Australia could join the Eurodrone defence programme as an observer.",
        {"Australia"},
        "Eurodrone",
        "observer",
        "possible",
        "affirmed",
    ),
    "shown at a fair": (
        "Mitsubishi Heavy Industries exhibited a missile at EuroNaval.",
        {"Mitsubishi Heavy Industries"},
        "EuroNaval",
        "exhibitor",
        "actual",
        "affirmed",
    ),
    "both in a denied pair": (
        "Neither Canada nor Turkey is associated with the European Defence Fund.",
        {"Canada", "Turkey"},
        "European Defence Fund",
        "partner",
        "actual",
        "denied",
    ),
    "accedes": (
        "Finland acceded to NATO in April 2023.",
        {"Finland"},
        "NATO",
        "member",
        "actual",
        "affirmed",
    ),
    "accession as a noun": (
        "The accession of Sweden to NATO changed the defence of the Baltic.",
        {"Sweden"},
        "NATO",
        "member",
        "actual",
        "affirmed",
    ),
}


def filled(claim: Claim, role: str) -> set[str]:
    """The texts that fill a role."""
    return {filler.text for filler in claim.fillers(role)}


@pytest.mark.parametrize(("text", "actors", "joined", "quality", "modality", "polarity"), TOLD.values(), ids=TOLD)
def test_participation_is_told(claims_of, text, actors, joined, quality, modality, polarity):
    """Who takes part in what, as what, and how real it is."""
    (claim,) = claims_of(text, kind="participation")

    assert filled(claim, "actor") == actors
    assert claim.fillers("in")[0].text.startswith(joined)
    assert claim.word("as") == quality
    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_what_is_left_unsaid_is_what_the_text_is_about(claims_of):
    """“Could join as observers” is said of the programme that the text names."""
    text = "In our view the Eurodrone defence programme should be opened. Eurodrone is young. Australia could join as an observer."

    told = claims_of(text, kind="participation")

    assert [(filled(claim, "actor"), claim.word("as")) for claim in told] == [({"Australia"}, "observer")]
    assert told[0].fillers("in")[0].text.startswith("Eurodrone")


def test_label_before_a_list(claims_of):
    """A label such as “Observers” gives the quality of all that are listed behind it."""
    text = "The Eurodrone defence programme is under way.\n\nObservers: Japan, Canada"

    told = claims_of(text, kind="participation")

    assert [(filled(claim, "actor"), claim.word("as")) for claim in told] == [({"Japan", "Canada"}, "observer")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister joined the chorus of those who praised the army.",
        "The admiral took part in the conversation.",
        "HMS Prince of Wales led the carrier group into port.",
        "Norway left the meeting on defence early.",
    ],
    ids=["a chorus", "a conversation", "a flagship", "a meeting"],
)
def test_no_participation(claims_of, text):
    """Joining or leading something that nobody can be a member or partner of makes no claim."""
    assert claims_of(text, kind="participation") == ()
