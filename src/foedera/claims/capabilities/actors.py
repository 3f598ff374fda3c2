"""Who develops, makes, buys or hands over equipment, where the verb or noun says so or leaves it to the context."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.claims import frames
from foedera.claims.capabilities.words import VAGUE
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Stage

_NEAR, _FAR = 5, 12  # sentences back
_MAKERS = frozenset({EntityKind.COMPANY})
_HOLDERS = frozenset(
    {EntityKind.STATE, EntityKind.FORCE, EntityKind.BLOC, EntityKind.UNIT, EntityKind.INSTITUTION, EntityKind.AGENCY}
)
_LIKELY: dict[Stage, frozenset[EntityKind]] = {
    Stage.PRODUCES: _MAKERS,
    Stage.TESTS: _MAKERS | _HOLDERS,
    Stage.DEVELOPS: _MAKERS | _HOLDERS,
    Stage.PROCURES: _HOLDERS,
    Stage.FIELDS: _HOLDERS,
    Stage.RETIRES: _HOLDERS,
    Stage.UPGRADES: _MAKERS | _HOLDERS,
    Stage.TRANSFERS: _MAKERS | _HOLDERS,
}


def actors_of(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """The actors that nouns stand for, with those of the same list."""
    tokens = tuple(_named_for(token, sentence) for token in tokens if not is_time(token, sentence))
    found: dict[str, Filler] = {}
    for token in tokens:
        own = sentence.mention_of(token)
        owner = scene.owner(token, sentence) if own is not None and own.generic else None
        for filler in (owner.filler(),) if owner is not None else scene.actors((token,), sentence):
            found.setdefault(str(filler.entity), filler)
    for token in tokens:
        mention = sentence.mention_of(token)
        if mention is not None and mention.is_actor and not mention.generic:
            for other in in_list_with(mention, sentence)[1:]:
                found.setdefault(str(other.entity), other.filler())
        elif mention is not None and mention.kind is EntityKind.UNKNOWN:
            found.setdefault(str(mention.entity), mention.filler())
    return tuple(found.values())


def is_time(token: Token, sentence: Sentence) -> bool:
    """Whether a noun behind “by” is a time and nobody who acts: “by the end of April”."""
    place = sentence.offset(token)
    return token.lemma_.lower() in _TIMES or any(date.start <= place < date.end for date in sentence.dates)


_TIMES = frozenset("end beginning start middle close turn time deadline date quarter half year spring autumn".split())


def partners_in(verb: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """With whom something is developed or built: “that Doe is designing with the Agency”."""
    behind = [noun for noun in frames.after_preposition(verb, {"with"}) if sentence.mention_of(noun) is not None]
    named = [each for each in behind if (mention := sentence.mention_of(each)) and _fits(mention, _MAKERS | _HOLDERS)]
    return actors_of(named, sentence, scene)


def _named_for(token: Token, sentence: Sentence) -> Token:
    """The name beside a noun that only says what it is: “Samudra, the yard that builds”, “the maker, Panhard”."""
    if sentence.mention_of(token) is not None:
        return token
    if token.dep_ == "appos" and sentence.mention_of(token.head) is not None:
        return token.head
    return next((child for child in token.children if child.dep_ == "appos" and sentence.mention_of(child)), token)


def likely_actor(
    stage: Stage, sentence: Sentence, scene: Scene, *, system: Filler, doers: Iterable[Token] = ()
) -> tuple[Filler, ...]:
    """Whom the context suggests where nobody is named beside the verb.

    A name in the sentence of the sort that does such things; who the verb says, unnamed; who was told before of the same
    equipment; a name in the five sentences before; at last any actor near.
    """
    kinds = _LIKELY[stage]
    here = [each for each in sentence.mentions if _fits(each, kinds) and not _covers(each, system)]
    here = [each for each in here if not _stands_behind(each, _NEVER_BEHIND[stage], sentence)]
    best = [each for each in here if _stands_behind(each, _MEANT_BEHIND[stage], sentence)]
    if here:
        return ((best or here)[0].filler(),)
    unnamed = [token for token in doers if token.pos_ in {"NOUN", "PROPN"} and not token.is_punct]
    unnamed = [token for token in unnamed if token.lemma_.lower() not in _IDLE]
    if unnamed:
        return scene.actors(unnamed[:1], sentence, unnamed=True)
    told = _told_of(stage, system, sentence, scene)
    if told:
        return told
    before = list(scene.reading.before(sentence))
    for wanted, reach in ((kinds, _NEAR), (_MAKERS | _HOLDERS, 0), (_MAKERS | _HOLDERS, _FAR)):
        for each in (sentence, *before[:reach]):
            for mention in (*scene.discourse.subjects_of(each), *each.mentions):
                excluded = each is sentence and _stands_behind(mention, _NEVER_BEHIND[stage], sentence)
                if _fits(mention, wanted) and not _covers(mention, system) and not excluded:
                    return (mention.filler(),)
    return ()


def _stands_behind(mention: Mention, words: frozenset[str], sentence: Sentence) -> bool:
    """Whether one of these prepositions stands right before a name: “bought from Doe”."""
    before = sentence.text[: mention.start - sentence.start].split()[-2:]
    return bool(before) and (before[-1] in words or (before[-1] == "the" and before[0] in words))


# Whom a preposition excludes and whom it points out: who buys stands behind “for”, who sells behind “from”.
_FROM, _TO, _NONE = frozenset({"from"}), frozenset({"to", "for"}), frozenset[str]()
_NEVER_BEHIND: dict[Stage, frozenset[str]] = {
    Stage.PRODUCES: _TO,
    Stage.TESTS: _TO,
    Stage.DEVELOPS: _TO,
    Stage.PROCURES: _FROM | {"under", "to"},
    Stage.FIELDS: _FROM | {"by"},
    Stage.RETIRES: _FROM | _TO,
    Stage.UPGRADES: _TO | _FROM,
    Stage.TRANSFERS: _TO,
}
_MEANT_BEHIND: dict[Stage, frozenset[str]] = {
    **dict.fromkeys(Stage, _NONE),
    Stage.PROCURES: frozenset({"for"}),
    Stage.TRANSFERS: _FROM | {"by"},
    Stage.PRODUCES: frozenset({"by", "at"}),
}
# What cannot act, though a verb may have it for its subject: “an agreement to assemble”, “the slipway that built”.
_IDLE = frozenset(
    """agreement arrangement contract deal pact memorandum licence license programme program project plan decision phase
    offer tender framework law budget vote letter statement slipway line order launcher missile radar talk option""".split()
)


def _told_of(stage: Stage, system: Filler, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who was told before to make or to buy the same: the maker hands over, the buyer fields."""
    sort = next(stages for stages in (_GIVING, _HOLDING) if stage in stages)
    word = system.text.split()[-1].casefold().rstrip("s")
    for index, told in reversed(scene.told):
        if sentence.index - index > _FAR:
            break
        if told.kind is not Kind.CAPABILITY or Stage(told.roles["stage"][0].text) not in sort:
            continue
        named = told.roles["system"][0]
        same = named.text.split()[-1].casefold().rstrip("s") == word and word not in VAGUE | {"aircraft", "jet"}
        if named.entity == system.entity or same:
            return told.roles["actor"]
    return ()


