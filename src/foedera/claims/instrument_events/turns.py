"""More turns of phrase for an instrument's events: "let the pact lapse", "entered into with", "went live", "is not a party to"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of, last_instrument, spoken_of_last
from foedera.claims.instrument_events.parties import actors_of, counterparts
from foedera.claims.instrument_events.triggers import remember, told_of
from foedera.claims.instrument_events.verbs import words_of_parliament
from foedera.claims.instrument_events.words import ANY, DEALS, PACTS
from foedera.claims.mentions import Mention
from foedera.claims.modality import polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Modality, Polarity

Turn = tuple[Event, "tuple[Token, ...]", "tuple[Token, ...]"]

_LAPSING = frozenset({"lapse", "expire", "die", "drop"})
_LIVE = frozenset({"live", "operational"})
_HOUSES = frozenset("stage reading committee floor table agenda".split())


def find_turns(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events that turns of phrase of a sentence say."""
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"} or told_of(verb, sentence, scene) is not None:
            continue
        for event, things, doers in _turns(verb):
            for thing in things:
                instrument = instrument_of(thing, sentence, scene, ANY)
                if instrument is not None:
                    yield from claims_of_event(
                        event,
                        instrument,
                        verb,
                        sentence,
                        scene,
                        doers=actors_of(doers, sentence, scene),
                        confidence=0.6,
                    )
        lemma = verb.lemma_.lower()
        if lemma in {"be", "remain", "stay", "become"}:
            yield from _belonging(verb, sentence, scene)
            yield from _unsigned(verb, sentence, scene)
        elif lemma == "have":
            yield from _has_one(verb, sentence, scene)
        elif lemma == "cease" and verb.i == 0:
            yield from _ceased(verb, sentence, scene)
        elif lemma == "exist":
            yield from _exists(verb, sentence, scene)
        elif lemma == "give":
            yield from _blessed(verb, sentence, scene)


def _turns(verb: Token) -> Iterator[Turn]:
    """What a turn of phrase says: the event, the nouns that may be the instrument, who does it."""
    lemma = verb.lemma_.lower()
    particles = {child.lower_ for child in verb.children if child.dep_ in {"prt", "prep", "advmod", "acomp"}}
    doers = frames.doers(verb)
    if lemma == "enter" and frames.is_passive(verb) and "into" in particles:  # "was entered into with Northmoor"
        yield Event.AGREED, frames.subjects(verb), frames.agents(verb)
    elif lemma == "let":
        for inner in verb.subtree:
            if inner.lemma_.lower() in _LAPSING and inner.i > verb.i:
                yield Event.TERMINATED, _let_go(inner, verb), doers
    elif lemma == "put" and "paper" in _behind(verb, "on"):
        yield Event.AGREED, frames.undergoers(verb), doers
    elif lemma == "bring" and "date" in _behind(verb, "to"):
        yield Event.AMENDED, frames.undergoers(verb), doers
    elif lemma == "give" and any(child.lower_ == "interim" for noun in frames.objects(verb) for child in noun.children):
        yield Event.PROVISIONALLY_APPLIED, frames.subjects(verb), frames.agents(verb)
    elif lemma == "apply" and {"basis"} & _behind(verb, "on") and _is_interim(verb):
        yield Event.PROVISIONALLY_APPLIED, frames.undergoers(verb) or frames.subjects(verb), ()
    elif lemma == "go" and particles & _LIVE:
        yield Event.IN_FORCE, frames.subjects(verb), ()
    elif lemma == "be" and "applicable" in particles:
        yield Event.IN_FORCE, frames.subjects(verb), ()
    elif lemma == "continue" and frames.is_passive(verb) and "until" in particles:
        yield Event.EXTENDED, frames.subjects(verb), frames.agents(verb)
    elif lemma == "go" and any(child.lower_ == "to" for child in verb.children):
        contracts = tuple(each for each in frames.subjects(verb) if each.lemma_.lower() in {"contract", "order"})
        yield Event.SIGNED, contracts, frames.after_preposition(verb, {"to"})
    elif lemma == "shake" and "hand" in {each.lemma_.lower() for each in frames.objects(verb)}:
        yield Event.AGREED, frames.after_preposition(verb, {"on", "over"}), doers
    elif lemma == "be" and _behind(verb, "on") & _HOUSES:  # "the bill is on second reading"
        yield Event.PROPOSED, tuple(each for each in frames.subjects(verb) if each.lemma_.lower() == "bill"), ()


def _behind(verb: Token, preposition: str) -> set[str]:
    return {noun.lemma_.lower() for noun in frames.after_preposition(verb, {preposition})}


def _is_interim(verb: Token) -> bool:
    words = {child.lower_ for noun in frames.after_preposition(verb, {"on"}) for child in noun.children}
    return bool(words & {"interim", "provisional", "temporary"})


def _let_go(inner: Token, verb: Token) -> tuple[Token, ...]:
    """What one lets lapse, whatever the parse made of "lapse"."""
    if inner.pos_ == "NOUN":  # "let their radar pact lapse", read as one noun
        return tuple(child for child in inner.children if child.dep_ == "compound")[-1:]
    return frames.own_subjects(inner) or frames.objects(verb)


