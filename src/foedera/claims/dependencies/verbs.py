"""Dependencies that a verb tells: which construction each verb opens."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.dependencies.access import rule_of_access
from foedera.claims.dependencies.effects import doing, doing_to, furthering
from foedera.claims.dependencies.means import being_means, making_possible
from foedera.claims.dependencies.needs import being_needed, needing, needing_on
from foedera.claims.dependencies.words import DOING, DOING_TO, FURTHERING, GIVING, NEEDING, NEEDING_ON
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def by_verbs(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs of a sentence tell of dependencies."""
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        lemma = verb.lemma_.lower()
        found: Draft | None = None
        if lemma in NEEDING:
            found = needing(verb, sentence, scene)
        if found is None and lemma in NEEDING_ON:
            found = needing_on(verb, sentence, scene)
        if found is None and lemma in DOING:
            found = doing(verb, DOING[lemma], sentence, scene)
        if found is None and lemma in DOING_TO:
            found = doing_to(verb, sentence, scene)
        if found is None and lemma in GIVING:
            found = being_means(verb, sentence, scene)
        if found is None and lemma in {"be", "become", "remain", "make"}:
            found = being_needed(verb, sentence, scene) or making_possible(verb, sentence, scene)
        if found is None and lemma in FURTHERING:
            found = furthering(verb, sentence, scene)
        if found is None:
            found = rule_of_access(verb, sentence, scene)
        if found is not None:
            yield found
