"""What nouns tell of equipment: the purchase of, a contract for, the maker of, deliveries."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.capabilities.actors import actors_of, owner_of
from foedera.claims.capabilities.found import Found, doers_over
from foedera.claims.capabilities.idioms import state_beside
from foedera.claims.capabilities.systems import systems_of
from foedera.claims.capabilities.words import CONTINUING, CONTRACTS, HOPING, MAKERS, NOUNS
from foedera.claims.modality import modality_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality, Stage


def tell_by_noun(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """What a noun tells of equipment, by the first frame that fits; None if none does."""
    for tell in (_contract, _noun, _maker, state_beside):
        found = tell(noun, sentence, scene)
        if found is not None:
            return found
    return None


def _noun(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“the procurement of 26 Rafale-Marine aircraft”, “missile launches”, “Delivery of the aircraft”."""
    lemma = noun.lemma_.lower()
    stage = NOUNS.get(lemma)
    if stage is None or (lemma == "delivery" and noun.head.lemma_ == "take") or sentence.block.kind is BlockKind.ROW:
        return None
    systems = systems_of(
        frames.after_preposition(noun, {"of", "for", "in"} if lemma in HOPING else {"of", "for"}), sentence, scene
    )
    if not systems and stage is not Stage.FIELDS:
        before = tuple(child for child in noun.children if child.dep_ in {"compound", "nmod"} and child.i < noun.i)
        before = tuple(child for child in before if not _is_count(child))
        systems = systems_of(before, sentence, scene)
    if not systems:
        return _continuing(noun, sentence, scene)
    systems = tuple(system for system in systems if not _is_vague(system))
    if not systems or _is_in_a_title(noun, sentence):
        return None
    actors = owner_of(noun, sentence, scene) or doers_over(noun, sentence, scene)
    hoped = lemma in HOPING and modality_of(noun) is Modality.ACTUAL
    return Found(stage, noun, systems, actors, Modality.POSSIBLE if hoped else None, confidence=0.6)


def _is_count(token: Token) -> bool:
    """Whether a noun only counts what is ordered, and does not name it: “the 24-plane order”."""
    return token.i > 1 and token.nbor(-1).text in {"-", "‑"} and token.nbor(-2).like_num


def _is_vague(system: Filler) -> bool:
    """Whether nothing more is said than “defence equipment”: what rules and agreements are about, no goods."""
    return system.text.split()[-1].lower().rstrip("s") in {
        "equipment",
        "technology",
        "weapon",
        "arm",
        "material",
        "system",
    }


def _is_in_a_title(noun: Token, sentence: Sentence) -> bool:
    """Whether a noun is part of an agreement's name: “Agreement on the Transfer of Defence Equipment”."""
    place = sentence.offset(noun)
    inside = any(each.kind is EntityKind.INSTRUMENT and each.start <= place < each.end for each in sentence.mentions)
    return inside or (noun.i > 0 and noun.text[0].isupper() and noun.pos_ == "PROPN" and not sentence.is_heading)


def _continuing(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Deliveries begin in 2026”: of the equipment that was told of just before."""
    stage = CONTINUING.get(noun.lemma_.lower())
    if (
        stage is None
        or noun.dep_ not in {"nsubj", "nsubjpass", "ROOT"}
        or frames.after_preposition(noun, {"of", "for"})
    ):
        return None
    told = [draft for index, draft in scene.told if draft.kind is Kind.CAPABILITY and sentence.index - index <= 3]
    if not told:
        return None
    actors = owner_of(noun, sentence, scene)
    if not actors and told[-1].roles["stage"][0].text == stage.value:
        actors = told[-1].roles["actor"]
    return Found(stage, noun, told[-1].roles["system"], actors, confidence=0.5)


def _contract(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“signed a contract for three patrol craft”: whoever is no maker procures."""
    if noun.lemma_.lower() not in CONTRACTS:
        return None
    systems = systems_of(frames.after_preposition(noun, {"for"}), sentence, scene)
    if not systems:
        return None
    actors = owner_of(noun, sentence, scene) or doers_over(noun, sentence, scene)
    buyers = tuple(actor for actor in actors if not _is_maker(actor, sentence))
    return Found(Stage.PROCURES, noun, systems, buyers, confidence=0.55)


def _is_maker(actor: Filler, sentence: Sentence) -> bool:
    return any(mention.entity == actor.entity and mention.kind is EntityKind.COMPANY for mention in sentence.mentions)


def _maker(noun: Token, sentence: Sentence, scene: Scene) -> Found | None:
    """“Baykar, maker of the TB2”, “Italy, operator of COSMO-SkyMed”."""
    stage = MAKERS.get(noun.lemma_.lower())
    if stage is None:
        return None
    owned = tuple(child for child in noun.children if child.dep_ == "poss")
    systems = systems_of(frames.after_preposition(noun, {"of"}) or owned, sentence, scene)
    if not systems:
        return None
    named = noun.head if noun.dep_ == "appos" else None
    actors = actors_of((named,), sentence, scene) if named is not None else doers_over(noun, sentence, scene)
    return Found(stage, noun, systems, actors, confidence=0.6) if actors else None
