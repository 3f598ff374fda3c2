"""Whose somebody is, told beside the name: "Jane Doe of the Navy", "John Roe, formerly of the Ministry", "ex-Saab"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.affiliations.owners import BODIES
from foedera.claims.affiliations.people import rank_of
from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind
from foedera.names import NameForm
from foedera.names.patterns.words import Words

EMPLOYERS = frozenset({EntityKind.COMPANY, EntityKind.AGENCY, EntityKind.CENTRE, EntityKind.INSTITUTION})
# What may stand between a name and its body: "(ret.)", a word of time, "of the consultancy".
_LINK = re.compile(
    r"(?:\s?\((?:ret|ret['’]?d|rtd|retired)\.?\))?\s?[,(–—-]*\s*"
    r"(?:(?:who is |who was |and )?(?P<time>formerly|now|once|previously|lately|latterly|currently|sometime|recently) (?:of|with|at|in|@)|"
    r"(?P<loan>on (?:secondment|loan) (?:from|to)|seconded (?:from|to)|speaking for|on behalf of)|(?P<ex>ex-))"
    r" ?(?:the |an? )?(?:(?:consultancy|think-?tank|firm|company|newspaper|institute) )?"
)


def by_link(people: tuple[Mention, ...], sentence: Sentence) -> Iterator[Draft]:
    """“Jane Doe, formerly of the foreign ministry”, “John Roe – now with Saab”, “seconded from the Navy”."""
    for person in people:
        for body in sentence.mentions:
            if body.start < person.end or body.generic or body.kind not in BODIES:
                continue
            match = _LINK.fullmatch(sentence.text[person.end - sentence.start : body.start - sentence.start])
            if match is None or (body.kind in STATELIKE and match["time"] is None):
                continue
            said = next(name for name in ("time", "loan", "ex") if match[name])
            start = person.end + match.start(said)
            relation = sentence.cut(start, start + len(match[said].rstrip("-").split(" of ")[0]))
            yield draft(
                Kind.AFFILIATION,
                (person.start, body.end),
                member=person.filler(),
                of=body.filler(),
                as_=relation,
                confidence=0.65,
            )
            break


# “JS Roe (commanding officer: Commander Jane Doe)”, “the Centre (director: John Doe)”.
_LABELLED = re.compile(
    r"\s?\((?P<as>(?:commanding|executive) officer|commander|captain|CO|head|director|chair|chairman|chairwoman|president|chief|"
    r"commandant|master|skipper|CEO|chief executive)\s?[:–—]\s?(?:[A-Z][\w.]*\s){0,4}"
)
_LED = BODIES | {EntityKind.VESSEL}


def by_label(people: tuple[Mention, ...], sentence: Sentence) -> Iterator[Draft]:
    """“JS Roe (commanding officer: Commander Jane Doe)”: the office stands in brackets after what it is of."""
    for body in sentence.mentions:
        person = next((each for each in people if each.start > body.end), None)
        if person is None or body.generic or body.kind not in _LED or person.kind is not EntityKind.PERSON:
            continue
        match = _LABELLED.fullmatch(sentence.text[body.end - sentence.start : person.start - sentence.start])
        if match is not None:
            relation = sentence.cut(body.end + match.start("as"), body.end + match.end("as"))
            yield draft(
                Kind.AFFILIATION,
                (body.start, person.end),
                member=person.filler(),
                of=body.filler(),
                as_=relation,
                confidence=0.65,
            )


def by_rank(people: tuple[Mention, ...], words: Words, sentence: Sentence) -> Iterator[Draft]:
    """“Major Jane Doe of the Defence Command”, “Cdr John Doe, Royal Navy”, “Jane Doe (SIMA)”."""
    for person in people:
        body = next((mention for mention in sentence.mentions if mention.start >= person.end), None)
        if body is None or body.generic or body.kind not in BODIES | {EntityKind.UNKNOWN}:
            continue
        if person.kind is not EntityKind.PERSON or not (person.parts or " " in person.text):
            continue
        gap = sentence.text[person.end - sentence.start : body.start - sentence.start]
        following = sentence.text[body.end - sentence.start :].lstrip()
        linked = gap in {" of the ", " of ", ", of the ", ", of "} or (
            gap in {" from ", " from the "} and body.kind in EMPLOYERS and " " in person.text
        )
        bracketed = gap == " (" and following.startswith(")")
        closed = gap == ", " and following[:1] in {"", ",", ".", ";", ")", "("}
        listed = closed and (rank_of(person, words, sentence) or _is_employee(person, body))
        if not (linked or bracketed or listed) or (body.kind in STATELIKE and not linked):
            continue
        if body.kind is EntityKind.UNKNOWN and not (bracketed or gap.endswith("of the ")):
            continue
        rank = rank_of(person, words, sentence)
        yield draft(
            Kind.AFFILIATION,
            (rank.start if rank and rank.start is not None else person.start, body.end),
            member=person.filler(),
            of=body.filler(),
            as_=rank,
            confidence=0.7,
        )


def by_owner(people: tuple[Mention, ...], sentence: Sentence) -> Iterator[Draft]:
    """“Finland's Antti Mäkelä said”, “Saab's Jane Doe”: of whom, and not as what."""
    for person in people:
        if " " not in person.text or person.kind is not EntityKind.PERSON:
            continue
        for body in sentence.mentions:
            gap = sentence.text[max(0, body.end - sentence.start) : person.start - sentence.start]
            if gap in {"'s ", "’s "} and body.kind in BODIES and not body.generic:
                yield draft(
                    Kind.AFFILIATION,
                    (body.start, person.end),
                    member=person.filler(),
                    of=body.filler(),
                    confidence=0.5,
                )


def _is_employee(person: Mention, body: Mention) -> bool:
    """Whether a full name and a known body stand side by side: "Jane Doe, SIPRI"."""
    known = body.form is not NameForm.PATTERN or person.part("title") is not None
    return body.kind in EMPLOYERS and known and " " in person.text
