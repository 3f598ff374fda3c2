"""Lists of sources: RIS and BibTeX entries become documents that say what they are."""

from __future__ import annotations

import pytest

from foedera.exchange.incoming import Fate
from foedera.record import Record
from tests.exchange.incoming.conftest import Import

RIS = """TY  - RPRT
TI  - The Pact of Northmoor
AB  - What Northmoor and Eastmark agreed.
PB  - Northmoor Institute
DA  - 2019/02/01/
UR  - https://example.org/pact
LA  - en
ER  -
"""
BIBTEX = """@report{pact2019,
  title = {The {Pact} of Northmoor},
  abstract = "What Northmoor and Eastmark agreed.",
  institution = {Northmoor Institute},
  year = 2019, month = feb,
  url = {https://example.org/pact},
}
"""


@pytest.mark.parametrize(("format", "text", "date"), [("ris", RIS, "2019-02-01"), ("bibtex", BIBTEX, "2019-02")])
def test_an_entry_becomes_a_document(record: Record, taken: Import, format: str, text: str, date: str):
    """A source in a list is a document of its title and abstract, with publisher, date and address."""
    report = taken(format, text)

    document = next(record.documents())
    assert report.fates[Fate.TAKEN] == 1
    assert document.text == "The Pact of Northmoor\n\nWhat Northmoor and Eastmark agreed."
    facts = document.facts
    assert (facts.title, facts.publisher, facts.url) == (
        "The Pact of Northmoor",
        "Northmoor Institute",
        "https://example.org/pact",
    )
    assert facts.date and facts.date.edtf == date
    assert [hit.title for hit in record.search("Eastmark agreed")] == ["The Pact of Northmoor"]


def test_the_same_list_again_adds_nothing(record: Record, taken: Import):
    """A list of sources may be imported again."""
    taken("ris", RIS)
    before = record.fingerprint()

    assert taken("ris", RIS).known
    assert record.fingerprint() == before


@pytest.mark.parametrize(
    ("format", "text", "told"),
    [
        ("ris", RIS.replace("TI  - The Pact of Northmoor\n", ""), "row 1, column “TI”: the entry has no title."),
        ("ris", RIS.replace("2019/02/01/", "soon"), "row 1, column “DA”: “soon”: cannot read “soon” as a date."),
        ("ris", RIS.replace("ER  -\n", ""), "row 1: the entry does not end."),
        ("ris", "Title: The Pact\n" + RIS, "row 1: “Title: The Pact”: no line of RIS."),
        ("bibtex", BIBTEX.rstrip("}\n"), "row 1: the entry does not end."),
        ("bibtex", BIBTEX.replace("  title = {The {Pact} of Northmoor},\n", ""), "row 1 (pact2019), column “title”:"),
    ],
    ids=["no title", "a date that is none", "no end", "a stray line", "no brace", "no title in BibTeX"],
)
def test_a_bad_entry_is_named(taken: Import, format: str, text: str, told: str):
    """Row, column, value and mend are told."""
    assert [finding.line()[: len(told)] for finding in taken(format, text).wrong] == [told]
