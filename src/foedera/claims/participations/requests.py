"""Participations that are asked for or offered: “has asked to join”, “was invited to watch”, “sent observers”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.mentions import STATELIKE
from foedera.claims.participations.making import actors_at, participation, quality_said
from foedera.claims.participations.matter import matter
from foedera.claims.participations.targets import targets_at
from foedera.claims.participations.words import AS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token

_WATCHING = frozenset("watch observe observer observers attend sit".split())


_LET_IN = _WATCHING | frozenset(
    "join joining let admitted included added in into participate part accede member membership upgraded".split()
)


def asking(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Tuvalu has asked to be added”, “Ethiopia has been invited to watch”, “Venezuela is never asked”."""
    asked = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"}]
    words = {word.lower_ for child in asked for word in child.subtree}
    passive = frames.is_passive(verb)
    bare = passive and not asked and (verb.lemma_.lower() == "invite" or _is_state(verb, sentence, scene))
    if not words & _LET_IN and quality_said(verb) is None and not bare:
        return
    actors = actors_at(frames.undergoers(verb) if passive else frames.subjects(verb), sentence, scene)
    quality = AS.OBSERVER if words & _WATCHING or quality_said(verb) is AS.OBSERVER else AS.CANDIDATE
    joined = [noun for child in (verb, *asked) for noun in frames.after_preposition(child, {"to", "into", "in", "at"})]
    joined += [noun for child in asked for noun in frames.objects(child)]
    targets = targets_at(joined, sentence, scene)
    if not targets:
        about = matter(sentence, scene, sentence.offset(verb))
        targets = [about] if about is not None else []
    for target in targets:
        possible = quality is AS.OBSERVER
        found = participation(verb, actors, target, quality, sentence, scene, possible=possible, confidence=0.5)
        if found is not None:
            yield found


def _is_state(verb: Token, sentence: Sentence, scene: Scene) -> bool:
    """Whether it is a state that is asked: “Venezuela is never asked”; of others one cannot tell what for."""
    return bool(scene.mentions(frames.undergoers(verb), sentence, lambda mention: mention.kind in STATELIKE))


def observers_sent(verb: Token) -> bool:
    """Whether those whom a verb sends are observers, and nobody besides."""
    return bool(frames.undergoers(verb)) and all(
        token.lemma_.lower() in {"observer", "spectator"} for token in frames.undergoers(verb)
    )


def sending_observers(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Mali and Niger sent observers only”, “Jakarta has sent observers to the exercise”."""
    actors = actors_at(frames.doers(verb), sentence, scene)
    targets = targets_at(frames.after_preposition(verb, {"to"}), sentence, scene)
    about = None if targets else matter(sentence, scene, sentence.offset(verb))
    for target in targets or ([about] if about is not None else []):
        found = participation(verb, actors, target, AS.OBSERVER, sentence, scene, confidence=0.6)
        if found is not None:
            yield found


def inviting(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“invited Westhaven to join the pact”, “invited the UK to become an observer”."""
    purpose = next((child for child in verb.children if child.dep_ in {"xcomp", "ccomp"}), None)
    if purpose is None or not {word.lower_ for word in purpose.subtree} & (_LET_IN | {"become", "guest"}):
        return
    actors = actors_at(frames.objects(verb) or frames.own_subjects(purpose), sentence, scene)
    into = [*frames.objects(purpose), *frames.after_preposition(purpose, {"in", "to", "into", "at"})]
    into += [noun for thing in frames.objects(purpose) for noun in frames.after_preposition(thing, {"of", "in", "to"})]
    target = next(iter(targets_at(into, sentence, scene)), None) or matter(sentence, scene, sentence.offset(verb))
    watching = any(word.lower_ in _WATCHING | {"guest"} for word in purpose.subtree)
    if target is None or not actors or (target.is_exercise and not watching):
        return
    quality = AS.OBSERVER if watching else AS.CANDIDATE
    found = participation(verb, actors, target, quality, sentence, scene, possible=watching, confidence=0.5)
    if found is not None:
        yield found
