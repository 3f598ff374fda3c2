"""Claims of the kind activity."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_activities(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The activity claims of a sentence."""
    yield from ()
