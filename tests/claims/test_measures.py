"""Measures: how much, how many, which rank; whose it is and what is measured."""

from __future__ import annotations

import pytest

from foedera.model import Claim

# What makes a text one about defence, so that it is read at all.
ABOUT = "\n\nThe army and the navy of Westhaven look on."

# text -> the measures expected: subject, metric, value, unit
TOLD = {
    "a count as an object": (
        "The Northmoor Navy ordered 180 main battle tanks.",
        [("Northmoor Navy", "main battle tanks", "180", "tanks")],
    ),
    "two counts of one verb": (
        "The Northmoor Navy ordered 12 frigates and 81 support vehicles.",
        [("Northmoor Navy", "frigates", "12", "frigates"), ("Northmoor Navy", "support vehicles", "81", "vehicles")],
    ),
    "a count as a subject": (
        "Eleven warships took part in the naval exercise.",
        [("warships", "warships", "Eleven", "warships")],
    ),
    "a rise in per cent": (
        "Defence revenue at Mitsubishi Heavy Industries rose by 24% in 2023.",
        [("Mitsubishi Heavy Industries", "Defence revenue", "24", "%")],
    ),
    "a sum that is something's": (
        "The budget of the European Defence Fund was EUR 7.9 billion.",
        [("European Defence Fund", "budget", "7.9 billion", "EUR")],
    ),
    "what something is worth": (
        "Japan will give the Philippine Navy coastal radars worth 600 million yen.",
        [("coastal radars", "worth", "600 million", "yen")],
    ),
    "people of a unit": (
        "Some 180 soldiers of the 2nd Infantry Battalion crossed the river.",
        [("2nd Infantry Battalion", "soldiers", "180", "soldiers")],
    ),
    "what was sold for a sum": (
        "The Royal Navy sold HMS Trent for £24 million.",
        [("HMS Trent", "sold", "24 million", "£")],
    ),
    "companies that grew": (
        "The five Japanese companies grew by 35 per cent in naval sales.",
        [("Japanese companies", "growth", "35", "per cent")],
    ),
    "ranks in brackets": (
        "In the arms ranking follow ASELSAN (54th) and Baykar (69th).",
        [("ASELSAN", "rank", "54th", None), ("Baykar", "rank", "69th", None)],
    ),
    "a place in a ranking": (
        "Mitsubishi Heavy Industries climbed to 39th place in the SIPRI Top 100 of arms producers.",
        [("Mitsubishi Heavy Industries", "place", "39th", None)],
    ),
    "a number that leaves its noun unsaid": (
        "The army ordered 120 armoured vehicles. The remaining 84 will be delivered to the army in May.",
        [("army", "armoured vehicles", "120", "vehicles"), (None, "armoured vehicles", "84", "vehicles")],
    ),
    "a share of an owner before its noun": (
        "The navy lends three ships, the EDF contribution being capped at €145 million.",
        [(None, "ships", "three", "ships"), ("EDF", "EDF contribution", "145 million", "€")],
    ),
    "a sum of the company told of": (
        "Sunder Yards Ltd delivered the frigate to the navy. At the end of March the order backlog stood at KRW 31.2 billion.",
        [("Sunder Yards Ltd", "order backlog", "31.2 billion", "KRW")],
    ),
    "a sum of the programme told of": (
        "The European Defence Fund supports naval research. The envelope is EUR 1.5 billion.",
        [("European Defence Fund", "envelope", "1.5 billion", "EUR")],
    ),
    "what is said to be the sum of a noun": (
        "The navy fears that Norway's fee in the order of EUR 2 billion would be hard to pay.",
        [("Norway", "fee", "2 billion", "EUR")],
    ),
    "people right behind whom they serve": (
        "The largest naval contribution is to UNIFIL, with 302 personnel.",
        [("UNIFIL", "personnel", "302", "personnel")],
    ),
    "people of a pronoun": (
        "Rwanda praised its navy. Rwanda said that 400 of its soldiers would go.",
        [("Rwanda", "soldiers", "400", "soldiers")],
    ),
    "a strength": (
        "Norway and Finland built a joint naval force of 5,000.",
        [("joint naval force", "joint naval force", "5,000", None)],
    ),
    "so many of them": (
        "The army of Norway says that 36 of the tanks have arrived.",
        [(None, "tanks", "36", "tanks")],
    ),
    "a figure behind a label": (
        "Notes on the naval exercise Malabar.\n\nParticipants: 1,150",
        [(None, "Participants", "1,150", None)],
    ),
}

