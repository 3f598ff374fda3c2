"""Who serves in a mission: “thirteen soldiers are posted to KFOR”, “stationed there within the framework of Atalanta”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foedera.claims import frames
from foedera.claims.activities.cast import owners
from foedera.claims.drafts import Draft
from foedera.claims.participations.making import actors_at, can_take_part, participation
from foedera.claims.participations.targets import Target, targets_at
from foedera.claims.participations.words import AS, PEOPLE, SERVING
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Polarity

# source: general knowledge of English military prose
_POSTING = frozenset(
    """post deploy assign attach second detach detail dispatch commit allocate allot earmark embed station lend loan
    place integrate rotate send contribute""".split()
)
_WHERE = frozenset({"to", "with", "in", "within", "under", "into", "for", "through"})
_FRAMES = frozenset("part framework auspices umbrella banner context aegis flag ambit mandate support".split())
_BEING_PART = frozenset({"as", "within", "in", "under"})
_COUNTS = frozenset("total number contingent detachment team group majority handful dozen hundred thousand".split())
_MISSIONS = frozenset({EntityKind.OPERATION, EntityKind.UNIT, EntityKind.FORCE})
_SENDERS = frozenset({EntityKind.STATE, EntityKind.FORCE})
_OF_MANY = frozenset("group force fleet battlegroup taskforce coalition multinational combined".split())
_NEAR = 4  # sentences in which it stands whose soldiers are spoken of


def posting(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Thirteen personnel are posted to KFOR”, “Westhaven has seconded two officers to Operation Atalanta”."""
    if verb.lemma_.lower() not in _POSTING:
        return
    sent = frames.undergoers(verb)
    served = missions(frames.after_preposition(verb, _WHERE), sentence, scene)
    served += missions(
        (noun for each in sent for noun in frames.after_preposition(each, {"to", "with"})), sentence, scene
    )
    if not served:
        return
    doers = () if frames.is_passive(verb) else frames.doers(verb)
    actors = actors_at(doers, sentence, scene) or senders(sent, sentence, scene)
    for target in served[:1]:
        found = participation(verb, actors, target, AS.CONTRIBUTOR, sentence, scene, confidence=0.6)
        if found is not None:
            yield found


def missions(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> list[Target]:
    """The operations among the nouns, and the units and forces that are no state's own."""
    return [
        target
        for target in targets_at(tokens, sentence, scene)
        if target.kind in _MISSIONS and any(map(str.isupper, target.filler.text)) and _is_of_many(target)
    ]


def _is_of_many(target: Target) -> bool:
    """Whether a unit is one to which several states send: a task group, and no brigade of one of them."""
    words = set(target.filler.text.casefold().replace("-", " ").split())
    return target.kind is not EntityKind.UNIT or bool(words & _OF_MANY) or target.filler.text.startswith(("CTF", "SNM"))


def senders(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Whose the people or ships are: “311 members of the Defence Forces”; else of whom the text speaks here."""
    found: dict[str, Filler] = {}
    counted = [each for token in tokens for each in _counted(token)]
    for token in counted:
        whose = [owner for owner in owners(token, sentence) if can_take_part(owner) and not owner.generic]
        for owner in whose:
            found.setdefault(owner.entity, owner.filler())
        if not whose and token.lemma_.lower() not in PEOPLE | SERVING:
            for filler in actors_at([token], sentence, scene):
                found.setdefault(str(filler.entity or filler.text), filler)
    if found or not any(token.lemma_.lower() in PEOPLE | SERVING for token in counted):
        return tuple(found.values())
    return _spoken_of(sentence, scene) or actors_at(counted, sentence, scene)


def _counted(token: Token) -> tuple[Token, ...]:
    if token.lemma_.lower() in _COUNTS:
        return frames.after_preposition(token, {"of"}) or (token,)
    return (token,)


def _spoken_of(sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """The state or force that was the subject of one of the sentences before."""
    for earlier in scene.reading.sentences[max(0, sentence.index - _NEAR) : sentence.index][::-1]:
        named = [each for each in scene.discourse.subjects_of(earlier) if each.kind in _SENDERS and not each.generic]
        if named:
            return (named[0].filler(),)
    return ()


def inside(token: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“With Finland inside the Alliance since April 2023”, “Westhaven, outside the Union, …”: where a state stands."""
    mention = sentence.mention_of(token)
    if mention is None or mention.kind is not EntityKind.STATE or mention.generic:
        return
    for word, denied in (("inside", False), ("outside", True)):
        for target in targets_at(frames.after_preposition(token, {word}), sentence, scene):
            if target.kind in _JOINED and target.filler.entity != mention.entity:
                found = participation(
                    token, (mention.filler(),), target, target.quality, sentence, scene, denied=denied
                )
                if found is not None:  # where a state stands is so whatever the clause says may follow
                    polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
                    yield replace(found, modality=Modality.ACTUAL, polarity=polarity)


_JOINED = frozenset({EntityKind.BLOC, EntityKind.PROGRAMME, EntityKind.INSTITUTION})


def within_framework(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“sent a frigate as part of Operation Aspides”, “stationed there within the framework of Inherent Resolve”."""
    head = noun.head
    if head.lower_ not in _BEING_PART or head.dep_ != "prep" or noun.lemma_.lower() not in _FRAMES:
        return
    over = head.head
    joined = frames.after_preposition(noun, {"of", "to", "for"})
    joined += tuple(child for child in noun.children if child.dep_ in {"compound", "poss"} and child.i < noun.i)
    served = [target for target in missions(joined, sentence, scene) if target.kind is EntityKind.OPERATION]
    if not served:
        return
    actors: tuple[Filler, ...]
    if over.pos_ == "VERB":
        passive = frames.is_passive(over)
        actors = senders(frames.subjects(over) if not passive else frames.undergoers(over), sentence, scene)
    else:
        actors = senders([over], sentence, scene)
    for target in served:
        found = participation(over, actors, target, AS.CONTRIBUTOR, sentence, scene, confidence=0.6)
        if found is not None:
            yield found
