"""The claim that an event of an instrument makes: parties, place and date gathered from around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foedera.claims import frames
from foedera.claims.dates import DateMention, DateSense
from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.instruments import Instrument
from foedera.claims.instrument_events.parties import (
    beside,
    carried_parties,
    counterparts,
    distinct,
    fillers,
    known_parties,
    named_in,
)
from foedera.claims.instrument_events.triggers import FORCE, remember, triggers_of
from foedera.claims.instrument_events.words import DATED, ENDING
from foedera.claims.mentions import Mention
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.names import NameForm

# What parties hand in when they bind themselves or leave.
PAPERS = frozenset("instrument note notification letter notice declaration communication".split())
_DATE_REACH = 60  # characters between an event's word and a date that the parse hangs elsewhere
# Events that one side can bring about alone: the other parties of the instrument are not said to have part in them.
_CONTINENTS = frozenset({"Europe", "Asia", "Africa", "Indo-Pacific", "Middle East"})
_SEATED = frozenset(
    {Event.SIGNED, Event.AGREED, Event.ANNOUNCED, Event.ADOPTED, Event.NEGOTIATING, Event.PROPOSED, Event.EXTENDED}
)
_ALONE = frozenset({Event.RATIFIED, Event.PROPOSED, Event.ADOPTED, Event.TERMINATED, Event.SUSPENDED, Event.ANNOUNCED})


def claims_of_event(
    event: Event,
    instrument: Instrument,
    token: Token,
    sentence: Sentence,
    scene: Scene,
    *,
    doers: Sequence[Mention] = (),
    modality: Modality | None = None,
    polarity: Polarity | None = None,
    when: Span | None = None,
    confidence: float = 0.8,
) -> Iterator[Draft]:
    """The claims that the verb or noun `token` makes of an instrument: one, or one for each counterpart of several."""
    remember(token, instrument, sentence, scene)
    modality = modality_of(token) if modality is None else modality
    polarity = polarity_of(token) if polarity is None else polarity
    others = distinct([*counterparts(token, sentence, scene), *counterparts(instrument.token, sentence, scene)])
    severally = instrument.several and len(others) > 1 and bool(doers)
    groups = [[other] for other in others] if severally else [list(others)]
    if event is Event.RATIFIED and doers and not severally:
        groups = [[]]  # "Northmoor ratified the pact with Eastmark": Eastmark did not
    if when is None:
        when, modality = _told_date(event, token, sentence, scene, modality, polarity)
    if when is None and event in _BEGUN and _BY_SIGNING.search(sentence.text):
        when = _signed_on(instrument, scene)
    if modality is Modality.POSSIBLE and when is not None and any(child.lower_ == "should" for child in token.children):
        modality = Modality.PLANNED  # "should be concluded by the end of the year"
    for group in groups:
        named = [*doers, *group]
        parties = fillers(named) if severally else _parties(event, instrument, sentence, scene, named)
        yield draft(
            Kind.INSTRUMENT_EVENT,
            place_of(token, instrument, sentence),
            instrument=instrument.filler,
            event=event,
            party=parties,
            place=seat(token, instrument, sentence) if event in _SEATED else None,
            when=(date_in_brackets(group[0], sentence) if severally else None) or when,
            modality=modality,
            polarity=polarity,
            confidence=confidence,
        )


def _parties(
    event: Event, instrument: Instrument, sentence: Sentence, scene: Scene, named: list[Mention]
) -> tuple[Filler, ...]:
    if event in _ALONE and named:
        return fillers(named)
    # "Northmoor and Eastmark renewed their pact": theirs is of those two, whomever the text spoke of before.
    theirs = len(distinct(named)) > 1 and any(child.lower_ == "their" for child in instrument.token.children)
    around = [*named, *named_in(instrument.mention), *(() if theirs else beside(instrument.token, sentence, scene))]
    if event is Event.RATIFIED:
        return fillers(named)
    whole = distinct([*named_in(instrument.mention), *known_parties(instrument, scene)])
    if len(whole) > 1 and named and all(each.kind is EntityKind.PERSON for each in named):
        return fillers(whole)  # ministers sign for their states
    if len(distinct(around)) < 2:
        around += known_parties(instrument, scene)
    if len(distinct(around)) < 2:
        return carried_parties(instrument, distinct(around), scene)
    return fillers(around)


def event_date(
    token: Token, sentence: Sentence, scene: Scene, modality: Modality, polarity: Polarity = Polarity.AFFIRMED
) -> Span | None:
    """When an event happened; "in force since 2014" says that it began in 2014."""
    chosen = scene.date_of(token, sentence)
    if chosen is None or _belongs_elsewhere(chosen, token, sentence):
        chosen = _date_behind(token, sentence)
    if chosen is None:
        return None
    if chosen.sense in {DateSense.SINCE, DateSense.AFTER} and polarity is Polarity.AFFIRMED:
        return chosen.core
    return scene.counted(chosen, sentence, modality).span


# What a present tense tells of these is still to come: "the embargo lapses on 31 May".
_COMING = frozenset({Event.TERMINATED, Event.IN_FORCE, Event.PROVISIONALLY_APPLIED})


def _told_date(
    event: Event, token: Token, sentence: Sentence, scene: Scene, modality: Modality, polarity: Polarity
) -> tuple[Span | None, Modality]:
    """When an event happened or is to happen: what is dated after the document has not happened yet."""
    when, written = event_date(token, sentence, scene, modality, polarity), scene.reading.document.date
    if modality is not Modality.ACTUAL or written is None:
        return when, modality
    if event in _COMING and token.tag_ in {"VBZ", "VBP", "NNS"}:
        ahead = event_date(token, sentence, scene, Modality.PLANNED, polarity)
        when = ahead if ahead is not None and ahead.earliest > written.latest else when
    if when is None or when.earliest <= written.latest:
        return when, modality
    return when, modality if token.tag_ in {"VBD", "VBN"} else Modality.PLANNED


_BEGUN = frozenset({Event.IN_FORCE, Event.PROVISIONALLY_APPLIED})
# "It takes effect on the day of its signature", "provisionally applied from signature".
_BY_SIGNING = re.compile(r"\b(?:(?:day|date|moment|time) of (?:its |their )?|upon |on |from |with )sign(?:ature|ing)\b")


def _signed_on(instrument: Instrument, scene: Scene) -> Span | None:
    """When the instrument was signed, as told before."""
    last = instrument.filler.text.casefold().split()[-1]
    for _, told in reversed(scene.told):
        if told.when is not None and "event" in told.roles and told.roles["event"][0].text == Event.SIGNED:
            other = told.roles["instrument"][0]
            if other.entity == instrument.filler.entity or other.text.casefold().split()[-1] == last:
                return told.when
    return None


def date_in_brackets(mention: Mention, sentence: Sentence) -> Span | None:
    """The date right behind a party: "with NATO (2010), France (2011)"."""
    return next(
        (
            date.core
            for date in sentence.dates
            if 0 < date.start - mention.end <= len(" (in ")
            and sentence.text[mention.end - sentence.start :].lstrip().startswith("(")
        ),
        None,
    )


def _belongs_elsewhere(date: DateMention, token: Token, sentence: Sentence) -> bool:
    """Whether a date is another event's: that event's word stands between the two, or governs the date."""
    own = sentence.offset(token)
    if token.pos_ in {"VERB", "AUX"} and _is_of_name(date, sentence):
        return True
    others = [other for other in triggers_of(sentence) if other.i != token.i and not _is_part(other, token)]
    if any(own < sentence.offset(other) < date.start for other in others):
        return True
    root = sentence.root_of(date.start, date.end)
    governor = (
        next((each for each in root.ancestors if each.pos_ in {"VERB", "AUX", "NOUN"} and each != root), None)
        if root
        else None
    )
    over = [*others, *(other.head.head for other in others if other.lower_ in FORCE)]  # "entered" of "into force"
    return date.start < own and governor in over and governor not in {token, token.head}


def _is_of_name(date: DateMention, sentence: Sentence) -> bool:
    """Whether a date tells an instrument from others: "replaces the agreement of 1998"."""
    at = sentence.token_at(date.start)
    if at is None or at.i < 2 or at.nbor(-1).lower_ != "of":
        return False
    return at.nbor(-2).lemma_.lower() in DATED


def _is_part(other: Token, token: Token) -> bool:
    """Whether a word belongs to an event's own: the "force" of "entered into force"."""
    if other.head == token:
        ceasing = other.dep_ == "xcomp" and token.lemma_ == "cease"  # "ceased to apply on 1 May"
        talks = other.lemma_.lower() in {"negotiation", "talk"} and token.lemma_.lower() in ENDING  # "concluded talks"
        if ceasing or talks:
            return True
    if other.lower_ == "signature" and token.lemma_ == "open":
        return True
    if token.pos_ == "NOUN" and other.pos_ == "NOUN" and other.dep_ == "pobj" and other.head.head == token:
        return True  # "signature of the amendment"
    if other.dep_ == "pobj" and other.head.lower_ == "of" and other.head.head.head == token:
        return other.head.head.lemma_.lower() in PAPERS  # "deposited its instrument of accession"
    return other.lower_ in FORCE and token in {other.head, other.head.head}


