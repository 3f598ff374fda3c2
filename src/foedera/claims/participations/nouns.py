"""Participations that a noun tells: “a member of NATO”, “Japan's participation in”, “the NATO member Norway”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.participations.access import having_access
from foedera.claims.participations.making import actors_at, can_take_part, participation
from foedera.claims.participations.matter import matter
from foedera.claims.participations.postings import inside, within_framework
from foedera.claims.participations.targets import Target, targets_at, topic
from foedera.claims.participations.words import AS, ENDING, HYPHENED, LEFT_OUT, OPENINGS, ROLE_NOUNS, TAKING_PART
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind

_COMPOSED = frozenset("consist comprise include involve gather unite group bring link embrace number".split())
_STATES = frozenset({"state", "country", "nation", "company"})


def by_nouns(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the nouns of a sentence tell of participations."""
    for token in sentence.tokens:
        if token.lower_ in HYPHENED:
            yield from _hyphened(token, sentence, scene)
        if token.lemma_.lower() in _COMPOSED and token.pos_ == "VERB":
            yield from made_up(token, sentence, scene)
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        yield from within_framework(token, sentence, scene)
        yield from inside(token, sentence, scene)
        lemma = token.lemma_.lower()
        if lemma in TAKING_PART:
            yield from _taking_part(token, sentence, scene)
        elif lemma in ROLE_NOUNS:
            yield from _role(token, sentence, scene)
        elif lemma == "access":
            yield from having_access(token, sentence, scene)
        elif lemma in OPENINGS:
            yield from _opening(token, sentence, scene)
        elif lemma in _STATES:
            yield from _qualified(token, sentence, scene)


