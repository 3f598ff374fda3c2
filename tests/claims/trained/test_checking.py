"""What the network proposes must stand up to what is known of names and numbers."""

import pytest

from foedera.claims.discourse import Discourse
from foedera.claims.reading import read_sentences
from foedera.claims.scene import Scene
from foedera.claims.trained.checking import checked
from foedera.claims.trained.decoding import Phrase, Proposal
from foedera.documents import document_from_text
from foedera.model import Kind, Modality, Polarity
from foedera.names import load_lexicon


def proposed(text, kind, **phrases):
    """A proposal in the first sentence of a text whose phrases are these words, and what is left of it once it is checked."""
    places = {role.rstrip("_"): (text.index(words), text.index(words) + len(words)) for role, words in phrases.items()}
    found = {role: (Phrase(start, end, 0.9),) for role, (start, end) in places.items()}
    scene = Scene(reading := read_sentences(document_from_text(text), load_lexicon()), Discourse(reading))
    return checked(Proposal(kind, 0, 0.9, "", Modality.ACTUAL, Polarity.AFFIRMED, found), scene.reading.sentences[0])


@pytest.mark.parametrize(
    ("text", "value", "counts"),
    [
        pytest.param("Japan has ordered 116 frigates.", "116", True, id="a count"),
        pytest.param("Japan has kept two frigates since 2019.", "2019", False, id="a year"),
        pytest.param("Japan has two yards in the Top 100 of arms makers.", "100", False, id="a ranking"),
    ],
)
def test_a_number_that_counts_nothing_is_no_measure(text, value, counts):
    """Dates and rankings have numbers, but measure nothing."""
    kept = proposed(text, Kind.MEASURE, subject="Japan", metric=text.split()[-1].rstrip("."), value=value)

    assert (kept is not None) is counts


def test_an_agreement_does_not_act():
    """A treaty takes part in nothing; a state does."""
    text = "Under the North Atlantic Treaty, Norway joined the frigate programme."
    roles = {"in_": "frigate programme"}

    assert proposed(text, Kind.PARTICIPATION, actor="North Atlantic Treaty", **roles) is None
    assert proposed(text, Kind.PARTICIPATION, actor="Norway", **roles) is not None


@pytest.mark.parametrize(
    ("words", "good"),
    [
        pytest.param("frigates", True, id="ships"),
        pytest.param("North Atlantic Treaty", False, id="a treaty"),
        pytest.param("programme", False, id="a programme as such"),
    ],
)
def test_what_is_bought_is_equipment(words, good):
    """A treaty, a state or a programme as such is nothing that a navy fields."""
    text = "Norway told the programme of the North Atlantic Treaty that it has frigates."

    assert (proposed(text, Kind.CAPABILITY, actor="Norway", system=words) is not None) is good


def test_where_it_takes_place_takes_no_part():
    """A capital that is the place of a deployment is not also who is deployed."""
    text = "Norway sent frigates of its navy to Stockholm."

    assert proposed(text, Kind.ACTIVITY, participant="Stockholm", place_="Stockholm") is None
    assert proposed(text, Kind.ACTIVITY, participant="Norway", place_="Stockholm") is not None
