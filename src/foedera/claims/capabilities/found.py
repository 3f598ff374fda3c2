"""What one verb or noun tells of equipment, before it is a claim, and who stands over a noun."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.claims import frames
from foedera.claims.capabilities.actors import actors_of
from foedera.claims.capabilities.words import ARMS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Stage


@dataclass(frozen=True, slots=True)
class Found:
    """What one verb or noun tells: `said_by` is the word whose clause gives modality, polarity and date."""

    stage: Stage
    said_by: Token
    systems: tuple[Filler, ...]
    actors: tuple[Filler, ...] = ()
    modality: Modality | None = None
    confidence: float = 0.7


# Whoever does one of these speaks of what others do: “congratulated the engineers on the launch”.
_REACTING = frozenset(
    """congratulate praise hail welcome applaud condemn criticise criticize denounce protest oppose regret mourn deplore
    question defend note report witness watch observe challenge contest""".split()
)


def is_told(token: Token, sentence: Sentence) -> bool:
    """Whether a noun is equipment by a name or a form of its own, not by a common noun that may mean anything."""
    mention = sentence.mention_of(token)
    if token.lemma_.lower() in ARMS:
        return True
    return mention is not None and mention.kind in {EntityKind.EQUIPMENT, EntityKind.VESSEL}


def doers_over(noun: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who does the verb that a noun is the object of: “India completed the purchase of”."""
    verb = frames.clause_verb(noun)
    if verb == noun or verb.lemma_.lower() in _REACTING:
        return ()
    doers = [token for token in frames.doers(verb) if token.i != noun.i and not noun.is_ancestor(token)]
    return actors_of(doers, sentence, scene)
