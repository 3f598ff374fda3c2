"""The extractors by name, and what one gets from whichever is chosen."""

from dataclasses import dataclass

import pytest

from foedera.claims import extract_claims
from foedera.claims.extractor import Extraction, Extractor, extract_with, label_of
from foedera.claims.extractors import DEFAULT_EXTRACTOR, ExtractorChoice, ExtractorName, make_extractor
from foedera.documents import document_from_text
from foedera.model import Skipped

PACT = document_from_text("Japan and France signed an Agreement on the Security of Information on 24 October 2011.")


@dataclass(frozen=True)
class Doubter:
    """An extractor that understands nothing and says so."""

    name: str = "doubter"
    version: str = "1"

    def __call__(self, document):
        return self.read(document).claims

    def read(self, document):
        return Extraction((), (Skipped("characters 0-10", "not understood"),))


def test_there_is_one_default():
    """Without a choice the default extracts, and gives what `extract_claims` gives."""
    extractor = make_extractor(ExtractorChoice())

    assert label_of(extractor).startswith(f"{DEFAULT_EXTRACTOR}/")
    assert extract_with(extractor, PACT) == Extraction(extract_claims(PACT))


@pytest.mark.parametrize("name", [ExtractorName.RULES, ExtractorName.TRAINED, ExtractorName.RULES_TRAINED])
def test_every_extractor_comes_in_by_the_same_door(name):
    """Ours keep to the protocol that others keep to."""
    assert isinstance(make_extractor(ExtractorChoice(name)), Extractor)


def test_what_an_extractor_leaves_out_is_listed():
    """One that fails in part says where and why."""
    assert [each.reason for each in extract_with(Doubter(), PACT).skipped] == ["not understood"]
