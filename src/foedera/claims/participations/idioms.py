"""Who joins, leaves, watches, asks or leads, in the idioms that leave out in what: “Canada came in”, “Spain keeps out”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.participations.making import actors_at, participation, quality_said
from foedera.claims.participations.matter import matter
from foedera.claims.participations.targets import Target, targets_at
from foedera.claims.participations.words import AS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import ParticipationAs


@dataclass(frozen=True, slots=True)
class Idiom:
    """How a verb tells that somebody takes part, without an object.

    `words` must stand with the verb, one of them at least ("" for none); `as_` is None where the thing decides.
    `passive` idioms are told of the subject of a passive: “was let in”.
    """

    words: frozenset[str]
    as_: ParticipationAs | None = None
    denied: bool = False
    passive: bool = False
    possible: bool = False


def _idiom(words: str, as_: ParticipationAs | None = None, **more: bool) -> Idiom:
    return Idiom(frozenset("" if word == "-" else word for word in words.split()), as_, **more)


# source: general knowledge of English verbs of joining, leaving and asking
IDIOMS: dict[str, tuple[Idiom, ...]] = {
    "come": (_idiom("in aboard forward"),),
    "get": (_idiom("in"),),
    "hop": (_idiom("aboard"),),
    "climb": (_idiom("aboard"),),
    "step": (_idiom("in"),),
    "sign": (_idiom("up", AS.MEMBER),),
    "join": (_idiom("-"),),
    "accede": (_idiom("-", AS.MEMBER),),
    "enter": (_idiom("-"),),
    "let": (_idiom("in", passive=True),),
    "admit": (_idiom("-", AS.MEMBER, passive=True),),
    "bring": (_idiom("in", passive=True),),
    "add": (_idiom("-", passive=True),),
    "include": (_idiom("-", passive=True),),
    "stay": (_idiom("out away outside", denied=True),),
    "keep": (_idiom("out away outside", denied=True),),
    "remain": (_idiom("outside out", denied=True),),
    "stand": (_idiom("aside outside apart", denied=True),),
    "sit": (_idiom("in", AS.OBSERVER), _idiom("out", denied=True)),
    "drop": (_idiom("out", denied=True),),
    "pull": (_idiom("out", denied=True),),
    "walk": (_idiom("out away", denied=True),),
    "opt": (_idiom("out", denied=True), _idiom("in")),
    "bow": (_idiom("out", denied=True),),
    "back": (_idiom("out", denied=True),),
    "withdraw": (_idiom("-", denied=True),),
    "quit": (_idiom("-", denied=True),),
    "leave": (_idiom("-", denied=True),),
    "watch": (_idiom("-", AS.OBSERVER),),
    "look": (_idiom("on", AS.OBSERVER),),
    "observe": (_idiom("-", AS.OBSERVER),),
    "apply": (_idiom("-", AS.CANDIDATE),),
    "knock": (_idiom("-", AS.CANDIDATE),),
    "ask": (_idiom("-", AS.CANDIDATE),),
    "invite": (_idiom("-", AS.CANDIDATE, passive=True),),
    "shortlist": (_idiom("-", AS.CANDIDATE, passive=True),),
    "bid": (_idiom("-", AS.CANDIDATE),),
    "preside": (_idiom("-", AS.LEAD),),
    "chair": (_idiom("-", AS.LEAD),),
    "coordinate": (_idiom("-", AS.LEAD),),
    "contribute": (_idiom("-", AS.CONTRIBUTOR),),
    "pay": (_idiom("in up", AS.CONTRIBUTOR),),
    "chip": (_idiom("in", AS.CONTRIBUTOR),),
    "participate": (_idiom("-"),),
    "host": (_idiom("-", AS.HOST),),
    "exhibit": (_idiom("-", AS.EXHIBITOR),),
    "qualify": (_idiom("-", AS.BENEFICIARY, possible=True),),
}
# What an idiom may have behind it without saying in what: “asked to be let in”, “would like to come in”.
_ASKED = frozenset("join enter accede participate".split())
_SPOKEN = frozenset({"which", "that", "us", "themselves", "itself"})
_COMPLETE = frozenset({"dobj", "ccomp", "dative", "attr", "oprd"})
# After these stands in what, or what else is meant: “left for Cyprus”, “applied for a licence”.
_LEADING_ON = frozenset("to for from of on into at with against over by than".split())


def by_idioms(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The Netherlands has joined”, “Hungary stays out”, “Seoul got in earlier”: in what the text speaks of here."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB":
            continue
        for idiom in IDIOMS.get(verb.lemma_.lower(), ()):
            found = _told(verb, idiom, sentence, scene)
            if found is not None:
                yield found
                break


def _told(verb: Token, idiom: Idiom, sentence: Sentence, scene: Scene) -> Draft | None:
    passive = frames.is_passive(verb) or _is_reduced(verb, idiom)
    if not passive and verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children):
        return None  # "left in the cold"
    if any(child.lower_ == "provisionally" for child in verb.children):
        return None  # "the agreement, provisionally applied since"
    if passive != idiom.passive or not _has_words(verb, idiom):
        return None
    if any(child.dep_ in _COMPLETE and child.i > verb.i and child.lower_ not in _SPOKEN for child in verb.children):
        return None
    subjects = frames.subjects(verb)
    actors = _named(actors_at(subjects, sentence, scene), sentence)
    if not actors or (verb.lemma_.lower() == "apply" and any(token.lower_ == "it" for token in subjects)):
        return None
    target = _target(verb, idiom, sentence, scene)
    if target is None or (target.is_exercise and idiom.as_ is None):
        return None
    if idiom.as_ is AS.EXHIBITOR and target.quality is not AS.EXHIBITOR:
        return None
    quality = quality_said(verb) or idiom.as_ or target.quality
    if verb.lemma_.lower() in {"ask", "invite"} and not _asks_to_join(verb):
        return None
    return participation(
        verb, actors, target, quality, sentence, scene, denied=idiom.denied, possible=idiom.possible, confidence=0.5
    )


def _is_reduced(verb: Token, idiom: Idiom) -> bool:
    """Whether a passive has lost its auxiliary: “Westhaven, admitted as a full member in July, has offered …”."""
    objects = any(child.dep_ in {"dobj", "aux"} for child in verb.children)
    return idiom.passive and verb.text.endswith("ed") and not objects and quality_said(verb) is not None


def _has_words(verb: Token, idiom: Idiom) -> bool:
    """Whether the words of the idiom stand with the verb, and lead to nothing further."""
    for child in verb.children:
        word = child.lower_
        leads = [each for each in child.children if each.dep_ in {"pobj", "pcomp"}]
        if "" in idiom.words and word in _LEADING_ON and leads and not _is_when(leads[0]):
            return False
        if word in idiom.words and child.i > verb.i and (not leads or _is_when(leads[0])):
            return True
    return "" in idiom.words and not any(child.dep_ == "prt" for child in verb.children)


def _is_when(noun: Token) -> bool:
    return noun.ent_type_ == "DATE" or noun.lemma_.lower() in _TIMES or noun.lower_.isdigit()


_TIMES = frozenset(
    """january february march april may june july august september october november december spring summer autumn winter
    year month week day time beginning end start""".split()
)


def _asks_to_join(verb: Token) -> bool:
    """“has asked to be let in”, “was invited to join”; “was not invited”, but not “asked” alone."""
    asked = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"}]
    words = {word.lemma_.lower() for each in asked for word in each.subtree}
    if not asked:
        return verb.lemma_.lower() == "invite"
    return bool(words & (_ASKED | {"let", "admit", "include", "add", "member", "observer"}))


def _target(verb: Token, idiom: Idiom, sentence: Sentence, scene: Scene) -> Target | None:
    """What a preposition behind the idiom names (“dropped out of the project”), else what the text speaks of."""
    heads = [verb, *(child for child in verb.children if child.lower_ in idiom.words)]
    said = [noun for head in heads for noun in frames.after_preposition(head, {"of", "to", "from", "in", "on"})]
    named = targets_at(said, sentence, scene)
    if named or any(not _is_when(noun) for noun in said):
        return named[0] if named else None
    return matter(sentence, scene, sentence.offset(verb))


def _named(actors: tuple[Filler, ...], sentence: Sentence) -> tuple[Filler, ...]:
    """Those who bear a name and are no persons: “the ministers came in” says nothing of who takes part."""
    unsure = {mention.start for mention in sentence.mentions if mention.kind in _UNSURE}
    return tuple(
        actor
        for actor in actors
        if any(letter.isupper() for letter in actor.text)
        and actor.text.casefold() not in _PRONOUNS
        and actor.start not in unsure
    )


_UNSURE = frozenset({EntityKind.UNKNOWN, EntityKind.VESSEL, EntityKind.INSTITUTION})
_PRONOUNS = frozenset("it they we i he she one both this that which who all".split())
