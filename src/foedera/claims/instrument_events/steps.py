"""One party's formal steps: "deposited its instrument of accession", "served notice to quit", "Poland's withdrawal became
effective", "notified its approval", "no notice from Finland had reached the Depositary"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import PAPERS, claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of, spoken_of_last
from foedera.claims.instrument_events.parties import actors_of, distinct
from foedera.claims.instrument_events.triggers import remember
from foedera.claims.instrument_events.verbs import is_of_any
from foedera.claims.instrument_events.words import PACTS
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import Event, Modality, Polarity

# source: general knowledge of the law of treaties (Vienna Convention, Part II section 1 and Articles 54 to 68, 76 to 78)
_BINDING = frozenset("ratification accession acceptance approval adherence consent".split())
_LEAVING = frozenset("withdrawal denunciation termination exit departure".split())
# What is handed in, and by which verbs; what then happens to it.
_HANDING = frozenset("deposit lodge submit hand give serve send deliver file present transmit notify table".split())
_ARRIVING = frozenset("reach arrive follow receive deposit lodge register record come have".split())
# "has notified the completion of its internal procedures", "that its constitutional requirements have been met".
_PROCEDURES = frozenset("procedure requirement formality step".split())
_TELLING = frozenset("notify inform communicate report confirm declare announce".split())
_ENTERING = frozenset({"effect", "force"})


def find_steps(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The steps by which single parties bind themselves to an instrument of the sentence, or leave it."""
    for noun in sentence.tokens:
        lemma = noun.lemma_.lower()
        if noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        if lemma in _LEAVING:
            yield from _left(noun, sentence, scene)
        elif lemma in PAPERS:
            yield from _handed_in(noun, sentence, scene)
        elif lemma in _BINDING | _PROCEDURES:
            yield from _notified(noun, sentence, scene)


def _left(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Poland's denunciation became effective on 20 February”, “the withdrawal takes effect in January”."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_.lower() == "vote":
        doers = actors_of(frames.doers(verb.head), sentence, scene)
        yield from _step(Event.TERMINATED, noun, verb.head, doers, sentence, scene, Modality.PLANNED)
    if noun.dep_ not in {"nsubj", "nsubjpass"} or not _takes_effect(verb):
        return
    yield from _step(Event.TERMINATED, noun, verb, _owners(noun, sentence, scene), sentence, scene)


def _takes_effect(verb: Token) -> bool:
    children = {child.lower_ for child in verb.children if child.dep_ in {"acomp", "dobj"}}
    if verb.lemma_.lower() in {"be", "become", "take"} and children & {"effective", "effect"}:
        return True
    return verb.lemma_.lower() in {"enter", "come", "go"} and any(
        each.lower_ in _ENTERING for each in frames.after_preposition(verb, {"into"})
    )


def _handed_in(paper: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“deposited its instrument of accession”, “served notice to quit”, “Denmark's instrument followed in February”."""
    event = _purpose(paper)
    if event is None:
        return
    verb = paper.head
    done = paper.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in _HANDING | _ARRIVING
    came = paper.dep_ == "nsubj" and verb.lemma_.lower() in _ARRIVING
    if not (done or came) or verb.lemma_.lower() == "have" or verb.tag_ == "VBG" or is_of_any(verb):
        return
    doers = _owners(paper, sentence, scene)
    if done and verb.lemma_.lower() in _HANDING:
        doers = doers or actors_of(frames.doers(verb), sentence, scene)
    if not doers:
        return
    yield from _step(event, paper, verb, doers, sentence, scene)


def _purpose(paper: Token) -> Event | None:
    """What a paper is for: an instrument binds, notice ends; "instrument of", "notice of", "notice to" say more."""
    of = {noun.lemma_.lower() for noun in frames.after_preposition(paper, {"of"})}
    of |= {child.lemma_.lower() for child in paper.children if child.dep_ in {"compound", "acl"}}
    if of & (_LEAVING | {"quit", "leave", "withdraw", "denounce", "terminate"}):
        return Event.TERMINATED
    if of & _BINDING:
        return Event.RATIFIED
    bare = not [child for child in paper.children if child.dep_ in {"prep", "acl", "amod"} and child.lower_ != "such"]
    owned = any(child.dep_ == "poss" for child in paper.children)
    if paper.lemma_.lower() == "instrument" and bare and owned:
        return Event.RATIFIED
    if paper.lemma_.lower() == "notice" and paper.head.lemma_.lower() in {"give", "serve"} and paper.dep_ == "dobj":
        return Event.TERMINATED if bare else None
    return None


def _notified(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Paraguay notified its approval”, “informed the depositary that its constitutional requirements had been met”."""
    verb = noun.head
    if noun.lemma_.lower() in _PROCEDURES:
        while verb.lemma_.lower() not in _TELLING and verb.head != verb:
            if verb.lemma_.lower() not in {"completion", "of", "meet", "complete", "fulfil", "fulfill", "fulfilment"}:
                return
            verb = verb.head
        if not any(child.lower_ in _OWN for child in noun.children):
            return
    elif noun.dep_ != "dobj" or not any(child.dep_ == "poss" for child in noun.children):
        return
    if verb.lemma_.lower() not in _TELLING or verb.lemma_.lower() == "announce":
        return
    doers = actors_of(frames.doers(verb), sentence, scene)
    if doers:
        yield from _step(Event.RATIFIED, noun, verb, doers, sentence, scene)


_OWN = frozenset("its their internal domestic constitutional national parliamentary legal".split())


def _owners(noun: Token, sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """Whose step it is: "Poland's withdrawal", "notice of withdrawal from Latvia", "notice by the Parties"."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    held = [noun, *frames.after_preposition(noun, {"of"})]
    behind = [each for holder in held for each in frames.after_preposition(holder, {"by", "from"})]
    named = [each for each in behind if (own := sentence.mention_of(each)) is not None and own.kind in STATELIKE]
    return distinct(actors_of([*owners, *named], sentence, scene))


def _step(
    event: Event,
    noun: Token,
    verb: Token,
    doers: tuple[Mention, ...],
    sentence: Sentence,
    scene: Scene,
    told: Modality | None = None,
) -> Iterator[Draft]:
    instrument = _instrument(noun, sentence, scene)
    if instrument is None:
        return
    for inner in noun.subtree:
        if inner.lemma_.lower() in _BINDING | _LEAVING and inner != noun:
            remember(inner, instrument, sentence, scene)
    modality, given = told or modality_of(verb), polarity_of(verb) is Polarity.AFFIRMED
    if event is Event.TERMINATED and noun.lemma_.lower() in PAPERS and modality is Modality.ACTUAL and given:
        modality = Modality.PLANNED  # notice is given: the end is still to come
    yield from claims_of_event(event, instrument, verb, sentence, scene, doers=doers, modality=modality, confidence=0.7)


def _instrument(noun: Token, sentence: Sentence, scene: Scene) -> Instrument | None:
    """What the step is towards: named behind it, else the instrument spoken of last."""
    held = [noun, *frames.after_preposition(noun, {"of"})]
    for each in (thing for holder in held for thing in frames.after_preposition(holder, {"of", "from", "to"})):
        found = instrument_of(each, sentence, scene, PACTS, sure=True)
        if found is not None:
            return found
    return spoken_of_last(noun, sentence, scene)
