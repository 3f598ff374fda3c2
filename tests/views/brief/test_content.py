"""What a brief is made of: nothing in it is said without a claim."""

import pytest

from foedera.views.brief.content import Gaps, Row, Sentence, Unfounded


def test_a_sentence_without_a_claim_cannot_be_made():
    """Nobody can write a sentence of a brief that nothing in the record says."""
    with pytest.raises(Unfounded, match="The Pact is in force"):
        Sentence("The Pact is in force.", ())


def test_a_row_needs_a_claim_or_a_rule():
    """A row of a table rests on claims, or on the rules by which they were judged."""
    with pytest.raises(Unfounded, match="in force"):
        Row(("the Pact", "in force"), ())

    assert Row(("May they exercise?", "Yes"), (), ("national-command",)).rules == ("national-command",)


def test_an_open_point_speaks_of_the_record():
    """What is not known is said of the record, never of the world."""
    with pytest.raises(Unfounded, match="They never exercised"):
        Gaps(("They never exercised.",))
