"""Participations from the verbs, nouns and labels that tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.participations.idioms import by_idioms
from foedera.claims.participations.labels import by_brackets, by_labels
from foedera.claims.participations.nouns import by_nouns
from foedera.claims.participations.roles import by_roles
from foedera.claims.participations.rosters import by_names_of_clubs, by_rosters
from foedera.claims.participations.stakes import in_which
from foedera.claims.participations.verbs import by_verbs
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene

# A question put in a parliament tells nothing: “asked the Minister whether the ship will be assigned to the mission”.
_QUESTION = re.compile(r"\basked the [A-Z][^.]*\b(?:whether|if)\b")


def find_participations(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The participation claims of a sentence."""
    if _QUESTION.search(sentence.text):
        return
    seen: set[tuple[str, ...]] = set()
    for found in (
        *by_labels(sentence, scene),
        *by_brackets(sentence, scene),
        *by_verbs(sentence, scene),
        *by_nouns(sentence, scene),
        *by_roles(sentence, scene),
        *by_idioms(sentence, scene),
        *in_which(sentence, scene),
        *by_rosters(sentence, scene),
        *by_names_of_clubs(sentence),
    ):
        key = (
            *(str(actor.entity or actor.text) for actor in found.roles.get("actor", ())),
            str(found.roles["in"][0].entity or found.roles["in"][0].text) if found.roles.get("in") else "",
            found.polarity.value,
        )
        if key not in seen:
            seen.add(key)
            yield found
