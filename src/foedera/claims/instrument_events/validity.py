"""How long an instrument holds: "runs until 2029", "is valid through 2034", "comes to an end on 31 December", "falls away"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.dates import DateMention, DateSense
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of, is_indefinite
from foedera.claims.instrument_events.triggers import FORCE
from foedera.claims.instrument_events.words import ANY
from foedera.claims.modality import modality_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import Event, Modality
from foedera.model.time import Span

_RUNNING = frozenset("run last hold".split())
_STAYING = frozenset("remain stay be continue".split())
_VALID = frozenset({"valid", "effective", "operative", "binding"})
_UNTIL = frozenset("until till through to beyond past".split())
_ENDING = frozenset("end finish".split())
# "the validity of which comes to an end", "its term ends": what an instrument has, and loses.
_TERMS = frozenset("validity term life lifetime duration".split())


def find_validity(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events by which a sentence says until when an instrument holds, or that it ends."""
    for verb in sentence.tokens:
        if verb.tag_ == "NNS" and verb.dep_ == "ROOT":
            yield from _taken_for_noun(verb, sentence, scene)
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        if _runs(verb):
            yield from _until(verb, frames.subjects(verb), sentence, scene)
        elif _ends(verb):
            yield from _ended(verb, frames.subjects(verb), sentence, scene)
        elif verb.lemma_.lower() in {"bring", "put"}:
            yield from _brought_to_an_end(verb, sentence, scene)


def _taken_for_noun(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The protocol runs until 2029”, “the lease lapses in May”, where the parse makes one noun of both words."""
    subject = tuple(child for child in verb.children if child.dep_ == "compound")[-1:]
    if verb.lower_ == "runs":
        yield from _until(verb, subject, sentence, scene)
    elif verb.lower_ in {"lapses", "expires", "ends"}:
        yield from _ended(verb, subject, sentence, scene)


def _runs(verb: Token) -> bool:
    """Whether a verb says that something goes on holding: "runs", "remains valid", "stays in force"."""
    if verb.lemma_.lower() in _RUNNING:
        return not frames.objects(verb)
    if verb.lemma_.lower() not in _STAYING:
        return False
    told = {child.lower_ for child in verb.children if child.dep_ in {"acomp", "oprd"}}
    told |= {noun.lower_ for noun in frames.after_preposition(verb, {"in"})} & FORCE
    return bool(told & (_VALID | FORCE))


def _until(verb: Token, subjects: tuple[Token, ...], sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The licence runs until 2029”: in force up to then; “will now run to mid-2027”: prolonged."""
    date = next(
        (each for each in sentence.dates if each.start > sentence.offset(verb) and _is_limit(each, sentence)), None
    )
    if date is None:
        return
    now = any(child.lower_ in {"now", "instead"} for child in verb.children)
    for instrument in _things(subjects, sentence, scene):
        yield from claims_of_event(
            Event.EXTENDED if now else Event.IN_FORCE,
            instrument,
            verb,
            sentence,
            scene,
            modality=Modality.ACTUAL if now or modality_of(verb) is Modality.PLANNED else None,
            when=_up_to(date),
            confidence=0.6,
        )


def _is_limit(date: DateMention, sentence: Sentence) -> bool:
    before = sentence.text[: date.start - sentence.start].split()
    return date.sense is DateSense.UNTIL or (bool(before) and before[-1].casefold() in _UNTIL)


def _up_to(date: DateMention) -> Span:
    return date.span if date.sense is DateSense.UNTIL else Span.parse(f"../{date.core}")


def _ends(verb: Token) -> bool:
    """Whether a verb says that its subject ends: "ends on 31 December", "comes to an end", "falls away"."""
    lemma = verb.lemma_.lower()
    if lemma in _ENDING:
        return not frames.objects(verb) and not frames.is_passive(verb)
    if lemma in {"come", "draw"}:
        return any(noun.lower_ in {"end", "close"} for noun in frames.after_preposition(verb, {"to"}))
    return lemma in {"fall", "drop"} and any(child.lower_ in {"away", "out", "off"} for child in verb.children)


def _ended(verb: Token, subjects: tuple[Token, ...], sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    for instrument in _things(subjects, sentence, scene):
        yield from claims_of_event(Event.TERMINATED, instrument, verb, sentence, scene, confidence=0.6)


def _brought_to_an_end(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The resolution brings the mandate to an end on 31 December”."""
    if not any(noun.lower_ == "end" for noun in frames.after_preposition(verb, {"to"})):
        return
    for instrument in _things(frames.undergoers(verb), sentence, scene):
        yield from claims_of_event(Event.TERMINATED, instrument, verb, sentence, scene, confidence=0.6)


def _things(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> Iterator[Instrument]:
    """The instruments that the tokens stand for; "the validity of which" is its instrument's."""
    for token in tokens:
        if token.lemma_.lower() in _TERMS:
            of = frames.after_preposition(token, {"of"}) or tuple(c for c in token.children if c.dep_ == "poss")
            yield from _things(of[:1], sentence, scene)
            continue
        instrument = instrument_of(token, sentence, scene, ANY, sure=True)
        if instrument is not None and not is_indefinite(instrument):
            yield instrument
