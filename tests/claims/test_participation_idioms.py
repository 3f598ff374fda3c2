"""Participations that leave out in what, and those told by roles, lists and statuses."""

from __future__ import annotations

import pytest

ABOUT = "The Sunder Shield Initiative is a naval programme. "

# sentence -> actors, as what, modality, polarity; always in the initiative that the text is about
IN_WHAT_IT_IS_ABOUT = {
    "joins": ("Norway has joined.", {"Norway"}, "member", "actual", "affirmed"),
    "hops aboard": ("Canada hopped aboard in 2024.", {"Canada"}, "member", "actual", "affirmed"),
    "is let in": ("Italy could be let in.", {"Italy"}, "member", "possible", "affirmed"),
    "signs up": ("Austria signed up in July 2023.", {"Austria"}, "member", "actual", "affirmed"),
    "stays out": ("France stays out.", {"France"}, "member", "actual", "denied"),
    "walks out": ("Pakistan walked out in 1973.", {"Pakistan"}, "member", "actual", "denied"),
    "watches": ("Japan merely watches.", {"Japan"}, "observer", "actual", "affirmed"),
    "asks": ("Romania has asked to be let in.", {"Romania"}, "candidate", "actual", "affirmed"),
    "is not invited": ("Spain was not invited.", {"Spain"}, "candidate", "actual", "denied"),
    "invited to join": ("The ministers invited Finland to join.", {"Finland"}, "candidate", "actual", "affirmed"),
    "a request for a seat": (
        "Canada's request for membership is pending.",
        {"Canada"},
        "candidate",
        "actual",
        "affirmed",
    ),
    "founders": ("Its founders were Norway and Italy.", {"Norway", "Italy"}, "member", "actual", "affirmed"),
    "with others as observers": (
        "The ministers met, with Japan and Canada looking on as observers.",
        {"Japan", "Canada"},
        "observer",
        "actual",
        "affirmed",
    ),
}


@pytest.mark.parametrize(
    ("text", "actors", "quality", "modality", "polarity"), IN_WHAT_IT_IS_ABOUT.values(), ids=IN_WHAT_IT_IS_ABOUT.keys()
)
def test_the_text_says_in_what(claims_of, text, actors, quality, modality, polarity):
    """Where a clause says who takes part and not in what, it is what the text speaks of."""
    told = [
        ({filler.text for filler in claim.fillers("actor")}, claim.word("as"), claim.modality, claim.polarity)
        for claim in claims_of(ABOUT + text, kind="participation")
        if claim.fillers("in")[0].text == "Sunder Shield Initiative"
    ]

    assert (actors, quality, modality, polarity) in told


# text -> actors, in what, as what
NAMED = {
    "a status": (
        "Timor-Leste was granted observer status at NATO in 2022.",
        {"Timor-Leste"},
        "NATO",
        "observer",
    ),
    "a list behind a colon": (
        "The following states take part in the Eurodrone programme: Austria, Finland and Spain.",
        {"Austria", "Finland", "Spain"},
        "Eurodrone programme",
        "partner",
    ),
    "a number of nations, some of them named": (
        "Twenty nations contribute ships to Operation Atalanta, including Denmark and Greece.",
        {"Twenty nations", "Denmark", "Greece"},
        "Operation Atalanta",
        "contributor",
    ),
    "a lead": ("SNMCMG2 is under Italian lead.", {"Italian"}, "SNMCMG2", "lead"),
    "people with an operation": (
        "Six Slovenian engineers with EUFOR Althea repaired a bridge.",
        {"Slovenian"},
        "EUFOR Althea",
        "contributor",
    ),
    "open to": ("The European Defence Fund is open to Norway.", {"Norway"}, "European Defence Fund", "partner"),
}


@pytest.mark.parametrize(("text", "actors", "joined", "quality"), NAMED.values(), ids=NAMED.keys())
def test_who_is_what_in_what(claims_of, text, actors, joined, quality):
    """Roles, statuses and lists say who takes part in what is named beside them."""
    found = claims_of(text + " The navy looks on.", kind="participation")

    assert (actors, joined, quality) in [
        (
            {filler.text for filler in claim.fillers("actor")},
            claim.fillers("in")[0].text,
            claim.word("as"),
        )
        for claim in found
    ]


NOT_TOLD = {
    "a rule applies": "It has applied since 1 March 2024.",
    "a treaty is provisionally applied": "The treaty, provisionally applied since July 2011, is in force.",
    "ships take part in an exercise": "Eleven warships took part.",
    "a person comes in": "The minister came in and sat down.",
    "what an agreement is for": "The agreement allows Westhaven to contribute to the mission.",
    "leaving a place": "Norway's troops left for Mali in May.",
}


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_nobody_takes_part(claims_of, text):
    """Rules that apply, people who come in and ships that sail make nobody a member of anything."""
    assert claims_of(ABOUT + text, kind="participation") == ()
