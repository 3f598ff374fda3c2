"""The place-and-date line of a signed text: a document that is itself an agreement or a declaration was signed there and then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.drafts import Draft, draft
from foedera.claims.instrument_events.parties import fillers
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Kind

# What is signed, and not only issued: a joint statement or a communiqué is not.
_SIGNED = re.compile(
    r"\b(?:declaration|declaración|letter of intent|memorandum|agreement|arrangement|protocol|pact|treaty|convention|accord"
    r"|understanding|exchange of (?:notes|letters)|charter)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?:Done |Signed )?(?:At |at |in |on board ))?(?P<place>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}),"
    r"(?: this| the| on)?(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?\s*"
)
_BEHIND = re.compile(r"[\s.,]*(?:(?:two|nineteen) [a-z -]{4,40})?[\s.]*", re.IGNORECASE)
_TITLES = 3  # title lines in which a text may say what it is
_FRINGE = 4  # characters of a block that are not its only sentence
_REACH = 30  # characters from the beginning of a title within which its instrument begins


def find_place_lines(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Brasília, 12 March 2025” under “Joint Declaration”: signed there, by those for whom the text speaks."""
    alone = sentence.block.end - sentence.block.start - len(sentence.text) < _FRINGE
    if len(sentence.dates) != 1 or not alone or sentence.block.kind in {BlockKind.TITLE, BlockKind.ROW, BlockKind.ITEM}:
        return
    date = sentence.dates[0]
    before = _BEFORE.fullmatch(sentence.text[: date.start - sentence.start])
    behind = _BEHIND.fullmatch(sentence.text[date.end - sentence.start :])
    instrument = _own_title(scene) if before is not None and behind is not None else None
    if before is None or instrument is None:
        return
    start, end = (sentence.start + at for at in before.span("place"))
    named = sentence.mention_starting(start)
    place = Filler(before["place"], start, end, named.entity if named is not None else None, before["place"])
    written = scene.reading.document.date
    yield draft(
        Kind.INSTRUMENT_EVENT,
        (sentence.start, sentence.end),
        instrument=instrument.filler(),
        event=Event.SIGNED,
        party=fillers(signatories(scene)),
        place=place,
        when=date.core if behind is None or not behind.group().strip(" .,") or written is None else written,
        confidence=0.6,
    )


def _own_title(scene: Scene) -> Mention | None:
    """The instrument that the document is, if its title begins with one that is signed."""
    titles = [each for each in scene.reading.sentences[:_TITLES] if each.block.kind is BlockKind.TITLE]
    for title in titles:
        if any(token.tag_ in {"VBZ", "VBP", "VBD", "MD"} for token in title.tokens):
            return None
        for mention in title.mentions:
            opens = mention.start - title.start < _REACH
            if mention.kind is EntityKind.INSTRUMENT and opens and _SIGNED.search(mention.text):
                return mention
    return None
