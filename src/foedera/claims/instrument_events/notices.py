"""Events in telegraphic lines: "Signed: London, 11 January 2023", "In force: 15 October 2023", "Denunciations: none"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.dates import DateMention, DateSense
from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.instruments import Instrument
from foedera.claims.instrument_events.labels import LABELS
from foedera.claims.instrument_events.parties import distinct, fillers, is_party, named_in, parties_over
from foedera.claims.instrument_events.triggers import remember, triggers_of
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.names import NameForm

_LABEL = "|".join(re.escape(label) for label in sorted(LABELS, key=len, reverse=True))
# Between a label and what it says: a colon or dash, the gap of a table, or nothing before a day.
_GAP = r"(?::|–|—|\||\t|[ \u00a0]{3,}|\.{3,}|\s(?=\d{1,2}[ ./-])|(?<=one) at(?=\s[A-Z]))"
_LINE = re.compile(
    r"(?:^|(?<=\n)|(?<=[;.|] ))\W{0,3}(?P<coming>next\s+|due\s+)?(?P<who>(?-i:[A-Z]\w+(?: [A-Z]\w+){0,2})\s+)?"
    rf"(?P<label>{_LABEL})(?P<by>\s+by\s[^:\n]{{3,60}}(?=:))?\s*{_GAP}\s*(?P<rest>[^\n]+)",
    re.IGNORECASE,
)
_ANY_LABEL = re.compile(r"^\W{0,3}[A-Z][\w /()-]{2,40}:(?:\s|$)")
_NAMING = re.compile(
    r"^\W{0,3}(?:(?:short |full |official )?(?:title|name)|agreement|treaty|instrument|subject|text)\s*:", re.IGNORECASE
)
_PARTIES = re.compile(
    r"^\W{0,3}(?:contracting )?(?:parties|signatories|states parties)(?: \(\d+\))?\s*:", re.IGNORECASE
)
_NOTHING = re.compile(r"^(?:none|not yet|no|nil|pending|-|–|—|n/a|awaited|outstanding)\b", re.IGNORECASE)
_TOGETHER = frozenset({Event.RATIFIED, Event.TERMINATED, Event.PROVISIONALLY_APPLIED})  # by whom is said line by line


def find_notices(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events of a sentence's labelled lines, for the instrument that stands over them."""
    for line in _LINE.finditer(sentence.text):
        instrument = instrument_over(sentence, sentence.start + line.start(), scene)
        if instrument is None:
            continue
        for token in triggers_of(sentence):
            if line.start() <= token.idx < line.end():
                remember(token, Instrument(instrument.filler(), token, instrument), sentence, scene)
        for start, end, date in _entries(sentence, sentence.start + line.start("rest"), sentence.start + line.end()):
            yield _entry(instrument, sentence, line, start, end, date, scene)


def _entries(sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, int, DateMention | None]]:
    """The dated entries of a line, each from behind the one before: "Senate, 3 May 2024; House, 6 June 2024"."""
    dates = sentence.dates_between(start, end)
    if not dates:
        if _NOTHING.match(sentence.text[start - sentence.start : end - sentence.start].strip()):
            yield start, end, None
        return
    begin = start
    for index, date in enumerate(dates):
        semicolon = sentence.text.find(";", date.end - sentence.start, end - sentence.start)
        last = index == len(dates) - 1
        stop = end if last and semicolon < 0 else semicolon + sentence.start if semicolon >= 0 else date.end
        if not last:
            stop = min(stop, dates[index + 1].start)
        yield begin, max(stop, date.end), date
        begin = max(stop, date.end)


