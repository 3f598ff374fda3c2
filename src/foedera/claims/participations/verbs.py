"""Participations that a verb tells: “joined the programme”, “is led by”, “cannot receive funding from”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.mentions import Mention
from foedera.claims.participations.access import being_entitled, commanding, handing_on, is_command_taken
from foedera.claims.participations.capacities import acting_as, letting_in
from foedera.claims.participations.contests import contending
from foedera.claims.participations.funds import being_given, fund_of, has_funds, has_status, meant_for
from foedera.claims.participations.making import actors_at, in_place_of_pronoun, participation, quality_said
from foedera.claims.participations.matter import matter
from foedera.claims.participations.postings import posting
from foedera.claims.participations.requests import asking, inviting, observers_sent, sending_observers
from foedera.claims.participations.stakes import having, sitting
from foedera.claims.participations.targets import Target, targets_at, targets_within, topic
from foedera.claims.participations.words import AS, GIVING, MEANT_FOR, SEATS, SHOWING, VERBS, VerbFrame
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import ParticipationAs

_LAUNCHED = frozenset({EntityKind.PROGRAMME, EntityKind.AGENCY, EntityKind.OPERATION, EntityKind.BLOC})


_LED = frozenset({EntityKind.PROGRAMME, EntityKind.OPERATION, EntityKind.UNIT, EntityKind.EVENT})


def by_verbs(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs of a sentence tell of participations."""
    for token in sentence.tokens:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        if is_command_taken(token):
            yield from commanding(token, sentence, scene)
        elif token.lemma_.lower() == "take":
            yield from _taking_part(token, sentence, scene)
        elif token.lemma_.lower() in {"be", "remain", "stay"}:
            yield from _being_in(token, sentence, scene)
            yield from being_entitled(token, sentence, scene)
        elif (
            token.lemma_.lower() in {"award", "grant", "give", "fund", "finance"}
            or _is_fund_giving(token)
            or has_status(token)
        ):
            yield from being_given(token, sentence, scene)
        elif token.lemma_.lower() == "ask" or (token.lemma_.lower() == "invite" and frames.is_passive(token)):
            yield from asking(token, sentence, scene)
        elif token.lemma_.lower() == "invite" and any(child.dep_ in {"xcomp", "ccomp"} for child in token.children):
            yield from inviting(token, sentence, scene)
        elif token.lemma_.lower() == "send" and observers_sent(token):
            yield from sending_observers(token, sentence, scene)
        elif token.lemma_.lower() in MEANT_FOR:
            yield from meant_for(token, sentence, scene)
        else:
            frame = VERBS.get(token.lemma_.lower())
            if frame is not None:
                yield from _by_frame(token, frame, sentence, scene)
        yield from _having_a_stand(token, sentence, scene)
        for told in (posting, contending, having, sitting, acting_as, letting_in, handing_on):
            yield from told(token, sentence, scene)


