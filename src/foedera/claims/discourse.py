"""Whom "the two sides", "it", "the Agreement" and "the Ministers" stand for, where the document says which."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from foedera.claims.mentions import ACTORS, STATELIKE, Mention
from foedera.claims.reading import Reading, Sentence
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind

_PAIR = re.compile(
    r"^(?:(?:the|these|our)\s+)?(?:two|both|three)?\s*(?:of\s+)?(?:the\s+)?"
    r"(?:sides|countries|parties|nations|governments|partners|states|leaders|capitals|participants|signatories|allies|neighbours|militaries|navies|militar(?:y|ies))$",
    re.IGNORECASE,
)
# Common nouns that point back to something named before, by what they can stand for.
BACK_POINTERS: dict[EntityKind, frozenset[str]] = {
    EntityKind.INSTRUMENT: frozenset(
        """agreement arrangement partnership treaty pact accord memorandum mou convention protocol declaration statement
        deal document text instrument framework regulation decision act strategy charter plan roadmap communique communiqué""".split()
    ),
    EntityKind.PROGRAMME: frozenset("programme program project fund initiative facility scheme consortium".split()),
    EntityKind.COMPANY: frozenset(
        "company firm group manufacturer contractor shipbuilder supplier maker shipyard yard subsidiary".split()
    ),
    EntityKind.OPERATION: frozenset("operation mission force".split()),
    EntityKind.VESSEL: frozenset("ship vessel frigate destroyer corvette submarine warship carrier cutter".split()),
    EntityKind.EVENT: frozenset("exercise exhibition drill drills manoeuvres".split()),
    EntityKind.UNIT: frozenset(
        "group brigade battalion battlegroup squadron unit regiment flotilla garrison detachment contingent wing".split()
    ),
    EntityKind.CENTRE: frozenset("centre center institute school college academy cell".split()),
    EntityKind.INSTITUTION: frozenset(
        "ministry agency commission council organisation organization institute alliance bloc union".split()
    ),
    EntityKind.PERSON: frozenset(
        "minister president ambassador admiral general secretary chancellor spokesman spokesperson spokeswoman "
        "counterpart colleague".split()
    ),
    EntityKind.STATE: frozenset("country nation state government".split()),
}
_SPOKEN_OF = frozenset({EntityKind.INSTRUMENT, EntityKind.VESSEL})
_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "their", "them", "both", "themselves"})
_PERSON = frozenset({"he", "she", "his", "her", "him"})
_LOOK_BACK = 12  # sentences; beyond it a pronoun is left alone


@dataclass
class Discourse:
    """What has been said so far, sentence by sentence, so that a short form can be resolved."""

    reading: Reading
    pair: tuple[Mention, ...] = ()
    _subjects: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pair = _main_pair(self.reading)

    def resolve(self, token: Token, sentence: Sentence) -> tuple[Mention, ...]:
        """What a noun or pronoun stands for: its own mention, or those it points back to; empty if nobody says."""
        own = sentence.mention_of(token)
        word = token.lower_
        if own is not None and not (own.generic and (_is_definite(token) or _is_pair(token))):
            return (own,)
        if word in _PERSON:
            return self._last(sentence, token, frozenset({EntityKind.PERSON}))
        if word in _PLURAL or _is_pair(token):
            return self._plural(sentence, token)
        if word in _SINGULAR:
            return self._singular(sentence, token)
        above = self._named_above(token, sentence)
        if above is not None:
            return (above,)
        beside = None if own is not None and not own.generic else self._named_beside(token, sentence)
        if beside is not None:
            return (beside,)
        if _is_definite(token):
            for kind, nouns in BACK_POINTERS.items():
                if token.lemma_.lower() in nouns or word in nouns:
                    kinds = STATELIKE if kind is EntityKind.STATE else frozenset({kind})
                    found = self._last(
                        sentence, token, kinds, noun=token.lemma_.lower(), several=token.tag_ in {"NNS", "NNPS"}
                    )
                    if found:
                        return found
        return (own,) if own else ()

    @staticmethod
    def _named_above(token: Token, sentence: Sentence) -> Mention | None:
        """The name before the noun that says what it is: “Roe, the yard that bought Doe”, “Northmoor, a state which …”."""
        if token.dep_ != "appos" or token.pos_ != "NOUN" or token.head.pos_ != "PROPN" or token.head.i > token.i:
            return None
        named = sentence.mention_of(token.head)
        near = token.left_edge.i - token.head.i < 3 and token.doc[token.left_edge.i - 1].text == ","
        able = named is not None and (named.is_actor or named.kind is EntityKind.VESSEL)
        return named if near and able and named is not None and not named.generic else None

    @staticmethod
    def _named_beside(token: Token, sentence: Sentence) -> Mention | None:
        """The name right behind the noun that says what it is: “the destroyer JS Akebono”, “the minister Eide”."""
        after = sentence.offset(token) + len(token.text) + 1
        for mention in sentence.mentions:
            if mention.start == after and not mention.generic:
                fitting = [kind for kind, nouns in BACK_POINTERS.items() if token.lemma_.lower() in nouns]
                return mention if mention.kind in fitting else None
        return None

    def _plural(self, sentence: Sentence, token: Token) -> tuple[Mention, ...]:
        word = token.lower_
        for earlier in self._near(sentence):
            subjects = self.subjects_of(earlier)
            if word not in _PLURAL and any(mention.kind is EntityKind.PERSON for mention in subjects):
                break  # "the two sides" are those for whom the persons speak
            if len({mention.entity for mention in subjects}) > 1:
                return subjects
        return self.pair

    def _singular(self, sentence: Sentence, token: Token) -> tuple[Mention, ...]:
        before = [mention for mention in self.subjects_of(sentence) if mention.end <= sentence.offset(token)]
        if before and before[0].kind is not EntityKind.PERSON:
            return (before[0],)
        for earlier in self._near(sentence):
            for mention in self.subjects_of(earlier):
                if mention.kind is not EntityKind.PERSON:
                    return (mention,)
            if earlier.mentions and not earlier.is_heading:
                candidates = [
                    mention for mention in earlier.mentions if mention.kind not in {EntityKind.PERSON, EntityKind.PLACE}
                ]
                if candidates:
                    return (candidates[0],)
        return ()

    def _last(
        self, sentence: Sentence, token: Token, kinds: frozenset[EntityKind], noun: str = "", several: bool = False
    ) -> tuple[Mention, ...]:
        here = [mention for mention in sentence.mentions if mention.end <= sentence.offset(token)]
        for mentions in ([*reversed(here)], *([*reversed(earlier.mentions)] for earlier in self._near(sentence))):
            fitting = [mention for mention in mentions if mention.kind in kinds and not mention.generic]
            named = [mention for mention in fitting if noun and noun in mention.text.casefold()]
            chosen = named or (fitting if EntityKind.UNIT not in kinds else [])  # "the brigade" is no battalion
            if chosen:
                return tuple(reversed(chosen)) if several and len(chosen) > 1 else (chosen[0],)
        return ()

    def _near(self, sentence: Sentence) -> list[Sentence]:
        return list(self.reading.sentences[max(0, sentence.index - _LOOK_BACK) : sentence.index])[::-1]

    def subjects_of(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The actors that are subject of a sentence's main verb, short forms resolved."""
        if sentence.index not in self._subjects:
            self._subjects[sentence.index] = ()  # a sentence that points to itself resolves to nothing
            self._subjects[sentence.index] = self._subject_mentions(sentence)
        return self._subjects[sentence.index]

    def carried_subjects(self, verb: Token, sentence: Sentence) -> tuple[Mention, ...]:
        """Whom a sentence that opens with its verb speaks of: “The Ministers: (a) agreed …; (b) welcomed …”.

        The subject of the last sentence that has one, or the pair the document is about; empty for any other verb.
        """
        opens = verb.head == verb and not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)
        before = [
            token for token in sentence.tokens[: verb.i] if token.pos_ not in {"ADV", "PUNCT", "SPACE", "X", "NUM"}
        ]
        if not opens or before or verb.tag_ not in {"VBD", "VBP", "VBZ"}:
            return ()
        for earlier in self._near(sentence):
            subjects = self.subjects_of(earlier)
            if subjects:
                return subjects
        return self.pair

    def _subject_mentions(self, sentence: Sentence) -> tuple[Mention, ...]:
        from foedera.claims.frames import subjects

        root = next((token for token in sentence.tokens if token.head == token), None)
        if root is None:
            return ()
        found: dict[str, Mention] = {}
        for token in subjects(root):
            own = sentence.mention_of(token)
            resolved = (own,) if own else self.resolve(token, sentence)
            for mention in resolved:
                if mention.kind in ACTORS or mention.kind in _SPOKEN_OF or mention.is_actor:
                    found.setdefault(mention.entity, mention)
        return tuple(found.values())


