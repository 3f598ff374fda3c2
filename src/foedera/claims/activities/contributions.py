"""What each brings to an exercise that the text speaks of, and who stays away from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from foedera.claims import frames
from foedera.claims.activities.cast import HARDWARE, Cast, cast_of, owner_before, stands_for_state
from foedera.claims.activities.clauses import is_armed, telling_of
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.triggers import type_of_event
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.modality import polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType, Kind, Polarity

_NEAR = 8  # sentences; so far back an exercise that was told is still spoken of
# What ships, aircraft and units do in an exercise.
_DOING = frozenset(
    """fire hunt clear land jump drop sink tow replenish defend parachute refuel dive storm escort sweep detect shoot
    rearm reload rescue cross board recover evacuate treat decontaminate seize lift ferry bridge play""".split()
)
_AWAY: dict[str, frozenset[str]] = {
    "stay": frozenset({"away", "out"}),
    "keep": frozenset({"away", "out"}),
    "sit": frozenset({"out"}),
    "pull": frozenset({"out"}),
    "drop": frozenset({"out"}),
    "beg": frozenset({"off"}),
    "opt": frozenset({"out"}),
    "bow": frozenset({"out"}),
    "back": frozenset({"out"}),
    "decline": frozenset({""}),
    "withdraw": frozenset({""}),
}
_PARTS = re.compile(
    r"\b(?:participating|participants|taking part|assets|vessels taking part|units taking part|forces taking part)\b"
    r"[^.:;]{0,60}?(?::|\b(?:were|are|was|is|include[ds]?|including|comprised?)\b)",
    re.IGNORECASE,
)
_BROUGHT = re.compile(r"\s*[-–—•·*]?\s*(?P<who>[^:]{2,40}?)(?:\s\([^()]*\))?\s*:\s")


def exercise_spoken_of(sentence: Sentence, scene: Scene, *, named: bool = True) -> bool:
    """Whether an exercise, by name if it must be `named`, is the activity told of last, shortly before this sentence."""
    for index, told in reversed(scene.told):
        if sentence.index - index > _NEAR:
            break
        if told.kind is Kind.ACTIVITY and index != sentence.index:
            return told.roles["type"][0].text == "exercise" and (bool(told.roles.get("name")) or not named)
    return False


def contributing(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Two F-35As flew in from Williamtown”, “The frigate HMS Roe hunted a submarine”: within the exercise."""
    if verb.lemma_.lower() not in _DOING or not exercise_spoken_of(sentence, scene):
        return None
    doers = frames.doers(verb)
    if not doers or not is_armed(doers, sentence, scene):
        return None
    cast = cast_of(doers, sentence, scene)
    if not cast.participants or not any(
        letter.isupper() for filler in cast.participants.values() for letter in filler.text
    ):
        return None
    telling = telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene, to=False)
    telling.points_back = True
    telling.confidence = 0.5
    return telling


# Whoever is not invited, or does not do one of these, takes no part.
_COMING = frozenset("invite ask attend come participate join appear show".split())


