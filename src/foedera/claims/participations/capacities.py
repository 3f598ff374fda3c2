"""In what capacity somebody acts: “may serve as subcontractors”, “will lend expertise as an associated partner”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.participations.making import actors_at, in_place_of_pronoun, participation
from foedera.claims.participations.matter import matter
from foedera.claims.participations.targets import Target, targets_at
from foedera.claims.participations.words import AS, ROLE_NOUNS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ParticipationAs

# Whoever does one of these as something is that: source: general knowledge of English prose.
_ACTING = frozenset(
    """act serve function work operate qualify count figure feature continue stay remain contribute lend participate
    come help assist support step rank""".split()
)
# Whoever is done one of these as something is that.
_NAMED = frozenset(
    "name designate choose pick select retain list admit accept appoint confirm recognise recognize keep".split()
)
# What persons are too, or what says nothing of a programme: not on its own.
_LOOSE = frozenset("head leader guest party ally associate manager framework chair chairman host venue founder".split())
_WITHIN = frozenset("in of to for under on within with at".split())
_KINDS = frozenset({EntityKind.PROGRAMME, EntityKind.OPERATION, EntityKind.CENTRE, EntityKind.INSTITUTION, None})


def acting_as(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“They may serve as subcontractors”, “was chosen as prime contractor of the project”."""
    lemma = verb.lemma_.lower()
    passive = frames.is_passive(verb)
    if lemma not in (_NAMED if passive else _ACTING):
        return
    for noun in frames.after_preposition(verb, {"as"}):
        quality = ROLE_NOUNS.get(noun.lemma_.lower())
        if quality is None or noun.lemma_.lower() in _LOOSE or noun.ent_type_ == "PERSON":
            continue
        actors = actors_at(in_place_of_pronoun(frames.subjects(verb), verb), sentence, scene)
        for target in _within(noun, verb, sentence, scene):
            if target.kind not in _KINDS or (target.is_exercise and quality is not AS.OBSERVER):
                continue
            found = participation(verb, actors, target, quality, sentence, scene, confidence=0.55)
            if found is not None:
                yield found


def _within(noun: Token, verb: Token, sentence: Sentence, scene: Scene) -> list[Target]:
    """In what one is that: what the role or the verb leads to, else what the text speaks of."""
    joined = [*frames.after_preposition(noun, _WITHIN), *frames.after_preposition(verb, {"in", "under", "within"})]
    joined += [child for child in noun.children if child.dep_ in {"compound", "nmod", "poss"} and child.i < noun.i]
    named = targets_at(joined, sentence, scene)
    if named:
        return named[:1]
    about = matter(sentence, scene, sentence.offset(verb))
    return [about] if about is not None else []


def letting_in(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“a proposal to let partners in”, “could bring in Westhaven”, “invited Eastmark aboard”: into what the text speaks of."""
    words = _LETTING.get(verb.lemma_.lower())
    if words is None or frames.is_passive(verb):
        return
    led = [
        child for child in verb.children if child.lower_ in words and child.dep_ in {"prt", "advmod", "prep", "ccomp"}
    ]
    if not led or any(each.dep_ == "pobj" for child in led for each in child.children):
        return
    who = [each for child in led for each in child.children if each.dep_ == "nsubj"]
    actors = actors_at(frames.spread(who) or frames.objects(verb), sentence, scene)
    actors = tuple(actor for actor in actors if actor.text.casefold() not in {"no one", "nobody", "one"})
    about = matter(sentence, scene, sentence.offset(verb))
    if about is None or not actors or about.is_exercise:
        return
    quality: ParticipationAs = about.quality
    found = participation(verb, actors, about, quality, sentence, scene, confidence=0.5)
    if found is not None:
        yield found


_LETTING: dict[str, frozenset[str]] = {
    "let": frozenset({"in", "aboard"}),
    "bring": frozenset({"in", "aboard"}),
    "ask": frozenset({"in", "aboard", "along"}),
    "invite": frozenset({"in", "aboard", "along"}),
    "welcome": frozenset({"in", "aboard"}),
}
