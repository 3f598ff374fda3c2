"""A claim is one thing said, tied to the characters that say it."""

import pytest

from foedera.model.claims import Claim, Filler, check_claim, cut_evidence, matter_of
from foedera.model.documents import Document, DocumentId
from foedera.model.errors import ClaimInvalid
from foedera.model.kinds import Kind, Modality
from foedera.model.time import Span

TEXT = "Northmoor and Eastmark signed the Pact on 17 July 2018."
DOCUMENT = Document(DocumentId("d1"), "pact.txt", TEXT)


def signed(**changes):
    values = {
        "kind": Kind.INSTRUMENT_EVENT,
        "roles": {"instrument": (Filler("Pact", 34, 38, "northmoor-pact", "Pact"),), "event": (Filler("signed"),)},
        "evidence": (cut_evidence(DOCUMENT, 0, 55),),
        "when": Span.parse("2018-07-17"),
    }
    return Claim(**values | changes)


def test_a_quote_is_the_slice_of_its_text():
    """Evidence slices the text itself, so a quote cannot disagree with its place."""
    assert cut_evidence(DOCUMENT, 0, 9).quote == "Northmoor"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (50, 60)])
def test_a_place_outside_the_text_is_refused(start, end):
    """An offset that a text does not have is never believed."""
    with pytest.raises(ClaimInvalid):
        cut_evidence(DOCUMENT, start, end)


def test_the_same_claim_has_the_same_id():
    """A claim's id follows from what it says and where, not from when it was read."""
    assert signed().id == signed(confidence=0.9).id
    assert signed().id != signed(modality=Modality.PLANNED).id


def test_two_spellings_of_one_entity_say_the_same():
    """What a claim says does not depend on how the text spells an entity."""
    other = signed(
        roles={"instrument": (Filler("pact", 34, 38, "northmoor-pact", "Pact"),), "event": (Filler("signed"),)}
    )

    assert matter_of(signed()) == matter_of(other)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"roles": {"event": (Filler("signed"),)}}, "lacks “instrument”"),
        ({"roles": {"instrument": (Filler("Pact"),), "event": (Filler("inked"),)}}, "“inked” is no event"),
        (
            {"roles": {"instrument": (Filler("Pact"),), "event": (Filler("signed"),), "colour": (Filler("red"),)}},
            "colour",
        ),
        ({"confidence": 1.5}, "not between 0 and 1"),
        ({"evidence": ()}, "no evidence"),
    ],
    ids=["a role is missing", "a word of no closed list", "an unknown role", "too sure", "nothing says it"],
)
def test_a_claim_that_breaks_the_grammar_is_refused(changes, complaint):
    """The error says what is wrong and what would have been accepted."""
    with pytest.raises(ClaimInvalid) as caught:
        check_claim(signed(**changes))

    assert complaint in caught.value.message
