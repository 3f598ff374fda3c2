"""What the frames of verbs share: who stands in a clause, where, and whether they are armed."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.activities.cast import Cast, cast_of
from foedera.claims.activities.setting import add_hardware, places_in, reach
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.words import ASSETS, LOCATIVE
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType, Kind

_WITH = frozenset({"with", "alongside"})


_ARMED = frozenset({EntityKind.FORCE, EntityKind.UNIT, EntityKind.OPERATION, EntityKind.VESSEL, EntityKind.EQUIPMENT})


_SOLDIERS = frozenset(
    """troop force soldier sailor marine airman personnel unit detachment contingent battalion brigade company platoon
    squadron regiment team instructor paratrooper adviser officer crew fleet flotilla pilot engineer police navy army
    military coastguard advisor commando gunner sapper trooper peacekeeper gendarme guardsman medic diver battlegroup
    battery garrison infantry infantryman ranger cadet midshipman expert guard party observer hydrographer constable sniper rifleman tankman legionnaire serviceman reservist conscript""".split()
)


_OFFICIALS = frozenset(
    "minister president premier secretary chief admiral general commander delegation chancellor official".split()
)


# What is done from a base: “operated from Roebuck”, “flying out of Doe”.
_BASED = frozenset("operate fly work base".split())


def telling_of(
    sort: ActivityType, verb: Token, cast: Cast, sentence: Sentence, scene: Scene, *, to: bool = True
) -> Telling:
    scope = sorted(reach(verb), key=lambda token: token.i)
    add_hardware(cast, scope, sentence, scene, until=sentence.offset(verb))
    words = (LOCATIVE if to else LOCATIVE - {"to", "into"}) - ({"from"} if verb.lemma_.lower() not in _BASED else set())
    acting = {filler.start for filler in cast.participants.values()}
    places = [place for place in places_in(scope, sentence, prepositions=words) if place.start not in acting]
    return Telling(sort, verb, verb, cast, None, places, confidence=0.7)


def partners_of(verb: Token) -> tuple[Token, ...]:
    """With whom a verb is done: “with X”, “together with X”, also where the parser hung it on the object or place."""
    found = list(frames.after_preposition(verb, _WITH))
    for child in verb.children:
        if child.lower_ in {"together", "jointly", "side"}:
            found += frames.after_preposition(child, _WITH)
    if not found:
        inner = [*frames.objects(verb), *frames.after_preposition(verb, LOCATIVE)]
        found = [partner for noun in inner for partner in frames.after_preposition(noun, _WITH)]
    return tuple(found)


def cast_with(verb: Token, sentence: Sentence, scene: Scene) -> Cast:
    return cast_of(partners_of(verb), sentence, scene)


def is_armed(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> bool:
    """Whether the nouns stand for ships, aircraft, units or soldiers."""
    for token in (each for counted in tokens for each in (counted, *frames.after_preposition(counted, {"of"}))):
        if token.lemma_.lower() in ASSETS | _SOLDIERS:
            return True
        if any(mention.kind in _ARMED for mention in scene.discourse.resolve(token, sentence)):
            return True
    return False


def are_people(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> bool:
    return any(
        mention.kind is EntityKind.PERSON for token in tokens for mention in scene.discourse.resolve(token, sentence)
    ) or any(token.lemma_.lower() in _OFFICIALS for token in tokens)


def places_among(tokens: tuple[Token, ...], sentence: Sentence) -> list[Mention]:
    found = []
    for token in tokens:
        mention = sentence.mention_of(token)
        if mention is not None and mention.kind in {EntityKind.PLACE, EntityKind.STATE, EntityKind.CENTRE}:
            found.append(mention)
    return found


def event_in(verb: Token, sentence: Sentence) -> Mention | None:
    for token in reach(verb):
        mention = sentence.mention_of(token)
        if mention is not None and mention.kind is EntityKind.EVENT and not mention.generic:
            return mention
    return None


def exercise_under_way(sentence: Sentence, scene: Scene) -> bool:
    for index, told in reversed(scene.told):
        if sentence.index - index > 5:
            return False
        if (
            told.kind is Kind.ACTIVITY
            and told.roles["type"][0].text in {"exercise", "patrol"}
            and index != sentence.index
        ):
            return told.roles["type"][0].text == "exercise"
    return False
