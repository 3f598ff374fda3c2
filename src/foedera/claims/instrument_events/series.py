"""More of the same: "amended in 2016 and again in 2021", "signed three texts: a pact, …", "followed by an accord in 2023"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of
from foedera.claims.instrument_events.parties import actors_of, is_party
from foedera.claims.instrument_events.triggers import told_of, triggers_of
from foedera.claims.instrument_events.words import NOUNS, PACTS, VERBS
from foedera.claims.mentions import Mention
from foedera.claims.modality import modality_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Kind

_FOLLOWING = frozenset({"follow"})
_SEVERAL = frozenset("document agreement text instrument memorandum memoranda accord pact arrangement paper".split())


def find_series(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events of a sentence that repeat or continue one that it has told."""
    for token in triggers_of(sentence):
        instrument = told_of(token, sentence, scene)
        event = _event(token)
        if instrument is None or event is None:
            continue
        yield from _again(token, instrument, event, sentence, scene)
        yield from _gapped(token, instrument, event, sentence, scene)
        yield from _listed(token, instrument, event, sentence, scene)
        yield from _followed(token, event, sentence, scene)


def _event(token: Token) -> Event | None:
    lemma = token.lemma_.lower()
    return VERBS[lemma][0].event if lemma in VERBS else NOUNS.get(lemma)


def _again(token: Token, instrument: Instrument, event: Event, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“amended in 2016 and again in 2021”: the second time."""
    for again in sentence.tokens[token.i + 1 :]:
        if again.lower_ != "again" or again.nbor(-1).lower_ not in {"and", ","}:
            continue
        date = next((each for each in sentence.dates if 0 < each.start - sentence.offset(again) < 25), None)
        between = [each for each in triggers_of(sentence) if token.i < each.i < again.i]
        if date is not None and not between:
            yield from claims_of_event(event, instrument, token, sentence, scene, when=date.span, confidence=0.65)
        return


def _gapped(token: Token, instrument: Instrument, event: Event, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Japan ratified the convention in 2019 and Italy in 2021”: the second party and date."""
    own = [date for date in sentence.dates if date.start > sentence.offset(token)]
    if not own or (event is not Event.RATIFIED and event is not Event.TERMINATED):
        return
    after = own[0].end
    for mention in sentence.mentions:
        before = sentence.text[: mention.start - sentence.start].rstrip()
        date = next((each for each in own[1:] if 0 < each.start - mention.end <= len(" in early ")), None)
        joined = before.endswith((" and", ",", ";", " and the", ", the"))
        between = [each for each in triggers_of(sentence) if after <= sentence.offset(each) < mention.start]
        if mention.start < after or date is None or not is_party(mention) or not joined or between:
            continue
        gap = sentence.text[mention.end - sentence.start : date.start - sentence.start].strip()
        if gap in {"in", "on", "", "in early", "in late"}:
            yield draft(
                Kind.INSTRUMENT_EVENT,
                (mention.start, date.end),
                instrument=instrument.filler,
                event=event,
                party=mention.filler(),
                when=date.core,
                confidence=0.6,
            )


def _listed(token: Token, whole: Instrument, event: Event, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“signed three documents: a memorandum on training, a letter of intent and an arrangement”: each of them."""
    if whole.token.lemma_.lower() not in _SEVERAL or not whole.several:
        return
    colon = next((each for each in sentence.tokens[token.i :] if each.text == ":"), None)
    if colon is None:
        return
    doers = actors_of(frames.doers(token), sentence, scene)
    for mention in sentence.mentions:
        if mention.kind is not EntityKind.INSTRUMENT or mention.start < sentence.offset(colon):
            continue
        part = _instrument(mention, sentence, scene)
        if part is not None:
            yield from claims_of_event(
                event, part, token, sentence, scene, doers=doers, modality=modality_of(token), confidence=0.6
            )


def _instrument(mention: Mention, sentence: Sentence, scene: Scene) -> Instrument | None:
    root = sentence.root_of(mention.start, mention.end)
    return instrument_of(root, sentence, scene, PACTS, sure=True) if root is not None else None


def _followed(token: Token, event: Event, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“… was signed in 2017, followed by a Reciprocal Access Agreement in January 2023”."""
    for verb in sentence.tokens[token.i + 1 :]:
        if verb.lemma_.lower() not in _FOLLOWING or verb.tag_ != "VBN":
            continue
        for thing in frames.agents(verb):
            part = instrument_of(thing, sentence, scene, PACTS)
            date = sentence.date_after(verb)
            if part is not None and date is not None:
                doers = actors_of(frames.doers(token), sentence, scene)
                yield from claims_of_event(
                    event, part, verb, sentence, scene, doers=doers, when=date.core, confidence=0.55
                )
        return
