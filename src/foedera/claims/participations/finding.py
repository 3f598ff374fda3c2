"""Participations from the verbs, nouns and labels that tell them."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.participations.idioms import by_idioms
from foedera.claims.participations.labels import by_brackets, by_labels
from foedera.claims.participations.nouns import by_nouns
from foedera.claims.participations.roles import by_roles
from foedera.claims.participations.verbs import by_verbs
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_participations(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The participation claims of a sentence."""
    seen: set[tuple[str, ...]] = set()
    for found in (
        *by_labels(sentence, scene),
        *by_brackets(sentence, scene),
        *by_verbs(sentence, scene),
        *by_nouns(sentence, scene),
        *by_roles(sentence, scene),
        *by_idioms(sentence, scene),
    ):
        key = (
            *(str(actor.entity or actor.text) for actor in found.roles.get("actor", ())),
            str(found.roles["in"][0].entity or found.roles["in"][0].text) if found.roles.get("in") else "",
            found.polarity.value,
        )
        if key not in seen:
            seen.add(key)
            yield found
