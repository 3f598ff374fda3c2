"""Whether an instrument is in force: "entered into force", "took effect", "in force since", "has an agreement with"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of, last_instrument, spoken_of_last
from foedera.claims.instrument_events.parties import actors_of, counterparts
from foedera.claims.instrument_events.triggers import FORCE, remember, triggers_of
from foedera.claims.instrument_events.verbs import noun_before
from foedera.claims.instrument_events.words import DEALS, NOUNS, PACTS, VERBS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import Event, Modality

# Behind these an entry into force is told of no day, but of what must come first.
_UPON = frozenset({"after", "once", "until", "unless", "if", "when", "following", "provided"})
_ENDING = frozenset({Event.TERMINATED, Event.SUSPENDED})
_COMING = frozenset("enter come go put bring be remain keep stay".split())
_PROVISIONAL = frozenset({"provisionally", "provisional"})
_UNDER = frozenset({"negotiation", "discussion", "preparation", "negotiations"})


def find_force(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events by which instruments of a sentence come or are in force, or are still negotiated."""
    for token in sentence.tokens:
        if token.lower_ in FORCE and token.dep_ == "pobj" and token.head.lower_ in {"in", "into"}:
            yield from _in_force(token, sentence, scene)
        elif token.lower_ == "effect" and token.dep_ == "dobj" and token.head.lemma_ == "take":
            yield from _event(Event.IN_FORCE, token.head, frames.subjects(token.head), sentence, scene)
        elif (
            token.lower_ in {"effective", "operative"}
            and token.dep_ == "acomp"
            and token.head.lemma_ in {"be", "become"}
        ):
            yield from _event(Event.IN_FORCE, token.head, frames.subjects(token.head), sentence, scene)
        elif token.lower_ == "effective" and token.dep_ != "acomp":
            yield from _effective(token, sentence, scene)
        elif token.lemma_ == "apply":
            yield from _applied(token, sentence, scene)
        elif token.lower_ in _UNDER and token.dep_ == "pobj" and token.head.lower_ in {"under", "in"}:
            yield from _under(token, sentence, scene)
        elif token.lemma_ == "have" and token.pos_ in {"VERB", "AUX"}:
            yield from _has(token, sentence, scene)
        elif token.lemma_ == "be" and any(child.dep_ == "expl" for child in token.children):
            yield from _there_is(token, sentence, scene)