def _belonging(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Westhaven is not a party to the treaty”, “has been a Party since 1999”: bound, or not even signed."""
    nouns = [
        child for child in verb.children if child.dep_ == "attr" and child.lemma_.lower() in {"party", "signatory"}
    ]
    if not nouns:
        return
    things = frames.after_preposition(nouns[0], {"to", "of"}) or frames.after_preposition(verb, {"to"})
    found = (instrument_of(each, sentence, scene, PACTS, sure=True) for each in things)
    instrument = next((each for each in found if each is not None), None)
    if instrument is None and not things:
        instrument = spoken_of_last(nouns[0], sentence, scene)
    doers = actors_of(frames.own_subjects(verb), sentence, scene)
    if instrument is None or not doers:
        return
    denied = polarity_of(verb) is Polarity.DENIED
    signed = denied or nouns[0].lemma_.lower() == "signatory"
    if not denied and not sentence.dates:
        return
    since = sentence.date_after(verb)
    yield from claims_of_event(
        Event.SIGNED if signed else Event.IN_FORCE,
        instrument,
        verb,
        sentence,
        scene,
        doers=doers,
        when=since.span if since is not None and not denied else None,
        confidence=0.55,
    )


def _unsigned(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The offset agreement remains unsigned”."""
    states = {child.lower_ for child in verb.children if child.dep_ in {"acomp", "oprd"}}
    for word, event in (("unsigned", Event.SIGNED), ("unratified", Event.RATIFIED), ("unamended", Event.AMENDED)):
        for thing in frames.subjects(verb) if word in states else ():
            instrument = instrument_of(thing, sentence, scene, ANY, sure=True)
            if instrument is not None:
                yield from claims_of_event(
                    event,
                    instrument,
                    verb,
                    sentence,
                    scene,
                    modality=Modality.ACTUAL,
                    polarity=Polarity.DENIED,
                    confidence=0.6,
                )


def _has_one(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Northmoor has had one since 2006, Westhaven none”: the instrument spoken of last, with its other side."""
    for token in frames.objects(verb):
        if token.lower_ not in {"one", "none"} or token.head != verb or frames.after_preposition(token, {"of"}):
            continue
        mention = last_instrument(token, sentence, scene) or _described_last(sentence, scene)
        own = [child for child in token.children if child.dep_ == "compound" and token.lower_ == "none"]
        doers = actors_of(own or frames.own_subjects(verb), sentence, scene)
        if mention is None or not doers:
            continue
        date = sentence.date_after(token)
        yield from claims_of_event(
            Event.IN_FORCE,
            Instrument(mention.filler(), token, mention),
            verb,
            sentence,
            scene,
            doers=(*doers, *_other_side(mention, scene)),
            modality=Modality.ACTUAL,
            polarity=Polarity.DENIED if token.lower_ == "none" else Polarity.AFFIRMED,
            when=date.span if date is not None and token.lower_ == "one" else None,
            confidence=0.55,
        )


def _ceased(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Ceased to have effect on 4 June”, in an entry that named its instrument before."""
    instrument = spoken_of_last(verb, sentence, scene)
    if instrument is not None and sentence.dates:
        yield from claims_of_event(Event.TERMINATED, instrument, verb, sentence, scene, confidence=0.6)


def _described_last(sentence: Sentence, scene: Scene) -> Mention | None:
    """What the sentence before said something was: “A humbler door is an arrangement with the agency”."""
    before = next(iter(scene.reading.before(sentence)), None)
    named = [each for each in before.mentions if each.kind is EntityKind.INSTRUMENT] if before is not None else []
    return named[-1] if named else None


def _other_side(mention: Mention, scene: Scene) -> tuple[Mention, ...]:
    """With whom an instrument was said to be where it was named."""
    for sentence in scene.reading.sentences:
        if sentence.start <= mention.start < sentence.end:
            root = sentence.root_of(mention.start, mention.end)
            return counterparts(root, sentence, scene) if root is not None else ()
    return ()


def _exists(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“No contract exists yet”: not signed; an instrument that exists is in force."""
    for thing in frames.subjects(verb):
        if not any(child.lower_ == "no" for child in thing.children) and polarity_of(verb) is not Polarity.DENIED:
            continue
        instrument = instrument_of(thing, sentence, scene, PACTS | DEALS)
        if instrument is not None:
            event = Event.SIGNED if thing.lemma_.lower() in DEALS else Event.IN_FORCE
            yield from claims_of_event(
                event,
                instrument,
                verb,
                sentence,
                scene,
                modality=Modality.ACTUAL,
                polarity=Polarity.DENIED,
                confidence=0.6,
            )


def _blessed(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The Storting gave its blessing on 11 June”: to the instrument spoken of last."""
    nouns = {child.lemma_.lower(): child for child in frames.objects(verb)}
    green = "light" in nouns and any(child.lower_ == "green" for child in nouns["light"].children)
    if not green and not nouns.keys() & {"blessing", "consent", "approval", "assent", "nod"}:
        return
    doers = actors_of(frames.doers(verb), sentence, scene)
    things = [each for holder in (verb, *nouns.values()) for each in frames.after_preposition(holder, {"to", "for"})]
    instrument = next(
        (found for each in things if (found := instrument_of(each, sentence, scene, ANY, sure=True)) is not None), None
    )
    parliament = words_of_parliament(verb, doers)
    if instrument is None and not things and parliament:
        instrument = spoken_of_last(verb, sentence, scene)
    if instrument is None:
        return
    for inner in nouns.values():
        remember(inner, instrument, sentence, scene)
    event = Event.RATIFIED if parliament else Event.AGREED
    yield from claims_of_event(event, instrument, verb, sentence, scene, doers=doers, confidence=0.6)
