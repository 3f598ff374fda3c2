"""Commitments that a verb or noun of promising tells: “undertook to”, “is obliged to”, “its commitment to defend”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.commitments.instruments import names_instrument
from foedera.claims.commitments.setting import (
    are_states,
    commitment,
    is_official,
    parties_at,
    parties_beside,
)
from foedera.claims.commitments.words import (
    EXPLORING,
    FIRM,
    INFINITIVE,
    LIFE_OF_INSTRUMENTS,
    OBLIGING,
    OFFERED,
    OFFERING,
    PLEDGING,
    PROMISES,
    RUNNING,
    STATES,
    TOLD_ELSEWHERE,
)
from foedera.claims.dependencies.making import polarity_told
from foedera.claims.dependencies.sides import words_after
from foedera.claims.drafts import Draft
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import noun_phrase, predicate_of
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Polarity, Strength


def by_promises(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs and nouns of promising of a sentence tell."""
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        found: Draft | None = None
        if token.pos_ == "VERB" and lemma in OBLIGING and not frames.is_passive(token):
            found = _obliging(token, sentence, scene)
        if found is None and (token.lower_ in STATES or lemma in STATES) and token.pos_ in {"VERB", "ADJ"}:
            yield from _state(token, sentence, scene)
        if found is None and token.pos_ == "VERB" and lemma in INFINITIVE:
            yield from _infinitive(token, sentence, scene)
        if found is None and token.pos_ == "VERB" and lemma in PLEDGING:
            found = _pledged(token, sentence, scene)
        if found is None and token.pos_ == "VERB" and lemma == "work":
            found = _working_towards(token, sentence, scene)
        if found is None and token.pos_ == "NOUN" and lemma in PROMISES:
            found = _noun(token, sentence, scene)
        if found is not None:
            yield found


def _infinitives(token: Token) -> list[Token]:
    """The infinitives that depend on a word, and those joined to them: “undertake to meet and to consult”."""
    found = []
    for child in token.children:
        if child.dep_ in {"xcomp", "advcl", "ccomp", "acl"} and child.i > token.i and _is_infinitive(child):
            if _is_end(child, token):
                continue
            found.append(child)
            found += [
                joined
                for joined in frames.with_conjuncts(child)
                if joined is not child and joined.pos_ == "VERB" and joined.tag_ == "VB"
            ]
    return found


def _is_end(infinitive: Token, verb: Token) -> bool:
    """“seeks a partnership to boost trade”: to what end, not what is undertaken."""
    return verb.lemma_.lower() == "seek" and any(noun.i < infinitive.i for noun in frames.objects(verb))


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def strengthened(verb: Token, strength: Strength) -> Strength:
    """The strength that a verb inside an undertaking leaves: “agreed to explore” only explores."""
    if verb.lemma_.lower() in EXPLORING or (verb.lemma_ == "look" and frames.after_preposition(verb, {"into", "at"})):
        return Strength.EXPLORES
    return strength