def _in_force(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    governor = noun.head.head
    if governor.lower_ == "were" or any(child.lower_ in {"though", "if"} for child in governor.children):
        return  # "as though it were in force"
    if governor.pos_ in {"VERB", "AUX"}:
        if governor.lemma_.lower() not in _COMING:
            return
        subjects = frames.subjects(governor) or _unsaid(governor, sentence)
        event = Event.PROVISIONALLY_APPLIED if _is_provisional(governor) else Event.IN_FORCE
        yield from _event(event, governor, subjects, sentence, scene)
    elif governor.lemma_.lower() in {"entry", "coming", "entrance", "entering"}:
        of = frames.after_preposition(governor, {"of"}) or frames.after_preposition(noun, {"of"})
        event = Event.PROVISIONALLY_APPLIED if _is_provisional(governor) else Event.IN_FORCE
        yield from _event(event, governor, of, sentence, scene)
    else:
        yield from _event(Event.IN_FORCE, governor, [governor], sentence, scene)


def _effective(token: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the treaty (signed 13 November 2006, effective 7 February 2008)”; a denunciation takes effect otherwise."""
    date = next((each for each in sentence.dates if 0 < each.start - sentence.offset(token) - 9 < 8), None)
    earlier = [each for each in triggers_of(sentence) if each.i < token.i]
    ending = earlier and (NOUNS.get(earlier[-1].lemma_.lower()) or _first_event(earlier[-1])) in _ENDING
    mention = last_instrument(token, sentence, scene)
    if date is None or ending or mention is None or mention.generic or not earlier:
        return
    instrument = Instrument(mention.filler(), token, mention)
    yield from claims_of_event(
        Event.IN_FORCE,
        instrument,
        token,
        sentence,
        scene,
        modality=Modality.ACTUAL,
        when=date.core,
        confidence=0.55,
    )


def _first_event(token: Token) -> Event | None:
    senses = VERBS.get(token.lemma_.lower())
    return senses[0].event if senses else None


def _unsaid(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """In a chronology the verb alone stands for its instrument: "2016 Enters into force"."""
    return (verb,) if verb.dep_ == "ROOT" and sentence.dates and sentence.dates[0].start == sentence.start else ()


def _is_provisional(token: Token) -> bool:
    return any(child.lower_ in _PROVISIONAL for child in token.children)


def _event(
    event: Event, token: Token, things: tuple[Token, ...] | list[Token], sentence: Sentence, scene: Scene
) -> Iterator[Draft]:
    for thing in things:
        instrument = _named_last(thing, sentence, scene) if thing == token else None
        instrument = instrument or instrument_of(thing, sentence, scene, sure=True)
        if instrument is None or (instrument.token != thing and not sentence.dates):
            continue
        if event is Event.IN_FORCE and _waits(token, sentence):
            remember(token, instrument, sentence, scene)
            continue
        yield from claims_of_event(event, instrument, token, sentence, scene)


def _named_last(token: Token, sentence: Sentence, scene: Scene) -> Instrument | None:
    return spoken_of_last(token, sentence, scene) if token.pos_ == "VERB" else None


def _waits(token: Token, sentence: Sentence) -> bool:
    """Whether an entry into force only waits for something: "takes effect once both have ratified"."""
    if token.tag_ in {"VBD", "VBN"} and not any(child.tag_ == "MD" for child in token.children):
        return False
    behind = [each for each in sentence.tokens[token.i + 1 : token.i + 14] if each.lower_ in _UPON]
    return bool(behind) and not any(
        date.start < sentence.offset(behind[0]) + 12 for date in sentence.dates if date.start > sentence.offset(token)
    )


def _applied(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“provisionally applied since July 2011”, “they apply it provisionally”, “it has applied since May”."""
    near = {child.lower_ for child in verb.children}
    if near & _PROVISIONAL or "basis" in {
        grandchild.lower_ for child in verb.children for grandchild in child.children
    }:
        before = noun_before(verb, sentence)
        things = (before,) if before is not None else frames.undergoers(verb) or frames.subjects(verb)
        yield from _event(Event.PROVISIONALLY_APPLIED, verb, things, sentence, scene)
    elif (
        not frames.is_passive(verb)
        and any(child.lower_ in {"from", "as", "since"} for child in verb.children)
        and scene.when_of(verb, sentence) is not None
    ):
        yield from _event(Event.IN_FORCE, verb, frames.subjects(verb), sentence, scene)


def _under(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“is under negotiation”, “an annex under discussion”."""
    governor = noun.head.head
    things = frames.subjects(governor) if governor.pos_ in {"VERB", "AUX"} else (governor,)
    if noun.head.lower_ == "in" and noun.lower_ != "preparation":
        return
    for thing in things:
        instrument = instrument_of(thing, sentence, scene, PACTS | DEALS)
        if instrument is not None:
            yield from claims_of_event(Event.NEGOTIATING, instrument, governor, sentence, scene)


def _has(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Manila has visiting-forces agreements with the United States and Australia”."""
    doers = actors_of(frames.subjects(verb), sentence, scene)
    for token in frames.objects(verb):
        if not doers or token.lemma_.lower() not in PACTS or token.head != verb:
            continue
        if not counterparts(token, sentence, scene) and not counterparts(verb, sentence, scene):
            continue
        instrument = instrument_of(token, sentence, scene, PACTS)
        if instrument is not None:
            yield from claims_of_event(Event.IN_FORCE, instrument, verb, sentence, scene, doers=doers, confidence=0.6)


def _there_is(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“there is no access agreement between Northmoor and Westhaven”."""
    for token in (child for child in verb.children if child.dep_ in {"attr", "dobj", "nsubj"}):
        denied = any(child.lower_ == "no" for child in token.children) and sentence.mention_of(token) is not None
        if denied or counterparts(token, sentence, scene):
            instrument = instrument_of(token, sentence, scene, PACTS)
            if instrument is not None:
                yield from claims_of_event(Event.IN_FORCE, instrument, verb, sentence, scene, confidence=0.6)
