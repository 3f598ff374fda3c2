"""Dependencies: what requires, enables, limits, permits or excludes what."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.dependencies.conditions import by_conditions
from foedera.claims.dependencies.cues import by_cues
from foedera.claims.dependencies.prepositions import by_prepositions
from foedera.claims.dependencies.verbs import by_verbs
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_dependencies(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The dependency claims of a sentence."""
    if sentence.is_footnote:
        return
    seen: set[tuple[str, str]] = set()
    for found in (
        *by_cues(sentence, scene),
        *by_conditions(sentence, scene),
        *by_prepositions(sentence, scene),
        *by_verbs(sentence, scene),
    ):
        key = (found.roles["condition"][0].text, found.roles["outcome"][0].text)
        if key not in seen:
            seen.add(key)
            yield found
