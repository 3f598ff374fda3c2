"""Participations that a label tells: “Observers: Canada, Japan”, under the name of what they observe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import Mention
from foedera.claims.participations.making import can_take_part
from foedera.claims.participations.words import LABELS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind

_LABEL = re.compile(r"(?:^|\n|[.;|]\s)\s*(?P<label>[A-Z][a-z]+(?:\s[a-z]+){0,2})\s*:\s+(?P<rest>[^\n.;|:]+)")
_JOINED = (
    EntityKind.PROGRAMME,
    EntityKind.EVENT,
    EntityKind.OPERATION,
    EntityKind.BLOC,
    EntityKind.UNIT,
    EntityKind.INSTITUTION,
)


def by_labels(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the labelled lists of a sentence tell of participations."""
    for match in _LABEL.finditer(sentence.text):
        quality = LABELS.get(match["label"].lower())
        if quality is None:
            continue
        start, end = (sentence.start + offset for offset in match.span("rest"))
        actors = [mention.filler() for mention in sentence.mentions_between(start, end) if can_take_part(mention)]
        target = _subject_matter(sentence, scene)
        if actors and target is not None:
            yield draft(
                Kind.PARTICIPATION,
                (sentence.start + match.start("label"), actors[-1].end or end),
                confidence=0.55,
                actor=actors,
                in_=target.filler(),
                as_=quality.value,
            )


def _subject_matter(sentence: Sentence, scene: Scene) -> Mention | None:
    """What the text at this place is about: the thing named last in a heading or at the head of an entry."""
    for earlier in scene.reading.before(sentence):
        named = [mention for mention in earlier.mentions if mention.kind in _JOINED and not mention.generic]
        if named:
            return named[0]
    return None