def staying_away(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“Westhaven stayed away”, “pulled out of the exercise”: who takes no part in the exercise spoken of."""
    absent = verb.lemma_.lower() in _COMING and polarity_of(verb) is Polarity.DENIED
    words = frozenset({""}) if absent else _AWAY.get(verb.lemma_.lower())
    if words is None or not exercise_spoken_of(sentence, scene):
        return None
    if "" not in words and not any(child.lower_ in words for child in verb.children):
        return None
    cast = cast_of(frames.subjects(verb), sentence, scene)
    named = scene.actors(frames.subjects(verb), sentence)
    states = {mention.start for mention in sentence.mentions if mention.kind in STATELIKE}
    if (
        not named
        or any(filler.start not in states for filler in named)
        or is_armed(frames.subjects(verb), sentence, scene)
    ):
        return None
    return Telling(ActivityType.EXERCISE, verb, verb, cast, points_back=True, gone=True, confidence=0.5)


def tell_by_lines(sentence: Sentence, scene: Scene) -> Iterator[Telling]:
    """“France: one frigate, FS Lorraine”, “Participating units were HMAS Sydney and JS Takanami”."""
    spoken_of = exercise_spoken_of(sentence, scene)
    root = next((token for token in sentence.tokens if token.head == token), None)
    if root is None or not spoken_of:
        return
    parts = _PARTS.search(sentence.text)
    who = _BROUGHT.match(sentence.text)
    if parts is not None:
        cast = _cast_between(sentence.start + parts.end(), sentence, scene)
    elif who is not None:
        owner = _state_at(sentence.start + who.start("who"), sentence.start + who.end("who"), sentence)
        cast = _cast_between(sentence.start + who.end(), sentence, scene) if owner is not None else Cast()
        cast = Cast({}, cast.assets) if cast.assets else Cast()
        if owner is not None and cast.assets:
            cast.act(owner.filler())
    else:
        return
    if cast.participants and (cast.assets or len(cast.participants) > 1):
        yield Telling(ActivityType.EXERCISE, root, root, cast, points_back=True, confidence=0.55)


def _state_at(start: int, end: int, sentence: Sentence) -> Mention | None:
    """The state or force that fills these characters."""
    for mention in sentence.mentions_between(start, end):
        if mention.kind in STATELIKE or mention.kind is EntityKind.FORCE:
            return mention if mention.end - mention.start >= end - start - 5 else None
    return None


def _cast_between(start: int, sentence: Sentence, scene: Scene) -> Cast:
    """Who and what is named from a place to the end of the sentence."""
    cast = Cast()
    for mention in sentence.mentions_between(start, sentence.end):
        if mention.kind in HARDWARE and not mention.generic:
            cast.use(mention.filler())
            before = owner_before(mention, sentence)
            ship = stands_for_state(mention, scene) if mention.kind is EntityKind.VESSEL and before is None else None
            if before is not None:
                cast.act(before.filler())
            elif ship is not None:
                cast.act(ship)
        elif mention.kind in STATELIKE or (mention.kind in {EntityKind.FORCE, EntityKind.UNIT} and not mention.generic):
            cast.act(mention.filler())
    return cast


def exercise_named(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“took part in Yama Sakura 87”: whatever armed men take part in under a name that nobody knows is an exercise."""
    part = next((child for child in verb.children if child.lower_ == "part"), None)
    if verb.lemma_.lower() not in {"participate", "join"} and not (verb.lemma_.lower() == "take" and part is not None):
        return None
    into = [
        *frames.after_preposition(verb, {"in"}),
        *(frames.after_preposition(part, {"in"}) if part is not None else ()),
    ]
    into += frames.objects(verb) if verb.lemma_.lower() == "join" else []
    named = [mention for noun in into if (mention := sentence.mention_of(noun)) is not None]
    subject = frames.subjects(verb)
    if not named or not _is_code_name(named[0]) or not is_armed(subject, sentence, scene):
        return None
    cast = cast_of(subject, sentence, scene)
    telling = telling_of(ActivityType.EXERCISE, verb, cast, sentence, scene, to=False)
    telling.name = named[0]
    telling.places = [place for place in telling.places if place.start != named[0].start]
    return telling if cast.participants else None


def _is_code_name(mention: Mention) -> bool:
    if mention.kind is EntityKind.EVENT:
        return type_of_event(mention) is ActivityType.EXERCISE and not mention.generic
    words = mention.text.split()
    numbered = words[-1].strip("'’").isdigit()
    return mention.kind in {EntityKind.UNKNOWN, EntityKind.PLACE, EntityKind.PERSON} and (
        numbered or (len(words) > 1 and mention.text.isupper())
    )


_LYING = re.compile(r"\s(?:\([^()]*\)\s)?(?:at|alongside(?: in| at)?|in port at)\s(?:the\s)?")
_WATERS = re.compile(
    r"\b(?:sea|strait|gulf|ocean|channel|bay of|waters|coast|pacific|atlantic|mediterranean|baltic)\b", re.IGNORECASE
)


def lying(sentence: Sentence, scene: Scene) -> Iterator[Telling]:
    """“HMNZS Aotearoa at Pago Pago”: the ship of a caption or a log lies in the port named with her."""
    root = next((token for token in sentence.tokens if token.head == token), None)
    if root is None or root.tag_ in {"VBD", "VBZ", "VBP"}:
        return
    for ship, port in pairwise(each for each in sentence.mentions if not each.generic):
        gap = sentence.text[ship.end - sentence.start : port.start - sentence.start]
        if ship.kind is not EntityKind.VESSEL or port.kind is not EntityKind.PLACE or _WATERS.search(port.text):
            continue
        anchor = sentence.root_of(ship.start, ship.end)
        owner = owner_before(ship, sentence)
        filler = owner.filler() if owner is not None else stands_for_state(ship, scene)
        if anchor is not None and filler is not None and _LYING.fullmatch(gap):
            cast = Cast()
            cast.act(filler)
            cast.use(ship.filler())
            yield Telling(ActivityType.PORT_CALL, anchor, anchor, cast, None, [port], confidence=0.5)
