"""Who competes for an order, and who wins or loses it: “shortlisted for the new submarines”, “in the running for”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.mentions import Mention
from foedera.claims.participations.making import actors_at, participation
from foedera.claims.participations.targets import Target, targets_at
from foedera.claims.participations.words import AS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import slug

# source: general knowledge of English industrial prose
_COMPETING = frozenset("bid compete vie tender contend pitch".split())
_NAMING = frozenset({"shortlist", "down-select", "downselect", "longlist"})
_OUT = frozenset("eliminate disqualify drop exclude".split())
_RACES = frozenset("race running contest competition contention tender bidding frame hunt shortlist".split())
_WON = frozenset("win lose clinch bag miss".split())
_PRIZES = frozenset("tender competition contest bid".split())
_ORDERS = frozenset("order contract deal job business requirement programme program project tender".split())
_COMPETITORS = frozenset({EntityKind.COMPANY, EntityKind.EQUIPMENT, EntityKind.UNKNOWN})


def contending(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Roe and Doe have been shortlisted for Westhaven's new submarines”, “lost the tender”, “is in the running for”."""
    lemma = verb.lemma_.lower()
    if lemma in _COMPETING and not frames.is_passive(verb):
        wanted = prizes(frames.after_preposition(verb, {"for", "on"}), sentence, scene)
        yield from _told(verb, frames.subjects(verb), wanted, AS.CANDIDATE, sentence, scene)
    elif lemma in _NAMING:
        wanted = prizes(frames.after_preposition(verb, {"for"}), sentence, scene)
        yield from _told(verb, frames.undergoers(verb), wanted, AS.CANDIDATE, sentence, scene)
    elif lemma in _OUT and frames.is_passive(verb):
        races = [noun for noun in frames.after_preposition(verb, {"from"}) if noun.lemma_.lower() in _RACES]
        yield from _told(verb, frames.subjects(verb), _of(races, sentence, scene), AS.CANDIDATE, sentence, scene, True)
    elif lemma in _WON:
        won = [noun for noun in frames.objects(verb) if noun.lemma_.lower() in _PRIZES]
        yield from _told(
            verb,
            frames.doers(verb),
            prizes(won, sentence, scene),
            AS.CONTRACTOR,
            sentence,
            scene,
            lemma in {"lose", "miss"},
        )
    elif lemma in {"be", "remain", "stay", "leave"}:
        out = [child for child in verb.children if child.lower_ == "out"]
        races = [
            noun
            for head in (verb, *out)
            for noun in frames.after_preposition(head, {"in", "of"})
            if noun.lemma_.lower() in _RACES
        ]
        yield from _told(
            verb, frames.subjects(verb), _of(races, sentence, scene), AS.CANDIDATE, sentence, scene, bool(out)
        )


def _told(
    verb: Token,
    who: Iterable[Token],
    wanted: list[Target],
    quality: AS,
    sentence: Sentence,
    scene: Scene,
    denied: bool = False,
) -> Iterator[Draft]:
    if not wanted:
        return
    actors = competitors(tuple(who), sentence, scene)
    for target in wanted[:1]:
        found = participation(verb, actors, target, quality, sentence, scene, denied=denied, confidence=0.6)
        if found is not None:
            yield found


def competitors(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who competes: firms, and the aircraft or ships that they offer."""
    offered = scene.mentions(tokens, sentence, _is_offered)
    return actors_at(tokens, sentence, scene) or tuple(mention.filler() for mention in offered)


def _is_offered(mention: Mention) -> bool:
    return mention.kind in _COMPETITORS and not mention.generic


def _of(races: list[Token], sentence: Sentence, scene: Scene) -> list[Target]:
    """For what the race is: “in the running for the contract”, “the submarine contest”; else the race itself."""
    for race in races:
        wanted = prizes(frames.after_preposition(race, {"for"}), sentence, scene)
        if wanted:
            return wanted
        if race.lemma_.lower() in {"contest", "competition", "race", "tender"}:
            return prizes([race], sentence, scene)
    return []


def prizes(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> list[Target]:
    """What is competed for: a programme or tender by its name, else the order or equipment in its own words."""
    listed = tuple(tokens)
    named = targets_at(listed, sentence, scene)
    if named:
        return named
    found = []
    for noun in listed:
        mention = sentence.mention_of(noun)
        wanted = mention is not None and mention.kind in {EntityKind.EQUIPMENT, EntityKind.VESSEL}
        if not wanted and noun.lemma_.lower() not in _ORDERS | _PRIZES:
            continue
        first, last = frames.phrase(noun)
        own = sentence.excerpt(first, last)
        found.append(Target(Filler(own.text, own.start, own.end, slug(own.text), own.text), AS.CANDIDATE, None))
    return found
