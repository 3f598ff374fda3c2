"""Who commands what: "in command of the frigate", "took command of the force", "handed the force over to"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.affiliations.owners import BODIES
from foedera.claims.affiliations.words import COMMANDING
from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind

_LED = frozenset({EntityKind.UNIT, EntityKind.FORCE, EntityKind.VESSEL, EntityKind.OPERATION})
_GIVING = frozenset("relinquish hand pass transfer turn".split())


def find_commands(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The people of a sentence who get, have or are given a command."""
    for noun in sentence.tokens:
        if noun.lower_ not in {"command", "charge", "leadership", "chairmanship"} or noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        leaders = scene.mentions(frames.after_preposition(noun, {"of"}), sentence, _is_person)
        if noun.dep_ == "pobj" and noun.head.lower_ == "under" and len(leaders) == 1:
            yield from _under(noun, leaders[0], sentence, scene)
            continue
        bodies = scene.mentions(frames.after_preposition(noun, {"of"}), sentence, _can_be_led)
        if len(bodies) == 1:
            yield from _commanded(noun, bodies[0], sentence, scene)


def _commanded(noun: Token, body: Mention, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“Captain Doe, in command of HMS Roe”, “Doe assumed command of the group”, “passed command of it to Roe”."""
    governor = noun.head
    if noun.dep_ == "pobj" and governor.lower_ == "in":
        over = governor.head
        people = scene.mentions(frames.subjects(over) if over.pos_ in {"VERB", "AUX"} else [over], sentence, _is_person)
        people = people or _before(noun, sentence)
        verb = over
    elif noun.dep_ in {"dobj", "nsubjpass"} and governor.lemma_.lower() in COMMANDING:
        verb = governor
        if verb.lemma_.lower() in _GIVING:
            people = scene.mentions(_receivers(verb, noun), sentence, _is_person)
        else:
            people = scene.mentions(frames.doers(verb), sentence, _is_person)
    else:
        return
    if len(people) != 1:
        return
    modality = modality_of(verb)
    first = min(verb.i, noun.i - 1)
    yield draft(
        Kind.AFFILIATION,
        sentence.place(first, max(frames.clause(verb)[1], noun.right_edge.i + 1)),
        member=people[0].filler(),
        of=body.filler(),
        as_=sentence.excerpt(noun.i, noun.i + 1),
        when=scene.when_of(verb, sentence, modality=modality),
        modality=modality,
        polarity=polarity_of(verb),
        confidence=0.65,
    )


def _under(noun: Token, leader: Mention, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“the task group, under the command of Commodore Doe, …”."""
    over = noun.head.head
    led = scene.mentions(frames.subjects(over) if over.pos_ in {"VERB", "AUX"} else [over], sentence, _can_be_led)
    if len(led) == 1 and led[0].kind in _LED:
        yield draft(
            Kind.AFFILIATION,
            sentence.place(noun.head.i, noun.right_edge.i + 1),
            member=leader.filler(),
            of=led[0].filler(),
            as_=sentence.excerpt(noun.i, noun.i + 1),
            modality=modality_of(over),
            polarity=polarity_of(over),
            confidence=0.6,
        )


def _receivers(verb: Token, noun: Token) -> tuple[Token, ...]:
    """To whom a command is given; the parse may tie the "to" to the command."""
    return frames.after_preposition(verb, {"to"}) or frames.after_preposition(noun, {"to"})


def _before(noun: Token, sentence: Sentence) -> tuple[Mention, ...]:
    """The person named right before ", in command of"."""
    at = sentence.offset(noun) - len(", in ")
    return tuple(mention for mention in sentence.mentions if _is_person(mention) and abs(mention.end - at) < 2)


def _is_person(mention: Mention) -> bool:
    return mention.kind is EntityKind.PERSON and not mention.generic


def _can_be_led(mention: Mention) -> bool:
    return mention.kind in BODIES and mention.kind not in STATELIKE and not mention.generic
