"""Commitments in the lines of official texts, which leave out who undertakes them, and in words that are not "will"."""

from __future__ import annotations

import pytest
from tests.claims.conftest import ClaimsOf

from foedera.model import Claim, Kind, Modality

DECLARATION = "DECLARATION ON MARITIME SAFETY\n\nWe, the Ministers of Defence of Japan, France, Italy and Norway,\n\n"
MEMORANDUM = "MEMORANDUM OF UNDERSTANDING BETWEEN JAPAN AND FRANCE\n\nTokyo, 1 October 2024\n\n"
FOUR = ["France", "Italy", "Japan", "Norway"]
TWO = ["France", "Japan"]


def told(claims: tuple[Claim, ...]) -> list[tuple[list[str], str | None, str | None]]:
    """Parties, undertaking and strength of each commitment."""
    return [
        (
            sorted(str(filler.name or filler.text) for filler in claim.fillers("party")),
            claim.word("undertaking"),
            claim.word("strength"),
        )
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("line", "undertaking", "strength"),
    {
        "capitals": ("COMMIT OURSELVES to sharing what our patrol boats see;", "sharing what our patrol boats see", "commits"),
        "agree to": ("agree to hold a naval exercise every year;", "hold a naval exercise every year", "commits"),
        "shall each": (
            "shall each name a liaison officer for the patrol boats;",
            "name a liaison officer for the patrol boats",
            "binding",
        ),
        "will strive": (
            "WILL STRIVE for a common school for coast guards;",
            "common school for coast guards",
            "intends",
        ),
        "will explore": (
            "will explore the joint purchase of minehunters;",
            "explore the joint purchase of minehunters",
            "explores",
        ),
    }.values(),
)  # fmt: skip
def test_lines_of_a_declaration_bind_who_signs(claims_of: ClaimsOf, line: str, undertaking: str, strength: str) -> None:
    """“We, the Ministers of …, COMMIT OURSELVES to …”: those whom the first line lists undertake it."""
    [(parties, what, firmness)] = told(claims_of(DECLARATION + line, kind=Kind.COMMITMENT))

    assert parties == FOUR
    assert what is not None
    assert undertaking in what
    assert firmness == strength


def test_bare_items_take_will_from_the_line_above(claims_of: ClaimsOf) -> None:
    """“The two sides will: – hold …; – exchange …” undertakes each item."""
    text = "The two sides will:\n\n– hold a naval exercise every year;\n– exchange staff officers of the two navies.\n"

    assert told(claims_of(MEMORANDUM + text, kind=Kind.COMMITMENT)) == [
        (TWO, "hold a naval exercise every year", "commits"),
        (TWO, "exchange staff officers of the two navies", "commits"),
    ]


@pytest.mark.parametrize(
    ("sentence", "parties", "undertaking", "strength"),
    {
        "bears": ("France bears the cost of the fuel.", ["France"], "bears the cost of the fuel", "commits"),
        "under an obligation": (
            "Japan is under an obligation to repair the damaged vessels.",
            ["Japan"],
            "repair the damaged vessels",
            "binding",
        ),
        "wish of": (
            "It is the wish of France to send a frigate to Japan.",
            ["France"],
            "send a frigate to Japan",
            "intends",
        ),
        "instructed": (
            "The Ministers of Japan and France instructed their navies to draw up a plan of patrols.",
            TWO,
            "draw up a plan of patrols",
            "commits",
        ),
        "things shall": (
            "Military vehicles shall travel by rail.",
            TWO,
            "Military vehicles shall travel by rail",
            "binding",
        ),
        "may be invited": (
            "Other navies may be invited to the exercise.",
            TWO,
            "Other navies may be invited to the exercise",
            "encourages",
        ),
        "one for all": (
            "An armed attack on one shall be considered an attack on both.",
            TWO,
            "An armed attack on one shall be considered an attack on both",
            "binding",
        ),
        "offered": (
            "Japan offered ten seats at its naval academy.",
            ["Japan"],
            "ten seats",
            "commits",
        ),
    }.values(),
)
def test_other_words_bind_too(
    claims_of: ClaimsOf, sentence: str, parties: list[str], undertaking: str, strength: str
) -> None:
    """An instrument also binds by plain statements, by nouns and by what is to be done with things."""
    assert told(claims_of(MEMORANDUM + sentence, kind=Kind.COMMITMENT)) == [(parties, undertaking, strength)]


@pytest.mark.parametrize(
    "sentence", ["The EU: station a naval adviser in Tokyo.", "Japan would do well to release the old frigates."]
)
def test_advice_of_an_author_is_possible(claims_of: ClaimsOf, sentence: str) -> None:
    """What a writer proposes to a state is not undertaken yet."""
    [claim] = claims_of(sentence, kind=Kind.COMMITMENT)

    assert claim.modality is Modality.POSSIBLE
    assert claim.word("strength") == "encourages"


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan promised not to do so.",
        "The Japanese government has yet to decide when the frigates will sail.",
        "The French navy declined to guarantee the loan.",
        "Agree to meet the French navy halfway, critics say.",
    ],
)
def test_news_without_an_undertaking_tells_none(claims_of: ClaimsOf, sentence: str) -> None:
    """What is put off, refused or told by nobody in particular is no commitment."""
    assert claims_of(sentence, kind=Kind.COMMITMENT) == ()
