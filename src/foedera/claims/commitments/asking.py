"""Commitments that only ask or welcome: “invited the French Army to take a closer look”, “should finance schools”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.commitments.setting import commitment, parties_at
from foedera.claims.commitments.words import ASKING, ATTENDING
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import predicate_of
from foedera.model.kinds import Strength


def by_asking(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs of asking tell: “encouraged the UAE to rejoin the exercise”."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in ASKING:
            continue
        inner = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"} and child.tag_ == "VB"]
        if any(child.lower_ in {"should", "ought"} for child in verb.children):
            continue  # "London should encourage Canada to …": advice to London
        if not inner or (verb.lemma_.lower() == "invite" and _attends(inner[0])):
            continue
        asked = (
            frames.subjects(verb)
            if frames.is_passive(verb)
            else (frames.own_subjects(inner[0]) or frames.objects(verb))
        )
        parties = parties_at(asked, sentence, scene)
        found = commitment(
            verb, parties, predicate_of(inner[0], sentence), Strength.ENCOURAGES, sentence, scene, confidence=0.5
        )
        if found is not None:
            yield found


def _attends(verb: Token) -> bool:
    """Whether one is only invited to be there: that is told as taking part."""
    return verb.lemma_.lower() in ATTENDING or (
        verb.lemma_.lower() == "take" and any(child.lower_ == "part" for child in verb.children)
    )
