"""Activities: who did, will or could do what together, where and when, told by nouns and by verbs."""

from __future__ import annotations

import pytest

from foedera.model import Claim

# sentence -> type, participants, and further roles that must be filled just so
TOLD = {
    "a verb that says it": (
        "The Japan Maritime Self-Defense Force exercised with the Royal Navy in the North Atlantic in May 2023.",
        "exercise",
        {"Japan Maritime Self-Defense Force", "Royal Navy"},
        {"place": {"North Atlantic"}},
    ),
    "an exercise held with a partner": (
        "The Indian Navy held a naval exercise with the French Navy off Goa on 3 May 2023.",
        "exercise",
        {"Indian Navy", "French Navy"},
        {"place": {"Goa"}},
    ),
    "an exercise between two": (
        "A military exercise between Norway and Finland took place in March 2023.",
        "exercise",
        {"Norway", "Finland"},
        {},
    ),
    "a list that the parser takes for an apposition": (
        "Naval units of Australia, Japan, the Philippines and the United States carried out a joint exercise.",
        "exercise",
        {"Australia", "Japan", "Philippines", "United States"},
        {},
    ),
    "a clause that hangs on the noun": (
        "The exercise conducted by Norway and Finland in March 2023 strained the military budget.",
        "exercise",
        {"Norway", "Finland"},
        {},
    ),
    "a port call": (
        "The frigate HMAS Warramunga called at Darwin on 3 May 2023.",
        "port_call",
        {"HMAS Warramunga"},
        {"asset": {"HMAS Warramunga"}, "place": {"Darwin"}},
    ),
    "a transit": (
        "HMS Richmond passed through the Taiwan Strait together with USS Higgins on 12 September 2024.",
        "transit",
        {"HMS Richmond", "USS Higgins"},
        {"place": {"Taiwan Strait"}},
    ),
    "sailing in company": (
        "JS Akebono sailed in company with the frigate HMS Richmond in the Gulf of Aden.",
        "exercise",
        {"JS Akebono", "HMS Richmond"},
        {"place": {"Gulf of Aden"}},
    ),
    "a minister in a capital": (
        "Defence Minister Gen Nakatani was in Manila on 30 August 2024.",
        "visit",
        {"Gen Nakatani"},
        {"place": {"Manila"}},
    ),
    "a courtesy call": (
        "Admiral John Roe paid a courtesy call on Admiral Jane Doe on naval cooperation on 3 May 2023.",
        "visit",
        {"John Roe", "Jane Doe"},
        {},
    ),
    "a deployment in the passive": (
        "Two Japanese F-35A aircraft were hosted in Australia from 26 to 29 August 2023.",
        "deployment",
        {"Japanese"},
        {"place": {"Australia"}},
    ),
    "a deployment as a noun": (
        "They condemned the deployment of troops of North Korea to Russia.",
        "deployment",
        {"North Korea"},
        {"place": {"Russia"}},
    ),
    "a patrol": (
        "French frigates patrolled the Gulf of Guinea with the Nigerian Navy in 2023.",
        "patrol",
        {"French", "Nigerian Navy"},
        {"place": {"Gulf of Guinea"}},
    ),
    "a visit": (
        "During the visit of the Prime Minister to France in February 2024, the military was shown a rocket launcher.",
        "visit",
        {"Prime Minister"},
        {"place": {"France"}},
    ),
    "training that one gives another": (
        "Norway trains Ukrainian soldiers in Poland.",
        "training",
        {"Norway", "Ukrainian"},
        {"place": {"Poland"}},
    ),
    "a force represented by a ship": (
        "Norway and Finland held a naval exercise. The Royal Norwegian Navy was represented by the frigate KNM Otto Sverdrup.",
        "exercise",
        {"Royal Norwegian Navy"},
        {"asset": {"KNM Otto Sverdrup"}},
    ),
}


def filled(claim: Claim, role: str) -> set[str]:
    """The texts that fill a role."""
    return {filler.text for filler in claim.fillers(role)}


@pytest.mark.parametrize(("text", "sort", "participants", "roles"), TOLD.values(), ids=TOLD)
def test_activity_is_told(claims_of, text, sort, participants, roles):
    """Whoever acts together is one claim, with what they used and where."""
    found = [claim for claim in claims_of(text, kind="activity") if filled(claim, "participant") == participants]

    assert [claim.word("type") for claim in found] == [sort]
    for role, texts in roles.items():
        assert filled(found[0], role) == texts


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("The Royal Navy will exercise with the Indian Navy in 2026.", "planned", "affirmed"),
        ("The Royal Navy could exercise with the Indian Navy.", "possible", "affirmed"),
        ("The Royal Navy has not yet exercised with the Indian Navy.", "actual", "denied"),
        ("The naval exercise between Norway and Finland was cancelled.", "actual", "denied"),
    ],
    ids=["planned", "possible", "not yet", "called off"],
)
def test_how_real_an_activity_is(claims_of, text, modality, polarity):
    """A plan, a possibility and a denial are told apart from what has happened."""
    (claim,) = claims_of(text, kind="activity")

    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_date_of_an_activity(claims_of):
    """The days of an exercise are its own, whatever else the text dates."""
    text = "The Indian Navy held an exercise with the French Navy from 19 to 22 March 2024."

    (claim,) = claims_of(text, kind="activity")

    assert claim.when is not None
    assert claim.when.edtf == "2024-03-19/2024-03-22"


def test_what_was_practised_is_told_later(claims_of):
    """A sentence that goes on about an exercise takes its participants over."""
    text = "Norway and Finland held a naval exercise in May 2023. The ships practised boarding and towing."

    told = claims_of(text, kind="activity")

    practised = next(claim for claim in told if claim.fillers("element"))
    assert filled(practised, "element") == {"boarding", "towing"}
    assert filled(practised, "participant") == {"Norway", "Finland"}


def test_ship_stands_for_her_state(claims_of):
    """Where nobody else is named, a ship acts for the state whose prefix she bears."""
    (claim,) = claims_of("HMAS Warramunga called at Darwin, a naval base.", kind="activity")

    (participant,) = claim.fillers("participant")
    assert (participant.text, participant.name) == ("HMAS Warramunga", "Australia")


def test_said_twice_is_one_claim(claims_of):
    """A heading and the sentence below it tell one thing, with two pieces of evidence."""
    text = "Norway and Finland hold naval exercise\n\nNorway and Finland held a naval exercise off Bergen in May 2023."

    (claim,) = claims_of(text, kind="activity")

    assert claim.when is not None
    assert len(claim.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The military budget of Norway met the target of the alliance.",
        "The Norwegian Army struck a deal with the Finnish Army.",
        "Norway sought the passage of a resolution on the army.",
        "The club won the match, an exercise in patience, and the defence held.",
        "The troops had a good training ground near the naval base.",
        "Japan and France signed the military agreement in an exchange of notes.",
        "Heavy rain is deployed as an excuse by the army band.",
    ],
    ids=[
        "a target met",
        "a deal",
        "a resolution passed",
        "a metaphor",
        "a training ground",
        "an exchange of notes",
        "a figure of speech",
    ],
)
def test_no_activity(claims_of, text):
    """Words of the domain in other senses make no activity."""
    assert claims_of(text, kind="activity") == ()