def _entry(
    instrument: Mention,
    sentence: Sentence,
    line: re.Match[str],
    start: int,
    end: int,
    date: DateMention | None,
    scene: Scene,
) -> Draft:
    event = LABELS[line["label"].casefold()]
    by = sentence.mentions_between(*(sentence.start + at for at in line.span("by"))) if line["by"] else ()
    by += sentence.mentions_between(*(sentence.start + at for at in line.span("who"))) if line["who"] else ()
    mentions = (*by, *sentence.mentions_between(start, end))
    named = [mention for mention in mentions if is_party(mention) and not _is_seat(mention)]
    whole = named_in(instrument) or _listed_parties(sentence, scene) or _parties_beside(instrument, scene)
    whole = whole or _parties_of_entry(instrument, scene)
    parties = named if named and (event in _TOGETHER or not whole) else whole
    own = sentence.text[start - sentence.start : end - sentence.start]
    begins = sentence.start + line.start("label") if not own[: line.start("rest")].strip() else start
    return draft(
        Kind.INSTRUMENT_EVENT,
        (
            min(begins, sentence.start + line.start("label"))
            if start <= sentence.start + line.start("rest")
            else start,
            end,
        ),
        instrument=instrument.filler(),
        event=event,
        party=fillers(parties),
        place=_place(mentions) if event is Event.SIGNED else None,
        when=_day(date) if date is not None else None,
        modality=Modality.PLANNED if line["coming"] else Modality.ACTUAL,
        polarity=Polarity.DENIED if date is None else Polarity.AFFIRMED,
        confidence=0.85,
    )


def _day(date: DateMention) -> Span:
    """When it happened: "in force since 2014" and "effective from 2014" began in 2014."""
    return date.core if date.sense in {DateSense.SINCE, DateSense.AFTER} else date.span


def is_notice(sentence: Sentence) -> bool:
    """Whether a sentence is a labelled line."""
    return _LINE.search(sentence.text) is not None


def _is_seat(mention: Mention) -> bool:
    return mention.kind is EntityKind.PLACE or mention.form is NameForm.METONYM


def _place(mentions: tuple[Mention, ...]) -> Filler | None:
    found = next((mention for mention in mentions if _is_seat(mention)), None)
    return Filler(found.text, found.start, found.end, found.entity, found.text) if found else None


def _listed_parties(sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """The parties of a line "Parties: A, B" above."""
    for steps, earlier in enumerate(scene.reading.before(sentence)):
        if _PARTIES.match(earlier.text):
            return distinct(mention for mention in earlier.mentions if is_party(mention))
        if steps > 12:
            break
    return ()


def _parties_beside(instrument: Mention, scene: Scene) -> tuple[Mention, ...]:
    """The parties on the line that names an instrument: "Status Agreement, Northmoor / Eastmark"."""
    line = next((each for each in scene.reading.sentences if each.start <= instrument.start < each.end), None)
    if line is None or any(token.pos_ in {"VERB", "AUX"} for token in line.tokens):
        return ()
    named = distinct(each for each in line.mentions if is_party(each) and each.start > instrument.end)
    return named if len(named) > 1 else ()


def _parties_of_entry(instrument: Mention, scene: Scene) -> tuple[Mention, ...]:
    """The states that open the entry in which an instrument is named."""
    line = next((each for each in scene.reading.sentences if each.start <= instrument.start < each.end), None)
    return parties_over(line, scene) if line is not None else ()


def instrument_over(sentence: Sentence, offset: int, scene: Scene) -> Mention | None:
    """The instrument named last before a labelled line: earlier in the sentence, or on a line that bears no label."""
    here = [
        mention
        for mention in sentence.mentions
        if mention.kind is EntityKind.INSTRUMENT and not mention.generic and mention.end <= offset
    ]
    if here:
        return here[-1]
    for earlier in scene.reading.before(sentence):
        if earlier.block is sentence.block:  # the entry of a list that the line belongs to
            generic = [
                each for each in earlier.mentions if each.kind is EntityKind.INSTRUMENT and each.text[0].isupper()
            ]
            if generic and sentence.block.kind is BlockKind.ITEM:
                return generic[0]
        named = [each for each in earlier.mentions if each.kind is EntityKind.INSTRUMENT and not each.generic]
        if named and (_ANY_LABEL.match(earlier.text) is None or _NAMING.match(earlier.text)):
            known = [mention for mention in named if mention.form is not NameForm.PATTERN]
            return (known or named)[0]
    return None
