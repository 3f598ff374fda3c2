"""What can be taken part in, and in what quality one takes part in it when nothing else says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from foedera.claims import frames
from foedera.claims.activities.triggers import type_of_event
from foedera.claims.mentions import Mention
from foedera.claims.participations.words import AS, CARRIERS, FUNDS, JOINABLE
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType, ParticipationAs
from foedera.names import NameForm, slug

_QUALITY: dict[EntityKind, ParticipationAs] = {
    EntityKind.PROGRAMME: AS.PARTNER,
    EntityKind.OPERATION: AS.CONTRIBUTOR,
    EntityKind.UNIT: AS.CONTRIBUTOR,
    EntityKind.FORCE: AS.CONTRIBUTOR,
    EntityKind.BLOC: AS.MEMBER,
    EntityKind.INSTITUTION: AS.MEMBER,
    EntityKind.AGENCY: AS.MEMBER,
    EntityKind.CENTRE: AS.MEMBER,
    EntityKind.INSTRUMENT: AS.MEMBER,
}
_NOUN_QUALITY: dict[str, ParticipationAs] = {
    **dict.fromkeys("mission operation battlegroup force".split(), AS.CONTRIBUTOR),
    **dict.fromkeys(
        "alliance union bloc council community treaty convention pact agency organisation organization".split(),
        AS.MEMBER,
    ),
    **dict.fromkeys("exhibition expo".split(), AS.EXHIBITOR),
    **dict.fromkeys("tender contest competition call".split(), AS.CANDIDATE),
}


# Programmes that have members rather than partners.
_CLUBS = frozenset("initiative coalition pool fleet partnership compact forum community club".split())
# Regulations that set up what gives money: one takes part in what bears their name.
FUNDING_ACTS = frozenset(
    {"eu-reg-2023-1525-asap", "eu-reg-2023-2418-edirpa", "eu-reg-2025-1106-safe", "eu-reg-2025-2643-edip"}
)
# Names that the pipeline takes for places or people, though their last word says that they can be joined.
_JOINABLE_NAMES = JOINABLE | frozenset(
    "system capability academy cell board forum network pool compact accord pillar squad quad ii two club".split()
)


class Target:
    """What an actor takes part in, and the quality that follows from what it is."""

    def __init__(
        self, filler: Filler, quality: ParticipationAs, kind: EntityKind | None, *, exercise: bool = False
    ) -> None:
        self.filler, self.quality, self.kind, self.is_exercise = filler, quality, kind, exercise

    @property
    def is_alliance(self) -> bool:
        """Whether it is an alliance, which has partners beside its members."""
        return self.filler.entity == "NATO"


def target_at(token: Token, sentence: Sentence, scene: Scene) -> Target | None:
    """What the noun stands for, if one can take part in it; None for a state, a person, a ship."""
    if token.lemma_.lower() in _EDITIONS:  # "previous iterations of EuroNaval"
        for noun in frames.after_preposition(token, {"of"}):
            return target_at(noun, sentence, scene)
    for mention in scene.discourse.resolve(token, sentence):
        found = _named_project(token, mention, sentence) or target_of(mention)
        if found is not None:
            return found
        if not mention.generic:
            unsure = mention.kind in {EntityKind.UNKNOWN, EntityKind.PLACE} or " " not in mention.text
            return _by_noun(token, sentence, scene) if unsure else None
    return _by_noun(token, sentence, scene)


def _named_project(token: Token, mention: Mention, sentence: Sentence) -> Target | None:
    """“the PESCO project Military Mobility”, “the PESCO project on military mobility”: by what the project is about."""
    if mention.kind is not EntityKind.PROGRAMME or mention.form is not NameForm.PATTERN or mention.generic:
        return None
    if sentence.mention_of(token) is not mention or mention.text.split()[-1] not in {"project", "programme"}:
        return None
    subject = next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    subject = subject or next(iter(frames.after_preposition(token, {"on"})), None)
    if subject is None or subject.i < token.i:
        return None
    first, last = frames.phrase(subject)
    own = sentence.excerpt(first, last)
    if own.end is None or own.end - mention.start > 80:
        return None
    whole = sentence.cut(mention.start, own.end)
    return Target(Filler(whole.text, whole.start, whole.end, slug(own.text), own.text), AS.PARTNER, mention.kind)


def target_of(mention: Mention) -> Target | None:
    """What a mention is to those who take part in it; None if one cannot."""
    if mention.kind is EntityKind.EVENT and not mention.generic:
        fair = type_of_event(mention) is ActivityType.EXHIBITION
        return Target(mention.filler(), AS.EXHIBITOR if fair else AS.PARTNER, mention.kind, exercise=not fair)
    if mention.entity in FUNDING_ACTS:
        return Target(mention.filler(), AS.PARTNER, EntityKind.PROGRAMME)
    quality = _QUALITY.get(mention.kind)
    if mention.kind in {EntityKind.PLACE, EntityKind.PERSON, EntityKind.UNKNOWN} and _is_joinable_name(mention):
        return Target(mention.filler(), AS.PARTNER, EntityKind.PROGRAMME)
    if quality is None or mention.generic:
        return None
    if mention.kind is EntityKind.PROGRAMME and mention.name.split()[-1].lower() in _CLUBS:
        quality = AS.MEMBER
    if mention.kind in {EntityKind.FORCE, EntityKind.UNIT} and mention.state is not None:
        return None  # a state's own force: one belongs to it, but takes no part in it
    return Target(mention.filler(), quality, mention.kind)


def _is_joinable_name(mention: Mention) -> bool:
    words = mention.text.split()
    return mention.form is NameForm.PATTERN and len(words) > 1 and words[-1].lower() in _JOINABLE_NAMES


def _by_noun(token: Token, sentence: Sentence, scene: Scene) -> Target | None:
    """“the PESCO project on military mobility”, “common procurements”: named by their own words."""
    lemma = token.lemma_.lower()
    if lemma not in JOINABLE or token.pos_ not in {"NOUN", "PROPN"}:
        return _pointed_at(token, sentence, scene) if token.pos_ == "NOUN" else None
    for child in token.children:  # "the exhibition, EuroNaval"
        mention = sentence.mention_of(child) if child.dep_ == "appos" else None
        found = target_of(mention) if mention is not None else None
        if found is not None:
            return found
    for child in token.children:  # "the GCAP programme": the name before the noun
        mention = sentence.mention_of(child) if child.dep_ in {"compound", "nmod", "amod", "appos"} else None
        found = target_of(mention) if mention is not None and mention.kind is EntityKind.PROGRAMME else None
        if found is not None:
            return found
    qualified = any(child.dep_ in {"compound", "amod", "nmod", "poss"} for child in token.children)
    if not qualified and not frames.after_preposition(token, {"on", "for", "of", "in", "at"}):
        return _named_before(token, sentence, scene) or _pointed_at(token, sentence, scene)
    filler = _own_words(token, sentence, scene)
    return Target(filler, _NOUN_QUALITY.get(lemma, AS.PARTNER), None)


def _named_before(token: Token, sentence: Sentence, scene: Scene) -> Target | None:
    """What “the coalition”, “the Compact” point back to: the thing named last whose name has this word."""
    if not any(child.lower_ in {"the", "this", "that"} for child in token.children):
        return None
    word = token.lemma_.lower()
    for earlier in scene.reading.sentences[max(0, sentence.index - 12) : sentence.index + 1][::-1]:
        for mention in reversed(earlier.mentions):
            before = mention.end <= sentence.offset(token)
            if before and not mention.generic and word in mention.name.casefold().split() and " " in mention.name:
                found = target_of(mention)
                if found is not None:
                    return found
    return None


def _pointed_at(token: Token, sentence: Sentence, scene: Scene) -> Target | None:
    """What “the consortium”, “either coalition” or “the action” stand for: the last named thing of a fitting sort."""
    kinds = _POINTING.get(token.lemma_.lower())
    words = {child.lower_ for child in token.children}
    if kinds is None or not words & _DEFINITE or any(child.dep_ in {"compound", "amod"} for child in token.children):
        return None
    for earlier in scene.reading.sentences[max(0, sentence.index - 12) : sentence.index + 1][::-1]:
        for mention in reversed(earlier.mentions):
            if mention.kind in kinds and mention.end <= sentence.offset(token) and not mention.generic:
                found = target_of(mention)
                if found is not None:
                    return found
    return None


_PROGRAMMES = frozenset({EntityKind.PROGRAMME})
_MISSIONS = frozenset({EntityKind.OPERATION, EntityKind.UNIT, EntityKind.FORCE})
_POINTING: dict[str, frozenset[EntityKind]] = {
    **dict.fromkeys(
        "programme program project scheme initiative action consortium facility venture".split(), _PROGRAMMES
    ),
    **dict.fromkeys("coalition mission operation".split(), _MISSIONS),
}
_DEFINITE = frozenset("the this that either neither both".split())


def _own_words(token: Token, sentence: Sentence, scene: Scene) -> Filler:
    """The noun with what stands before it and its prepositions, without participles: “a group headed by X” is “group”."""
    first, last = frames.phrase(token)
    cuts = [child.left_edge.i for child in token.children if child.dep_ == "acl" and child.i > token.i]
    if sentence.mention_of(token) is not None or not cuts:
        return scene.named_by(token, sentence)
    filler = sentence.excerpt(first, max(token.i + 1, min([last, *cuts])))
    return Filler(filler.text, filler.start, filler.end, slug(filler.text), " ".join(filler.text.split()))


def topic(sentence: Sentence, scene: Scene, token: Token, quality: ParticipationAs | None = None) -> Target | None:
    """What the text is about at this place, of the sorts one can be this in; None if it is about nothing of the sort.

    What the sentence names before `token` comes first, then what the document names most, its headings above all.
    """
    kinds = _TOPICS.get(quality or AS.PARTNER, _TOPICS[AS.PARTNER])
    here = [mention for mention in sentence.mentions if mention.end <= sentence.offset(token)]
    chosen = next((mention for mention in here if _is_of(mention, kinds) and not mention.generic), None)
    chosen = chosen or _most_named(scene, kinds) or _just_named(sentence, scene, kinds)
    return target_of(chosen) if chosen is not None else None


def _just_named(sentence: Sentence, scene: Scene, kinds: frozenset[EntityKind]) -> Mention | None:
    for earlier in scene.reading.sentences[max(0, sentence.index - 2) : sentence.index][::-1]:
        for mention in earlier.mentions:
            if _is_of(mention, kinds) and not mention.generic and mention.state is None:
                return mention
    return None


def _is_of(mention: Mention, kinds: frozenset[EntityKind]) -> bool:
    """Whether a mention is of one of the sorts; a body that is called a fund or programme is one."""
    if mention.kind is EntityKind.AGENCY and EntityKind.PROGRAMME in kinds:
        return mention.name.split()[-1] in {"Fund", "Programme", "Facility"}
    return mention.kind in kinds


def _most_named(scene: Scene, kinds: frozenset[EntityKind]) -> Mention | None:
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for sentence in scene.reading.sentences:
        for mention in sentence.mentions:
            if _is_of(mention, kinds) and not mention.generic and mention.state is None:
                counts[mention.entity] += 3 if sentence.is_heading else 1
                first.setdefault(mention.entity, mention)
    best = max(counts, key=lambda entity: (counts[entity], -first[entity].start), default=None)
    return first[best] if best is not None and counts[best] > 1 else None


_TOPICS: dict[ParticipationAs, frozenset[EntityKind]] = {
    AS.PARTNER: frozenset({EntityKind.PROGRAMME}),
    AS.BENEFICIARY: frozenset({EntityKind.PROGRAMME}),
    AS.CANDIDATE: frozenset({EntityKind.PROGRAMME, EntityKind.CENTRE, EntityKind.INSTRUMENT}),
    AS.CONTRIBUTOR: frozenset({EntityKind.OPERATION, EntityKind.PROGRAMME}),
    AS.OBSERVER: frozenset({EntityKind.EVENT, EntityKind.PROGRAMME, EntityKind.CENTRE, EntityKind.INSTRUMENT}),
    AS.HOST: frozenset({EntityKind.EVENT}),
    AS.MEMBER: frozenset({EntityKind.INSTRUMENT, EntityKind.PROGRAMME, EntityKind.CENTRE}),
}
_EDITIONS = frozenset("iteration edition round call phase part project-team".split())


def targets_within(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> list[Target]:
    """The same, also where it stands behind or before what one is given in it: “funding under the Fund”, “NATO membership”."""
    listed = tuple(tokens)
    found = targets_at((token for token in listed if token.lemma_.lower() not in _GIVEN), sentence, scene)
    if found:
        return found
    inner: list[Token] = []
    for token in listed:
        if token.lemma_.lower() in CARRIERS or token.ent_type_ == "MONEY":
            inner += frames.after_preposition(token, {"under", "from", "of", "in", "through", "within", "for"})
            inner += [child for child in token.children if child.dep_ in {"compound", "nmod", "poss"}]
    return (targets_within(inner, sentence, scene) if inner else []) or targets_at(listed, sentence, scene)


_GIVEN = FUNDS | {"contract", "call", "membership"}


def targets_at(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> list[Target]:
    """Each thing one can take part in among the nouns, once."""
    found: dict[str, Target] = {}
    for token in tokens:
        target = target_at(token, sentence, scene)
        if target is not None:
            found.setdefault(str(target.filler.entity or target.filler.text), target)
    return list(found.values())
