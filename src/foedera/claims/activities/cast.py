"""Who takes part in an activity, and with what ships, aircraft and units."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from foedera.claims import frames
from foedera.claims.activities.words import ASSETS, NOBODY, PEOPLE
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityId, EntityKind
from foedera.names import slug

HARDWARE = frozenset({EntityKind.VESSEL, EntityKind.EQUIPMENT})
_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "appos"})
_NO_CAST = frozenset({EntityKind.EVENT, EntityKind.INSTRUMENT, EntityKind.PROGRAMME})


@dataclass
class Cast:
    """The participants and assets found so far, each once, in the order in which they were found."""

    participants: dict[str, Filler] = field(default_factory=dict)
    assets: dict[str, Filler] = field(default_factory=dict)

    def add(self, other: Cast) -> None:
        """Take over what another cast has and this one has not."""
        for key, filler in other.participants.items():
            self.participants.setdefault(key, filler)
        for key, filler in other.assets.items():
            self.assets.setdefault(key, filler)

    def act(self, filler: Filler) -> None:
        """Note a participant."""
        self.participants.setdefault(str(filler.entity or filler.text.casefold()), filler)

    def use(self, filler: Filler) -> None:
        """Note an asset."""
        self.assets.setdefault(str(filler.entity or filler.text.casefold()), filler)

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        """Where in the text the fillers stand."""
        for filler in (*self.participants.values(), *self.assets.values()):
            if filler.start is not None and filler.end is not None:
                yield filler.start, filler.end


@cache
def _states_of_prefixes() -> dict[str, str]:
    with (files("foedera") / "data" / "lexicon" / "ship-prefixes.csv").open(encoding="utf-8") as lines:
        return {row["prefix"]: row["country"] for row in csv.DictReader(lines)}


def cast_of(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> Cast:
    """Who and what the nouns stand for: “Spanish Navy frigates”, “troops of the DPRK”, “JS Onami”, “they”."""
    cast = Cast()
    for token in tokens:
        for each in _counted(token):
            cast.add(_cast_of_one(each, sentence, scene))
    return cast


def _counted(token: Token) -> tuple[Token, ...]:
    """What a count counts: the troops in “a total of 1,200 British troops”."""
    if token.lower_ in {"we", "us"}:  # "We, the Ministers of Northmoor and Eastmark"
        return tuple(child for child in token.children if child.dep_ == "appos") or (token,)
    if token.lemma_.lower() in _COUNTS:
        return frames.after_preposition(token, {"of"}) or (token,)
    return (token,)


_COUNTS = frozenset("total number hundred thousand dozen pair couple handful majority rest group batch".split())


def _cast_of_one(token: Token, sentence: Sentence, scene: Scene) -> Cast:
    cast = Cast()
    holder = _holder(token, sentence)
    if holder is not None:
        cast.act(holder.filler())
        return cast
    for mention in _listed(scene.discourse.resolve(token, sentence), sentence):
        if mention.kind is EntityKind.EVENT and not mention.generic and "deployment" in mention.name.lower():
            cast.act(mention.filler())  # "the Indo-Pacific Deployment visited ports in India"
        elif mention.kind in HARDWARE:
            cast.use(mention.filler())
            _add_owners(cast, token, mention, sentence, scene)
        elif mention.generic and mention.is_actor:
            _add_group(cast, token, _qualified(token, mention, sentence), sentence)
        elif mention.is_actor:
            cast.act(mention.filler())
        elif mention.kind is EntityKind.UNKNOWN and " " in mention.text:
            cast.act(mention.filler())
    if cast.participants or cast.assets:
        return cast
    lemma = token.lemma_.lower()
    if lemma in ASSETS:
        cast.use(_bare(token, sentence))
        for owner in owners(token, sentence):
            cast.act(owner.filler())
    elif lemma in PEOPLE and token.pos_ in {"NOUN", "PROPN"}:
        _add_group(cast, token, _group(token, sentence, scene), sentence)
    else:
        for owner in owners(token, sentence):
            cast.act(owner.filler())
    return cast


def _holder(token: Token, sentence: Sentence) -> Mention | None:
    """Who holds an office that is told with his name: General Roe in “the Chief of Defence, General Roe”."""
    if token.lemma_.lower() not in PEOPLE or token.tag_ in {"NNS", "NNPS"}:
        return None
    named = [sentence.mention_of(child) for child in token.children if child.dep_ == "appos" and child.i > token.i]
    return next((each for each in named if each and each.kind is EntityKind.PERSON and not each.generic), None)


def _group(token: Token, sentence: Sentence, scene: Scene) -> Filler:
    """People without a name in the words before their noun: “her crew”; of how many nations, where that is said."""
    if sentence.mention_of(token) is not None:
        return scene.named_by(token, sentence)
    filler = sentence.excerpt(frames.phrase(token)[0], token.i + 1)
    return replace(filler, entity=slug(filler.text), name=" ".join(filler.text.split()))


def _qualified(token: Token, mention: Mention, sentence: Sentence) -> Filler:
    """A unit without a name, with the words before it where they name somebody: “Canadian-led battlegroup”."""
    whole = sentence.excerpt(frames.phrase(token)[0], token.i + 1)
    if mention.text[:1].isupper() or not any(letter.isupper() for letter in whole.text) or len(whole.text) > 60:
        return mention.filler()
    return replace(whole, entity=slug(whole.text), name=" ".join(whole.text.split()))


def _nations(token: Token, sentence: Sentence) -> Filler | None:
    """The twelve nations from which troops come, if they are counted and not named."""
    for noun in frames.after_preposition(token, {"of", "from"}):
        if noun.lemma_.lower() in _COUNTRIES and any(child.dep_ == "nummod" for child in noun.children):
            filler = sentence.excerpt(frames.phrase(noun)[0], noun.i + 1)
            return replace(filler, entity=slug(filler.text), name=" ".join(filler.text.split()))
    return None


_COUNTRIES = frozenset("nation country state ally".split())


def _bare(token: Token, sentence: Sentence) -> Filler:
    """A ship or aircraft without a name, as its noun and the nouns before it: “ships”, “patrol boats”."""
    before = [child.i for child in token.children if child.dep_ == "compound" and child.i < token.i]
    return sentence.excerpt(min([token.i, *before]), token.i + 1)


def _listed(mentions: Iterable[Mention], sentence: Sentence) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        if sentence.start <= mention.start < sentence.end and not mention.generic:
            yield from (other for other in in_list_with(mention, sentence) if other.start != mention.start)


def _add_group(cast: Cast, token: Token, filler: Filler, sentence: Sentence) -> None:
    """“The defence ministers of Japan and Germany” are Japan and Germany; “the ministers” stay as they are."""
    found = list(owners(token, sentence))
    for owner in found:
        cast.act(owner.filler())
    nations = _nations(token, sentence) if not found else None
    speaker = _speaker(token, sentence) if not found and filler.text.islower() else None
    if nations is not None:
        cast.act(nations)
    elif speaker is not None:
        cast.act(speaker.filler())
    elif not found and token.lemma_.lower() not in NOBODY:
        cast.act(filler)


def _add_owners(cast: Cast, token: Token, mention: Mention, sentence: Sentence, scene: Scene) -> None:
    named = [owner for owner in owners(token, sentence) if owner.start != mention.start]
    before = _just_before(mention, sentence)
    if before is not None and before not in named:
        named.append(before)
    for owner in named:
        cast.act(owner.filler())
    prefixed = mention.text.split()[0] in _states_of_prefixes()
    if not named and mention.kind is EntityKind.VESSEL and (prefixed or not cast.participants):
        filler = stands_for_state(mention, scene)
        if filler is not None:
            cast.act(filler)


def acting(cast: Cast, scene: Scene) -> tuple[Filler, ...]:
    """The participants, without ships whose state takes part already by name or by a force: “the Spanish Navy's A and B”."""
    ships = {filler.text for filler in cast.assets.values()}
    others = [filler for filler in cast.participants.values() if filler.text not in ships]
    states = set()
    for filler in others:
        entity = scene.reading.lexicon.entity(filler.entity) if filler.entity else None
        if entity is not None:
            states |= {str(entity.id), str(entity.country)}
    return tuple(
        filler
        for filler in cast.participants.values()
        if filler.text not in ships or str(filler.entity) not in states or filler.entity is None
    )


