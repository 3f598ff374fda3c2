"""Claims in the making."""

from __future__ import annotations

import pytest

from foedera.claims.drafts import draft
from foedera.model import Filler, Kind

TEXT = "the right to build a frigate"


def test_a_draft_needs_its_roles():
    """A capability without a stage is none."""
    assert not draft(Kind.CAPABILITY, (0, 5), actor=Filler("Eastmark"), system=Filler("frigate")).is_complete


@pytest.mark.parametrize(
    ("actor", "complete"),
    [(Filler(TEXT, 0, 28), False), (Filler("Eastmark", 40, 48), True), (Filler("Eastmark"), True)],
    ids=["around the system", "elsewhere", "not in the text"],
)
def test_nobody_is_named_with_words_around_what_they_do(actor, complete):
    """A right to build a frigate does not build the frigate."""
    found = draft(Kind.CAPABILITY, (0, 48), actor=actor, system=Filler("frigate", 21, 28), stage="produces")

    assert found.is_complete is complete
