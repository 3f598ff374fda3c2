"""Participations told by postings, contests, shares, capacities and lists."""

from __future__ import annotations

import pytest

# text -> actors, in what, as what, modality, polarity
TOLD = {
    "posted to a mission": (
        "Norway has sent staff abroad. Thirteen soldiers are posted to KFOR.",
        {"Norway"},
        "KFOR",
        "contributor",
        "actual",
        "affirmed",
    ),
    "a number of members of a force": (
        "A total of 311 members of the Danish Army are deployed with UNIFIL.",
        {"Danish Army"},
        "UNIFIL",
        "contributor",
        "actual",
        "affirmed",
    ),
    "within the framework of an operation": (
        "The frigate sails with the Italian air group stationed in Kuwait within the framework of Operation Atalanta.",
        {"Italian"},
        "Operation Atalanta",
        "contributor",
        "actual",
        "affirmed",
    ),
    "shortlisted for an order": (
        "Fincantieri and Naval Group have been shortlisted for Greece's new frigates.",
        {"Fincantieri", "Naval Group"},
        "Greece's new frigates",
        "candidate",
        "actual",
        "affirmed",
    ),
    "in the running": (
        "Saab and Airbus are in the running for the army's radar contract.",
        {"Saab", "Airbus"},
        "radar contract",
        "candidate",
        "actual",
        "affirmed",
    ),
    "a lost tender": (
        "Leonardo lost the naval missile tender of the Kuwaiti Navy.",
        {"Leonardo"},
        "naval missile tender",
        "contractor",
        "actual",
        "denied",
    ),
    "a share in a venture": (
        "Edgewing is a joint venture in which BAE Systems, Leonardo and Saab each hold a third.",
        {"BAE Systems", "Leonardo", "Saab"},
        "joint venture",
        "partner",
        "actual",
        "affirmed",
    ),
    "a shareholder in an aircraft": (
        "Indonesia, a former shareholder in the KF-21 fighter aircraft, pays late to the defence ministry.",
        {"Indonesia"},
        "KF-21 fighter aircraft",
        "partner",
        "actual",
        "affirmed",
    ),
    "a capacity": (
        "The European Defence Fund is closed to outsiders. Swiss firms may serve as subcontractors.",
        {"Swiss firms"},
        "European Defence Fund",
        "contractor",
        "possible",
        "affirmed",
    ),
    "recipients under an instrument": (
        "Ukrainian firms may be recipients under the European Defence Fund.",
        {"Ukrainian firms"},
        "European Defence Fund",
        "beneficiary",
        "possible",
        "affirmed",
    ),
    "asked to be let into": (
        "Canada has asked to be let into the European Defence Fund.",
        {"Canada"},
        "European Defence Fund",
        "candidate",
        "actual",
        "affirmed",
    ),
    "not eligible": (
        "The European Defence Fund runs until 2027. A company controlled from elsewhere is not eligible.",
        {"company controlled from elsewhere"},
        "European Defence Fund",
        "beneficiary",
        "possible",
        "denied",
    ),
    "reserved for": (
        "The European Defence Fund has a prize. The programme is reserved for firms established in Norway.",
        {"firms established in Norway"},
        "European Defence Fund",
        "beneficiary",
        "possible",
        "affirmed",
    ),
    "put out": (
        "The F-35 programme has eight partners. Turkey's expulsion in 2019 was no surprise.",
        {"Turkey"},
        "F-35 programme",
        "partner",
        "actual",
        "denied",
    ),
    "the baton": (
        "The naval exercise Ruska Shield 26 ended today. The baton passes to Norway in 2027.",
        {"Norway"},
        "Ruska Shield 26",
        "lead",
        "planned",
        "affirmed",
    ),
    "founders between dashes": (
        "The Sunder Shield Initiative is a naval programme. Its three founders – Norway, Italy and Japan – are content.",
        {"Norway", "Italy", "Japan"},
        "Sunder Shield Initiative",
        "member",
        "actual",
        "affirmed",
    ),
    "members of a club in brackets": (
        "The Sunder Shield Initiative (Norway, Italy and Japan) held a naval drill.",
        {"Norway", "Italy", "Japan"},
        "Sunder Shield Initiative",
        "member",
        "actual",
        "affirmed",
    ),
    "those who do not take part": (
        "The Sunder Shield Initiative is a naval programme.\n\nNot taking part: Canada and France.",
        {"Canada", "France"},
        "Sunder Shield Initiative",
        "member",
        "actual",
        "denied",
    ),
    "too late to benefit": (
        "The European Defence Fund is spent. Denmark came too late to benefit.",
        {"Denmark"},
        "European Defence Fund",
        "beneficiary",
        "actual",
        "denied",
    ),
    "a seat": (
        "Norway and Canada sit in the Sunder Naval Council.",
        {"Norway", "Canada"},
        "Sunder Naval Council",
        "member",
        "actual",
        "affirmed",
    ),
    "a proposal to let in": (
        "The Sunder Shield Initiative is a naval programme. The admirals discussed a proposal to let Finland in.",
        {"Finland"},
        "Sunder Shield Initiative",
        "member",
        "possible",
        "affirmed",
    ),
    "whose decision": (
        "Denmark's decision to leave the Sunder Shield Initiative surprised the navy.",
        {"Denmark"},
        "Sunder Shield Initiative",
        "member",
        "actual",
        "denied",
    ),
    "inside an alliance": (
        "With Finland inside NATO since 2023, the army can be reinforced by land.",
        {"Finland"},
        "NATO",
        "member",
        "actual",
        "affirmed",
    ),
    "from which they benefit": (
        "The navy ran the Sunder Shield Initiative, from which Tonga, Fiji and Samoa benefit.",
        {"Tonga", "Fiji", "Samoa"},
        "Sunder Shield Initiative",
        "beneficiary",
        "actual",
        "affirmed",
    ),
    "a request alone": (
        "The Sunder Shield Initiative is a naval programme. Turkey's request is pending.",
        {"Turkey"},
        "Sunder Shield Initiative",
        "candidate",
        "actual",
        "affirmed",
    ),
    "who organises": (
        "Navies train in May. The Sunder Cyber Centre organises the cyber defence exercise Locked Shields.",
        {"Sunder Cyber Centre"},
        "Locked Shields",
        "lead",
        "actual",
        "affirmed",
    ),
    "ministries that pay": (
        "The Sunder Shield Initiative is a naval programme. The Spanish, German and Danish ministries fund the programme.",
        {"Spanish", "German", "Danish"},
        "Sunder Shield Initiative",
        "contributor",
        "actual",
        "affirmed",
    ),
}


