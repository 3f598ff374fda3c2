"""Two extractors about one document."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from foedera.claims.combining import CombinedExtractor, agree, combine_claims
from foedera.claims.extractor import Extraction
from foedera.documents import document_from_text
from foedera.model import Claim, Filler, Kind, Polarity, Skipped, cut_evidence
from foedera.model.errors import ExtractorUnavailable

DOCUMENT = document_from_text("Northmoor and Eastmark held Steady Oar in 2019. Westhaven watched.")


def activity(names=("Northmoor", "Eastmark"), *, type="exercise", place=(0, 46), sure=0.6, by="one/1", **changes):
    """An activity of these participants, as an extractor tells it."""
    roles = {"type": (Filler(type),), "participant": tuple(Filler(name) for name in names)}
    evidence = (cut_evidence(DOCUMENT, *place),)
    return replace(Claim(Kind.ACTIVITY, roles, evidence, confidence=sure, extractor=by), **changes)


@dataclass(frozen=True)
class Says:
    """An extractor that always says the same."""

    name: str
    claims: tuple[Claim, ...] = ()
    error: Exception | None = None
    version: str = "1"

    def __call__(self, document):
        if self.error:
            raise self.error
        return self.claims


def test_what_both_say_is_one_claim_and_surer():
    """Two independent voices of 0.6 and 0.5 are both wrong one time in five."""
    (claim,) = combine_claims([activity(sure=0.6)], [activity(sure=0.5, by="two/1", place=(0, 30))])

    assert (claim.confidence, claim.extractor) == (0.8, "one/1 & two/1")
    assert claim.evidence == activity().evidence


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (activity(("Northmoor",)), True),
        (activity(("the navy of Northmoor", "Eastmark")), True),
        (activity(("Westhaven",)), False),
        (activity(type="patrol"), False),
        (activity(polarity=Polarity.DENIED), False),
        (activity(place=(48, 66)), False),
    ],
    ids=["names fewer", "names longer", "names others", "another type", "denied", "elsewhere"],
)
def test_when_two_claims_say_the_same(other, same):
    """The same kind, words of closed lists and polarity, the same characters, and half of those named."""
    assert agree(activity(), other) is same
    assert len(combine_claims([activity()], [other])) == (1 if same else 2)


def test_one_claim_agrees_with_one_other():
    """Two claims of one extractor are not both confirmed by one of the other."""
    assert [claim.confidence > 0.6 for claim in combine_claims([activity(), activity()], [activity()])] == [True, False]


def test_claims_of_both_stand_in_the_order_of_the_document():
    """Whoever said them."""
    later = activity(("Westhaven",), place=(48, 66), by="one/1")
    found = CombinedExtractor(Says("one", (later,)), Says("two", (activity(by="two/1"),)))(DOCUMENT)

    assert [claim.extractor for claim in found] == ["two/1", "one/1"]


def test_the_first_goes_on_alone_where_the_second_fails():
    """The claims of the first remain, and the reason is listed."""
    failing = Says("two", error=ExtractorUnavailable("no server."))
    found = CombinedExtractor(Says("one", (activity(),)), failing).read(DOCUMENT)

    assert found == Extraction((activity(),), (Skipped("the whole document (two)", "no server."),), complete=False)
