"""Claims of the kind instrument event."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_instrument_events(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The instrument event claims of a sentence."""
    yield from ()
