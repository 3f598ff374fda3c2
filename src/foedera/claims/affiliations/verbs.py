"""Offices told by verbs: "is", "was appointed", "who heads", "led by", "teaches at"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedera.claims import frames
from foedera.claims.affiliations.making import office_claim
from foedera.claims.affiliations.offices import Office, words_of
from foedera.claims.affiliations.owners import BODIES, state_spoken_of
from foedera.claims.affiliations.people import may_be_person
from foedera.claims.affiliations.words import APPOINTING, BECOMING, GOING, LEADING, LED_NOUNS, OF_STATE, WORKING
from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind
from foedera.names.patterns.words import Words


def find_by_verbs(sentence: Sentence, scene: Scene, offices: tuple[Office, ...], taken: set[int]) -> Iterator[Draft]:
    """The offices that verbs give to the people of a sentence; `taken` are the offices given already, and grows."""
    for verb in sentence.tokens:
        lemma = verb.lemma_.lower()
        if lemma in {"be", *BECOMING, *APPOINTING, *GOING}:
            yield from _is_office(verb, sentence, scene, offices, taken)
        if lemma in LEADING and verb.pos_ == "VERB":
            yield from _leads(verb, sentence, scene)
        if lemma in WORKING:
            yield from _works_at(verb, sentence, scene)


def _is_office(
    verb: Token, sentence: Sentence, scene: Scene, offices: tuple[Office, ...], taken: set[int]
) -> Iterator[Draft]:
    """“Jane Doe is (was, became, was appointed as) head of the agency”."""
    words = words_of(sentence)
    holders = frames.undergoers(verb) if verb.lemma_.lower() in APPOINTING else frames.subjects(verb)
    people = scene.mentions(holders, sentence, may_be_person)
    if len(people) != 1:
        return
    for office in offices:
        token = sentence.token_at(sentence.start + words.starts[_head_word(office, words)])
        if office.first in taken or token is None or not _governed(token, verb):
            continue
        owner = office.owner or (state_spoken_of(people[0], sentence, scene) if office.head in OF_STATE else None)
        if owner is None:
            continue
        taken.add(office.first)
        modality = modality_of(verb)
        when = scene.when_of(verb, sentence, modality=modality)
        yield office_claim(
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


def _leads(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“General Doe, who heads the mission”, “a task group led by Commodore Doe”, “co-chaired by Doe and Roe”."""
    people = scene.mentions(frames.doers(verb), sentence, may_be_person)
    led = _body_at(frames.undergoers(verb), sentence, scene)
    together = verb.lemma_.lower() in _SHARED or frames.is_passive(verb)
    if led is None or not people or (len(people) > 1 and not together):
        return
    if verb.lemma_.lower() == "represent" and frames.is_passive(verb):
        return  # "the Navy was represented by the frigate"
    modality = modality_of(verb)
    for person in people:
        yield draft(
            Kind.AFFILIATION,
            sentence.place(*_span(verb)),
            member=person.filler(),
            of=led,
            as_=sentence.excerpt(verb.i, verb.i + 1),
            when=scene.when_of(verb, sentence, modality=modality),
            modality=modality,
            polarity=polarity_of(verb),
            confidence=0.7,
        )


_SHARED = frozenset({"chair", "co-chair", "co-lead", "co-direct"})


def _body_at(nouns: Iterable[Token], sentence: Sentence, scene: Scene) -> Filler | None:
    """The body that somebody leads: by name, or by its noun where it has none ("the garrison")."""
    for noun in nouns:
        named = [
            mention
            for mention in scene.mentions([noun], sentence)
            if mention.kind in BODIES and mention.kind not in STATELIKE and not mention.generic
        ]
        if named:
            return named[0].filler()
        if noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() in LED_NOUNS:
            return scene.named_by(noun, sentence)
    return None


def _works_at(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Dr Doe teaches at the Naval War School”, “who speaks for the firm”, “is seconded to the Agency”."""
    prepositions = WORKING[verb.lemma_.lower()]
    passive = frames.is_passive(verb)
    if "" in prepositions and passive:
        return
    people = scene.mentions(frames.undergoers(verb) if passive else frames.subjects(verb), sentence, may_be_person)
    places = frames.objects(verb) if "" in prepositions else frames.after_preposition(verb, prepositions)
    bodies = scene.mentions(places, sentence, _employs)
    if len(people) == 1 and bodies:
        modality = modality_of(verb)
        yield draft(
            Kind.AFFILIATION,
            sentence.place(*_span(verb)),
            member=people[0].filler(),
            of=bodies[0].filler(),
            as_=sentence.excerpt(verb.i, verb.i + 1),
            when=scene.when_of(verb, sentence, modality=modality),
            modality=modality,
            polarity=polarity_of(verb),
            confidence=0.65,
        )


def _employs(mention: Mention) -> bool:
    return mention.kind in BODIES - {EntityKind.EVENT} and mention.kind not in STATELIKE and not mention.generic


def _span(verb: Token) -> tuple[int, int]:
    subjects = [child.left_edge.i for child in verb.children if child.i < verb.i and child.dep_.startswith("nsubj")]
    return min([verb.i, *subjects]), frames.clause(verb)[1]
