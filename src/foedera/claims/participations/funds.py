"""Participations in what gives money: “funding granted to ten entities”, “SAFE loans”, “targeted at member states”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.participations.making import actors_at, participation
from foedera.claims.participations.targets import Target, targets_at, targets_within, topic
from foedera.claims.participations.words import AS, FUNDS, MEANT_FOR, ROLE_NOUNS, STATUS_VERBS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind


def has_status(verb: Token) -> bool:
    """Whether somebody has or gets a status: “has had observer status in the organisation since 2012”."""
    return verb.lemma_.lower() in STATUS_VERBS and any(
        thing.lemma_.lower() == "status"
        and thing.i > 0
        and any(child.lemma_.lower() in ROLE_NOUNS for child in thing.children)
        for thing in frames.objects(verb)
    )


def has_funds(verb: Token) -> bool:
    return any(token.lemma_.lower() in FUNDS or token.ent_type_ == "MONEY" for token in frames.undergoers(verb))


def fund_of(verb: Token, sentence: Sentence, scene: Scene) -> list[Target]:
    """The programme before the money: “SAFE loans”; or the one the text is about, for “support” without more."""
    nouns = [*frames.undergoers(verb), *frames.after_preposition(verb, {"from"})]
    funds = [noun for noun in nouns if noun.lemma_.lower() in FUNDS]
    money = any(noun.ent_type_ == "MONEY" for noun in nouns)
    named = targets_at((child for noun in funds for child in noun.children if child.i < noun.i), sentence, scene)
    if named or not (funds or money):
        return [target for target in named if target.kind is EntityKind.PROGRAMME]
    about = topic(sentence, scene, verb, AS.BENEFICIARY)
    return [about] if about is not None else []


def being_given(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“funding granted to ten entities”, “was granted observer status in the programme”, “funded through the EPF”."""
    lemma = verb.lemma_.lower()
    things = frames.objects(verb)
    status = next((thing for thing in things if thing.lemma_.lower() in {"status", "membership", "access"}), None)
    if status is not None:
        words = {child.lemma_.lower() for child in status.children}
        quality = next((AS(value.value) for value in AS if value.value in words), None)
        if quality is None:
            quality = AS.MEMBER if status.lemma_ == "membership" else AS.BENEFICIARY
        joined = [
            *frames.after_preposition(status, {"in", "of", "to", "with", "at"}),
            *frames.after_preposition(verb, {"in", "of", "to", "at", "with"}),
        ]
        has = frames.is_passive(verb) or lemma in STATUS_VERBS
        given = frames.subjects(verb) if has else _receivers(verb)
        actors = actors_at(given, sentence, scene)
        for target in targets_at(joined, sentence, scene):
            found = participation(verb, actors, target, quality, sentence, scene)
            if found is not None:
                yield found
        return
    if lemma in {"fund", "finance"}:
        yield from _funding(verb, sentence, scene)
        return
    receivers = actors_at(_receivers(verb), sentence, scene)
    if not receivers or not (has_funds(verb) or lemma == "give" or _contract_of(verb)):
        return
    sources = [
        *(frames.doers(verb) if not frames.is_passive(verb) else ()),
        *frames.after_preposition(verb, {"under", "through", "from", "by"}),
    ]
    given = [thing for thing in frames.objects(verb) if thing not in _receivers(verb)]
    quality = AS.CONTRACTOR if _contract_of(verb) else AS.BENEFICIARY
    for target in targets_at(sources, sentence, scene) or targets_within(given, sentence, scene):
        if target.kind is EntityKind.PROGRAMME:
            found = participation(verb, receivers, target, quality, sentence, scene)
            if found is not None:
                yield found


def _contract_of(verb: Token) -> bool:
    things = (*frames.undergoers(verb), *frames.objects(verb))
    return any(thing.lemma_.lower() in {"contract", "subcontract"} for thing in things)


def _receivers(verb: Token) -> list[Token]:
    dative = [child for child in verb.children if child.dep_ in {"dative", "iobj"} and child.pos_ != "ADP"]
    subject = list(frames.subjects(verb)) if frames.is_passive(verb) and frames.objects(verb) else []
    return [*frames.spread(dative), *frames.after_preposition(verb, {"to"}), *subject]


def _funding(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The Commission funds the project”: the giver contributes; “X was financed through the Fund”: X benefits."""
    givers = actors_at(frames.doers(verb), sentence, scene)
    for target in targets_at(frames.undergoers(verb), sentence, scene):
        found = participation(verb, givers, target, AS.CONTRIBUTOR, sentence, scene, confidence=0.55)
        if found is not None and target.kind is EntityKind.PROGRAMME:
            yield found
    funded = actors_at(frames.undergoers(verb), sentence, scene)
    for target in targets_at(frames.after_preposition(verb, {"through", "under", "from"}), sentence, scene):
        found = participation(verb, funded, target, AS.BENEFICIARY, sentence, scene)
        if found is not None and target.kind is EntityKind.PROGRAMME:
            yield found


def _gives_money(target: Target) -> bool:
    """Whether a thing known by its own words alone is a programme or fund: “its challenge programme”."""
    return target.kind is None and target.filler.text.rsplit(" ", 1)[-1].lower() in _GIVERS


_GIVERS = frozenset("programme program fund facility scheme initiative call instrument".split())


def meant_for(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the Fund is targeted at EU member states”, “the project was opened to Norway”."""
    quality, prepositions = MEANT_FOR[verb.lemma_.lower()]
    actors = actors_at(frames.after_preposition(verb, prepositions), sentence, scene)
    for target in targets_at(frames.undergoers(verb), sentence, scene):
        if target.kind is EntityKind.PROGRAMME or _gives_money(target):
            found = participation(verb, actors, target, quality, sentence, scene, possible=True)
            if found is not None:
                yield found
