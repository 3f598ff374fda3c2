"""Claims of the kind participation."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_participations(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The participation claims of a sentence."""
    yield from ()
