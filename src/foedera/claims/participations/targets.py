"""What can be taken part in, and in what quality one takes part in it when nothing else says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.activities.triggers import type_of_event
from foedera.claims.mentions import Mention
from foedera.claims.participations.words import AS, JOINABLE
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType, ParticipationAs

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUALITY: dict[EntityKind, ParticipationAs] = {
    EntityKind.PROGRAMME: AS.PARTNER,
    EntityKind.OPERATION: AS.CONTRIBUTOR,
    EntityKind.UNIT: AS.CONTRIBUTOR,
    EntityKind.BLOC: AS.MEMBER,
    EntityKind.INSTITUTION: AS.MEMBER,
    EntityKind.AGENCY: AS.MEMBER,
    EntityKind.CENTRE: AS.MEMBER,
    EntityKind.INSTRUMENT: AS.MEMBER,
}
_NOUN_QUALITY: dict[str, ParticipationAs] = {
    **dict.fromkeys("mission operation battlegroup force".split(), AS.CONTRIBUTOR),
    **dict.fromkeys(
        "alliance union bloc council community treaty convention pact agency organisation organization".split(),
        AS.MEMBER,
    ),
    **dict.fromkeys("exhibition expo".split(), AS.EXHIBITOR),
    **dict.fromkeys("tender contest competition call".split(), AS.CANDIDATE),
}


class Target:
    """What an actor takes part in, and the quality that follows from what it is."""

    def __init__(
        self, filler: Filler, quality: ParticipationAs, kind: EntityKind | None, *, exercise: bool = False
    ) -> None:
        self.filler, self.quality, self.kind, self.is_exercise = filler, quality, kind, exercise


def target_at(token: Token, sentence: Sentence, scene: Scene) -> Target | None:
    """What the noun stands for, if one can take part in it; None for a state, a person, a ship."""
    for mention in scene.discourse.resolve(token, sentence):
        found = _target(mention)
        if found is not None:
            return found
        if not mention.generic:
            return _by_noun(token, sentence, scene) if mention.kind is EntityKind.UNKNOWN else None
    return _by_noun(token, sentence, scene)


def _target(mention: Mention) -> Target | None:
    if mention.kind is EntityKind.EVENT and not mention.generic:
        fair = type_of_event(mention) is ActivityType.EXHIBITION
        return Target(mention.filler(), AS.EXHIBITOR if fair else AS.PARTNER, mention.kind, exercise=not fair)
    quality = _QUALITY.get(mention.kind)
    if quality is None or mention.generic:
        return None
    return Target(mention.filler(), quality, mention.kind)


def _by_noun(token: Token, sentence: Sentence, scene: Scene) -> Target | None:
    """“the PESCO project on military mobility”, “common procurements”: named by their own words."""
    lemma = token.lemma_.lower()
    if lemma not in JOINABLE or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    for child in token.children:  # "the GCAP programme": the name before the noun
        mention = sentence.mention_of(child) if child.dep_ in {"compound", "nmod", "amod", "appos"} else None
        found = _target(mention) if mention is not None and mention.kind is EntityKind.PROGRAMME else None
        if found is not None:
            return found
    qualified = any(child.dep_ in {"compound", "amod", "nmod", "poss"} for child in token.children)
    if not qualified and not frames.after_preposition(token, {"on", "for", "of"}):
        return None
    filler = scene.named_by(token, sentence)
    return Target(filler, _NOUN_QUALITY.get(lemma, AS.PARTNER), None)


def targets_at(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> list[Target]:
    """Each thing one can take part in among the nouns, once."""
    found: dict[str, Target] = {}
    for token in tokens:
        target = target_at(token, sentence, scene)
        if target is not None:
            found.setdefault(str(target.filler.entity or target.filler.text), target)
    return list(found.values())
