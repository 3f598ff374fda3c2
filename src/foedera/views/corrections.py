"""A claim as a person says it on a form: words of the document for roles, a date, how real the matter is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from foedera.claims.dates import find_dates
from foedera.model.claims import Claim, Evidence, Filler, check_claim, cut_evidence
from foedera.model.documents import Document
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import ClaimInvalid, DateInvalid, UsageWrong
from foedera.model.kinds import KINDS, Holds, Kind, Modality, Polarity, Role
from foedera.model.time import Span
from foedera.names import load_lexicon, slug
from foedera.record import RecordReader

W = TypeVar("W", Modality, Polarity)

_EDGES = " \t\r\n\u00a0.,;:()[]“”\"'‘’"  # what a hand-made selection takes along at its edges
_NO_SPACES = "\u2e80"  # from here on mostly scripts that write without spaces
_KINDS_OF_ROLE = {
    "instrument": EntityKind.INSTRUMENT,
    "place": EntityKind.PLACE,
    "asset": EntityKind.VESSEL,
    "system": EntityKind.EQUIPMENT,
    "in": EntityKind.PROGRAMME,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person filled in. `fillers` are as `kept` and `chosen` write them; `typed` are words to be found in the text.

    `start` and `end` are the place of the sentence, in code points of the document's text.
    """

    kind: Kind
    start: int
    end: int
    fillers: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    when: str = ""
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED


def kept(role: str, index: int) -> str:
    """How a form says that a filler of the claim stays."""
    return f"old|{role}|{index}"


def chosen(role: str, start: int, end: int, entity: EntityId | str = "") -> str:
    """How a form says that characters of the document fill a role; without `entity` they are a name of their own."""
    return f"new|{role}|{start}|{end}|{entity}"


def say(record: RecordReader, document: Document, wording: Wording, original: Claim | None = None) -> Claim:
    """The claim that a person says; `original` is the one that it corrects.

    Raises ClaimInvalid, DateInvalid or UsageWrong, in words for whoever filled in the form.
    """
    evidence = _evidence(document, wording, original)
    claim = Claim(
        kind=wording.kind,
        roles=_roles(record, document, wording, original),
        evidence=evidence,
        when=read_when(wording.when, document),
        modality=wording.modality,
        polarity=wording.polarity,
        cites=original.cites if original else tuple(_cites(document, evidence[0])),
        confidence=1.0,
        extractor="review",
    )
    return check_claim(claim)


def corrected(
    record: RecordReader,
    claim: Claim,
    *,
    when: str | None = None,
    modality: str | None = None,
    polarity: str | None = None,
    roles: tuple[str, ...] = (),
) -> Claim:
    """The claim as somebody corrects it in words; what is None stays. `roles` are `ROLE=WORDS`, `when` “none” is no time.

    Raises ClaimInvalid, DateInvalid or UsageWrong.
    """
    document = record.document(claim.document) if claim.document else None
    if document is None:
        raise UsageWrong(
            "this claim quotes no document.", mend="Only what a document of the record says can be corrected."
        )
    spec, place, given = KINDS[claim.kind], claim.evidence[0], dict(_told(claim.kind, role) for role in roles)
    assert place.start is not None and place.end is not None  # evidence from a document has a place
    closed = {role.name for role in spec.roles if role.holds is Holds.CLOSED}
    fillers = tuple(
        kept(role, at)
        for role, found in claim.roles.items()
        if role not in {*closed, *given}
        for at in range(len(found))
    )
    kept_when = claim.when.edtf if claim.when else ""
    wording = Wording(
        claim.kind,
        place.start,
        place.end,
        fillers,
        words={role: given.get(role, claim.word(role)) for role in closed},
        typed={role: words for role, words in given.items() if role not in closed},
        when=kept_when if when is None else "" if when.strip().lower() == "none" else when,
        modality=one_of(Modality, modality) if modality else claim.modality,
        polarity=one_of(Polarity, polarity) if polarity else claim.polarity,
    )
    return say(record, document, wording, claim)


def one_of(words: type[W], typed: str) -> W:
    """The word of a closed list. Raises UsageWrong, naming those there are."""
    try:
        return words(typed)
    except ValueError as error:
        known = ", ".join(word.value for word in words)
        raise UsageWrong(f"“{typed}” is none of the words there are.", mend=f"Write one of: {known}.") from error


def _told(kind: Kind, written: str) -> tuple[str, str]:
    role, sign, words = written.partition("=")
    if not sign or KINDS[kind].role(role) is None:
        known = ", ".join(each.name for each in KINDS[kind].roles)
        raise UsageWrong(f"“{written}” names no role of {kind}.", mend=f"Write ROLE=WORDS; roles: {known}.")
    return role, words


def read_when(typed: str, document: Document) -> Span | None:
    """A date as a person writes it: EDTF, or words ("1 February 2019", "last July" from the document's own date)."""
    words = typed.strip()
    if not words:
        return None
    try:
        return Span.parse(words)
    except DateInvalid:
        found = find_dates(words[:200], document.date)
        if len(found) != 1:
            raise
        return found[0].span


