"""Instruments with their date beside them: "the accord of 2017", "(TISA, December 2014)", rows of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.dates import DateMention, DateSense
from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of
from foedera.claims.instrument_events.notices import is_notice
from foedera.claims.instrument_events.parties import distinct, fillers, is_party, known_parties, named_in, parties_over
from foedera.claims.instrument_events.triggers import triggers_of
from foedera.claims.instrument_events.words import DATED
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Kind, Modality
from foedera.names import NameForm

_LISTED = frozenset({BlockKind.ROW, BlockKind.ITEM, BlockKind.PARAGRAPH})
_LONGEST_LINE = 160  # characters; a longer line without a verb is a heading or a list of another sort
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_dated(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The instruments of a sentence that are known by their date."""
    if is_notice(sentence):
        return
    for date in sentence.dates:
        yield from _of_date(date, sentence, scene)
        yield from _in_brackets(date, sentence, scene)
    yield from _line(sentence, scene)


def _of_date(date: DateMention, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the Status of Forces Agreement of 1960”, “Council Decision 2020/1639 of 5 November 2020”, “the 2017 accord”."""
    token = None
    if sentence.text[: date.start - sentence.start].endswith(" of "):
        token = _noun_before(date, sentence)
    elif len(date.text) == 4 and date.text.isdigit():
        year = sentence.token_at(date.start)
        if year is not None and year.dep_ in {"nummod", "compound", "nmod", "amod"} and year.head.i > year.i:
            token = year.head
    if token is None or token.lemma_.lower() not in DATED:
        return
    instrument = instrument_of(token, sentence, scene, frozenset(DATED))
    if instrument is not None and instrument.token == token:
        event = DATED[token.lemma_.lower()]
        yield from claims_of_event(
            event, instrument, token, sentence, scene, modality=Modality.ACTUAL, when=date.core, confidence=0.5
        )


def _noun_before(date: DateMention, sentence: Sentence) -> Token | None:
    """The noun that an "of" before a date goes with: nothing but its own complements stands between."""
    begin = sentence.token_at(date.start)
    at = begin.i - 2 if begin is not None else -1
    while at >= 0 and sentence.tokens[at].pos_ not in {"VERB", "AUX"} and sentence.tokens[at].text not in {",", ";"}:
        token = sentence.tokens[at]
        if token.lower_ in {"at", "in", "by", "from"}:
            return None
        if token.lemma_.lower() in DATED and token.pos_ in {"NOUN", "PROPN"}:
            return token
        mention = sentence.mention_of(token)
        if mention is not None and mention.kind is EntityKind.INSTRUMENT:
            inside = [each for each in sentence.tokens if mention.start <= sentence.offset(each) < mention.end]
            return next((each for each in inside if each.lemma_.lower() in DATED), None)
        at -= 1
    return None


def _in_brackets(date: DateMention, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the Information Sharing Arrangement (TISA, December 2014)”, “the memorandum (Bari, 13 June 2024)”."""
    before = sentence.text[: date.start - sentence.start]
    opens = before.rfind("(")
    after = sentence.text[date.end - sentence.start :].lstrip()
    if opens < 0 or ")" in before[opens:] or not after.startswith((")", ";", ",")) or len(before) - opens > 40:
        return
    inside = before[opens + 1 :]
    if re.search(r"[a-z]{3,}\s+[a-z]{3,}", inside):
        return
    at = sentence.start + opens
    mention = next(
        (each for each in sentence.mentions if each.kind is EntityKind.INSTRUMENT and 0 <= at - each.end <= 1), None
    )
    if (
        mention is None
        or mention.generic
        or any(sentence.start + opens < sentence.offset(each) < date.start for each in triggers_of(sentence))
    ):
        return
    places = [each for each in sentence.mentions_between(at, date.start) if _is_place(each)]
    event = Event.SIGNED if places else Event.AGREED
    yield _draft(event, mention, date, (mention.start, date.end), places, sentence, scene)


def _line(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """A line of a list or timeline: “SOFA for the border    7 December 2010”, “17 February: joint declaration”."""
    if sentence.block.kind not in _LISTED or len(sentence.text) > _LONGEST_LINE or len(sentence.dates) != 1:
        return
    if sentence.text.endswith("?") or sentence.dates[0].sense is DateSense.UNTIL:
        return
    if triggers_of(sentence) or any(token.tag_ in _FINITE for token in sentence.tokens):
        return
    named = [each for each in sentence.mentions if each.kind is EntityKind.INSTRUMENT]
    if len(named) != 1 or not _is_listed(named[0], sentence):
        return
    date = sentence.dates[0]
    last = named[0].text.split()[-1].casefold()
    event = {Event.AGREED: Event.SIGNED}.get(DATED.get(last, Event.SIGNED), DATED.get(last, Event.SIGNED))
    places = [each for each in sentence.mentions if each.kind is EntityKind.PLACE or each.form is NameForm.METONYM]
    yield _draft(event, named[0], date, (sentence.start, sentence.end), places, sentence, scene)


def _is_listed(mention: Mention, sentence: Sentence) -> bool:
    """Whether a line begins or ends with its instrument, so that the rest only dates and places it."""
    words = {word.strip("().,").casefold() for word in mention.text.split()}
    head = bool(words & DATED.keys()) or not mention.generic
    before = sentence.text[: mention.start - sentence.start]
    return head and (len(before.split()) < 6)


def _draft(
    event: Event,
    mention: Mention,
    date: DateMention,
    place: tuple[int, int],
    places: list[Mention],
    sentence: Sentence,
    scene: Scene,
) -> Draft:
    token = sentence.root_of(mention.start, mention.end)
    known = known_parties(Instrument(mention.filler(), token, mention), scene) if token is not None else ()
    seat = places[0] if places else None
    beside = [
        each
        for each in sentence.mentions
        if is_party(each) and each.form is not NameForm.METONYM and not _stands_for_place(each, date, sentence)
    ]
    beside = beside or list(parties_over(sentence, scene))
    return draft(
        Kind.INSTRUMENT_EVENT,
        place,
        instrument=mention.filler(),
        event=event,
        party=fillers(named_in(mention) or known or distinct(beside)),
        place=Filler(seat.text, seat.start, seat.end, seat.entity, seat.text) if seat else None,
        when=date.core,
        confidence=0.45,
    )


def _stands_for_place(mention: Mention, date: DateMention, sentence: Sentence) -> bool:
    """Whether a name stands where the place of a signing does: “…; Velsen, 18 October 2007”."""
    before, after = sentence.text[: mention.start - sentence.start].rstrip(), date.start - mention.end
    return before.endswith((";", "(")) and 0 < after <= len(", ")


def _is_place(mention: Mention) -> bool:
    return mention.kind is EntityKind.PLACE or mention.form is NameForm.METONYM
