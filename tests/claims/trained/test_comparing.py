"""What the network adds is what no claim of the rules stands for."""

from foedera.claims.drafts import draft
from foedera.claims.trained.comparing import likeness_of, unheard
from foedera.documents import document_from_text
from foedera.model import Claim, Filler, Kind
from foedera.model.claims import cut_evidence

TEXT = document_from_text("Northmoor and Eastmark signed the Pact in Port Vale in 2018, and Westhaven signed it later.")


def event(event, instrument, party=None, place=None):
    """An event of an instrument, whose fillers are these words of the text."""

    def filler(words):
        start = TEXT.text.index(words)
        return Filler(words, start, start + len(words))

    made = draft(
        Kind.INSTRUMENT_EVENT,
        (0, len(TEXT.text)),
        instrument=filler(instrument),
        event=event,
        party=filler(party) if party else None,
        place=filler(place) if place else None,
    )
    return Claim(made.kind, made.roles, (cut_evidence(TEXT, made.start, made.end),))


SIGNED = event("signed", "Pact", "Northmoor", "Port Vale")


def test_likeness_counts_what_is_shared():
    """Two of three fillers and two of two: four fifths."""
    assert likeness_of(event("signed", "Pact", "Northmoor"), event("signed", "Pact")) == 0.8


def test_what_shares_something_is_taken_for_the_same():
    """A claim of the rules stands for the proposal that is likest to it, though most of it differs."""
    assert unheard([event("agreed", "Pact", "Eastmark")], [SIGNED]) == []


def test_one_claim_stands_for_one_proposal():
    """Of two proposals of a sentence, the one that is less like what was heard is new."""
    like, other = event("signed", "Pact", "Northmoor"), event("agreed", "Pact", "Westhaven")

    assert unheard([other, like], [SIGNED]) == [other]


def test_what_shares_nothing_is_new():
    """Another event of something else was not heard."""
    proposal = event("agreed", "Westhaven")

    assert unheard([proposal], [SIGNED]) == [proposal]
    assert unheard([proposal], []) == [proposal]