@pytest.mark.parametrize(
    ("text", "actors", "joined", "quality", "modality", "polarity"), TOLD.values(), ids=TOLD.keys()
)
def test_who_takes_part_in_what(claims_of, text, actors, joined, quality, modality, polarity):
    """Who takes part in what, as what, with how real and whether it is denied."""
    told = [
        (
            {filler.text for filler in claim.fillers("actor")},
            claim.fillers("in")[0].text,
            claim.word("as"),
            claim.modality,
            claim.polarity,
        )
        for claim in claims_of(text, kind="participation")
    ]

    assert (actors, joined, quality, modality, polarity) in told


def test_the_rows_under_who_does_what_name_partners(claims_of):
    """Rows that begin with a firm and its country name the partners of the project that the text is about."""
    text = (
        "SUNDERNET is a four-year defence project funded by the European Defence Fund.\n\nWho does what\n\n"
        "• Indra (ES): consortium leader\n• Hensoldt (DE): radar receivers\n• Terma (DK) and Patria (FI): test campaigns\n"
    )

    told = {
        (tuple(filler.text for filler in claim.fillers("actor")), claim.fillers("in")[0].text, claim.word("as"))
        for claim in claims_of(text, kind="participation")
    }

    assert {
        (("Indra",), "SUNDERNET", "lead"),
        (("Hensoldt",), "SUNDERNET", "partner"),
        (("Terma", "Patria"), "SUNDERNET", "partner"),
    } <= told


SAYS_NOTHING = {
    "a question in a parliament": "Deputy Roe asked the Minister for Defence whether the ship will be assigned to KFOR.",
    "soldiers of a national brigade": "The battalion was placed under the 1st Armoured Division of the army.",
    "who is brought into talks": "The African Union will bring the Spanish and the Italian army into talks.",
    "partners unnamed": "The Sunder Shield Initiative met. Navies from the area were there with partners.",
}


@pytest.mark.parametrize("text", SAYS_NOTHING.values(), ids=SAYS_NOTHING.keys())
def test_who_takes_part_in_nothing(claims_of, text):
    """A question, and a unit that stands in its own army, tell no participation."""
    assert not claims_of(text, kind="participation")
