"""Who holds an office: a title before a name, a name with its office behind it, "is", "heads", "led by"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.affiliations.offices import Office, find_offices, words_of
from foedera.claims.affiliations.words import (
    APPOINTING,
    BECOMING,
    BODY_NOUNS,
    COURTESY,
    LEADING,
    MILITARY,
    OF_BODY,
    RANKS,
    WORKING,
)
from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import ACTORS, STATELIKE, Mention
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.names import NameForm
from foedera.names.patterns.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = (ACTORS - {EntityKind.PERSON}) | {EntityKind.VESSEL, EntityKind.CENTRE, EntityKind.EVENT}
_COMMANDS = frozenset({EntityKind.UNIT, EntityKind.FORCE, EntityKind.VESSEL, EntityKind.OPERATION, EntityKind.CENTRE})
_EMPLOYERS = frozenset({EntityKind.COMPANY, EntityKind.AGENCY, EntityKind.CENTRE, EntityKind.INSTITUTION})
# Offices that a state has: without an owner they belong to the state that the text speaks of.
_OF_STATE = frozenset(
    """minister secretary president chancellor ambassador premier pm king queen emir undersecretary attaché attache
    ministers presidents secretaries tánaiste taoiseach commissioner speaker senator prince""".split()
)


def find_holders(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The people of a sentence with their offices, in text order."""
    people = people_of(sentence)
    if not people:
        return
    offices = tuple(find_offices(sentence, scene))
    words = words_of(sentence)
    taken: set[int] = set()
    held: set[int] = set()
    previous: Filler | None = None
    for person in people:
        last: Office | None = None
        for office in offices:
            beside = _is_beside(person, office, words, sentence)
            if office.first in taken or not (beside or _follows(last, office, words)):
                continue
            if office.weak and office.owner is None and sentence.start + words.starts[office.first] < person.start:
                continue  # "Commander Jane Doe": a rank
            taken.add(office.first)
            last = office
            owner = office.owner or _owner_behind(person, office, words, sentence) or previous
            named_alone = office.weak or words.lower[office.last].endswith("s")  # "Presidents Doe and Roe"
            if owner is None and office.head in OF_BODY | MILITARY and not named_alone:
                owner = body_spoken_of(person, office, sentence, scene)
            if owner is None and office.head in _OF_STATE and not named_alone:
                owner = state_spoken_of(person, sentence, scene)
            if owner is not None:
                previous = owner if office.head in _OF_STATE else previous
                held.add(person.start)
                yield _claim(person.filler(), owner, office, words, sentence)
    yield from _by_verbs(sentence, scene, offices, taken)
    yield from _by_rank(tuple(person for person in people if person.start not in held), words, sentence)


def people_of(sentence: Sentence) -> tuple[Mention, ...]:
    """The people whom the sentence names."""
    return tuple(
        each
        for mention in sentence.mentions
        for each in (mention, *(mention.inner if mention.kind is EntityKind.UNKNOWN else ()))
        if _may_be_person(each)
    )


_PARTICLES = frozenset("de del della da dos du di la le el al van von der den bin bint ibn y e".split())


