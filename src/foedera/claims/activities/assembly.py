"""What was told of an activity, put together: one claim per activity, what a later sentence leaves out filled from before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foedera.claims.activities.bodies import settle_members, told_next, without_offices
from foedera.claims.activities.cast import acting
from foedera.claims.activities.telling import Telling
from foedera.claims.drafts import Draft, draft
from foedera.claims.frames import clause_verb
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.kinds import ActivityType, Kind, Modality, Polarity
from foedera.model.time import Span

# What can be told on in later sentences without saying again whose it is; how many sentences later.
_CONFERENCES = frozenset({ActivityType.DIALOGUE, ActivityType.SUMMIT, ActivityType.CONSULTATION, ActivityType.VISIT})
_CONTINUED, _FOR = frozenset({ActivityType.EXERCISE, ActivityType.SUMMIT, ActivityType.DIALOGUE}), 4


def drafts_of(tellings: Sequence[Telling], sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The claims that the tellings of one sentence make; two that tell of the same activity make one."""
    for telling in _joined(tellings, sentence):
        found = _draft(telling, sentence, scene)
        if found is not None:
            yield as_told_before(found, sentence, scene)


def _joined(tellings: Iterable[Telling], sentence: Sentence) -> list[Telling]:
    kept: list[Telling] = []
    for telling in tellings:
        same = next((other for other in kept if _same(telling, other, sentence)), None)
        if same is None:
            kept.append(telling)
            continue
        same.cast.add(telling.cast)
        same.places += [place for place in telling.places if place not in same.places]
        same.elements += [element for element in telling.elements if element not in same.elements]
        same.name = same.name or telling.name
    return kept


def _same(one: Telling, other: Telling, sentence: Sentence) -> bool:
    """Whether two tellings are of one activity: of one sort, with no two different names, and with shared people or words."""
    if one.type is not other.type:
        return False
    if one.name is not None and other.name is not None and one.name.entity != other.name.entity:
        return False
    if one.said_by == other.said_by or one.anchor == other.anchor:
        return True
    mine, theirs = set(one.cast.participants), set(other.cast.participants)
    return bool(mine & theirs) and not (one.places and other.places and one.places != other.places)


def _names_somebody(participants: Sequence[Filler], name: Filler | None, telling: Telling) -> bool:
    """Whether anything told bears a name: “soldiers will be training” alone says too little to keep."""
    fillers = [*participants, *telling.cast.assets.values(), *([name] if name else [])]
    return any(letter.isupper() for filler in fillers for letter in filler.text)


def as_told_before(found: Draft, sentence: Sentence, scene: Scene) -> Draft:
    """The draft itself, or, where it only says again what was told before, that: the same thing said twice is one."""
    for index, told in scene.told:
        if index != sentence.index and told.kind is Kind.ACTIVITY and _says_no_more(found, told):
            return replace(found, roles=told.roles, when=told.when, modality=told.modality)
    return found


def _says_no_more(found: Draft, told: Draft) -> bool:
    if found.polarity is not told.polarity or found.roles["type"] != told.roles["type"]:
        return False
    if found.when not in (None, told.when) or found.modality not in (Modality.ACTUAL, told.modality):
        return False
    mine, theirs = _words(found), _words(told)
    named = found.roles.get("name") and _keys(found, "name") == _keys(told, "name")
    ours = mine - {word for word in mine if word[0] == "participant"} if named else mine
    return ours <= theirs


def _words(found: Draft) -> set[tuple[str, str]]:
    return {(role, key) for role in found.roles for key in _keys(found, role)}


def _keys(found: Draft, role: str) -> set[str]:
    return {str(filler.entity or filler.text.casefold()) for filler in found.roles.get(role, ())}


