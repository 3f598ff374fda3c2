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
    "not eligible": (
        "Entities established in Japan are not eligible for funding under the European Defence Fund.",
        {"Entities established in Japan"},
        "European Defence Fund",
        "beneficiary",
        "possible",
        "denied",
    ),
    "only these are eligible": (
        "Only companies from the Union shall be eligible for military funding under the European Defence Fund.",
        {"companies from the Union"},
        "European Defence Fund",
        "beneficiary",
        "possible",
        "affirmed",
    ),
    "may not receive funding": (
        "Third-country entities may not receive military funding from the European Defence Fund.",
        {"Third-country entities"},
        "European Defence Fund",
        "beneficiary",
        "possible",
        "denied",
    ),
    "no access": (
        "Japan has no access to the European Defence Fund.",
        {"Japan"},
        "European Defence Fund",
        "beneficiary",
        "possible",
        "denied",
    ),
    "took command": (
        "Japan took command of Combined Task Force 151 in the Gulf of Aden.",
        {"Japan"},
        "Combined Task Force 151",
        "lead",
        "actual",
        "affirmed",
    ),
    "awarded a contract under": (
        "Airbus was awarded a military contract under the European Defence Fund.",
        {"Airbus"},
        "European Defence Fund",
        "contractor",
        "actual",
        "affirmed",
    ),
    "applied for membership": (
        "Ukraine applied for NATO membership in September 2022.",
        {"Ukraine"},
        "NATO",
        "candidate",
        "actual",
        "affirmed",
    ),
    "no longer a member": (
        "Armenia is no longer a member of NATO.",
        {"Armenia"},
        "NATO",
        "member",
        "actual",
        "denied",
    ),
    "membership suspended": (
        "Armenia suspended its membership of the Collective Security Treaty Organization.",
        {"Armenia"},
        "Collective Security Treaty Organization",
        "member",
        "actual",
        "denied",
    ),
    "a partner of an alliance": (
        "Japan is a NATO partner on defence.",
        {"Japan"},
        "NATO",
        "partner",
        "actual",
        "affirmed",
    ),
    "a place hosts the headquarters": (
        "Rota in Spain hosts the headquarters of Operation Atalanta.",
        {"Rota"},
        "Operation Atalanta",
        "host",
        "actual",
        "affirmed",
    ),
    "a project by its subject": (
        "The Netherlands coordinates the PESCO project on military mobility.",
        {"Netherlands"},
        "PESCO project on military mobility",
        "lead",
        "actual",
        "affirmed",
    ),
    "a stand at a fair": (
        "Rheinmetall runs a military pavilion at EuroNaval.",
        {"Rheinmetall"},
        "EuroNaval",
        "exhibitor",
        "actual",
        "affirmed",
    ),
    "a role that somebody has": (
        "The Council acknowledged Brazil's role as coordinator of the Drone Coalition on defence.",
        {"Brazil"},
        "Drone Coalition",
        "lead",
        "actual",
        "affirmed",
    ),
    "no company takes part": (
        "No Ukrainian company takes part in the European Defence Fund.",
        {"Ukrainian company"},
        "European Defence Fund",
        "partner",
        "actual",
        "denied",
    ),
    "the role in brackets": (
        "The Eurodrone defence programme employs Leonardo (Italy, coordinator) and others.",
        {"Leonardo"},
        "Eurodrone",
        "lead",
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
