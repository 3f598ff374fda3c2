"""Bodies that belong to bodies: "X, part of Y", "X, a subsidiary of Y", "X is owned by Y", "Y's subsidiary X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from foedera.claims import frames
from foedera.claims.affiliations.words import BELONGING, BUYING, HOLDING, MADE_UP, OWNED, PARTS, STANDING
from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import Mention
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind
from foedera.names import NameForm

_BODIES = frozenset(
    {
        EntityKind.COMPANY,
        EntityKind.INSTITUTION,
        EntityKind.AGENCY,
        EntityKind.FORCE,
        EntityKind.UNIT,
        EntityKind.CENTRE,
        EntityKind.OPERATION,
        EntityKind.UNKNOWN,
    }
)


_STAKES = frozenset({"stake", "share", "shareholding", "interest", "holding"})
_IN_GROUPS = frozenset({EntityKind.VESSEL, EntityKind.UNIT})


def find_belonging(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The bodies of a sentence that belong to another."""
    found = list(_by_words(sentence, scene))
    yield from found
    told = {(str(each.roles["member"][0].entity), str(each.roles["of"][0].entity)) for each in found}
    for each in _beside(sentence):
        if (str(each.roles["member"][0].entity), str(each.roles["of"][0].entity)) not in told:
            yield each