def _noun_phrase(token: Token) -> str:
    return " ".join(word.text for word in token.doc[token.left_edge.i : token.i + 1])


def _is_pair(token: Token) -> bool:
    """Whether a noun stands for those the document is about: “the two sides”, “Parties”; “partners” alone is anybody."""
    phrase = _noun_phrase(token)
    return bool(_PAIR.match(phrase)) and not (phrase in _ANYBODY and token.i > 0)


_ANYBODY = frozenset("partners states countries nations governments allies".split())


def _is_definite(token: Token) -> bool:
    return any(
        child.dep_ in {"det", "poss"}
        and child.lower_ in {"the", "this", "that", "these", "those", "said", "its", "their"}
        for child in token.children
    ) or (token.pos_ == "PROPN")


def _main_pair(reading: Reading) -> tuple[Mention, ...]:
    """The states or blocs that the document is about: of its title, or those named together most often."""
    counts: dict[tuple[str, ...], int] = {}
    first: dict[tuple[str, ...], tuple[Mention, ...]] = {}
    for sentence in reading.sentences:
        named: dict[str, Mention] = {}
        for mention in _statelike(sentence.mentions):
            named.setdefault(str(mention.state), mention)
        if 2 <= len(named) <= 3:
            key = tuple(sorted(named))
            counts[key] = counts.get(key, 0) + (3 if sentence.is_heading else 1)
            first.setdefault(key, tuple(named.values()))
    if not counts:
        return ()
    best = max(counts, key=lambda key: (counts[key], -first[key][0].start))
    return first[best]


def _statelike(mentions: tuple[Mention, ...]) -> list[Mention]:
    found = []
    for mention in mentions:
        if mention.kind in STATELIKE:
            found.append(mention)
        found += [inner for inner in mention.inner if inner.kind in STATELIKE]
    return found