def _taking_part(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Japan's participation in the programme”, “the accession of Finland to NATO”."""
    quality, prepositions, denied = TAKING_PART[noun.lemma_.lower()]
    denied = denied or (noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in ENDING)
    who = [child for child in noun.children if child.dep_ in {"poss", "amod", "compound"}]
    who += frames.after_preposition(noun, {"of", "by"} - prepositions)
    actors = actors_at(who, sentence, scene)
    joined = frames.after_preposition(noun, prepositions)
    targets = targets_at(joined, sentence, scene)
    if not joined and actors and noun.lemma_.lower() in LEFT_OUT:
        about = matter(sentence, scene, sentence.offset(noun))
        targets = [about] if about is not None else []
    for target in targets:
        if target.is_exercise or (target.kind is EntityKind.INSTRUMENT and quality is None):
            continue
        found = participation(
            noun, actors, target, quality or target.quality, sentence, scene, denied=denied, confidence=0.6
        )
        if found is not None:
            yield found


def _role(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Norway is a member of NATO”, “Turkey, a candidate for the EU”, “Leonardo as prime contractor of the GCAP”."""
    quality = ROLE_NOUNS[noun.lemma_.lower()]
    if noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].text == ")":
        return  # "Roe Dynamics (Northmoor, coordinator)" is read as a list
    joined = [*frames.after_preposition(noun, {"of", "in", "to", "for", "on", "with", "under", "within"})]
    joined += [child for child in noun.children if child.dep_ in {"compound", "nmod", "poss", "amod"}]
    if _are_watchers(noun):
        yield from _watching(noun, sentence, scene)
    state = noun
    if noun.dep_ == "attr" and noun.head.lemma_.lower() in {"become", "be", "remain"}:
        joined += frames.after_preposition(noun.head, {"in", "of", "to", "for"})  # "is lead for Europe in the project"
    if noun.dep_ in {"compound", "amod", "nmod"} and noun.head.lemma_.lower() in _STATES:
        state = noun.head  # "an EU member state"
        joined += [child for child in state.children if child.dep_ in {"compound", "nmod", "poss", "amod"}]
        joined += frames.after_preposition(state, {"of", "in"})
    targets = [target for target in targets_at(joined, sentence, scene) if _fits(target, quality)]
    targets = targets or _named_within(state, sentence, scene) or _built_together(noun, quality, sentence)
    said_by, actors = _bearers(state, sentence, scene)
    if not actors:
        return
    if not targets and quality in _ELLIPTIC and state.dep_ in {"attr", "appos"} and not _is_qualified(state):
        about = topic(sentence, scene, said_by, quality)  # "Senegal was host", "Nigeria, still an observer then"
        targets = [about] if about is not None else []
    for target in targets:
        found = participation(said_by, actors, target, quality, sentence, scene, confidence=0.65)
        if found is not None:
            yield found


def _built_together(noun: Token, quality: AS, sentence: Sentence) -> list[Target]:
    """The aircraft or ship in which one is a partner or has a share: “a shareholder in the KF-21 fighter”."""
    if quality is not AS.PARTNER:
        return []
    joined = (sentence.mention_of(each) for each in frames.after_preposition(noun, {"in", "on"}))
    return [
        Target(mention.filler(), quality, mention.kind)
        for mention in joined
        if mention is not None and mention.kind is EntityKind.EQUIPMENT and not mention.generic
    ]


def _are_watchers(noun: Token) -> bool:
    return noun.lemma_.lower() in {"observer", "spectator"} and noun.dep_ in {"nsubj", "nsubjpass"}


def _watching(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Observers from Eastmark and Westhaven attended the exercise”, “were invited to”."""
    verb = noun.head
    actors = actors_at(frames.after_preposition(noun, {"from", "of"}), sentence, scene)
    seen = (*frames.objects(verb), *frames.after_preposition(verb, {"in", "at", "to"}))
    for target in targets_at(seen, sentence, scene):
        found = participation(verb, actors, target, AS.OBSERVER, sentence, scene, confidence=0.6)
        if found is not None:
            yield found


_ELLIPTIC = frozenset({AS.OBSERVER, AS.HOST, AS.BENEFICIARY, AS.CONTRIBUTOR, AS.LEAD, AS.CONTRACTOR})


def _is_qualified(noun: Token) -> bool:
    """Whether the role is of something else that is named: “head of state”, “host of the Games”."""
    return any(child.dep_ in {"prep", "compound", "poss", "nmod"} for child in noun.children)


def _named_within(noun: Token, sentence: Sentence, scene: Scene) -> list[Target]:
    """The union in “is not an EU member state”, where the whole is one common noun."""
    own = sentence.mention_of(noun)
    if own is None or not own.generic:
        return []
    blocs = [match for match in scene.reading.lexicon.match(own.text) if match.entity.kind is EntityKind.BLOC]
    return [
        Target(
            Filler(match.text, own.start + match.start, own.start + match.end, match.entity.id, match.entity.name),
            AS.MEMBER,
            EntityKind.BLOC,
        )
        for match in blocs
    ]


def _fits(target: Target, quality: AS) -> bool:
    if target.kind is EntityKind.INSTRUMENT:
        return quality is AS.MEMBER
    if quality in {AS.LEAD, AS.HOST} and target.kind in {EntityKind.BLOC, EntityKind.INSTITUTION, EntityKind.AGENCY}:
        return False
    return not (quality is AS.PARTNER and target.kind is EntityKind.BLOC and not target.is_alliance)


def _bearers(noun: Token, sentence: Sentence, scene: Scene) -> tuple[Token, tuple[Filler, ...]]:
    """Who bears the role, and the word that says so: the subject of “is”, the name in apposition."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in {"one", "some", "two", "three", "among"}:
        noun, head = head.head, head.head.head  # "is one of the contributors to"
    if noun.dep_ in {"attr", "oprd"} and head.pos_ in {"AUX", "VERB"}:
        return head, actors_at(frames.subjects(head), sentence, scene)
    if noun.dep_ == "appos":
        return noun, actors_at([head], sentence, scene)
    after = [child for child in noun.children if child.dep_ == "appos"]
    if after:
        return noun, actors_at(frames.spread(after), sentence, scene)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in {"VERB", "AUX"}:
        verb = head.head
        borne = frames.undergoers(verb) or frames.subjects(verb)
        return verb, actors_at(borne, sentence, scene)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_.lower() in {"role", "position", "status"}:
        owned = [child for child in head.head.children if child.dep_ == "poss"]  # "Northmoor's role as lead of"
        return noun, actors_at(owned, sentence, scene)
    return noun, ()


def _opening(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“While the Fund is targeted at members, there are opportunities for companies from third countries”."""
    if noun.dep_ not in {"attr", "dobj", "nsubj"} or noun.head.lemma_.lower() not in {
        "be",
        "exist",
        "offer",
        "provide",
    }:
        return
    within = targets_at(frames.after_preposition(noun.head, {"in", "within", "under"}), sentence, scene)
    about = next((target for target in within if target.kind is EntityKind.PROGRAMME), None) or topic(
        sentence, scene, noun
    )
    who = [*frames.after_preposition(noun, {"for"}), *frames.after_preposition(noun.head, {"for"})]
    who += [
        partner
        for purpose in who
        if purpose.lemma_.lower() in {"collaboration", "cooperation", "participation", "involvement"}
        for partner in frames.after_preposition(purpose, {"with", "of", "by"})
    ]
    if about is None:
        return
    found = participation(
        noun, actors_at(who, sentence, scene), about, AS.PARTNER, sentence, scene, possible=True, confidence=0.55
    )
    if found is not None:
        yield found


def made_up(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The consortium consists of Airbus and Indra”, “the project brings together six firms”."""
    if verb.lemma_.lower() == "bring" and not any(child.lower_ == "together" for child in verb.children):
        return  # "the Union will bring both sides into talks"
    actors = actors_at((*frames.objects(verb), *frames.after_preposition(verb, {"of"})), sentence, scene)
    for target in targets_at(frames.subjects(verb), sentence, scene):
        if target.kind in _MADE_UP and not target.is_exercise:
            found = participation(verb, actors, target, target.quality, sentence, scene, confidence=0.6)
            if found is not None:
                yield found


_MADE_UP = frozenset(
    {EntityKind.PROGRAMME, EntityKind.OPERATION, EntityKind.UNIT, EntityKind.CENTRE, EntityKind.BLOC, None}
)


def _hyphened(word: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the EU-funded KOIOS project”, “the UK-led Joint Expeditionary Force”."""
    start = sentence.offset(word)
    before = [
        inner
        for mention in sentence.mentions
        for inner in (mention, *mention.inner)
        if inner.end == start - 1 and sentence.text[start - 1 - sentence.start] in "-‑–" and can_take_part(inner)
    ]
    head = word.head if word.head.pos_ in {"NOUN", "PROPN"} else None
    if not before or head is None:
        return
    for target in targets_at([head], sentence, scene):
        actors = (before[0].filler(),)
        found = participation(head, actors, target, HYPHENED[word.lower_], sentence, scene, confidence=0.6)
        if found is not None and target.kind in _HYPHENED_KINDS:
            yield found


_HYPHENED_KINDS = frozenset({EntityKind.PROGRAMME, EntityKind.OPERATION, EntityKind.FORCE, EntityKind.UNIT, None})


def _qualified(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Norway is the only associated country”: of the fund that the text is about."""
    if noun.dep_ != "attr" or not any(child.lower_ == "associated" for child in noun.children):
        return
    actors = actors_at(frames.subjects(noun.head), sentence, scene)
    for earlier in scene.reading.before(sentence):
        named = [
            mention for mention in earlier.mentions if mention.kind is EntityKind.PROGRAMME and not mention.generic
        ]
        if named:
            target = Target(named[0].filler(), AS.PARTNER, EntityKind.PROGRAMME)
            found = participation(noun.head, actors, target, AS.PARTNER, sentence, scene, confidence=0.6)
            if found is not None:
                yield found
            return