def _by_words(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    for token in sentence.tokens:
        if token.lemma_.lower() in PARTS and token.pos_ == "NOUN":
            yield from _part_of(token, sentence, scene)
        elif token.lemma_.lower() == "venture" and token.pos_ == "NOUN":
            yield from _venture(token, sentence, scene)
        elif token.lemma_.lower() in BELONGING and token.pos_ == "VERB":
            yield from (*_belongs_to(token, sentence, scene), *_stands_under(token, sentence, scene))
        elif token.lemma_.lower() in OWNED and token.pos_ == "VERB" and frames.agents(token):
            yield from _owned_by(token, sentence, scene)
        elif token.lemma_.lower() in BUYING | HOLDING and token.pos_ == "VERB":
            yield from _owns(token, sentence, scene)
        elif token.lemma_.lower() in STANDING and token.pos_ == "VERB":
            yield from _stands_under(token, sentence, scene)
        elif token.lemma_.lower() in MADE_UP and token.pos_ == "VERB":
            yield from _made_up_of(token, sentence, scene)


def _part_of(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Bumar, part of the Armaments Group”, “Doe Ltd is a subsidiary of Roe plc”, “Roe's subsidiary Doe Ltd”."""
    wholes = scene.mentions(frames.after_preposition(noun, {"of"}), sentence, _is_body)
    if not wholes:
        owner = scene.owner(noun, sentence)
        wholes = (owner,) if owner is not None and _is_body(owner) else _its_owner(noun, sentence, scene)
    if not wholes and noun.lemma_.lower() in _OF_BLOCS:
        wholes = _bloc_at(frames.after_preposition(noun, {"of"}), sentence, scene)
    if not wholes:
        return
    members = _members(noun, sentence, scene) or _guessed_before(noun, wholes[0], sentence)
    members = tuple(member for member in members if member.entity != wholes[0].entity)
    if not members:
        return
    governor = noun.head if noun.dep_ == "attr" else noun
    yield _claim(members, wholes[0], sentence.excerpt(noun.i, noun.i + 1), governor, sentence)


_OF_BLOCS = frozenset("part organ agency arm directorate".split())


def _bloc_at(tokens: tuple[Token, ...], sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """The bloc of “not part of NATO”, “an organ of the Union”, “part of the NATO command structure”."""
    for token in tokens:
        owner = scene.owner(token, sentence)
        for mention in (*scene.mentions([token], sentence), *((owner,) if owner is not None else ())):
            if mention.kind is EntityKind.BLOC and not mention.generic:
                return (mention,)
    return ()


_PART = re.compile(
    r"(?:\s(?:a\.s\.|s\.r\.o\.|GmbH|AG|SE|Ltd\.?|plc|Inc\.?|AS|A/S|ASA|AB|Oyj?|OÜ|SpA|S\.p\.A\.|S\.A\.|SA|NV|BV|d\.o\.o\.))?"
    r"(?:\s?\([^()]{2,30}\))?"
    rf",?\s?[(–—,]?\s*(?:(?:the|a|an|now|itself|which is|previously)\s)*(?:[\w-]+\s){{0,3}}?(?P<as>{'|'.join(sorted(PARTS))}) (?:of|within) (?:the )?(?:state-owned |listed |group )?"
)


# “the First Squadron (1SQ), which functions under the Southern Command”, where the parser takes the verb for a noun.
_UNDER = re.compile(
    r"(?:\s\([^()]{2,30}\))?,? (?:which |that )?(?:is |are |was |were )?(?P<as>functions?|functioning|operates?|operating|falls?|"
    r"falling|comes?|serves?|serving|works?|placed|subordinated?) (?:directly )?(?:under|to) (?:the )?(?:command of (?:the )?)?"
)


def _beside(sentence: Sentence) -> Iterator[Draft]:
    """“Roe Aerospace, the defence arm of Roe Group”, however the pipeline reads it."""
    named = [mention for mention in sentence.mentions if not mention.generic]
    for member, whole in pairwise(named):
        if not (_is_member(member) and _is_body(whole)) or member.entity == whole.entity:
            continue
        gap = sentence.text[member.end - sentence.start : whole.start - sentence.start]
        match = _PART.fullmatch(gap) or (_UNDER.fullmatch(gap) if _is_commanding(whole) else None)
        if match is None or match.group()[0] not in ",(–— ":
            continue
        yield draft(
            Kind.AFFILIATION,
            (member.start, whole.end),
            member=member.filler(),
            of=whole.filler(),
            as_=sentence.cut(member.end + match.start("as"), member.end + match.end("as")),
            confidence=0.65,
        )


def _venture(noun: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Doe Ltd, a joint venture of Roe plc and Poe SA”: of each of the two."""
    wholes = scene.mentions(frames.after_preposition(noun, {"of", "between"}), sentence, _is_company)
    members = scene.mentions(frames.subjects(noun.head), sentence, _is_sold) if noun.dep_ == "attr" else ()
    members = members or _members(noun, sentence, scene)
    governor = noun.head if noun.dep_ == "attr" else noun
    for whole in wholes:
        if members and whole.entity != members[0].entity:
            yield _claim(members[:1], whole, sentence.excerpt(max(0, noun.i - 1), noun.i + 1), governor, sentence)


def _its_owner(noun: Token, sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """The company of "its subsidiary Doe Ltd"."""
    pronouns = [child for child in noun.children if child.dep_ == "poss" and child.lower_ == "its"]
    return scene.mentions(pronouns, sentence, _is_company)[:1]


def _members(noun: Token, sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    if noun.dep_ == "attr":
        return scene.mentions(frames.subjects(noun.head), sentence, _is_member)
    if noun.dep_ == "appos":
        return scene.mentions([noun.head], sentence, _is_member)
    inside = [child for child in noun.children if child.dep_ == "appos"]
    named = scene.mentions(inside, sentence, _is_body)
    after = sentence.offset(noun) + len(noun.text) + 1
    return named or tuple(mention for mention in sentence.mentions if mention.start == after and _is_body(mention))


def _guessed_before(noun: Token, whole: Mention, sentence: Sentence) -> tuple[Mention, ...]:
    """The name before ", part of", whatever the pipeline takes it for, if the whole is a company."""
    at = noun.i - 2
    if whole.kind is not EntityKind.COMPANY or at < 0 or sentence.tokens[at + 1].text not in {",", "("}:
        return ()
    mention = sentence.mention_of(sentence.tokens[at])
    guessed = mention is not None and mention.form is NameForm.PATTERN and not mention.generic and not mention.parts
    return (mention,) if guessed and mention is not None else ()


def _belongs_to(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“an association which belongs to the Network”, “it reports to the Command”."""
    members = scene.mentions(frames.subjects(verb), sentence, _is_member)
    wholes = scene.mentions(frames.after_preposition(verb, {"to"}), sentence, _is_body)
    if members and wholes and members[0].entity != wholes[0].entity:
        yield _claim(members, wholes[0], sentence.excerpt(verb.i, verb.i + 1), verb, sentence)


def _stands_under(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the squadron, which functions under the Southern Command”, “was placed under the 1st Division”."""
    under = frames.undergoers(verb) if frames.is_passive(verb) else frames.subjects(verb)
    members = scene.mentions(under, sentence, _is_member)
    wholes = scene.mentions(frames.after_preposition(verb, {"under"}), sentence, _is_commanding)
    if len(members) == 1 and wholes and members[0].entity != wholes[0].entity:
        yield _claim(members, wholes[0], sentence.excerpt(verb.i, verb.i + 1), verb, sentence)


def _is_commanding(mention: Mention) -> bool:
    return _is_body(mention) and mention.kind not in {EntityKind.COMPANY, EntityKind.OPERATION, EntityKind.UNKNOWN}


def _owned_by(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Doe Ltd, owned by Roe plc”, “a yard controlled by the State”."""
    members = scene.mentions(frames.undergoers(verb), sentence, _is_run)
    for whole in scene.mentions(frames.agents(verb), sentence, _is_owner):  # "jointly owned by A, B and C"
        if members and members[0].entity != whole.entity:
            yield _claim(members, whole, sentence.excerpt(verb.i, verb.i + 1), verb, sentence)


def _owns(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Roe plc, which acquired Doe Ltd in 2023”."""
    if frames.is_passive(verb):
        return
    stakes = [each for each in frames.objects(verb) if each.lemma_.lower() in _STAKES]
    things = [noun for stake in stakes for noun in frames.after_preposition(stake, {"in", "of"})]
    things += frames.after_preposition(verb, {"in"}) if stakes and not things else []
    if verb.lemma_.lower() not in BUYING and not stakes:
        return
    members = scene.mentions(things or frames.objects(verb), sentence, _is_sold)
    wholes = scene.mentions(frames.doers(verb), sentence, _is_company)
    if members and len(wholes) == 1 and members[0].entity != wholes[0].entity:
        modality = modality_of(verb)
        when = scene.when_of(verb, sentence, modality=modality)
        yield replace(_claim(members, wholes[0], sentence.excerpt(verb.i, verb.i + 1), verb, sentence), when=when)


def _made_up_of(verb: Token, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the group consists of the frigate JS Mogami and the tanker JS Towada”."""
    if verb.lemma_.lower() == "compose" and not frames.is_passive(verb):
        return
    wholes = scene.mentions(frames.subjects(verb), sentence, _is_group)
    parts = frames.objects(verb) if verb.lemma_.lower() == "comprise" else frames.after_preposition(verb, {"of"})
    members = scene.mentions(parts, sentence, lambda each: each.kind in _IN_GROUPS and not each.generic)
    if len(wholes) == 1 and members:
        yield _claim(members, wholes[0], sentence.excerpt(verb.i, verb.i + 1), verb, sentence)


def _claim(members: tuple[Mention, ...], whole: Mention, relation: Filler, token: Token, sentence: Sentence) -> Draft:
    first, last = token.left_edge.i, token.right_edge.i + 1
    return draft(
        Kind.AFFILIATION,
        sentence.place(first, last),
        member=(member.filler() for member in members),
        of=whole.filler(),
        as_=relation,
        modality=modality_of(token),
        polarity=polarity_of(token),
        confidence=0.7,
    )


def _is_member(mention: Mention) -> bool:
    return _is_body(mention) or (mention.kind is EntityKind.VESSEL and not mention.generic)


def _is_group(mention: Mention) -> bool:
    return mention.kind in {EntityKind.UNIT, EntityKind.FORCE, EntityKind.OPERATION} and not mention.generic


def _is_body(mention: Mention) -> bool:
    return mention.kind in _BODIES and not mention.generic


def _is_sold(mention: Mention) -> bool:
    """Whether a name may be a company's that another buys; the pipeline takes many for institutions."""
    return _is_company(mention) or (mention.kind is EntityKind.INSTITUTION and mention.form is NameForm.PATTERN)


def _is_company(mention: Mention) -> bool:
    return mention.kind in {EntityKind.COMPANY, EntityKind.UNKNOWN} and not mention.generic


def _is_run(mention: Mention) -> bool:
    """What a company owns, or a force operates: a firm or a ship."""
    return _is_company(mention) or (mention.kind is EntityKind.VESSEL and not mention.generic)


def _is_owner(mention: Mention) -> bool:
    return (
        (mention.is_actor or mention.kind is EntityKind.UNKNOWN)
        and mention.kind is not EntityKind.PERSON
        and not mention.generic
    )
