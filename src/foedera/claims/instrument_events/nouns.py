"""Events said by nouns: "the signing of the pact", "negotiations on a treaty", "its ratification by the Senate"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of, is_indefinite
from foedera.claims.instrument_events.outlook import outlook_of
from foedera.claims.instrument_events.parties import actors_of
from foedera.claims.instrument_events.triggers import told_of
from foedera.claims.instrument_events.words import ABOUT, DEALS, ENDING, NOUNS, PACTS, THOUGHTS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import Event, Modality, Polarity

_WANTING = frozenset("await need require urge seek want".split())


def find_nouns(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events that the nouns of a sentence say."""
    for noun in sentence.tokens:
        if noun.lemma_.lower() in THOUGHTS and noun.pos_ == "NOUN":
            yield from _thought_of(noun, sentence, scene)
            continue
        event = NOUNS.get(noun.lemma_.lower())
        if any(child.lower_ == "any" for child in noun.children):
            continue
        if event is None or noun.pos_ not in {"NOUN", "PROPN", "VERB"} or (noun.pos_ == "VERB" and noun.tag_ != "VBG"):
            continue
        if noun.pos_ == "VERB" and not any(child.lower_ == "of" for child in noun.children):
            continue
        if event is Event.NEGOTIATING and noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in ENDING:
            continue  # "concluded negotiations": agreed
        if told_of(noun, sentence, scene) is not None:
            continue  # "deposited its instrument of ratification": told as that party's step
        yield from _event(event, noun, sentence, scene)


def _event(event: Event, noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    things = [
        *frames.after_preposition(noun, ABOUT.get(event, frozenset({"of"}))),
        *(child for child in noun.children if child.dep_ in {"compound", "poss", "nmod"}),
    ]
    doers = actors_of(frames.after_preposition(noun, {"by"}), sentence, scene)
    expected = _expected(noun, sentence, scene) if event in {Event.SIGNED, Event.RATIFIED} else None
    if expected is not None:
        yield from claims_of_event(
            event, expected, noun, sentence, scene, doers=doers, modality=Modality.PLANNED, confidence=0.65
        )
        return
    for thing in things:
        instrument = instrument_of(thing, sentence, scene, PACTS | DEALS, sure=event is not Event.ANNOUNCED)
        if instrument is None or (instrument.mention is None and thing.dep_ == "poss"):
            continue
        if event is not Event.NEGOTIATING and not sentence.dates and not doers and is_indefinite(instrument):
            continue  # "a supplier in common eases the conclusion of a new accord"
        modality, polarity = _outlook(noun)
        yield from claims_of_event(
            event,
            instrument,
            noun,
            sentence,
            scene,
            doers=doers,
            modality=modality,
            polarity=polarity,
            confidence=0.65,
        )
        return


def _thought_of(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“explore the possibility of an agreement on the security of information”."""
    for thing in frames.after_preposition(noun, {"of", "for"}):
        instrument = instrument_of(thing, sentence, scene, PACTS)
        if instrument is not None and (instrument.mention is not None or sentence.mention_of(thing) is not None):
            doers = actors_of(frames.doers(frames.clause_verb(noun)), sentence, scene)
            yield from claims_of_event(
                Event.PROPOSED, instrument, noun, sentence, scene, doers=doers, modality=Modality.ACTUAL, confidence=0.5
            )


def _expected(noun: Token, sentence: Sentence, scene: Scene) -> Instrument | None:
    """What is "due for signature", "ready for ratification", "open for signature"."""
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _WANTING and not frames.after_preposition(noun, {"of"}):
        waiting = (
            instrument_of(each, sentence, scene, PACTS | DEALS, sure=True) for each in frames.subjects(noun.head)
        )
        return next((each for each in waiting if each is not None), None)
    if noun.dep_ != "pobj" or noun.head.lower_ != "for":
        return None
    governor = noun.head.head
    if governor.lower_ not in {"due", "ready", "scheduled", "slated", "submitted", "tabled"}:
        return None
    things = (governor.head,) if governor.dep_ in {"amod", "acl"} else frames.subjects(governor.head)
    found = (instrument_of(thing, sentence, scene, PACTS | DEALS, sure=True) for thing in things)
    return next((each for each in found if each is not None), None)


def _outlook(noun: Token) -> tuple[Modality, Polarity]:
    """What governs the noun tells: "awaits ratification", "talks will begin", "signature is foreseen"."""
    if noun.dep_ in {"dobj", "pobj"} and noun.head.lemma_.lower() in _WANTING:
        return Modality.PLANNED, Polarity.AFFIRMED
    return outlook_of(noun)
