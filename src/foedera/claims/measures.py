"""Claims of the kind measure."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_measures(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The measure claims of a sentence."""
    yield from ()
