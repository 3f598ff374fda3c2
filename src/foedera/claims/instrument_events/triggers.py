"""The words of a sentence that tell an event of an instrument, and which instrument each was found to tell of."""

from __future__ import annotations

from foedera.claims.instrument_events.instruments import Instrument
from foedera.claims.instrument_events.words import NOUNS, VERBS, VerbSense
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind

_TOLD = "instruments told of"
FORCE = frozenset({"force", "effect", "operation", "vigour", "vigor"})
# Verbs above that tell of an instrument only now and then: they end no other event's reach.
_WEAK = frozenset(
    "receive secure win place present issue pass extend reach strike settle clear release launch submit draft table".split()
)


def triggers_of(sentence: Sentence) -> tuple[Token, ...]:
    """The tokens that may tell an event, in text order; the "amending" of a protocol's own name does not."""
    return tuple(token for token in sentence.tokens if is_trigger(token) and not _is_of_name(token, sentence))


def _is_of_name(token: Token, sentence: Sentence) -> bool:
    mention = sentence.mention_of(token) if token.tag_ == "VBG" else None
    return mention is not None and mention.kind is EntityKind.INSTRUMENT


def is_trigger(token: Token) -> bool:
    """Whether a token may tell an event: a verb or noun of an instrument's life, or the "force" of "in force"."""
    lemma = token.lemma_.lower()
    if token.dep_ in {"amod", "compound"} or (token.i > 0 and token.nbor(-1).text == "-"):
        return False  # "the best-negotiated deal"
    if token.lower_ in FORCE:
        return token.i > 0 and token.nbor(-1).lower_ in {"in", "into", "takes", "took", "take", "taken"}
    if token.lower_ == "done":
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"at", "in"}
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBD"}:
        senses = VERBS.get(lemma, ()) if lemma not in _WEAK else ()
        return lemma == "apply" or any(has_particle(token, sense) for sense in senses)
    return lemma in NOUNS and token.pos_ == "NOUN"


def has_particle(verb: Token, sense: VerbSense) -> bool:
    """Whether the particle that a sense needs stands with the verb: "rolled the arrangement over"."""
    return sense.particle is None or any(child.lower_ == sense.particle for child in verb.children)


def remember(token: Token, instrument: Instrument, sentence: Sentence, scene: Scene) -> None:
    """Keep which instrument a token told of."""
    _told(scene)[sentence.index, token.i] = instrument


def told_of(token: Token, sentence: Sentence, scene: Scene) -> Instrument | None:
    """The instrument that a token told of; None if it told of none so far."""
    found = _told(scene).get((sentence.index, token.i))
    if found is None and token.lower_ in FORCE:  # "takes effect", "entered into force": the verb may have told it
        verb = token.head if token.dep_ == "dobj" else token.head.head
        if verb.lemma_.lower() in {"take", "enter", "come", "go", "be", "remain", "put", "bring"}:
            return _told(scene).get((sentence.index, verb.i))
    return found


def _told(scene: Scene) -> dict[tuple[int, int], Instrument]:
    found = scene.memory.setdefault(_TOLD, {})
    assert isinstance(found, dict)
    return found
