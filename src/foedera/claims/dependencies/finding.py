"""Dependencies: what requires, enables, limits, permits or excludes what."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.dependencies.conditions import by_conditions
from foedera.claims.dependencies.cues import by_cues
from foedera.claims.dependencies.forms import by_forms
from foedera.claims.dependencies.prepositions import by_prepositions
from foedera.claims.dependencies.verbs import by_verbs
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.selection import load_domain_words
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind


def find_dependencies(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The dependency claims of a sentence."""
    told: list[Draft] = []
    for found in (
        *by_cues(sentence, scene),
        *by_conditions(sentence, scene),
        *by_prepositions(sentence, scene),
        *by_verbs(sentence, scene),
    ):
        if not any(_is_same(found, other) for other in told) and _is_of_domain(found, sentence, scene):
            told.append(found)
            yield found
    for found in by_forms(sentence, scene):
        if not any(_touches(found, other) for other in told) and _is_of_domain(found, sentence, scene):
            told.append(found)
            yield found


def _is_of_domain(found: Draft, sentence: Sentence, scene: Scene) -> bool:
    """Whether a side speaks of the domain, in a news item, and none is only somebody: “torched cars blocked traffic” does not.

    In a longer text about the domain everything is: there “the study” and “the question of financing” mean its own.
    """
    if not scene.is_brief:
        return True
    if any(_is_somebody(found.roles[role][0], sentence) for role in ("condition", "outcome")):
        return False
    for role in ("condition", "outcome"):
        side = found.roles[role][0]
        if any(load_domain_words().places(side.text).values()):
            return True
        if side.start is not None and side.end is not None:
            named = sentence.mentions_between(side.start, side.end)
            if any(mention.kind not in {EntityKind.PERSON, EntityKind.UNKNOWN} for mention in named):
                return True
    return False


def _is_somebody(side: Filler, sentence: Sentence) -> bool:
    """Whether a side is no more than who acts: “the Eastmark troops barred the crowd” tells a deed, no dependency."""
    if side.start is None or side.end is None:
        return False
    root = sentence.root_of(side.start, side.end)
    mention = sentence.mention_of(root) if root is not None else None
    if mention is not None and mention.is_actor:
        return True
    return root is not None and root.lemma_.lower() in _TROOPS and len(side.text.split()) <= _SHORT_NAME


_SHORT_NAME = 3  # words of a side that only names troops
_TROOPS = frozenset("troop soldier force army police policeman militant rebel gunman guard man people group".split())


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two constructions have found the same dependency: both sides share words of the text."""
    return all(_overlap(one.roles[role][0], other.roles[role][0]) for role in ("condition", "outcome"))


def _touches(one: Draft, other: Draft) -> bool:
    """Whether two dependencies share words of the text on any side: what the parse has told needs no form."""
    return any(
        _overlap(one.roles[mine][0], other.roles[theirs][0])
        for mine in ("condition", "outcome")
        for theirs in ("condition", "outcome")
    )


def _overlap(one: Filler, other: Filler) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one.text == other.text
    return one.start < other.end and other.start < one.end
