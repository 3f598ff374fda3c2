"""The assessment claims of a sentence, told by a verb or in the text's own voice."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.assessments.judgements import tell_by_judging
from foedera.claims.assessments.verbs import tell_by_verbs
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_assessments(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The assessment claims of a sentence: “Beijing called the pact a provocation”, “the pact is a milestone”."""
    yield from tell_by_verbs(sentence, scene)
    yield from tell_by_judging(sentence, scene)