# text -> why it gives no measure
NOT_TOLD = {
    "numbers of provisions and units": "Article 7 of the Agreement applies from 1 May 2024 to No. 41 Squadron.",
    "who takes part": "The two sides signed the defence agreement.",
    "an ordinal with an article": "The exercise is open to a company in a third country.",
    "the number of an entry": "4 Participating units of the navy and the army",
    "a number in a name": "Phase three of the naval exercise was dropped.",
    "later numbers of a list of questions": "The navy answers Questions Nos. 412 and 413 on the frigates.",
    "a temperature": "It was minus 31 Celsius in the camp of the army.",
    "the number of a paper": "Policy Brief 14 | 20 November 2025 | The navy and the army",
    "a calibre": "The army tested 155 mm howitzers.",
    "how long a visit was": "Japan and Italy paid a three-day visit to the fleet.",
    "a day": "The ministers of Japan and Italy signed the treaty on 12 June.",
    "victims": "A bomb hit the barracks of the army, killing 22 people and wounding 31.",
    "the dead": "The ministry mourned the death of 78 sailors.",
    "people of nobody": "45 people watched the navy sail.",
    "a small count by the way": "The navy sent two lawyers to the talks on the treaty.",
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_measures_are_found(claims_of, text, expected):
    """A quantity makes a measure with what is measured, its unit, and whose it is where that is named."""
    found = [_told(claim) for claim in claims_of(text + ABOUT, kind="measure")]

    assert len(found) == len(expected)
    for one, wanted in zip(found, expected, strict=True):
        assert one[1:] == wanted[1:]
        assert wanted[0] in (None, one[0])


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_not_every_number_measures(claims_of, text):
    """Numbers that name, date or only accompany make no measure."""
    assert claims_of(text + ABOUT, kind="measure") == ()


def test_a_rank_names_who_ranks(claims_of):
    """The ranking that counts is the basis of a rank."""
    (claim,) = claims_of(
        "Fujitsu climbed to 71st place in the SIPRI Top 100 of arms producers." + ABOUT, kind="measure"
    )

    assert claim.word("basis") == "SIPRI Top 100"


def test_a_planned_count_is_planned(claims_of):
    """What will be delivered is a planned measure."""
    (claim,) = claims_of("Norway will deliver 40 tanks to the army in 2026." + ABOUT, kind="measure", date="2024-11-01")

    assert (claim.modality, claim.when.edtf) == ("planned", "2026")


def test_rows_of_a_table_are_measures_of_their_first_cell(claims_of):
    """The first cell says whose figure it is, the head of the column what it measures."""
    text = (
        "Strength of the naval force by contributor\n\n"
        "Country       Troops   Ships\n"
        "Norway         2,100      12\n"
        "Finland          400       7\n"
    )

    found = {(c.word("subject"), c.word("metric"), c.word("value")) for c in claims_of(text + ABOUT, kind="measure")}

    assert {("Norway", "Troops", "2,100"), ("Finland", "Ships", "7")} <= found


def test_quotes_equal_their_place(claims_of):
    """Every filler that has a place is exactly the characters at that place."""
    text = "The Northmoor Navy ordered 180 main battle tanks for EUR 2.5 billion in 2023."

    for claim in claims_of(text + ABOUT, kind="measure"):
        for fillers in claim.roles.values():
            for filler in fillers:
                if filler.start is not None:
                    assert text[filler.start : filler.end] == filler.text


def _told(claim: Claim) -> tuple[str, str, str, str | None]:
    return claim.word("subject"), claim.word("metric"), claim.word("value"), claim.word("unit") or None


def test_a_ranking_gives_its_year_to_its_figures(claims_of):
    """In a report on a ranking a figure without a date is of the ranking's year; what it is compared with is not."""
    text = (
        "The arms revenues of the Top 100 reached $632 billion in 2023.\n\n"
        "Fujitsu, maker of naval radars, was 71st. Saab earned $4 billion, 24 per cent more than in 2022."
    )

    dates = {
        claim.word("value"): claim.when.edtf
        for claim in claims_of(text, kind="measure", date="2024-12-02")
        if claim.when
    }

    assert dates["71st"] == "2023"
    assert dates["4 billion"] == "2023"


def test_those_whom_nobody_owns_are_counted_for_the_exercise(claims_of):
    """“640 sailors were involved” is a figure of the exercise that was just told of."""
    text = "Norway and Finland held the naval exercise Northern Coasts. All told, 640 sailors were involved."

    (claim,) = [
        claim
        for claim in claims_of(
            text,
        )
        if claim.kind == "measure"
    ]

    assert claim.fillers("subject")[0].text == "Northern Coasts"