def owner_before(mention: Mention, sentence: Sentence) -> Mention | None:
    """The owner written before a ship's type and name: “the Spanish Navy frigates Numancia”."""
    return _just_before(mention, sentence)


def _just_before(mention: Mention, sentence: Sentence) -> Mention | None:
    """The owner written before a ship's type and name: “the Spanish Navy frigates Numancia”."""
    for other in sentence.mentions:
        gap = sentence.text[other.end - sentence.start : mention.start - sentence.start]
        if (
            other.end <= mention.start
            and len(gap) < 30
            and other.is_actor
            and gap.strip(" 's’-").replace(" ", "").isalpha()
        ):
            words = gap.lower().split()
            if all(word.strip("'s’") in _TYPE_WORDS or not word.strip("'s’") for word in words):
                return other
    for inner in mention.inner:
        if inner.is_actor:
            return inner
    return None


def _speaker(token: Token, sentence: Sentence) -> Mention | None:
    """Whose unnamed people are meant: the state that says so, “Northmoor confirmed that a contingent would join”."""
    verb = frames.clause_verb(token)
    if verb.dep_ not in {"ccomp", "xcomp"} or verb == token:
        return None
    named = [sentence.mention_of(each) for each in frames.subjects(verb.head)]
    return next((each for each in named if each is not None and each.kind in _SPEAKING), None)


