"""A participation as a draft: who, in what, as what, with how real and since when."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedera.claims import frames
from foedera.claims.drafts import Draft, draft
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import Mention
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.participations.targets import Target
from foedera.claims.participations.words import PEOPLE, ROLE_NOUNS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import placed_in, spanning
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality, ParticipationAs, Polarity
from foedera.names import slug

_TAKERS = frozenset(
    {
        EntityKind.STATE,
        EntityKind.BLOC,
        EntityKind.INSTITUTION,
        EntityKind.AGENCY,
        EntityKind.FORCE,
        EntityKind.UNIT,
        EntityKind.COMPANY,
        EntityKind.CENTRE,
        EntityKind.VESSEL,
        EntityKind.UNKNOWN,
    }
)


def actors_at(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who takes part: named actors, and unnamed ones of a sort that can ("Norwegian companies", "third countries")."""
    found: dict[str, Filler] = {}
    for token in tokens:
        carried = _carried(token, sentence, scene)
        for filler in carried:
            found.setdefault(str(filler.entity or filler.text), filler)
        if carried:
            continue
        mentions = [
            listed
            for mention in scene.discourse.resolve(token, sentence)
            for listed in (in_list_with(mention, sentence) if mention in sentence.mentions else (mention,))
            if can_take_part(listed)
        ]
        for mention in mentions:
            filler = _group(token, sentence, scene) if mention.generic and len(mentions) == 1 else mention.filler()
            found.setdefault(str(filler.entity or filler.text), filler)
        if mentions:
            continue
        lemma = token.lemma_.lower()
        if lemma in PEOPLE and token.pos_ in {"NOUN", "PROPN"}:
            filler = scene.named_by(token, sentence)
            found.setdefault(str(filler.entity or filler.text), filler)
        elif token.pos_ in {"NOUN", "PROPN"}:
            owner = scene.owner(token, sentence)
            if owner is not None and can_take_part(owner):
                for each in _owners_before(owner, token, sentence):
                    found.setdefault(each.entity, each.filler())
    return tuple(_without_count(filler) for filler in found.values())


def _owners_before(owner: Mention, token: Token, sentence: Sentence) -> tuple[Mention, ...]:
    """All owners where they stand in a list before the noun: “the Spanish, German and Danish ministries”."""
    listed = in_list_with(owner, sentence) if owner in sentence.mentions else (owner,)
    before = listed[-1].end <= sentence.offset(token)
    return tuple(each for each in listed if can_take_part(each)) if before else (owner,)


