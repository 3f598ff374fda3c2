"""Assessments: who judges or labels whom or what."""

from __future__ import annotations

import pytest

# What makes a text one about defence, so that it is read at all.
ABOUT = "\n\nThe army and the navy of Westhaven look on."

# sentence -> assessors, target, label, polarity
TOLD = {
    "looks upon": (
        "Kuwait looks upon the defence pact as a school for pilots.",
        {"Kuwait"},
        "defence pact",
        "school for pilots",
        "affirmed",
    ),
    "not as this but as that": (
        "Kuwait does not look upon the defence pact as a purchase, but as “a school for pilots”.",
        {"Kuwait"},
        "defence pact",
        "a school for pilots",
        "affirmed",
    ),
    "judged to be": (
        "NATO judged the patrol group, in which two states sit, to be an indispensable complement.",
        {"NATO"},
        "patrol group",
        "indispensable complement",
        "affirmed",
    ),
    "a label in quotation marks": (
        "Beijing called the defence pact “a provocation”.",
        {"Beijing"},
        "defence pact",
        "a provocation",
        "affirmed",
    ),
    "as": (
        "NATO regards Russia as a direct threat to the Alliance.",
        {"NATO"},
        "Russia",
        "direct threat to the Alliance",
        "affirmed",
    ),
    "a passive": ("The pact is seen by Tokyo as a rival to NATO.", {"Tokyo"}, "pact", "rival to NATO", "affirmed"),
    "a bare adjective": (
        "Moscow has called the defence pact unnecessary.",
        {"Moscow"},
        "defence pact",
        "unnecessary",
        "affirmed",
    ),
    "a denial": (
        "Japan does not consider Russia a partner of its navy.",
        {"Japan"},
        "Russia",
        "partner of its navy",
        "denied",
    ),
    "two bare nouns": (
        "The EU considers Japan a key partner of its navy.",
        {"EU"},
        "Japan",
        "key partner of its navy",
        "affirmed",
    ),
    "a relative clause": (
        "The pact, which Manila has labelled a milestone, was signed.",
        {"Manila"},
        "pact",
        "milestone",
        "affirmed",
    ),
    "in somebody's view": (
        "In Moscow's view, the deployment of the navy is a provocation.",
        {"Moscow"},
        "deployment of the navy",
        "provocation",
        "affirmed",
    ),
    "shared fears": (
        "Norway and Japan share concerns over the defence industry.",
        {"Norway", "Japan"},
        "defence industry",
        "concerns over the defence industry",
        "affirmed",
    ),
    "so-called": (
        "It was a landmark in the so-called “golden era” of EU-Japan relations.",
        {"author"},
        "EU-Japan relations",
        "golden era",
        "affirmed",
    ),
    "the author's own": (
        "NATO remains the cornerstone of Norwegian defence policy.",
        {"author"},
        "NATO",
        "cornerstone of Norwegian defence policy",
        "affirmed",
    ),
}

NOT_TOLD = {
    "seen in a month": "In May, visitors to the naval fair could see a model of the frigate.",
    "not taken to do": "Japan does not regard Article 7 as affecting defence contracts.",
    "who is wrong": "Dr Jane Roe is wrong.",
    "what has nothing to do with it": "The coffee is indispensable. There is none. Nobody minds.",
    "a call for something": "The ministers called for an EU “capacity for action”.",
    "calling at a port": "The frigate HMS Argyll called at Oslo.",
    "calling on somebody": "The minister of Japan called on the parties to sign the agreement.",
    "a name": "The naval exercise is called Malabar.",
    "a plain fact": "The frigate is in Oslo with the Royal Navy.",
    "seeing": "The minister saw the fleet in Oslo.",
}


@pytest.mark.parametrize(("text", "assessors", "target", "label", "polarity"), TOLD.values(), ids=TOLD.keys())
def test_assessments_are_found(claims_of, text, assessors, target, label, polarity):
    """A verb of judging gives who judges, what is judged, and the label."""
    (claim,) = claims_of(text + ABOUT, kind="assessment")

    assert {filler.text for filler in claim.fillers("assessor")} == assessors
    assert (claim.word("target"), claim.word("label"), claim.polarity) == (target, label, polarity)


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_naming_and_calling_do_not_judge(claims_of, text):
    """Verbs that may judge do not where they call at ports, name or see."""
    assert claims_of(text + ABOUT, kind="assessment") == ()