_SPEAKING = frozenset({EntityKind.STATE, EntityKind.FORCE})


_TYPE_WORDS = ASSETS | frozenset(
    "frigates destroyers ships submarines corvettes carriers guided-missile patrol landing littoral combat aircraft "
    "helicopter training survey replenishment amphibious assault coast guard offshore missile attack transport".split()
)


def stands_for_state(mention: Mention, scene: Scene) -> Filler | None:
    """A ship as a participant: she acts for the state whose prefix she bears, else for herself if she has a name."""
    if mention.generic:
        return None
    prefix = mention.part("prefix")
    code = mention.state or EntityId(_states_of_prefixes().get(prefix.text if prefix else mention.text.split()[0], ""))
    state = scene.reading.lexicon.entity(code) if code else None
    if state is None:
        return mention.filler()
    return replace(mention.filler(), entity=state.id, name=state.name)


def owners(token: Token, sentence: Sentence) -> Iterator[Mention]:
    """Every actor a noun belongs to: “Australian and Filipino sailors”, “units of Australia, Japan and the US”."""
    seen: set[int] = set()
    holders = [child for child in token.children if child.dep_ in _MODIFIERS and child.i < token.i]
    heads = [*frames.spread(holders), *frames.after_preposition(token, {"of", "from"})]
    for head in heads:
        for mention in (other for each in _actors_at(head, sentence) for other in in_list_with(each, sentence)):
            if mention.start not in seen and not (mention.start <= sentence.offset(token) < mention.end):
                seen.add(mention.start)
                yield mention
    if not seen:
        own = sentence.mention_of(token)
        for inner in own.inner if own is not None else ():
            if inner.is_actor and inner.kind is not EntityKind.PERSON:
                yield inner


def _actors_at(token: Token, sentence: Sentence) -> Iterator[Mention]:
    mention = sentence.mention_of(token)
    if mention is not None:
        if mention.is_actor and not mention.generic:
            yield mention
        elif mention.kind in _NO_CAST or mention.kind is EntityKind.UNKNOWN or mention.generic:
            yield from (inner for inner in mention.inner if inner.is_actor)
        if mention.is_actor and mention.generic:
            yield from owners(token, sentence)
    elif token.pos_ in {"NOUN", "ADJ", "PROPN"}:
        for child in token.children:
            if child.dep_ in _MODIFIERS and child.i < token.i:
                yield from _actors_at(child, sentence)
        for noun in frames.after_preposition(token, {"of", "from"}):
            yield from _actors_at(noun, sentence)
