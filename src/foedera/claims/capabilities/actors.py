"""Who develops, makes, buys or hands over equipment, where the verb or noun says so or leaves it to the context."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Stage

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    tokens = tuple(_named_for(token, sentence) for token in tokens)
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

    A name in the sentence of the sort that does such things; who the verb says, unnamed; a name in the five sentences
    before; at last any actor near.
    """
    kinds = _LIKELY[stage]
    here = [each for each in sentence.mentions if _fits(each, kinds) and not _covers(each, system)]
    if here:
        return (here[0].filler(),)
    unnamed = [token for token in doers if token.pos_ in {"NOUN", "PROPN"} and not token.is_punct]
    if unnamed:
        return scene.actors(unnamed[:1], sentence, unnamed=True)
    before = list(scene.reading.before(sentence))
    for wanted, reach in ((kinds, _NEAR), (_MAKERS | _HOLDERS, 0), (_MAKERS | _HOLDERS, _FAR)):
        for each in (sentence, *before[:reach]):
            for mention in (*scene.discourse.subjects_of(each), *each.mentions):
                if _fits(mention, wanted) and not _covers(mention, system):
                    return (mention.filler(),)
    return ()


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
