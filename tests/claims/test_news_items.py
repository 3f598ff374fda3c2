"""What is left out of short news items, and what was put off or given up."""

from __future__ import annotations

import pytest

from foedera.claims import ExtractOptions
from foedera.claims.extraction import RulesExtractor
from foedera.documents import document_from_text
from foedera.model.kinds import Modality, Polarity

GUESS = "Northmoor Yards and the Eastmark Navy filed protests over a contract to upgrade C-130 aircraft."


def test_a_news_item_lends_a_guess_no_support():
    """Under a title and with so little around it, who upgrades the aircraft is told by the nearest name alone."""
    kept, all_of_it = RulesExtractor(), RulesExtractor(ExtractOptions(lowest_in_news=0.0))
    item = document_from_text(f"Rivals protest at defence contract\n\n{GUESS}")

    assert {claim.kind for claim in all_of_it(item)} - {claim.kind for claim in kept(item)}
    assert all(claim.confidence >= 0.8 for claim in kept(item))


def test_the_same_words_without_a_title_are_heard():
    """Whoever types a sentence wants to see what is made of it."""
    doubtful = RulesExtractor()(document_from_text(GUESS))

    assert any(claim.confidence < 0.8 for claim in doubtful)


@pytest.mark.parametrize(
    ("sentence", "kind", "modality", "polarity"),
    [
        ("Japan cancelled the purchase of six Lockheed Martin F-35B fighters.", "capability", Modality.ACTUAL, Polarity.DENIED),
        ("Japan postponed the test of the SM-3 missile.", "capability", Modality.PLANNED, Polarity.AFFIRMED),
    ],
)  # fmt: skip
def test_what_is_put_off_or_given_up_has_not_happened(claims_of, sentence, kind, modality, polarity):
    """The verb over the noun says that it did not come about, or not yet."""
    (claim,) = claims_of(sentence, kind=kind)

    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_the_course_of_events_is_no_training(claims_of):
    """A course is taught only where a word says so."""
    assert claims_of("Japan and France cooperated at sea over the course of Italy's presidency.", kind="activity") == ()
    (claim,) = claims_of("Japan and France held a training course for naval officers in Tokyo.", kind="activity")
    assert claim.word("type") == "training"
