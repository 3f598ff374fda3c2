"""What holds of extraction whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.claims import extract_claims
from foedera.documents import document_from_text
from foedera.model import DocumentFacts, Span
from foedera.model.claims import check_claim

_PIECES = (
    "Northmoor and Eastmark signed the Northmoor–Eastmark Defence Pact on 17 July 2018.",
    "The agreement entered into force on 1 February 2019.",
    "Japan and the EU will explore joint naval exercises.",
    "“We shall train together,” said Admiral Jane Heron.",
    "The frigate HMS Trent visited Yokosuka in May.",
    "1. The parties shall exchange classified information, subject to national law.",
    "Spending rose by 4.5% to €3.2 billion in 2023.4 These are estimates.",
    "\n\n",
    "Article 7",
    "| 39 | Heron Shipyards Ltd | 2,410 |",
    "naïve ﬁgures 🛟 e\u0301lan “",
    "It has not yet done so, they said; the two sides did.",
)
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=30)), min_size=1, max_size=8).map(" ".join)


@settings(max_examples=40)
@given(_TEXTS, st.sampled_from(["2024-11-01", None]))
def test_whatever_the_text(text, date):
    """Every claim keeps to the grammar, every quote and filler is its slice, and a second run gives the same claims."""
    document = document_from_text(text, facts=DocumentFacts(date=Span.parse(date) if date else None))
    claims = extract_claims(document)

    assert claims == extract_claims(document)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        check_claim(claim)
        for evidence in claim.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
        for fillers in claim.roles.values():
            for filler in fillers:
                assert filler.start is None or document.text[filler.start : filler.end] == filler.text
