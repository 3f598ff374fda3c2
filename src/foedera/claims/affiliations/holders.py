"""Who holds an office: a title before a name, or a name with its office behind it."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.affiliations.commands import find_commands
from foedera.claims.affiliations.making import office_claim
from foedera.claims.affiliations.offices import Office, find_offices, words_of
from foedera.claims.affiliations.owners import (
    BODIES,
    bloc_spoken_of,
    body_of_known,
    body_spoken_of,
    owner_behind,
    state_spoken_of,
)
from foedera.claims.affiliations.people import people_of, rank_of
from foedera.claims.affiliations.verbs import find_by_verbs
from foedera.claims.affiliations.words import COURTESY, MILITARY, OF_BLOC, OF_BODY, OF_STATE, RANKS
from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind
from foedera.names import NameForm
from foedera.names.patterns.words import Words


def find_holders(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The people of a sentence with their offices, in text order."""
    people = people_of(sentence)
    offices = tuple(find_offices(sentence, scene))
    words = words_of(sentence)
    taken: set[int] = set()
    held: set[int] = set()
    previous: Filler | None = None
    for person in people:
        last: Office | None = None
        for office in offices:
            between = _body_between(person, office, words, sentence)
            beside = between is not None or _is_beside(person, office, words, sentence)
            if office.first in taken or not (beside or _follows(last, office, words)):
                continue
            if _introduces_another(office, person, people, words, sentence):
                continue
            if (
                office.weak
                and office.owner is None
                and not (office.first > 0 and words.lower[office.first - 1] == "the")
                and between is None
                and sentence.start + words.starts[office.first] < person.start
            ):
                continue  # "Commander Jane Doe": a rank
            taken.add(office.first)
            last = office
            owner = (
                office.owner
                or (between.filler() if between else None)
                or owner_behind(person, office, words, sentence)
                or body_of_known(person, office.head, scene)
                or previous
            )
            titled = office.first > 0 and words.lower[office.first - 1] == "the"  # "the captain, Cdr Doe": no rank
            named_alone = (office.weak and not (titled and office.head in MILITARY)) or words.lower[
                office.last
            ].endswith("s")  # "Presidents Doe and Roe"
            if owner is None and office.head in OF_BODY | MILITARY and not named_alone:
                owner = body_spoken_of(person, office, sentence, scene)
            if owner is None and office.head in OF_BLOC and not named_alone:
                owner = bloc_spoken_of(scene)
            if owner is None and (office.head in OF_STATE or _is_of_staff(office, sentence)) and not named_alone:
                owner = state_spoken_of(person, sentence, scene)
            if owner is not None:
                previous = owner if office.head in OF_STATE else previous
                held.add(person.start)
                yield office_claim(person.filler(), owner, office, words, sentence)
    yield from find_by_verbs(sentence, scene, offices, taken)
    yield from find_commands(sentence, scene)
    others = tuple(person for person in people if person.start not in held)
    yield from _by_rank(others, words, sentence)
    yield from _by_owner(others, sentence)


def _is_of_staff(office: Office, sentence: Sentence) -> bool:
    """Whether a title is that of a state's chief of defence: "Chief of the Defence Staff", "Chief of Naval Staff"."""
    title = sentence.text[slice(*office.title)].casefold().split()
    return office.head == "chief" and bool({"defence", "defense", "army", "naval", "navy", "air"} & set(title))


def _by_owner(people: tuple[Mention, ...], sentence: Sentence) -> Iterator[Draft]:
    """“Finland's Antti Mäkelä said”, “Saab's Jane Doe”: of whom, and not as what."""
    for person in people:
        if person.kind is not EntityKind.PERSON or " " not in person.text:
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


_EMPLOYERS = frozenset({EntityKind.COMPANY, EntityKind.AGENCY, EntityKind.CENTRE, EntityKind.INSTITUTION})


def _is_employee(person: Mention, body: Mention) -> bool:
    """Whether a full name and a known body stand side by side: "Jane Doe, SIPRI"."""
    known = body.form is not NameForm.PATTERN or person.part("title") is not None
    return body.kind in _EMPLOYERS and known and " " in person.text


def _introduces_another(
    office: Office, person: Mention, people: tuple[Mention, ...], words: Words, sentence: Sentence
) -> bool:
    """Whether an office behind a name is that of the next: “Minister Doe, Westhaven's Minister Roe and …”."""
    end = words.ends[office.last]
    return person.end - sentence.start <= words.starts[office.first] and any(
        other.start - sentence.start > end
        and "," not in sentence.text[end : other.start - sentence.start]
        and "(" not in sentence.text[end : other.start - sentence.start]
        and _only_titles(sentence.text[end : other.start - sentence.start])
        for other in people
    )


def _is_beside(person: Mention, office: Office, words: Words, sentence: Sentence) -> bool:
    """Whether only titles and punctuation stand between a name and an office."""
    start, end = person.start - sentence.start, person.end - sentence.start
    first, last = words.starts[office.first], words.ends[office.last]
    if last <= start:
        return _only_titles(sentence.text[last:start])
    if end <= first:
        return _only_link(sentence.text[end:first])
    return False


def _body_between(person: Mention, office: Office, words: Words, sentence: Sentence) -> Mention | None:
    """The body in "Commander, Fleet Escort Force, Vice Admiral Tanabe"."""
    begin = sentence.start + words.ends[office.last]
    found = [
        each for each in sentence.mentions_between(begin, person.start) if each.kind in BODIES and not each.generic
    ]
    if len(found) != 1:
        return None
    before = sentence.text[begin - sentence.start : found[0].start - sentence.start].strip()
    after = sentence.text[found[0].end - sentence.start : person.start - sentence.start].strip()
    return found[0] if before in {",", ", the"} and after.startswith(",") and _only_titles(after[1:]) else None


def _follows(last: Office | None, office: Office, words: Words) -> bool:
    """Whether an office only continues another: "High Representative of the Union, Vice-President of the Commission"."""
    if last is None or office.first <= last.last or office.owner is None:
        return False
    gap = words.text[words.ends[last.last] : words.starts[office.first]].strip(" )")
    return gap in {",", "/", "and", ", and", ", the", "and the", "and a"}


def _only_titles(gap: str) -> bool:
    """Between "minister" and "Jane Doe": ranks, courtesy titles, one comma, an acronym in brackets."""
    bare = gap.strip()
    if bare.count(",") > 2 or any(mark in bare for mark in ";:"):
        return bare == ":"
    if bare.startswith("("):
        inside, _, bare = bare[1:].partition(")")
        if len(inside.split()) > 1:
            return False
    return all(
        word.strip(".,()-").casefold() in RANKS | COURTESY | {"", "ret", "retd", "retired"} for word in bare.split()
    )


def _only_link(gap: str) -> bool:
    """Between "Jane Doe" and "minister": a comma, bracket or dash with an article, "who is", "then"."""
    bare = gap.strip()
    if not bare:
        return False
    if bare[0] not in ",(–—-":
        return False
    rest = bare[1:].replace(",", " ").split()
    return len(rest) <= 5 and all(
        word.casefold()
        in {
            "the",
            "a",
            "an",
            "then",
            "who",
            "is",
            "was",
            "as",
            "former",
            "now",
            "country's",
            "also",
            "has",
            "been",
            "its",
            "their",
            "–",
        }
        for word in rest
    )


def _by_rank(people: tuple[Mention, ...], words: Words, sentence: Sentence) -> Iterator[Draft]:
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
            gap in {" from ", " from the "} and body.kind in _EMPLOYERS and " " in person.text
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