def place_chosen(document: Document, start: int, end: int) -> tuple[int, int]:
    """A selection in whole words, without the spaces and marks at its edges. Raises UsageWrong if nothing is left."""
    text = document.text
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start >= end:
        raise UsageWrong("no words are selected.", mend="Select words in the text of the document.")
    while start > 0 and _in_one_word(text, start):
        start -= 1
    while end < len(text) and _in_one_word(text, end):
        end += 1
    return start, end


def _in_one_word(text: str, place: int) -> bool:
    """Whether a word goes on from before a place; scripts that set no spaces between words are left alone."""
    return all(letter.isalnum() and letter < _NO_SPACES for letter in text[place - 1 : place + 1])


def place_typed(document: Document, typed: str, near: int) -> tuple[int, int]:
    """Where typed words stand in the document, closest to a place. Raises UsageWrong if they stand nowhere."""
    words = [re.escape(word) for word in typed.split()]
    found = [match.span() for match in re.finditer(r"\s+".join(words), document.text, re.IGNORECASE)] if words else []
    if not found:
        raise UsageWrong(
            f"“{typed.strip()[:100]}” does not stand in the document.", mend="Type the words as the text has them."
        )
    return min(found, key=lambda place: abs(place[0] - near))


def candidates_for(record: RecordReader, role: str, words: str) -> tuple[Entity, ...]:
    """What the words can stand for, the likeliest first; empty if nothing is called so."""
    found = {entity.id: entity for entity in (*record.find_entities(words), *load_lexicon().resolve(words))}
    fitting = _KINDS_OF_ROLE.get(role)
    return tuple(sorted(found.values(), key=lambda entity: (entity.kind is not fitting, entity.name)))[:12]


def _evidence(document: Document, wording: Wording, original: Claim | None) -> tuple[Evidence, ...]:
    if original and (original.evidence[0].start, original.evidence[0].end) == (wording.start, wording.end):
        return original.evidence
    return (cut_evidence(document, wording.start, wording.end),)


def _cites(document: Document, said: Evidence) -> Iterator[str]:
    """The notes that are cited in the sentence, or right after it."""
    assert said.start is not None and said.end is not None
    return (mark.number for mark in document.marks if said.start <= mark.start <= said.end + 1)


def _roles(
    record: RecordReader, document: Document, wording: Wording, original: Claim | None
) -> dict[str, tuple[Filler, ...]]:
    found: dict[str, tuple[Filler, ...]] = {}
    for role in KINDS[wording.kind].roles:
        fillers = tuple(_fillers(record, document, wording, role, original))
        if fillers:
            # What was added last takes the place of what a role with one filler had.
            found[role.name] = fillers if role.several else fillers[-1:]
    return found


def _fillers(
    record: RecordReader, document: Document, wording: Wording, role: Role, original: Claim | None
) -> Iterable[Filler]:
    if role.holds is Holds.CLOSED:
        word = wording.words.get(role.name, "")
        if word:
            yield Filler(word)
        return
    for written in wording.fillers:
        sort, name, *rest = written.split("|", 4)
        if name == role.name:
            yield _filler(record, document, role, sort, rest, original)
    typed = wording.typed.get(role.name, "").strip()
    if typed:
        start, end = place_typed(document, typed, wording.start)
        known = candidates_for(record, role.name, document.text[start:end])
        yield fill(record, document, role, start, end, known[0].id if known else "")


def _filler(
    record: RecordReader, document: Document, role: Role, sort: str, rest: list[str], original: Claim | None
) -> Filler:
    try:
        if sort == "old" and original is not None:
            return original.fillers(role.name)[int(rest[0])]
        start, end, entity = int(rest[0]), int(rest[1]), rest[2]
        if sort != "new" or not 0 <= start < end <= len(document.text):
            raise ValueError(sort)
    except (ValueError, IndexError) as error:
        raise ClaimInvalid(f"what fills “{role.name}” cannot be read.", mend="Select the words again.") from error
    return fill(record, document, role, start, end, entity)


def fill(record: RecordReader, document: Document, role: Role, start: int, end: int, entity: str) -> Filler:
    """The filler that these characters make; without `entity`, a name is an entity of its own where the role asks for one."""
    text = document.text[start:end]
    if role.holds in (Holds.TEXT, Holds.NUMBER) or (role.holds is Holds.EITHER and not entity):
        return Filler(text, start, end)
    known = record.entity(EntityId(entity)) or load_lexicon().entity(EntityId(entity)) if entity else None
    if entity and known is None:
        raise ClaimInvalid(f"nothing has the id “{entity[:100]}”.", mend="Choose one of the names on the list.")
    if known is None:
        return Filler(text, start, end, slug(text), " ".join(text.split()))
    return Filler(text, start, end, known.id, known.name)