def _may_be_person(mention: Mention) -> bool:
    """Whether a mention is a person, or a name of two words or more that nobody knows."""
    if mention.kind is EntityKind.PERSON:
        return not mention.generic
    words = mention.text.split()
    unknown = mention.kind is EntityKind.UNKNOWN or (
        mention.kind is EntityKind.INSTITUTION and mention.form is NameForm.PATTERN and not mention.parts
    )
    return (
        unknown
        and 1 < len(words) < 5
        and all(word[0].isupper() and not word.isupper() and word.isalpha() for word in words if word not in _PARTICLES)
        and not any(word.casefold().rstrip("s") in BODY_NOUNS for word in words)
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


def _owner_behind(person: Mention, office: Office, words: Words, sentence: Sentence) -> Filler | None:
    """The body after an office and a comma, or in brackets after the name: "general manager, Marmara Optronik"."""
    for end in (words.ends[office.last] + sentence.start, person.end):
        for mention in sentence.mentions:
            if mention.start < end or mention.kind not in _BODIES or mention.start == person.start:
                continue
            gap = sentence.text[end - sentence.start : mention.start - sentence.start].strip()
            if gap in {",", "(", "of", "of the", ", of the", ", of", ", the", "at", "from"}:
                following = sentence.text[mention.end - sentence.start :].lstrip()
                if gap != "(" or following.startswith(")"):
                    return mention.filler()
            break
    return None


def state_spoken_of(person: Mention, sentence: Sentence, scene: Scene) -> Filler | None:
    """The state that an office without owner most likely belongs to: the nearest named before it, else the document's."""
    for each in (sentence, *scene.reading.before(sentence)):
        states = [mention for mention in _states_of(each) if mention.end <= person.start]
        if states:
            return states[-1].filler()
        if sentence.index - each.index > 3:
            break
    counts: dict[str, list[Mention]] = {}
    for mention in scene.reading.mentions:
        if mention.kind in STATELIKE:
            counts.setdefault(mention.entity, []).append(mention)
    return max(counts.values(), key=len)[0].filler() if counts else None


def body_spoken_of(person: Mention, office: Office, sentence: Sentence, scene: Scene) -> Filler | None:
    """The body that "the chief executive, Jane Doe" leads: the company or body named last before."""
    if office.head == "president" and office.first == office.last:
        return None
    kinds = _COMMANDS if office.head in MILITARY else _EMPLOYERS
    for each in (sentence, *scene.reading.before(sentence)):
        bodies = [
            mention
            for mention in each.mentions
            if mention.kind in kinds and not mention.generic and mention.end <= person.start
        ]
        if bodies:
            return bodies[0].filler() if each is not sentence else bodies[-1].filler()
        if sentence.index - each.index > 3:
            break
    return None


def _states_of(sentence: Sentence) -> list[Mention]:
    """The states and capitals that a sentence names, also within the names of their bodies."""
    return [
        each
        for mention in sentence.mentions
        for each in (mention, *mention.inner)
        if each.state is not None and (each.kind in STATELIKE or each.form in {NameForm.METONYM, NameForm.DEMONYM})
    ]


def _claim(
    member: Filler,
    owner: Filler,
    office: Office,
    words: Words,
    sentence: Sentence,
    *,
    when: Span | None = None,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    confidence: float = 0.85,
) -> Draft:
    start = min(member.start or 0, sentence.start + words.starts[office.first])
    end = max(member.end or 0, sentence.start + words.ends[office.last])
    title = sentence.cut(sentence.start + office.title[0], sentence.start + office.title[1])
    return draft(
        Kind.AFFILIATION,
        (max(start, sentence.start), min(end, sentence.end)),
        member=member,
        of=owner,
        as_=title,
        when=when,
        modality=modality,
        polarity=polarity,
        confidence=confidence,
    )


def _by_verbs(sentence: Sentence, scene: Scene, offices: tuple[Office, ...], taken: set[int]) -> Iterator[Draft]:
    for verb in sentence.tokens:
        lemma = verb.lemma_.lower()
        if lemma in {"be", *BECOMING, *APPOINTING}:
            yield from _is_office(verb, sentence, scene, offices, taken)
        if lemma in LEADING and verb.pos_ == "VERB":
            yield from _leads(verb, LEADING[lemma], sentence, scene)
        if lemma in WORKING:
            yield from _works_at(verb, sentence, scene)


def _is_office(
    verb: Token, sentence: Sentence, scene: Scene, offices: tuple[Office, ...], taken: set[int]
) -> Iterator[Draft]:
    """“Jane Doe is (was, became, was appointed as) head of the agency”."""
    words = words_of(sentence)
    holders = frames.undergoers(verb) if verb.lemma_.lower() in APPOINTING else frames.subjects(verb)
    people = scene.mentions(
        holders, sentence, lambda mention: mention.kind is EntityKind.PERSON and not mention.generic
    )
    if len(people) != 1:
        return
    for office in offices:
        token = sentence.token_at(sentence.start + words.starts[_head_word(office, words)])
        if office.first in taken or token is None or not _governed(token, verb):
            continue
        owner = office.owner or (state_spoken_of(people[0], sentence, scene) if office.head in _OF_STATE else None)
        if owner is None:
            continue
        taken.add(office.first)
        modality = modality_of(verb)
        when = scene.when_of(verb, sentence, modality=modality)
        yield _claim(
            people[0].filler(),
            owner,
            office,
            words,
            sentence,
            when=when,
            modality=modality,
            polarity=polarity_of(verb),
            confidence=0.75,
        )


def _head_word(office: Office, words: Words) -> int:
    return next((at for at in range(office.first, office.last + 1) if words.lower[at] == office.head), office.last)


def _governed(token: Token, verb: Token) -> bool:
    """Whether a noun is what the verb says somebody is: its attribute, or after "as"."""
    if token.head == verb and token.dep_ in {"attr", "oprd", "dobj", "acomp"}:
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head == verb


def _leads(verb: Token, relation: str, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“General Doe, who heads the mission”, “a task group led by Commodore Doe”."""
    people = scene.mentions(
        frames.doers(verb), sentence, lambda mention: mention.kind is EntityKind.PERSON and not mention.generic
    )
    bodies = [
        mention
        for mention in scene.mentions(frames.undergoers(verb), sentence)
        if mention.kind in _BODIES and mention.kind not in STATELIKE and not mention.generic
    ]
    if len(people) != 1 or not bodies:
        return
    start, end = sentence.place(*_span(verb))
    modality = modality_of(verb)
    yield draft(
        Kind.AFFILIATION,
        (start, end),
        member=people[0].filler(),
        of=bodies[0].filler(),
        as_=sentence.excerpt(verb.i, verb.i + 1),
        when=scene.when_of(verb, sentence, modality=modality),
        modality=modality,
        polarity=polarity_of(verb),
        confidence=0.7,
    )


def _works_at(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Dr Doe teaches at the Naval War School”."""
    people = scene.mentions(
        frames.subjects(verb), sentence, lambda mention: mention.kind is EntityKind.PERSON and not mention.generic
    )
    bodies = scene.mentions(
        frames.after_preposition(verb, {"at", "for"}), sentence, lambda mention: mention.kind in _BODIES
    )
    if len(people) == 1 and bodies:
        yield draft(
            Kind.AFFILIATION,
            sentence.place(*_span(verb)),
            member=people[0].filler(),
            of=bodies[0].filler(),
            as_=sentence.excerpt(verb.i, verb.i + 1),
            modality=modality_of(verb),
            polarity=polarity_of(verb),
            confidence=0.7,
        )


def _span(verb: Token) -> tuple[int, int]:
    subjects = [child.left_edge.i for child in verb.children if child.i < verb.i and child.dep_.startswith("nsubj")]
    return min([verb.i, *subjects]), frames.clause(verb)[1]


def _by_rank(people: tuple[Mention, ...], words: Words, sentence: Sentence) -> Iterator[Draft]:
    """“Major Jane Doe of the Defence Command”, “Cdr John Doe, Royal Navy”, “Jane Doe (SIMA)”."""
    for person in people:
        body = next((mention for mention in sentence.mentions if mention.start >= person.end), None)
        if body is None or body.generic or body.kind not in _BODIES | {EntityKind.UNKNOWN}:
            continue
        if person.kind is not EntityKind.PERSON or not (person.parts or " " in person.text):
            continue
        gap = sentence.text[person.end - sentence.start : body.start - sentence.start]
        following = sentence.text[body.end - sentence.start :].lstrip()
        linked = gap in {" of the ", " of ", ", of the ", ", of "}
        bracketed = gap == " (" and following.startswith(")")
        listed = gap == ", " and following[:1] in {"", ",", ".", ";", ")", "("} and _rank_of(person, words, sentence)
        if not (linked or bracketed or listed) or (body.kind in STATELIKE and not linked):
            continue
        if body.kind is EntityKind.UNKNOWN and not (bracketed or gap.endswith("of the ")):
            continue
        rank = _rank_of(person, words, sentence)
        yield draft(
            Kind.AFFILIATION,
            (rank.start if rank and rank.start is not None else person.start, body.end),
            member=person.filler(),
            of=body.filler(),
            as_=rank,
            confidence=0.7,
        )


def _rank_of(person: Mention, words: Words, sentence: Sentence) -> Filler | None:
    """The military rank directly before a name."""
    before = [at for at in range(len(words)) if sentence.start + words.ends[at] <= person.start]
    last = first = before[-1] if before else -1
    if last < 0 or words.lower[last] not in RANKS or sentence.start + words.ends[last] + 2 < person.start:
        return None
    while first > 0 and words.lower[first - 1] in RANKS and words.close[first]:
        first -= 1
    return sentence.cut(sentence.start + words.starts[first], sentence.start + words.ends[last])
