"""Who holds an office: a title before a name, or a name with its office behind it."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.affiliations.commands import find_commands
from foedera.claims.affiliations.links import by_label, by_link, by_owner, by_rank
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
from foedera.claims.affiliations.people import people_of
from foedera.claims.affiliations.verbs import find_by_verbs
from foedera.claims.affiliations.words import COURTESY, MILITARY, OF_BLOC, OF_BODY, OF_STATE, RANKS
from foedera.claims.drafts import Draft
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
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
    yield from by_link(others, sentence)
    yield from by_label(others, sentence)
    yield from by_rank(others, words, sentence)
    yield from by_owner(others, sentence)


def _is_of_staff(office: Office, sentence: Sentence) -> bool:
    """Whether a title is that of a state's chief of defence: "Chief of the Defence Staff", "Chief of Naval Staff"."""
    title = sentence.text[slice(*office.title)].casefold().split()
    return office.head == "chief" and bool({"defence", "defense", "army", "naval", "navy", "air"} & set(title))


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
        return _only_link(_without_service(sentence, end, first))
    return False


def _without_service(sentence: Sentence, start: int, end: int) -> str:
    """What stands between a name and an office, without the service named there: “Doe, Royal Navy, commanding officer”."""
    gap = sentence.text[start:end]
    for mention in sentence.mentions:
        first, last = mention.start - sentence.start, mention.end - sentence.start
        service = mention.kind is EntityKind.FORCE and not mention.generic and start <= first and last <= end
        if service and sentence.text[start:first].strip() in {",", ", of the"} and sentence.text[last:end][:1] == ",":
            gap = sentence.text[last:end]
    return gap


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
    if bare.startswith(":"):  # "Exercise director: Col. Doe"
        bare = bare[1:].strip()
    if bare.count(",") > 2 or any(mark in bare for mark in ";:"):
        return False
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
    return len(rest) <= 5 and all(word.casefold() in _LINKING for word in rest)


_LINKING = frozenset(
    """the a an then who is was as former now country's also has been its their his her our whose and departing outgoing
    new long-time longtime –""".split()
)
