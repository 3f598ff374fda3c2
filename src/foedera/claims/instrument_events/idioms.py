"""Events said by more than one word: "gave its consent to", "put on hold", "opened for signature", "dates from 2014"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import instrument_of
from foedera.claims.instrument_events.parties import actors_of
from foedera.claims.instrument_events.verbs import words_of_parliament
from foedera.claims.instrument_events.words import ANY, DATED, DEALS, ENDING, PACTS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import Event, Modality

_NAMES = frozenset({"name", "signature"})
_CONSENT = frozenset("consent approval assent blessing nod agreement backing".split())
_CHANGES = frozenset("change amendment modification correction".split())
# What one has in an instrument: "suspended its participation in the treaty", "ended its membership of the pact".
_BELONGING = frozenset("participation membership accession adherence involvement compliance".split())
_LEAVING = {
    **dict.fromkeys("suspend freeze pause halt".split(), Event.SUSPENDED),
    **dict.fromkeys("end terminate withdraw cease renounce".split(), Event.TERMINATED),
}
_ON_HOLD = frozenset("hold ice abeyance".split())
_TALKS = frozenset("negotiation talk".split())
_RAISING = frozenset("upgrade elevate raise lift deepen develop expand transform".split())
_STARTING = frozenset("begin start resume continue".split())
Found = tuple[Event, tuple["Token", ...], "tuple[Token, ...]"]


def find_idioms(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events that the idioms of a sentence say."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB":
            continue
        for event, things, doers in _said(verb):
            for thing in things:
                instrument = instrument_of(thing, sentence, scene, ANY, sure=event is Event.SIGNED)
                if instrument is None:
                    continue
                actors = actors_of(doers, sentence, scene)
                if event is Event.RATIFIED and not words_of_parliament(verb, actors):
                    event = Event.AGREED
                yield from claims_of_event(event, instrument, verb, sentence, scene, doers=actors, confidence=0.7)
    yield from _dates_from(sentence, scene)
    yield from _work_on(sentence, scene)


def _said(verb: Token) -> Iterator[Found]:
    """What an idiom says: the event, the nouns that may be the instrument, who does it."""
    lemma = verb.lemma_.lower()
    children = {child.lemma_.lower(): child for child in verb.children}
    if lemma in {"put", "set", "affix", "append", "add"} and children.keys() & _NAMES:
        name = next(child for word, child in children.items() if word in _NAMES)
        behind = (*frames.after_preposition(verb, {"to"}), *frames.after_preposition(name, {"to"}))
        yield Event.SIGNED, behind, frames.doers(verb)
    if lemma == "run" and "out" in children and not frames.objects(verb):
        yield Event.TERMINATED, frames.subjects(verb), ()
    if lemma == "give" and children.keys() & _CONSENT:
        noun = next(child for word, child in children.items() if word in _CONSENT)
        behind = (*frames.after_preposition(verb, {"to"}), *frames.after_preposition(noun, {"to"}))
        yield Event.RATIFIED, behind, frames.doers(verb)
    if lemma == "make" and children.keys() & _CHANGES:
        noun = next(child for word, child in children.items() if word in _CHANGES)
        behind = (*frames.after_preposition(verb, {"to", "in"}), *frames.after_preposition(noun, {"to", "in"}))
        yield Event.AMENDED, behind, ()
    held = {each.lower_ for each in frames.after_preposition(verb, {"on", "in"})} & _ON_HOLD
    if lemma in {"put", "place", "hold", "keep"} and held:
        yield Event.SUSPENDED, frames.undergoers(verb), frames.doers(verb) if not frames.is_passive(verb) else ()
    if lemma == "cease" and any(
        child.dep_ == "xcomp" and child.lemma_ in {"have", "apply", "be"} for child in verb.children
    ):
        yield Event.TERMINATED, frames.subjects(verb), ()
    if lemma == "bear" and children.keys() & _NAMES:
        name = next(child for word, child in children.items() if word in _NAMES)
        yield Event.SIGNED, frames.subjects(verb), frames.after_preposition(name, {"of"})
    if lemma in _LEAVING:
        for belonging in (each for each in frames.undergoers(verb) if each.lemma_.lower() in _BELONGING):
            yield _LEAVING[lemma], frames.after_preposition(belonging, {"in", "of", "to"}), frames.doers(verb)
    if lemma == "open" and "signature" in {each.lower_ for each in frames.after_preposition(verb, {"for"})}:
        yield Event.SIGNED, frames.undergoers(verb), ()
    if lemma in ENDING:
        talks = [each for each in frames.undergoers(verb) if each.lemma_.lower() in _TALKS]
        about = tuple(each for talk in talks for each in frames.after_preposition(talk, {"on", "for", "over", "about"}))
        yield Event.AGREED, about, frames.doers(verb) if not frames.is_passive(verb) else ()
    if lemma in _RAISING:
        to = [each for each in frames.after_preposition(verb, {"to", "into"}) if each.lemma_.lower() == "partnership"]
        level = [each for each in frames.after_preposition(verb, {"to"}) if each.lemma_.lower() in {"level", "status"}]
        to += [each for noun in level for each in frames.after_preposition(noun, {"of"})]
        yield Event.AGREED, tuple(to), frames.doers(verb)


def _dates_from(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“LEMOA dates from August 2016”, “the lease, dating back to 1996”."""
    for verb in sentence.tokens:
        if verb.lemma_.lower() != "date" or verb.pos_ != "VERB" or verb.tag_ == "VB":
            continue
        date = next((each for each in sentence.dates if 0 < each.start - sentence.offset(verb) < 25), None)
        if date is None or not any(child.lower_ in {"from", "back"} for child in verb.children):
            continue
        for subject in frames.subjects(verb):
            above = (each for each in subject.ancestors if verb.dep_ == "relcl" and each.pos_ in {"NOUN", "PROPN"})
            found = ((each, instrument_of(each, sentence, scene, frozenset(DATED))) for each in (subject, *above))
            thing, instrument = next(((each, one) for each, one in found if one is not None), (subject, None))
            if instrument is not None:
                event = DATED.get(thing.lemma_.lower(), Event.AGREED)
                yield from claims_of_event(
                    event,
                    instrument,
                    verb,
                    sentence,
                    scene,
                    modality=Modality.ACTUAL,
                    when=date.core,
                    confidence=0.6,
                )


def _work_on(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“work on a new arrangement has begun”, “they have started work on a pact”."""
    for noun in sentence.tokens:
        if noun.lower_ != "work" or noun.pos_ != "NOUN":
            continue
        governor = noun.head
        begun = noun.dep_ == "dobj" and governor.lemma_.lower() in _STARTING
        goes_on = noun.dep_ == "nsubj" and governor.lemma_.lower() in {*_STARTING, "be", "proceed", "go"}
        towards = {"on", "towards", "toward"}
        if not (begun or goes_on):
            continue
        states = [child for child in governor.children if child.dep_ == "acomp"]  # "is ongoing towards"
        heads = [noun, governor, *states]
        for thing in (each for head in heads for each in frames.after_preposition(head, towards)):
            instrument = instrument_of(thing, sentence, scene, PACTS | DEALS)
            if instrument is not None:
                doers = actors_of(frames.doers(governor), sentence, scene) if begun else ()
                yield from claims_of_event(
                    Event.NEGOTIATING, instrument, governor, sentence, scene, doers=doers, confidence=0.6
                )
