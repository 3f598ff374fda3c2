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
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind
from foedera.names import slug

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
        if any(mention.kind is EntityKind.PERSON for mention in sentence.mentions_between(start, end)):
            continue  # "Chair: Dr Doe (University of Westhaven)"
        actors = [mention.filler() for mention in sentence.mentions_between(start, end) if can_take_part(mention)]
        actors = actors or list(_capitalised(sentence, start, end))
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


def by_brackets(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“a consortium of Leonardo (Italy, coordinator), Thales and Saab”: the role stands in brackets after the name."""
    for match in _BRACKETED.finditer(sentence.text):
        end = sentence.start + match.start()
        before = [mention for mention in sentence.mentions if end - 1 <= mention.end <= end]
        actors = [mention.filler() for mention in before if can_take_part(mention)]
        named = [
            mention for mention in sentence.mentions if mention.kind is EntityKind.PROGRAMME and not mention.generic
        ]
        target = named[0] if named else _subject_matter(sentence, scene)
        if actors and target is not None:
            yield draft(
                Kind.PARTICIPATION,
                (actors[0].start or end, sentence.start + match.end()),
                confidence=0.6,
                actor=actors[-1:],
                in_=target.filler(),
                as_=LABELS[match["role"].lower()].value,
            )


_BRACKETED = re.compile(
    r"\((?:[A-Z][\w .]*,\s)?(?:the\s)?"
    r"(?P<role>coordinator|lead nation|lead partner|framework nation|lead|prime contractor|observer|host|chair)\)"
)


def _capitalised(sentence: Sentence, start: int, end: int) -> Iterator[Filler]:
    """The names in a list of names that nothing tells apart: “Coordinator: Roe Dynamics (IT)”."""
    for match in _NAME.finditer(sentence.text, start - sentence.start, end - sentence.start):
        filler = sentence.cut(sentence.start + match.start(), sentence.start + match.end())
        yield Filler(filler.text, filler.start, filler.end, slug(filler.text), filler.text)


# Words with capitals, up to a comma, a bracket, "and" or the end of the list.
_NAME = re.compile(r"(?<![\w(])[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*)+(?=\s*(?:[,(]|and\b|$))", re.MULTILINE)


def _subject_matter(sentence: Sentence, scene: Scene) -> Mention | None:
    """What the text at this place is about: the thing named last in a heading or at the head of an entry."""
    for earlier in scene.reading.before(sentence):
        named = [mention for mention in earlier.mentions if mention.kind in _JOINED and not mention.generic]
        if named:
            return named[0]
    return None
