"""Events in headlines, which drop their articles so that a parse of them fails: "Oslo, Ottawa ink icebreaker pact"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.parties import distinct, fillers, is_party, named_in
from foedera.claims.instrument_events.triggers import told_of
from foedera.claims.instrument_events.words import DEALS, DESCRIBING, PACTS
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Kind, Modality
from foedera.names import slug

_EVENTS = {
    Event.SIGNED: r"signs?|inks?",
    Event.AGREED: r"seals?|clinch(?:es)?|concludes?|reach(?:es)?|strikes?|initials?",
    Event.RATIFIED: r"ratif(?:y|ies)",
    Event.EXTENDED: r"renews?|extends?|prolongs?",
    Event.SUSPENDED: r"suspends?|freezes?|shelves?",
    Event.TERMINATED: r"quits?|scraps?|denounces?|terminates?",
    Event.NEGOTIATING: r"negotiates?",
}
_VERB = re.compile(
    r"(?P<coming> to)? (?:" + "|".join(f"(?P<{event.name}>{words})" for event, words in _EVENTS.items()) + r") (?=\S)"
)
_LONGEST = 110  # characters
_MADE = frozenset(PACTS | DEALS) - {"principle", "text", "letter", "instrument", "code", "order", "offset", "option"}
_FARTHEST = 6  # words between the verb and the noun of the instrument
_SUM = re.compile(r"[$€£\d]|(?:billion|million|bn|m|year)\b")


def find_headlines(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The event of a heading or a line without a full stop: who, verb, instrument."""
    text = sentence.text.rstrip()
    verb = _VERB.search(text)
    if verb is None or len(text) > _LONGEST or text.endswith((".", "!", "?", ":", ";", ",")):
        return
    token = sentence.token_at(sentence.start + verb.start() + verb.group().rstrip().rfind(" ") + 1)
    if token is not None and told_of(token, sentence, scene) is not None:
        return
    event = next(event for event in _EVENTS if verb[event.name])
    doers = [each for each in sentence.mentions if each.end <= sentence.start + verb.start() and is_party(each)]
    found = _instrument(sentence, verb.end())
    if found is None or not doers:
        return
    instrument, mention = found
    after = (
        each for each in sentence.mentions if event is not Event.RATIFIED and _stands_with(each, instrument, sentence)
    )
    yield draft(
        Kind.INSTRUMENT_EVENT,
        (sentence.start, sentence.start + len(text)),
        instrument=instrument,
        event=event,
        party=fillers(distinct([*doers, *after, *([] if event is Event.RATIFIED else named_in(mention))])),
        modality=Modality.PLANNED if verb["coming"] else Modality.ACTUAL,
        confidence=0.6,
    )


def _stands_with(mention: Mention, instrument: Filler, sentence: Sentence) -> bool:
    """Whether a party stands behind the instrument and "with"."""
    before = sentence.text[: mention.start - sentence.start]
    return mention.start >= (instrument.end or 0) and is_party(mention) and before.endswith(("with ", "with the "))


def _instrument(sentence: Sentence, start: int) -> tuple[Filler, Mention | None] | None:
    """The name right behind the verb, or the words up to the first that can be signed."""
    at = sentence.start + start
    named = next((each for each in sentence.mentions if each.kind is EntityKind.INSTRUMENT and each.start >= at), None)
    if named is not None and len(sentence.text[start : named.start - sentence.start].split()) <= 1:
        return named.filler(), named
    words = list(re.finditer(r"\S+", sentence.text[start:]))[:_FARTHEST]
    last = next((n for n, word in enumerate(words) if word.group().casefold().strip(",") in _MADE), None)
    if last is None or any(word.group().casefold() in {"for", "of", "with", "on", "in"} for word in words[:last]):
        return None
    first = 0
    while first < last and (words[first].group().casefold() in DESCRIBING or _SUM.search(words[first].group())):
        first += 1
    filler = sentence.cut(at + words[first].start(), at + words[last].start() + len(words[last].group().rstrip(",")))
    return Filler(filler.text, filler.start, filler.end, slug(filler.text), filler.text), None