def _date_behind(token: Token, sentence: Sentence) -> DateMention | None:
    """The first date after an event's word, before the word of the next event."""
    following = [date for date in sentence.dates if date.start > sentence.offset(token)]
    if following and not _belongs_elsewhere(following[0], token, sentence):
        return following[0] if following[0].start - sentence.offset(token) < _DATE_REACH else None
    return None


def seat(token: Token, instrument: Instrument, sentence: Sentence) -> Filler | None:
    """The place of an event: "in Manila", "at Gliwice", also where the parse hangs it on the instrument or on a date."""
    for noun in frames.after_preposition(token, {"in", "at", "aboard"}):
        mention = sentence.mention_of(noun)
        if mention is not None and _is_seat(mention):
            return _as_place(mention)
    for mention in sentence.mentions:
        before = sentence.token_at(mention.start - 2)
        if before is None or before.lower_ not in {"in", "at", "aboard"} or before.i < token.i or not _is_seat(mention):
            continue
        held = sentence.offset(before.head)
        named = instrument.mention or instrument.filler
        dated = any(date.start <= held < date.end for date in sentence.dates)
        if dated or before.head == instrument.token or _covers(named, held):
            return _as_place(mention)
    return None


def _covers(named: Mention | Filler, offset: int) -> bool:
    return named.start is not None and named.end is not None and named.start <= offset < named.end


def _is_seat(mention: Mention) -> bool:
    settled = mention.kind is EntityKind.PLACE or mention.form is NameForm.METONYM
    return settled and mention.text not in _CONTINENTS


def _as_place(mention: Mention) -> Filler:
    return Filler(mention.text, mention.start, mention.end, mention.entity, mention.text)


def place_of(token: Token, instrument: Instrument, sentence: Sentence) -> tuple[int, int]:
    """The characters that say the event: the words from the instrument or subject to the end of the clause."""
    first, last = frames.clause(token) if token.pos_ in {"VERB", "AUX"} else (token.left_edge.i, token.right_edge.i + 1)
    if instrument.token.doc is token.doc:
        first = min(
            first,
            instrument.token.left_edge.i,
            *(each.left_edge.i for each in token.children if each.dep_.startswith("nsubj")),
            first,
        )
        last = max(last, instrument.token.i + 1)
    start, end = sentence.place(max(0, first), min(last, len(sentence.tokens)))
    return max(start, sentence.start), min(end, sentence.end)
