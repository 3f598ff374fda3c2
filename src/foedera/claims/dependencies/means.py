"""Dependencies that a noun or adjective of means tells: “paves the way for”, “is an obstacle to”, “makes possible”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.dependencies.making import dependency, hypothetical, polarity_told
from foedera.claims.dependencies.sides import (
    first_side,
    infinitive_of,
    side_at,
)
from foedera.claims.dependencies.words import FEASIBLE, GAINS, MEANS
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import noun_phrase, predicate_of, stretch
from foedera.model.claims import Filler
from foedera.model.kinds import Relation

_SERVING = frozenset({"for", "to", "of", "on", "into"})
_LIMITING = frozenset({"to", "on", "for"})
_SERVING_VERBS = frozenset({"for", "to", "into"})


def being_means(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“is a prerequisite for exports”, “may pave the way for agreements”, “offers a platform for makers”."""
    for noun in frames.objects(verb):
        relation = MEANS.get(noun.lemma_.lower()) or MEANS.get(noun.lower_)
        if relation is None:
            continue
        outcome = _means_of(noun, verb, sentence, scene)
        if outcome is None:
            continue
        return dependency(
            first_side(frames.subjects(verb), sentence, scene),
            relation,
            outcome,
            sentence,
            modality=hypothetical(verb),
            polarity=polarity_told(verb),
            confidence=0.6,
        )
    return None


def _means_of(noun: Token, verb: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """What the means serves: “for exports”, “to widen access”, “momentum into the cooperation”."""
    if noun.lemma_.lower() in GAINS and not frames.after_preposition(noun, {"to", "for"}):
        return noun_phrase(noun, sentence)
    limits = MEANS.get(noun.lemma_.lower()) is Relation.LIMITS
    for word, prepositions in ((noun, _LIMITING if limits else _SERVING), (verb, _SERVING_VERBS)):
        nouns = frames.after_preposition(word, prepositions)
        if nouns:
            return side_at(nouns[0], sentence, scene)
        inner = infinitive_of(word, frozenset({"acl", "advcl", "relcl", "xcomp"}))
        if inner is not None and inner.i > noun.i:
            found = stretch(inner)
            return sentence.excerpt(*found) if found else None
    return None


def making_possible(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“A Council decision made participation possible”, “makes it easier for forces to visit”."""
    if verb.lemma_.lower() != "make":
        return None
    for word in verb.subtree:
        relation = FEASIBLE.get(word.lower_)
        if relation is None or word.i > verb.i + 6:
            continue
        inner = infinitive_of(word) or infinitive_of(verb)
        outcome = predicate_of(inner, sentence) if inner is not None else None
        outcome = outcome or first_side(frames.undergoers(verb), sentence, scene)
        return dependency(
            first_side(frames.doers(verb), sentence, scene),
            relation,
            outcome or first_side(frames.own_subjects(word), sentence, scene),
            sentence,
            modality=hypothetical(verb),
            polarity=polarity_told(verb),
            confidence=0.65,
        )
    return None
