"""From what verbs and nouns tell of equipment to claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.capabilities.actors import likely_actor
from foedera.claims.capabilities.found import Found
from foedera.claims.capabilities.nouns import tell_by_noun
from foedera.claims.capabilities.verbs import tell_by_verb
from foedera.claims.capabilities.words import VERBS
from foedera.claims.drafts import Draft, draft
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Modality, Stage

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    for token in sentence.words:
        found = None
        if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBG", "VBD"}:
            found = tell_by_verb(token, sentence, scene)
        elif token.pos_ in {"NOUN", "PROPN"}:
            found = tell_by_noun(token, sentence, scene)
        if found is not None:
            yield found


def _draft(found: Found, system: Filler, sentence: Sentence, scene: Scene) -> Draft | None:
    modality = found.modality or modality_of(found.said_by)
    polarity = polarity_of(found.said_by)
    confidence = found.confidence
    actors = tuple(actor for actor in found.actors if actor.entity != system.entity)
    if not actors:
        doers = [token for token in frames.doers(found.said_by) if token.pos_ != "PRON"] if _is_verb(found) else []
        doers = [token for token in doers if not _within(token, system, sentence)]
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