def _infinitive(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    strength = INFINITIVE[verb.lemma_.lower()]
    if frames.is_passive(verb) or _is_hypothetical(verb):
        return
    parties = parties_at(frames.subjects(verb), sentence, scene, persons=strength is Strength.COMMITS)
    if not parties:
        parties = tuple(mention.filler() for mention in scene.discourse.carried_subjects(verb, sentence))
    if not parties:
        parties = parties_beside(verb, sentence)
    sure = verb.lemma_.lower() in FIRM
    official = sure or _may_intend(parties, scene)
    if strength is Strength.INTENDS and not (official or _are_named(parties)):
        return
    for inner in _infinitives(verb):
        lemma = inner.lemma_.lower()
        if strength is Strength.INTENDS and not official and lemma in TOLD_ELSEWHERE:
            continue
        if not is_official(scene) and _is_event(inner, sentence):
            continue
        if strength is Strength.EXPLORES and lemma == "be":
            continue  # "consider cooperation to be at a good level"
        found = commitment(
            verb,
            parties,
            predicate_of(inner, sentence),
            strengthened(inner, strength),
            sentence,
            scene,
            polarity=Polarity.DENIED if _no_longer(verb) else polarity_of(verb),
            confidence=0.75,
        )
        if found is not None:
            yield found


def _is_event(verb: Token, sentence: Sentence) -> bool:
    """“decided to prolong its mandate” is told as an event of what runs; “agreed to suspend enrichment” is undertaken."""
    if verb.lemma_.lower() not in LIFE_OF_INSTRUMENTS:
        return False
    nouns = frames.undergoers(verb)
    return not nouns or any(noun.lemma_.lower() in RUNNING or _is_agreement(noun, sentence) for noun in nouns)


def _is_agreement(noun: Token, sentence: Sentence) -> bool:
    mention = sentence.mention_of(noun)
    return noun.pos_ == "PRON" or (mention is not None and mention.kind is EntityKind.INSTRUMENT)


def _no_longer(verb: Token) -> bool:
    return any(child.lower_ == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no" for child in verb.children)


def _may_intend(parties: tuple[Filler, ...], scene: Scene, *, alone: bool = False) -> bool:
    """Whether an intention is one told in or of an instrument; what one state means to do is mostly an activity.

    With `alone`, one state is enough: what it is "willing" or "ready" to do is offered to another.
    """
    return is_official(scene) or are_states(parties, scene, alone=alone)


def _are_named(parties: tuple[Filler, ...]) -> bool:
    """Whether all who intend something have a name."""
    return bool(parties) and all(filler.entity for filler in parties)


def _is_hypothetical(verb: Token) -> bool:
    inverted = any(child.dep_ == "aux" and child.lower_ == "should" for child in verb.children)
    inverted = inverted or (verb.tag_ == "VB" and verb.doc[0].lower_ == "should")
    return inverted or modality_of(verb) is Modality.POSSIBLE


def _state(word: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“is obliged to pick up”, “are resolved to bring into being”, “committed to holding”."""
    strength = STATES.get(word.lower_) or STATES[word.lemma_.lower()]
    governor = word.head if word.dep_ in {"acomp", "attr"} else word
    if word.pos_ == "VERB" and word.dep_ != "acomp" and not frames.is_passive(word):
        return
    parties = parties_at(frames.subjects(governor), sentence, scene)
    sure = word.lower_ in FIRM
    if strength in {Strength.INTENDS, Strength.ENCOURAGES} and not (
        sure or _may_intend(parties, scene, alone=word.lower_ in OFFERING)
    ):
        return
    inner = _infinitives(word) or [each for each in frames.after_preposition(word, {"to"}) if each.pos_ == "VERB"]
    gerund = words_after(word, frozenset({"to"}))
    if not inner and gerund is not None and gerund.tag_ == "VBG":
        inner = [gerund]
    for verb in inner:
        found = commitment(
            governor,
            parties,
            predicate_of(verb, sentence),
            strengthened(verb, strength),
            sentence,
            scene,
            polarity=polarity_of(governor),
            confidence=0.7,
        )
        if found is not None:
            yield found


def _obliging(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Article 4 obliges the sending state to repair any damage”."""
    inner = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"} and _is_infinitive(child)]
    if not inner:
        return None
    owners = frames.own_subjects(inner[0]) or frames.objects(verb)
    parties = parties_at(owners, sentence, scene)
    reflexive = any(token.lower_ in {"itself", "themselves", "ourselves"} for token in owners)
    if reflexive or not owners:
        parties = parties_at(frames.subjects(verb), sentence, scene)
    if verb.lemma_.lower() == "require" and not names_instrument(sentence, scene):
        return None
    return commitment(
        verb,
        parties,
        predicate_of(inner[0], sentence),
        strengthened(inner[0], OBLIGING[verb.lemma_.lower()]),
        sentence,
        scene,
        polarity=polarity_told(verb),
        confidence=0.7,
    )


def _pledged(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“pledged USD 300 million”, “waives customs duties”."""
    if _infinitives(verb) or _is_hypothetical(verb) or any(child.lower_ == "had" for child in verb.children):
        return None
    things = frames.undergoers(verb)
    if not things or verb.dep_ == "xcomp":
        return None  # "declined to guarantee", "is to waive": told by the other verb
    if verb.lemma_.lower() == "offer" and things[0].lemma_.lower() not in OFFERED:
        return None
    if verb.lemma_.lower() == "commit" and things[0].pos_ == "PRON":
        return None  # "committed themselves to": told as a set phrase
    parties = parties_at(frames.doers(verb), sentence, scene)
    filler = noun_phrase(things[0], sentence)
    return commitment(
        verb, parties, filler, Strength.COMMITS, sentence, scene, polarity=polarity_of(verb), confidence=0.65
    )


def _working_towards(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“will work towards promoting naval cooperation”."""
    goals = frames.after_preposition(verb, {"towards", "toward"})
    if not goals:
        return None
    parties = parties_at(frames.subjects(verb), sentence, scene)
    filler = noun_phrase(goals[0], sentence) if goals[0].pos_ != "VERB" else predicate_of(goals[0], sentence)
    return commitment(verb, parties, filler, Strength.INTENDS, sentence, scene, confidence=0.75)


def _noun(noun: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“its commitment to defend Japan”, “the pledge of Canada to contribute”."""
    inner = _infinitives(noun)
    goals = list(frames.after_preposition(noun, {"to"}))
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += frames.after_preposition(noun, {"of", "by"})
    parties = parties_at(owners, sentence, scene)
    if not parties and noun.dep_ == "dobj":
        parties = parties_at(frames.subjects(noun.head), sentence, scene)
    if inner:
        filler = predicate_of(inner[0], sentence)
    elif goals and noun.lemma_.lower() in {"commitment", "pledge"}:
        filler = noun_phrase(goals[0], sentence)
    else:
        return None
    denied = any(child.lower_ == "no" for child in noun.children)
    return commitment(
        noun,
        parties,
        filler,
        PROMISES[noun.lemma_.lower()],
        sentence,
        scene,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        confidence=0.55,
    )
