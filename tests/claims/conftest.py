"""What the tests of the kinds of claim share: the claims that the rules hear in a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foedera.claims import ExtractOptions, RulesExtractor
from foedera.documents import document_from_text
from foedera.model import Claim, DocumentFacts, Kind, Span

ClaimsOf = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def claims_of() -> ClaimsOf:
    """`claims_of(text, date="2024-11-01", kind=None)`: what the rules hear, of one kind or of all."""

    def found(text: str, *, date: str | None = "2024-11-01", kind: Kind | str | None = None) -> tuple[Claim, ...]:
        facts = DocumentFacts(date=Span.parse(date) if date else None)
        options = ExtractOptions(kinds=frozenset({Kind(kind)} if kind else Kind), lowest_in_news=0.0)
        return RulesExtractor(options)(document_from_text(text, facts=facts))

    return found
