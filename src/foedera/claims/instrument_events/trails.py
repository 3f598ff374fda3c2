"""Events whose instrument the parse does not show: "…, signed in May and in force since June", "signed, at Tampa, the pact"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of, spoken_of_last
from foedera.claims.instrument_events.parties import actors_of
from foedera.claims.instrument_events.triggers import FORCE, is_trigger, told_of, triggers_of
from foedera.claims.instrument_events.verbs import is_of_any
from foedera.claims.instrument_events.words import ABOUT, NOUNS, VERBS
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Modality

# Participles that stand beside an instrument and hardly beside anything else.
_PARTICIPLES = frozenset(
    """sign ink conclude initial adopt ratify amend revise renew prolong extend suspend terminate denounce repeal
    negotiate endorse enact apply""".split()
)
_AHEAD = frozenset("sign ink conclude initial ratify denounce adopt endorse renew award repeal negotiate".split())
_MADE = frozenset("sign ink conclude initial ratify".split())
_PASSED_OVER = frozenset({"ADV", "SPACE", "PUNCT", "AUX", "PART", "CCONJ", "DET", "PRON", "SCONJ"})
_REACH = 8  # tokens between an active verb and the instrument that its parse has lost


def find_trails(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events of a sentence that the parse alone leaves without instrument."""
    for token in triggers_of(sentence):
        if told_of(token, sentence, scene) is not None or is_of_any(token):
            continue
        event = _event_of(token)
        if event is None:
            continue
        instrument = _behind(token, sentence, scene) or _ahead(token, sentence, scene)
        if instrument is None:
            continue
        doers = (
            () if token.lower_ in FORCE or token.pos_ == "NOUN" else actors_of(frames.agents(token), sentence, scene)
        )
        if token.tag_ in {"VBD", "VB", "VBZ", "VBP"}:
            doers = actors_of(frames.doers(token), sentence, scene)
        yield from claims_of_event(event, instrument, token, sentence, scene, doers=doers, confidence=0.55)


def find_formal_steps(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“provisionally entered into force on 1 February 2019, formally on 1 January 2025”: the second step."""
    for token in sentence.tokens:
        if token.lower_ not in {"formally", "fully", "definitively", "finally"} or token.i < 2:
            continue
        date = next((each for each in sentence.dates if 0 < each.start - sentence.offset(token) < 20), None)
        earlier = [each for each in triggers_of(sentence) if each.i < token.i and each.lower_ in FORCE | {"applied"}]
        if date is None or not earlier or token.i + 1 >= len(sentence.tokens) or token.nbor(1).pos_ != "ADP":
            continue
        instrument = told_of(earlier[-1], sentence, scene)
        if instrument is not None:
            yield from claims_of_event(
                Event.IN_FORCE,
                instrument,
                token,
                sentence,
                scene,
                when=date.span,
                modality=Modality.ACTUAL,
                confidence=0.6,
            )


def _event_of(token: Token) -> Event | None:
    lemma = token.lemma_.lower()
    if token.lower_ in FORCE:
        near = {each.lower_ for each in token.doc[max(0, token.i - 4) : token.i]}
        return Event.PROVISIONALLY_APPLIED if "provisionally" in near else Event.IN_FORCE
    if token.lower_ == "done":
        return Event.SIGNED
    if lemma == "apply":
        near = {token.nbor(step).lower_ for step in (-2, -1, 1, 2) if 0 <= token.i + step < len(token.doc)}
        return Event.PROVISIONALLY_APPLIED if "provisionally" in near else None
    if token.pos_ == "NOUN":
        return NOUNS.get(lemma)
    return VERBS[lemma][0].event if lemma in _PARTICIPLES | _AHEAD else None


def _behind(token: Token, sentence: Sentence, scene: Scene) -> Instrument | None:
    """The instrument before a participle: its noun and a comma, or an event of the same noun and "and"."""
    if token.pos_ == "NOUN" and token.lower_ not in FORCE:
        return None
    if token.lower_ not in FORCE and token.tag_ != "VBN":
        return None
    at = token.i - (2 if token.lower_ in FORCE else 1)
    joined = False
    if token.lower_ in FORCE and at > 0 and sentence.tokens[at].lemma_ in {"enter", "come"}:
        at -= 1
    while at >= 0 and (sentence.tokens[at].pos_ in _PASSED_OVER or sentence.tokens[at].lower_ in {"in", "into"}):
        joined = joined or sentence.tokens[at].text in {",", "(", ")"} or sentence.tokens[at].pos_ == "CCONJ"
        at -= 1
    if at < 0:
        return spoken_of_last(token, sentence, scene) if sentence.dates and token.lower_ != "done" else None
    mention = sentence.mention_of(sentence.tokens[at])
    if mention is not None and mention.kind is EntityKind.INSTRUMENT:
        return _instrument(mention, sentence, sentence.tokens[at])
    if not joined:
        return None
    return _of_earlier(token, at, sentence, scene) or _named_before(token, sentence)


def _named_before(token: Token, sentence: Sentence) -> Instrument | None:
    """The instrument named last before "…, signed by the two", where other names stand between."""
    if token.lemma_.lower() not in _MADE:
        return None
    named = [
        mention
        for mention in sentence.mentions
        if mention.kind is EntityKind.INSTRUMENT and mention.end <= sentence.offset(token)
    ]
    return _instrument(named[-1], sentence, token) if named else None


def _instrument(mention: Mention, sentence: Sentence, token: Token) -> Instrument:
    root = sentence.root_of(mention.start, mention.end) or token
    return Instrument(mention.filler(), root, mention)


def _of_earlier(token: Token, at: int, sentence: Sentence, scene: Scene) -> Instrument | None:
    """What the event before told of, if nothing but dates, places and parties stand between the two."""
    for earlier in reversed([each for each in triggers_of(sentence) if each.i <= at]):
        found = told_of(earlier, sentence, scene)
        between = sentence.tokens[earlier.i + 1 : token.i]
        if any(each.dep_ in {"nsubj", "nsubjpass"} and each.pos_ != "PRON" for each in between):
            return None
        if found is not None:
            return found
    return None


def _ahead(token: Token, sentence: Sentence, scene: Scene) -> Instrument | None:
    """The instrument soon after an active verb, or after the "of" of a noun, with a date or place thrown between."""
    lemma = token.lemma_.lower()
    active = (
        token.tag_ in {"VBD", "VBZ", "VBP", "VB", "VBG", "VBN"} and lemma in _AHEAD and not frames.is_passive(token)
    )
    noun = token.pos_ == "NOUN" and lemma in NOUNS
    if not active and not noun:
        return None
    opened = active
    for other in sentence.tokens[token.i + 1 : token.i + 1 + _REACH]:
        if is_trigger(other) or (other.pos_ in {"VERB", "AUX"} and other.tag_ != "VBG" and other.ent_type_ == ""):
            return None
        if noun and other.lower_ in ABOUT.get(NOUNS[lemma], frozenset({"of"})):
            opened = True
        if opened and other.pos_ in {"NOUN", "PROPN"} and other.dep_ != "compound":
            found = instrument_of(other, sentence, scene, sure=lemma in {"sign", "ratify"})
            if found is not None and found.token == other:
                return found
            if noun:
                return None
    return None