def _having_a_stand(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Roe Dynamics has a stand at the exhibition”, “runs a national pavilion”: whatever the verb, it exhibits there."""
    for thing in frames.objects(verb):
        if thing.lemma_.lower() not in {"stand", "booth", "pavilion"} or frames.is_passive(verb):
            continue
        actors = actors_at(frames.subjects(verb), sentence, scene)
        where = [*frames.after_preposition(thing, {"at", "in"}), *frames.after_preposition(verb, {"at", "in"})]
        shown = targets_at(where, sentence, scene)
        about = None if shown else matter(sentence, scene, sentence.offset(verb))
        for target in shown or ([about] if about is not None else []):
            found = participation(verb, actors, target, AS.EXHIBITOR, sentence, scene)
            if found is not None and target.quality is AS.EXHIBITOR:
                yield found


def _is_fund_giving(verb: Token) -> bool:
    """Whether money is provided or allotted: “the Fund provided 20 million euros to the army”."""
    return verb.lemma_.lower() in {"provide", "allocate", "allot", "disburse"} and has_funds(verb)


def _by_frame(verb: Token, frame: VerbFrame, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in _LETTING and not frame.by_object:
        return  # "the agreement allows Westhaven to contribute": what the agreement is for, told as a dependency
    actors, targets = _sides(verb, frame, sentence, scene)
    lemma = verb.lemma_.lower()
    if lemma in _RECEIVING and not has_funds(verb):
        return
    if not actors and lemma in _RECEIVING:  # “The vehicle drew 60 million euros from the Fund”
        actors = tuple(mention.filler() for mention in scene.mentions(frames.doers(verb), sentence, _is_project))
    if not actors:
        return
    if lemma == "benefit" and not targets and not frames.after_preposition(verb, {"from"}):
        about = topic(sentence, scene, verb, AS.BENEFICIARY)
        targets = [about] if about is not None and not frames.objects(verb) else []
    if lemma in _RECEIVING | {"benefit"} and not targets:
        targets = fund_of(verb, sentence, scene)
    if not targets and _wants_topic(verb):
        about = matter(sentence, scene, sentence.offset(verb))
        targets = [about] if about is not None else []
    for target in targets:
        given_to = target.kind in _GIVEN_TO or target.quality is AS.CONTRIBUTOR or _is_staffed(target)
        if lemma in GIVING and not given_to:
            continue
        if target.kind is EntityKind.INSTRUMENT and verb.lemma_.lower() not in _ACCEDING:
            continue
        quality = _quality(verb, frame, target)
        if quality is None:
            continue
        found = participation(verb, actors, target, quality, sentence, scene, denied=frame.denied)
        if found is not None:
            yield found


def _is_staffed(target: Target) -> bool:
    """Whether people are sent to it, though it has no name: “second staff to the planning cell”."""
    words = target.filler.text.casefold().split()
    return target.kind is None and bool(words) and words[-1] in {"cell", "headquarters", "centre", "center", "team"}


def _is_project(mention: Mention) -> bool:
    return mention.kind in {EntityKind.EQUIPMENT, EntityKind.PROGRAMME} and not mention.generic


_LETTING = frozenset("allow enable permit".split())
_RECEIVING = frozenset("receive obtain get borrow draw attract secure collect".split())


_TAKING_IN = frozenset("admit accept welcome expel".split())


_GIVEN_TO = frozenset(
    {EntityKind.PROGRAMME, EntityKind.OPERATION, EntityKind.FORCE, EntityKind.UNIT, EntityKind.CENTRE}
)


_ACCEDING = frozenset("accede join leave withdraw quit apply".split())


def _sides(verb: Token, frame: VerbFrame, sentence: Sentence, scene: Scene) -> tuple[tuple[Filler, ...], list[Target]]:
    """Who takes part and in what."""
    joined: list[Token] = list(frames.after_preposition(verb, frame.prepositions - {"", "as"}))
    for child in verb.children:
        if child.lower_ in frame.prepositions & {"out", "up"}:  # "dropped out of", "signed up to"
            joined += [*frames.after_preposition(child, {"of", "to"}), *frames.after_preposition(verb, {"of", "to"})]
    if verb.lemma_.lower() in SHOWING:
        joined += [noun for thing in frames.objects(verb) for noun in frames.after_preposition(thing, {"at", "in"})]
    if verb.lemma_.lower() in _RECEIVING | {"apply", "bid"}:
        given = (*frames.objects(verb), *joined)
        return actors_at(frames.doers(verb), sentence, scene), targets_within(given, sentence, scene)
    if frame.by_object:
        into = targets_at(joined, sentence, scene)
        if not into and not joined and verb.lemma_.lower() in _TAKING_IN and not frames.is_passive(verb):
            into = targets_at(frames.subjects(verb), sentence, scene)  # "The forum admitted Westhaven as an observer"
        return actors_at(frames.undergoers(verb), sentence, scene), into
    if "" in frame.prepositions:
        joined += frames.undergoers(verb)
    if frame.as_ is AS.HOST:
        joined += [
            noun
            for thing in frames.undergoers(verb)
            if thing.lemma_.lower() in SEATS
            for noun in frames.after_preposition(thing, {"of", "for"})
        ]
    doers = in_place_of_pronoun(frames.doers(verb), verb)
    actors = actors_at(doers, sentence, scene)
    if frame.as_ is AS.HOST and not actors:
        actors = tuple(mention.filler() for mention in scene.mentions(doers, sentence, _is_place))
    partners = actors_at(frames.after_preposition(verb, {"with"}), sentence, scene)
    together = any(child.lower_ in {"together", "jointly"} for child in verb.children)
    if frame.as_ is AS.PARTNER or verb.lemma_.lower() == "launch" or together:
        actors = (*actors, *partners)
    return actors, targets_at(joined, sentence, scene)


def _is_place(mention: Mention) -> bool:
    return mention.kind is EntityKind.PLACE and not mention.generic


def _wants_topic(verb: Token) -> bool:
    """Whether the verb says to take part and leaves out in what: “could join as observers”, “may apply”."""
    lemma = verb.lemma_.lower()
    passive = frames.is_passive(verb)
    if not passive and lemma != "cooperate" and any(child.dep_ in _COMPLETED for child in verb.children):
        return False
    if quality_said(verb) is not None:
        return lemma in {"join", "participate", "attend", "admit", "invite", "sit", "look", "act", "bring", "let"}
    if lemma == "admit":
        return passive
    if lemma == "join":  # "Mauritius joins at the fifth meeting", "France has not joined"
        return not any(child.dep_ == "prep" and child.lower_ in {"with", "in", "by"} for child in verb.children)
    if lemma in {"participate", "belong"}:  # "No Ukrainian entity participates", "has never belonged"
        return not any(child.dep_ in {"prep", "agent"} for child in verb.children)
    return lemma in {"apply", "accede"} or (lemma == "cooperate" and _own_modal(verb))


_COMPLETED = frozenset({"dobj", "ccomp", "xcomp"})


def _own_modal(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in verb.children)


def _quality(verb: Token, frame: VerbFrame, target: Target) -> ParticipationAs | None:
    said = quality_said(verb)
    if said is not None:
        return said
    lemma = verb.lemma_.lower()
    if lemma in SHOWING:
        return AS.EXHIBITOR if target.quality is AS.EXHIBITOR else None
    if frame.as_ is AS.OBSERVER:
        watched = target.is_exercise or target.kind in {EntityKind.PROGRAMME, EntityKind.INSTITUTION}
        beside = lemma != "sit" or any(child.lower_ == "in" and not list(child.children) for child in verb.children)
        return AS.OBSERVER if watched and beside and lemma in {"observe", "look", "sit"} else None
    if frame.as_ is AS.LEAD:
        if lemma == "launch":
            with_others = bool(frames.after_preposition(verb, {"with"}))
            return (AS.PARTNER if with_others else AS.LEAD) if target.kind in _LAUNCHED else None
        return AS.LEAD if target.kind in _LED or target.kind is None else None
    if frame.as_ is AS.HOST:
        seated = any(thing.lemma_.lower() in SEATS for thing in frames.undergoers(verb))
        housed = target.kind in {EntityKind.EVENT, EntityKind.CENTRE, EntityKind.INSTITUTION}
        return AS.HOST if housed or seated else None
    if frame.as_ is not None:
        return frame.as_
    if target.is_exercise:  # who takes part in an exercise is told as an activity
        return None
    return target.quality


def _taking_part(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Norway takes part in the European Defence Fund”."""
    part = next((child for child in verb.children if child.lower_ == "part"), None)
    if part is None:
        return
    joined = (*frames.after_preposition(part, {"in"}), *frames.after_preposition(verb, {"in"}))
    actors = actors_at(frames.subjects(verb), sentence, scene)
    targets = targets_at(joined, sentence, scene)
    named = any(letter.isupper() for actor in actors for letter in actor.text[actor.start == sentence.start :])
    about = None if joined or targets or not named else matter(sentence, scene, sentence.offset(verb))
    for target in targets or ([about] if about is not None else []):
        quality = quality_said(verb) or quality_said(part) or (None if target.is_exercise else target.quality)
        if quality is None:
            continue
        found = participation(verb, actors, target, quality, sentence, scene)
        if found is not None:
            yield found


def _being_in(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Norway remains outside the European Union”, “is eligible for the Fund”, “is not part of the project”."""
    if verb.dep_ == "ccomp" and not frames.own_subjects(verb):
        return  # "activities that Westhaven says are part of the programme"
    actors = actors_at(frames.subjects(verb), sentence, scene)
    if not actors:
        return
    for preposition, denied in (("outside", True), ("in", False), ("inside", False)):
        for target in targets_at(frames.after_preposition(verb, {preposition}), sentence, scene):
            if target.kind in _BELONGED_TO and _is_bare(verb):
                found = participation(verb, actors, target, target.quality, sentence, scene, denied=denied)
                if found is not None:
                    yield found
    for child in verb.children:
        if child.lower_ == "part" and child.dep_ == "attr":
            for target in targets_at(frames.after_preposition(child, {"of"}), sentence, scene):
                if target.is_exercise:
                    continue
                found = participation(verb, actors, target, target.quality, sentence, scene)
                if found is not None:
                    yield found


_BELONGED_TO = frozenset({EntityKind.BLOC, EntityKind.PROGRAMME, EntityKind.INSTITUTION})


def _is_bare(verb: Token) -> bool:
    """Whether the verb says nothing but where the subject is: no attribute, no participle."""
    return not any(child.dep_ in {"attr", "acomp", "xcomp"} for child in verb.children)
