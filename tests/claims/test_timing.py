"""Dates and how real a thing is: what lies ahead of the document is planned, and verbs tell which year is meant."""

from __future__ import annotations

import pytest

# text, written on 2025-02-22 -> the kind looked for, its date and how real it is
DATED = {
    "an invitation to what is to come": (
        "In mid-April India and Tanzania are to host the naval exercise AIKEYME, to which Kenya has been invited.",
        ("participation", "2025-04", "planned"),
    ),
    "a line without a verb about a year to come": (
        "Refit of the frigate INS Tir at Kochi shipyard, 2027.\n\nThe navy will upgrade the frigate INS Tir in 2027.",
        ("capability", "2027", "planned"),
    ),
    "a journey told in the present tense": (
        "The Indian and Kenyan navies begin the naval exercise AIKEYME in April.",
        ("activity", "2025-04", "planned"),
    ),
    "what is foreseen": (
        "The naval talks of Norway and Italy are scheduled for April.",
        ("activity", "2025-04", "planned"),
    ),
    "the same in the past tense": (
        "The Indian and Kenyan navies began the naval exercise AIKEYME in April.",
        ("activity", "2024-04", "actual"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DATED.values(), ids=DATED.keys())
def test_dates_ahead_are_planned(claims_of, text, expected):
    """A month without a year is counted by its own verb, and what is dated after the document is planned."""
    kind, when, modality = expected

    (claim,) = claims_of(text, date="2025-02-22", kind=kind)

    assert (claim.when.edtf, claim.modality.value) == (when, modality)


def test_an_undertaking_for_a_day_to_come_is_given_now(claims_of):
    """A commitment stands from the day it is given, whatever day it is for."""
    claims = claims_of("Joint statement of Norway and Italy\n\nThe Participants will hold a naval exercise in 2027.")

    assert {claim.modality.value for claim in claims if claim.kind == "commitment"} == {"actual"}
