"""Events in telegraphic lines: "Signed: London, 11 January 2023", "In force: 15 October 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.parties import fillers, is_party, named_in
from foedera.claims.instrument_events.words import LABELS
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.names import NameForm

_LINE = re.compile(
    r"(?:^|(?<=\n)|(?<=[;.|] ))\W{0,3}(?P<label>"
    + "|".join(sorted(LABELS, key=len, reverse=True))
    + r")\s*[:–—]\s*(?P<rest>[^\n]+)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:none|not yet|no|nil|pending|-|–|—|n/a|awaited|outstanding)\b", re.IGNORECASE)


def find_notices(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events of a sentence's labelled lines, for the instrument that stands over them."""
    for line in _LINE.finditer(sentence.text):
        instrument = _instrument_over(sentence, sentence.start + line.start(), scene)
        if instrument is None:
            continue
        event = LABELS[line["label"].casefold()]
        for start, end in _entries(line["rest"], sentence.start + line.start("rest")):
            yield from _entry(event, instrument, sentence, line, start, end)


def _entries(rest: str, offset: int) -> Iterator[tuple[int, int]]:
    for piece in re.finditer(r"[^;]+", rest):
        if piece.group().strip():
            yield offset + piece.start(), offset + piece.end()


def _entry(
    event: Event, instrument: Mention, sentence: Sentence, line: re.Match[str], start: int, end: int
) -> Iterator[Draft]:
    dates = sentence.dates_between(start, end)
    text = sentence.text[start - sentence.start : end - sentence.start]
    denied = _NOTHING.match(text.strip()) is not None
    if not dates and not denied:
        return
    mentions = sentence.mentions_between(start, end)
    named = [mention for mention in mentions if is_party(mention) and mention.form is not NameForm.METONYM]
    parties = fillers(named) if event is Event.RATIFIED and named else fillers(named_in(instrument)) or fillers(named)
    yield draft(
        Kind.INSTRUMENT_EVENT,
        (sentence.start + line.start("label") if start == sentence.start + line.start("rest") else start, end),
        instrument=instrument.filler(),
        event=event,
        party=parties,
        place=_place(mentions),
        when=dates[0].span if dates else None,
        modality=Modality.ACTUAL,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        confidence=0.85,
    )


def _place(mentions: tuple[Mention, ...]) -> Filler | None:
    for mention in mentions:
        if mention.kind is EntityKind.PLACE or (mention.form is NameForm.METONYM and mention.kind not in STATELIKE):
            return Filler(mention.text, mention.start, mention.end, mention.entity, mention.text)
    return None


def _instrument_over(sentence: Sentence, offset: int, scene: Scene) -> Mention | None:
    """The instrument named last before a labelled line, in the sentence or above it."""
    here = [m for m in sentence.mentions if m.kind is EntityKind.INSTRUMENT and m.end <= offset]
    if here:
        return here[-1]
    for earlier in scene.reading.before(sentence):
        named = [m for m in earlier.mentions if m.kind is EntityKind.INSTRUMENT and not m.generic]
        if named and _LINE.search(earlier.text) is None:
            return named[0]
        if named:
            return named[0]
    return None