_GIVING = frozenset({Stage.DEVELOPS, Stage.PRODUCES, Stage.TESTS, Stage.TRANSFERS})
_HOLDING = frozenset({Stage.PROCURES, Stage.FIELDS, Stage.RETIRES, Stage.UPGRADES})


def _fits(mention: Mention, kinds: frozenset[EntityKind]) -> bool:
    kind = EntityKind.STATE if mention.is_actor and mention.kind is EntityKind.PLACE else mention.kind
    return kind in kinds and not mention.generic


def _covers(mention: Mention, system: Filler) -> bool:
    return (
        system.start is not None
        and system.end is not None
        and mention.start < system.end
        and system.start < mention.end
    )


def owner_of(noun: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who does what a noun names: “Japan's development of”, “the purchase by India”, “the Indian order”."""
    by = frames.after_preposition(noun, {"by"})
    if by:
        return actors_of(by, sentence, scene)
    for child in noun.children:
        if child.dep_ in {"poss", "amod", "compound", "nmod"}:
            found = actors_of((child,), sentence, scene) if child.dep_ == "poss" else _adjective(child, sentence)
            if found:
                return found
    return ()


def _adjective(child: Token, sentence: Sentence) -> tuple[Filler, ...]:
    mention = sentence.mention_of(child)
    return (mention.filler(),) if mention is not None and mention.is_actor and not mention.generic else ()
