"""What is said to become of an event that a noun names: "signature is foreseen in May", "ratification is still outstanding"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import spoken_of_last
from foedera.claims.instrument_events.parties import actors_of
from foedera.claims.instrument_events.triggers import remember, told_of
from foedera.claims.instrument_events.words import PARLIAMENTS
from foedera.claims.modality import PLANNING, modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import Event, Modality, Polarity

_FORESEEING = PLANNING | frozenset("foresee anticipate pencil envisage target time await bill tip".split())
_COMING = frozenset({"due", "imminent", "planned", "expected", "scheduled", "forthcoming", "ahead"})
_LACKING = frozenset({"outstanding", "pending", "lacking", "missing", "awaited", "absent", "overdue", "wanting"})
_HAPPENING = frozenset("take follow occur happen come".split())
_NEEDING = frozenset({"need", "require", "necessitate"})
_SIGNING = frozenset({"signature", "signing", "countersignature"})
_APPROVING = frozenset({"ratification", "approval", "assent", "consent", "vote"})
_CONCLUDING = frozenset({"conclusion", "initialling"})


def outlook_of(noun: Token) -> tuple[Modality, Polarity]:
    """Whether what a noun names has happened, is to happen or is still missing, told by the verb over it."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in {"VERB", "AUX"}:
        return modality_of(noun), polarity_of(noun)
    told = {child.lower_ for child in verb.children if child.i > noun.i} | {verb.lower_}
    if told & _LACKING:
        return Modality.ACTUAL, Polarity.DENIED
    modality, polarity = modality_of(verb), polarity_of(verb)
    if modality is Modality.ACTUAL and (_is_foreseen(verb) or told & _COMING):
        modality = Modality.PLANNED
    return modality, polarity


def _is_foreseen(verb: Token) -> bool:
    return verb.lemma_.lower() in _FORESEEING and frames.is_passive(verb)


def find_outlooks(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events of which a sentence tells by a bare noun; their instrument is the one spoken of last."""
    for noun in sentence.tokens:
        event = _event_of(noun)
        if event is None or told_of(noun, sentence, scene) is not None or not _is_bare(noun):
            continue
        modality, polarity = outlook_of(noun)
        verb = noun.head
        if verb.lemma_.lower() in _NEEDING:
            continue  # "ratification is not needed for it"
        held = verb.lemma_.lower() in _HAPPENING and (bool(sentence.dates) or modality is not Modality.ACTUAL)
        if not (held or polarity is Polarity.DENIED or _is_foreseen(verb) or modality is Modality.PLANNED):
            continue
        instrument = spoken_of_last(noun, sentence, scene)
        if instrument is None:
            continue
        remember(noun, instrument, sentence, scene)
        owners = [child for child in noun.children if child.dep_ in {"poss", "compound", "amod"}]
        owners += frames.after_preposition(noun, {"by"})
        yield from claims_of_event(
            event,
            instrument,
            verb,
            sentence,
            scene,
            doers=actors_of(owners, sentence, scene),
            modality=modality,
            polarity=polarity,
            confidence=0.6,
        )
    yield from _pending(sentence, scene)


def _event_of(noun: Token) -> Event | None:
    """The event that a noun names where it stands as the subject."""
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = noun.lemma_.lower()
    if lemma in _SIGNING:
        return Event.SIGNED
    if lemma in _CONCLUDING:
        return Event.AGREED
    if lemma == "ratification" or (lemma in _APPROVING and _is_of_parliament(noun)):
        return Event.RATIFIED
    return None


def _is_of_parliament(noun: Token) -> bool:
    return bool({each.lower_ for each in noun.subtree} & (PARLIAMENTS | {"parliamentary", "legislative"}))


def _is_bare(noun: Token) -> bool:
    """Whether nothing behind the noun says of what: "signature is foreseen", but not "signature of the pact"."""
    return not any(
        child.dep_ == "prep" and child.lower_ in {"of", "to"} for child in noun.children
    ) or _is_of_parliament(noun)


# Telegraphic lines: "Senate approval pending", "Netherlands note: pending", "ratification still outstanding".
_PENDING = re.compile(
    r"\b(?P<what>approval|ratification|signature|consent|assent|vote|note|notification|instrument)s?"
    r"(?: by [^,;:.]{3,40})?\s*(?::|–|—|-|\()?\s*(?:still |yet )?(?:pending|awaited|outstanding|lacking|missing)\b",
    re.IGNORECASE,
)


def _pending(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    for match in _PENDING.finditer(sentence.text):
        noun = sentence.token_at(sentence.start + match.start("what"))
        if noun is None or told_of(noun, sentence, scene) is not None:
            continue
        instrument = spoken_of_last(noun, sentence, scene)
        if instrument is None:
            continue
        before = [each for each in sentence.mentions if 0 <= sentence.start + match.start() - each.end <= 1]
        owners = [root for each in before if (root := sentence.root_of(each.start, each.end)) is not None]
        event = Event.SIGNED if match["what"].casefold().startswith("signature") else Event.RATIFIED
        yield from claims_of_event(
            event,
            instrument,
            noun,
            sentence,
            scene,
            doers=actors_of(owners, sentence, scene),
            modality=Modality.ACTUAL,
            polarity=Polarity.DENIED,
            confidence=0.55,
        )