def _draft(telling: Telling, sentence: Sentence, scene: Scene) -> Draft | None:
    if telling.type in _CONFERENCES:
        settle_members(telling, scene)
    modality, polarity = modality_of(telling.said_by), polarity_of(telling.said_by)
    if modality is Modality.ACTUAL and _is_infinitive(telling.said_by):
        if _first_of(telling.said_by).dep_ == "advcl":
            return None  # a purpose: "to deepen exercises, an agreement would be of value"
        modality, polarity = Modality.POSSIBLE, polarity_of(_verb_over(telling.said_by))
    if modality is Modality.ACTUAL and telling.anchor != telling.said_by:
        modality = modality_of(telling.anchor)
    if telling.gone and polarity is Polarity.AFFIRMED:
        polarity = Polarity.DENIED
    when = _when(telling, sentence, scene, modality)
    if when is None and telling.anchor != telling.said_by:
        when = scene.when_of(telling.anchor, sentence, modality=modality)
    modality = _seen_from(modality, when, scene)
    participants = without_offices(acting(telling.cast, scene), scene)
    name = telling.name.filler() if telling.name else None
    confidence = telling.confidence
    if telling.points_back or not participants:
        before = _before(telling, sentence, scene)
        if before is not None:
            participants = participants or before.roles.get("participant", ())
            name = name or next(iter(before.roles.get("name", ())), None)
            when = when or (before.when if modality is before.modality else None)
            confidence -= 0.15
    if not participants and telling.type is ActivityType.EXERCISE and telling.name is not None:
        participants = told_next(sentence, scene)
        confidence -= 0.1
    if not participants and telling.type in _CONTINUED and telling.name is not None and telling.points_back:
        participants = tuple(mention.filler() for mention in scene.discourse.pair)
        confidence -= 0.1
    if not participants or not _names_somebody(participants, name, telling):
        return None
    start, end = telling.span(sentence)
    return draft(
        Kind.ACTIVITY,
        (start, end),
        when=when,
        modality=modality,
        polarity=polarity,
        confidence=confidence,
        type=telling.type.value,
        participant=participants,
        name=name,
        asset=tuple(telling.cast.assets.values()),
        place=tuple(place.filler() for place in telling.places),
        element=tuple(telling.elements),
    )


def _when(telling: Telling, sentence: Sentence, scene: Scene, modality: Modality) -> Span | None:
    """When it takes place. A noun that is only mentioned takes no date from another clause: “feared today … at the summit”."""
    if telling.said_by.pos_ not in {"VERB", "AUX"} and telling.name is not None:
        clause = clause_verb(telling.said_by)
        roots = (sentence.root_of(date.start, date.end) for date in sentence.dates)
        if not any(root is not None and clause_verb(root) == clause for root in roots):
            return None
    return scene.when_of(telling.said_by, sentence, modality=modality)


def _is_infinitive(token: Token) -> bool:
    """Whether what the verb says is only a purpose or a possibility: “rules for forces to be based there”."""
    return token.pos_ in {"VERB", "AUX"} and any(child.tag_ == "TO" for child in _first_of(token).children)


def _first_of(verb: Token) -> Token:
    """The first of the verbs joined with this one: it bears their "to"."""
    while (
        verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(child.dep_ == "nsubj" for child in verb.children)
    ):
        verb = verb.head
    return verb


def _verb_over(token: Token) -> Token:
    return next((head for head in token.ancestors if head.pos_ in {"VERB", "AUX"}), token)


def _seen_from(modality: Modality, when: Span | None, scene: Scene) -> Modality:
    """What is said in the present of a day that lies ahead is planned: “the exercise runs from 3 to 9 May”."""
    today = scene.reading.document.date
    if modality is Modality.ACTUAL and when is not None and today is not None and when.earliest > today.latest:
        return Modality.PLANNED
    return modality


def _before(telling: Telling, sentence: Sentence, scene: Scene) -> Draft | None:
    """The activity of the same sort told last, if it is near and bears no other name."""
    if telling.type not in _CONTINUED:
        return None
    for index, told in reversed(scene.told):
        if sentence.index - index > _FOR:
            return None
        if told.kind is not Kind.ACTIVITY or told.polarity is Polarity.DENIED:
            continue
        if told.roles["type"][0].text != telling.type.value or index == sentence.index:
            continue
        name = next(iter(told.roles.get("name", ())), None)
        if telling.name is not None and name is not None and name.entity != telling.name.entity:
            return None
        return replace(told)
    return None
