"""From what verbs and nouns tell of equipment to claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.capabilities.actors import is_time, likely_actor, partners_in
from foedera.claims.capabilities.found import Found
from foedera.claims.capabilities.nouns import tell_by_noun
from foedera.claims.capabilities.verbs import tell_by_verb
from foedera.claims.capabilities.words import VERBS
from foedera.claims.drafts import Draft, draft
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality, Stage


def find_capabilities(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The capability claims of a sentence."""
    seen: set[tuple[Stage, str]] = set()
    for found in _tellings(sentence, scene):
        for system in found.systems:
            key = (found.stage, str(system.entity or system.text))
            made = _draft(found, system, sentence, scene)
            if made is not None and key not in seen:
                seen.add(key)
                yield made


def _tellings(sentence: Sentence, scene: Scene) -> Iterator[Found]:
    for token in sentence.tokens:
        found = None
        if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBG", "VBD"}:
            found = tell_by_verb(token, sentence, scene)
        elif token.pos_ in {"NOUN", "PROPN"}:
            found = tell_by_noun(token, sentence, scene)
        if found is not None:
            yield found


# “Nothing here obliges either side to acquire materiel”: an agreement's word, no deed.
_OBLIGING = frozenset("oblige bind entitle commit require".split())


def _draft(found: Found, system: Filler, sentence: Sentence, scene: Scene) -> Draft | None:
    if found.said_by.dep_ in {"xcomp", "ccomp"} and found.said_by.head.lemma_.lower() in _OBLIGING:
        return None
    modality = found.modality or modality_of(found.said_by)
    polarity = polarity_of(found.said_by)
    confidence = found.confidence
    actors = tuple(
        actor for actor in found.actors if actor.entity != system.entity and _may_act(actor, found.stage, scene)
    )
    if found.stage in _SHARED and _is_verb(found) and actors:
        actors += tuple(each for each in partners_in(found.said_by, sentence, scene) if each not in actors)
    if not actors:
        doers = [token for token in frames.doers(found.said_by) if token.pos_ != "PRON"] if _is_verb(found) else []
        doers = [token for token in doers if not _within(token, system, sentence) and not is_time(token, sentence)]
        actors = likely_actor(found.stage, sentence, scene, system=system, doers=doers)
        confidence -= 0.2
    if not actors:
        return None
    when = scene.when_of(found.said_by, sentence, modality=modality)
    today = scene.reading.document.date
    if modality is Modality.ACTUAL and when is not None and today is not None and when.earliest > today.latest:
        modality = Modality.PLANNED
    start, end = _span(found, system, actors, sentence)
    return draft(
        Kind.CAPABILITY,
        (start, end),
        when=when,
        modality=modality,
        polarity=polarity,
        confidence=max(0.3, confidence),
        actor=actors,
        system=system,
        stage=found.stage.value,
    )


# What is made together is told with “with”.
_SHARED = frozenset({Stage.DEVELOPS, Stage.PRODUCES})
_IDLE = frozenset({EntityKind.INSTRUMENT, EntityKind.EVENT, EntityKind.EQUIPMENT, EntityKind.PROGRAMME})
# A project that bears a name may develop something, and try it.
_BY_PROJECTS = frozenset({Stage.DEVELOPS, Stage.TESTS})


def _may_act(actor: Filler, stage: Stage, scene: Scene) -> bool:
    """Whether an actor is none of what only is done: an agreement, a fair, a programme or a weapon."""
    idle = _IDLE - {EntityKind.PROGRAMME} if stage in _BY_PROJECTS else _IDLE
    at = bisect_left(scene.reading.mentions, actor.start or 0, key=lambda each: each.start)
    mention = scene.reading.mentions[at] if at < len(scene.reading.mentions) else None
    return mention is None or mention.start != actor.start or mention.kind not in idle


def _is_verb(found: Found) -> bool:
    return found.said_by.pos_ in {"VERB", "AUX"} and found.said_by.lemma_.lower() in VERBS


def _within(token: Token, system: Filler, sentence: Sentence) -> bool:
    return system.start is not None and system.end is not None and system.start <= sentence.offset(token) < system.end


def _span(found: Found, system: Filler, actors: tuple[Filler, ...], sentence: Sentence) -> tuple[int, int]:
    places = [sentence.place(found.said_by.i, found.said_by.i + 1)]
    places += [
        (each.start, each.end)
        for each in (system, *actors)
        if each.start is not None and each.end is not None and sentence.start <= each.start and each.end <= sentence.end
    ]
    return min(start for start, _ in places), max(end for _, end in places)
