"""Claims of the kind affiliation: who holds which office where, and which body belongs to which."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.affiliations.bodies import find_belonging
from foedera.claims.affiliations.holders import find_holders
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene

__all__ = ["find_affiliations"]


def find_affiliations(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The affiliation claims of a sentence: people with their offices first, then bodies of bodies."""
    yield from find_holders(sentence, scene)
    yield from find_belonging(sentence, scene)