def _carried(token: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Whom “they” and “it” stand for behind a sentence on people without a name, and “we” behind one on a state.

    “Swiss firms cannot receive grants. They may serve as subcontractors”: the firms.
    """
    word = token.lower_
    if word not in _CARRYING or not sentence.index:
        return ()
    earlier = scene.reading.sentences[sentence.index - 1]
    if earlier.block.kind in {BlockKind.TITLE, BlockKind.HEADING} or token.i > _EARLY:
        return ()
    if word in {"we", "us"}:
        named = [each for each in scene.discourse.subjects_of(earlier) if each.kind in _SPEAKING and not each.generic]
        return tuple(each.filler() for each in named) if len({each.entity for each in named}) == 1 else ()
    root = next((each for each in earlier.tokens if each.head == each), None)
    before = [each for each in frames.subjects(root) if each.pos_ == "NOUN"] if root is not None else []
    several = {"NNS", "NNPS"} if word == "they" else {"NN"}
    unnamed = [each for each in before if each.lemma_.lower() in PEOPLE and each.tag_ in several]
    if not unnamed or len(unnamed) != len(before):
        return ()
    return actors_at(unnamed, earlier, scene)


_CARRYING = frozenset({"they", "it", "we", "us"})
_SPEAKING = frozenset({EntityKind.STATE, EntityKind.FORCE, EntityKind.COMPANY})
_EARLY = 3  # tokens; a pronoun further in may stand for something of its own sentence


def _without_count(filler: Filler) -> Filler:
    """The group without the word that says how many of it: “no company” and “only companies” are companies."""
    first, _, rest = filler.text.partition(" ")
    if first.lower() not in {"no", "only"} or not rest or filler.start is None:
        return filler
    return Filler(rest, filler.end - len(rest) if filler.end else None, filler.end, slug(rest), " ".join(rest.split()))


_TELLING = frozenset("participate take contribute belong join serve involve".split())


def _group(token: Token, sentence: Sentence, scene: Scene) -> Filler:
    """A common noun with the words before it: “Norwegian personnel”, which stands for Norway, “third countries”."""
    first, last = frames.phrase(token)
    telling = [child.i for child in token.children if child.dep_ == "acl" and child.lemma_.lower() in _TELLING]
    last = min([last, *(at for at in telling if at > token.i)])  # "forces participating in the mission" are "forces"
    filler = sentence.excerpt(first + 1 if first < token.i and token.doc[first].lower_ == "only" else first, last)
    mention, owner = sentence.mention_of(token), scene.owner(token, sentence)
    armed = mention is not None and mention.kind in {EntityKind.FORCE, EntityKind.UNIT}
    if armed and owner is not None:
        return Filler(filler.text, filler.start, filler.end, owner.entity, owner.name)
    return Filler(filler.text, filler.start, filler.end, slug(filler.text), " ".join(filler.text.split()))


def can_take_part(mention: Mention) -> bool:
    """Whether what is mentioned can be a member, partner or contractor of something."""
    return mention.kind in _TAKERS or (mention.is_actor and mention.kind is EntityKind.PLACE)


def is_ship(filler: Filler, sentence: Sentence) -> bool:
    """Whether a filler is a ship that the sentence names."""
    return any(mention.kind is EntityKind.VESSEL and mention.start == filler.start for mention in sentence.mentions)


def in_place_of_pronoun(doers: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """The subject of the clause before for its pronoun: “Such entities may cooperate, but they cannot receive support”."""
    if len(doers) != 1 or doers[0].lower_ not in {"they", "it"} or verb.dep_ not in {"conj", "advcl", "ccomp"}:
        return doers
    before = frames.own_subjects(verb.head)
    plural = doers[0].lower_ == "they"
    fitting = any(word.tag_ in {"NNS", "NNPS"} or word.lower_ == "and" for token in before for word in token.subtree)
    return before if before and fitting == plural and before[0].i < doers[0].i else doers


def quality_said(verb: Token) -> ParticipationAs | None:
    """The quality that “as an observer” beside the verb says; None if it says none."""
    for noun in frames.after_preposition(verb, {"as"}):
        for word in (noun, *noun.children):
            found = ROLE_NOUNS.get(word.lemma_.lower())
            if found is not None and (word == noun or word.dep_ in {"compound", "amod"}):
                return found
    return None


def _is_over(said_by: Token) -> bool:
    """Whether what the word says is no longer so."""
    longer = (child for child in said_by.children if child.lower_ == "longer")
    return any(said_by.doc[child.i - 1].lower_ == "no" for child in longer if child.i)


def _with_listed(actors: tuple[Filler, ...], sentence: Sentence) -> tuple[Filler, ...]:
    """“The following states take part: A and B”, “ten nations, including A and B”: those whom the list names too."""
    if len(actors) != 1 or actors[0].end is None or not sentence.start <= actors[0].end <= sentence.end:
        return actors
    following = actors[0].text.casefold().startswith("following ")
    counted = actors[0].text[:1].isdigit() or actors[0].text.casefold().split()[-1] in _COUNTED
    opening = _FOLLOWING.search(sentence.text, actors[0].end - sentence.start) if following else None
    opening = opening or (_INCLUDING.search(sentence.text, actors[0].end - sentence.start) if counted else None)
    if opening is None:
        return actors
    first = sentence.mention_starting(sentence.start + opening.end())
    if first is None or not can_take_part(first):
        return actors
    named = tuple(mention.filler() for mention in in_list_with(first, sentence))
    return named if following else (*actors, *named)


_COUNTED = frozenset("nations countries states companies firms members allies".split())
_FOLLOWING = re.compile(r":\s+(?:the\s+)?")
_INCLUDING = re.compile(r",\s+(?:including|among them|notably)\s+(?:the\s+)?")


def participation(
    said_by: Token,
    actors: tuple[Filler, ...],
    target: Target,
    quality: ParticipationAs,
    sentence: Sentence,
    scene: Scene,
    *,
    denied: bool = False,
    possible: bool = False,
    planned: bool = False,
    confidence: float = 0.7,
) -> Draft | None:
    """The draft of a participation that a word tells; None if nobody but the thing itself takes part in it."""
    if quality is ParticipationAs.LEAD:  # a flagship leads her group, but takes no part in a programme
        actors = tuple(actor for actor in actors if not is_ship(actor, sentence))
    actors = _with_listed(actors, sentence)
    actors = tuple(
        actor for actor in actors if (actor.entity or actor.text) != (target.filler.entity or target.filler.text)
    )
    if not actors:
        return None
    modality = modality_of(said_by)
    polarity = Polarity.DENIED if denied or _is_over(said_by) else polarity_of(said_by)
    if possible:
        modality = Modality.POSSIBLE
    elif planned:
        modality = Modality.PLANNED
    when = scene.when_of(said_by, sentence, modality=modality)
    return draft(
        Kind.PARTICIPATION,
        spanning(sentence.excerpt(said_by.i, said_by.i + 1), *placed_in(sentence, (*actors, target.filler))),
        when=when,
        modality=modality,
        polarity=polarity,
        confidence=confidence,
        actor=actors,
        in_=target.filler,
        as_=quality.value,
    )
