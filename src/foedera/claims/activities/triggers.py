"""Where a sentence tells of an activity: the noun that names it, or the verb that says it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.claims.activities.words import (
    ACTIVITY_LEADS,
    ARRANGING,
    CANCELLING,
    EXCHANGED,
    FAIRS,
    HAPPENING,
    HOLDING,
    HOLDING_IN,
    NO_EXCHANGE_OF,
    NOUNS,
    PRESENCE_LEADS,
    RAISING,
    TAUGHT,
)
from foedera.claims.frames import is_passive
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType
from foedera.names import NameForm

_EVENTFUL = frozenset({EntityKind.EVENT, EntityKind.OPERATION})
_NAMES = _EVENTFUL | {EntityKind.UNKNOWN, EntityKind.INSTRUMENT}


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells an activity.

    `noun` names it, `verb` says that it is done; `holds` that the verb's subject does it, `happens` that
    the verb's subject is the activity itself. `name` is the name it bears.
    """

    type: ActivityType
    anchor: Token
    noun: Token | None = None
    verb: Token | None = None
    holds: bool = False
    happens: bool = False
    name: Mention | None = None


def type_of_event(mention: Mention) -> ActivityType | None:
    """The sort of a named event: by the noun beside its name, else by the words of the name; an exercise if neither tells."""
    if mention.entity.startswith("ex-"):  # an exercise of our tables, whatever its name says ("Bersama Lima")
        return ActivityType.EXERCISE
    head = mention.part("head")
    words = [head.text.lower()] if head else []
    words += [word.strip("“”\"'()’").lower() for word in f"{mention.text} {mention.name}".replace("-", " ").split()]
    if any(word in FAIRS for word in words) or "air show" in mention.text.lower():
        return ActivityType.EXHIBITION
    for word in words:
        found = NOUNS.get(word) or NOUNS.get(word.rstrip("s"))
        if found is not None:
            return found
    if {"committee", "forum", "session", "conference", "symposium", "board", "group"} & set(words):
        return ActivityType.DIALOGUE
    if mention.kind is EntityKind.OPERATION:
        return ActivityType.OPERATION
    told = mention.form is not NameForm.PATTERN or mention.parts or any(letter.isdigit() for letter in mention.text)
    return ActivityType.EXERCISE if mention.kind is EntityKind.EVENT and told and not mention.generic else None


_PASSED = frozenset("resolution bill law act measure legislation amendment treaty budget reform".split())


def find_noun_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """The nouns that name activities, each with the verb that governs it."""
    for token in sentence.tokens:
        mention = sentence.mention_of(token)
        eventful = mention is not None and mention.kind in _EVENTFUL
        if token.pos_ not in {"NOUN", "PROPN"} and token.dep_ not in {"pobj", "dobj", "nsubj"} and not eventful:
            continue
        if mention is not None and sentence.root_of(mention.start, mention.end) != token:
            continue
        found = _type_of_noun(token, mention)
        if found is None or (_is_modifier(token) and not _is_dated_summit(found, mention, sentence)):
            continue
        name = mention if mention is not None and mention.kind in _NAMES and _is_name(mention) else None
        name = name or _name_beside(token, found, sentence)
        verb, holds, happens = _held_after(token) or _governor(token)
        yield Trigger(found, token, token, verb, holds, happens, name)


def _type_of_noun(token: Token, mention: Mention | None) -> ActivityType | None:
    if mention is not None and mention.kind in _EVENTFUL:
        return type_of_event(mention)
    if mention is not None and mention.kind is EntityKind.INSTRUMENT and not mention.generic:
        return _MEETINGS.get(mention.text.split()[-1].lower())
    if mention is not None and not mention.generic:
        return _type_of_unknown(mention)
    lemma = token.lemma_.lower()
    if lemma not in NOUNS and token.text[:1].isupper():
        lemma = token.lower_
    before = {child.lower_ for child in token.children if child.i < token.i}
    after = [noun for child in token.children if child.lower_ == "of" for noun in child.children]
    if lemma == "passage" and any(noun.lemma_.lower() in _PASSED for noun in after):
        return None  # "win passage of a resolution"
    if lemma == "course" and token.head.lower_ in _IN_COURSE and not before & TAUGHT:
        return None  # "over the course of five years", "on course"
    if lemma == "exchange":
        told = {noun.lemma_.lower() for noun in after} | before
        return ActivityType.EXCHANGE if told & EXCHANGED and not told & NO_EXCHANGE_OF else None
    if lemma == "activity":
        together = before & {"joint", "cooperative", "bilateral", "multilateral", "further"}
        sort = ActivityType.EXERCISE if together else ActivityType.OPERATION
        return sort if before & ACTIVITY_LEADS else None
    if lemma == "call":
        at_port = any(child.lower_ in {"at", "by"} and child.dep_ in {"prep", "agent"} for child in token.children)
        return ActivityType.PORT_CALL if "port" in before or (at_port and token.tag_ == "NN") else None
    if lemma == "visit" and {"port", "ship", "goodwill"} & before:
        return ActivityType.PORT_CALL
    if lemma == "round":
        counted = any(child.dep_ == "amod" and child.lower_ in _ORDINALS for child in token.children)
        return ActivityType.DIALOGUE if counted and token.tag_ == "NN" and not after else None
    if lemma == "presence":
        return ActivityType.DEPLOYMENT if before & PRESENCE_LEADS else None
    if (
        lemma in {"exercise", "drill"}
        and token.tag_ == "NN"
        and any(noun.lower_ in {"right", "rights", "power", "discretion"} for noun in after)
    ):
        return None
    return NOUNS.get(lemma) or NOUNS.get(token.lower_)


_IN_COURSE = frozenset("over in during of on through throughout".split())


_PAIRED = re.compile(
    r"[A-Z]\w*[-–‑/][A-Z]\w*\s(?:(?:joint|naval|maritime|military)\s)?[a-z]+"
)  # “Japan-EU exercises”: whose they are


# What a name of the lexicon that ends so is when it is held: “the third EU-Japan Strategic Dialogue”.
_MEETINGS = {"dialogue": ActivityType.DIALOGUE, "summit": ActivityType.SUMMIT, "talks": ActivityType.DIALOGUE}


def _is_name(mention: Mention) -> bool:
    """Whether the mention names one activity: “Exercise Malabar”, but not “EU-Japan exercises”, which says only whose."""
    if mention.generic or _PAIRED.fullmatch(mention.text):
        return False
    rest = mention.text
    for inner in mention.inner:
        rest = rest.replace(inner.text, "")
    return any(character.isupper() for character in rest) or rest == mention.text


def _type_of_unknown(mention: Mention) -> ActivityType | None:
    """The sort of a thing that only its last word tells: “Multilateral Maritime Cooperative Activity”."""
    words = mention.text.replace("-", " ").lower().split()
    if mention.kind is not EntityKind.UNKNOWN or len(words) < 2:
        return None
    if words[-1] == "activity" and not set(words) & ACTIVITY_LEADS:
        return None
    return NOUNS.get(words[-1]) or NOUNS.get(words[-1].rstrip("s"))


def _is_modifier(token: Token) -> bool:
    """Whether the noun only qualifies another: “training area”, “exercise season”, “summit declaration”."""
    return token.dep_ in {"compound", "amod", "nmod", "poss"} and token.head.pos_ in {"NOUN", "PROPN"}


def _is_dated_summit(sort: ActivityType, mention: Mention | None, sentence: Sentence) -> bool:
    """Whether a summit is told in passing with its parties and its year: “the Japan-EU 2023 Summit joint statement”."""
    return (
        sort is ActivityType.SUMMIT
        and mention is not None
        and bool(mention.inner)
        and any(mention.start - 8 <= date.start <= mention.end + 20 for date in sentence.dates)
    )


def _name_beside(token: Token, sort: ActivityType, sentence: Sentence) -> Mention | None:
    """The name that stands with the noun: “the naval exercise Varuna”, “the exercise, known as Malabar”."""
    for child in token.subtree:
        if child.i == token.i or child.dep_ not in {"appos", "compound", "oprd", "nmod", "pobj", "attr"}:
            continue
        mention = sentence.mention_of(child)
        if mention is None or mention.kind not in _EVENTFUL or mention.generic:
            continue
        if type_of_event(mention) in {sort, None}:
            return mention
    return _code_name_beside(token, sort, sentence)


def _code_name_beside(token: Token, sort: ActivityType, sentence: Sentence) -> Mention | None:
    """A name that nobody knows beside an exercise: “AIKEYME, the drill that …”, “drills under the name Selenga”."""
    if sort not in {ActivityType.EXERCISE, ActivityType.OPERATION, ActivityType.TRAINING, ActivityType.EXCHANGE}:
        return None
    beside = [token.head] if token.dep_ == "appos" else []
    beside += [child for child in token.children if child.dep_ == "appos" and child.i > token.i]
    beside += [
        named
        for child in token.subtree
        if child.lemma_.lower() in {"name", "codename", "call", "dub", "christen", "know"}
        for named in child.children
        if named.dep_ in {"appos", "oprd", "pobj", "attr"}
    ]
    for each in beside:
        mention = sentence.mention_of(each)
        if mention is not None and mention.kind in _UNSURE and not mention.generic and mention.form is NameForm.PATTERN:
            return mention
    return None


_UNSURE = frozenset({EntityKind.UNKNOWN, EntityKind.INSTITUTION, EntityKind.PERSON, EntityKind.EQUIPMENT})


def _held_after(token: Token) -> tuple[Token, bool, bool] | None:
    """The verb of holding in a clause that hangs on the noun: “the exercise held in July”, “patrols that A and B run”."""
    for child in token.children:
        if child.dep_ not in {"acl", "relcl"} or child.lemma_.lower() not in HOLDING | {"plan", "schedule"}:
            continue
        if is_passive(child) or child.tag_ == "VBN":
            return child, False, True
        if child.dep_ == "relcl" and any(each.dep_ == "nsubj" and each.lower_ not in _THAT for each in child.children):
            return child, True, False
    return None


_THAT = frozenset({"that", "which", "who"})


def _governor(token: Token) -> tuple[Token | None, bool, bool]:
    """The verb over a noun, whether its subject does what the noun names, and whether the noun is its subject."""
    at, preposition = token, None
    while True:
        head = at.head
        if head == at:
            return None, False, False
        if head.pos_ in {"VERB", "AUX"}:
            break
        if at.dep_ in {"conj", "appos"}:
            at = head
            continue
        if at.dep_ == "pobj" and head.dep_ in {"prep", "agent"} and head.head.pos_ in {"VERB", "AUX"}:
            preposition, at = head, head
            continue
        if at.dep_ == "pobj" and head.lower_ == "in" and head.head.lower_ == "part":
            preposition, at = head, head.head
            continue
        if at.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in _PORTIONS:
            at = head.head
            continue
        return None, False, False
    lemma = head.lemma_.lower()
    if at.dep_ in {"nsubj", "nsubjpass"} and preposition is None:
        passive = at.dep_ == "nsubjpass"
        telling = _raised(head)
        if telling is None:
            telling = head
        else:
            lemma, passive = telling.lemma_.lower(), is_passive(telling)
        done = passive and lemma in HOLDING | CANCELLING | ARRANGING
        return telling, False, (lemma in HAPPENING or done or telling.pos_ == "AUX")
    if preposition is not None and at is preposition:
        held = lemma in HOLDING_IN and preposition.lower_ in {"in", "on", "at", "for", "to"}
        return head, held, False
    if preposition is not None:  # "take part in"
        return head, True, False
    if at.dep_ in {"dobj", "attr", "oprd", "dative"}:
        return head, lemma in HOLDING, False
    if head.tag_ == "VBN" and at.dep_ in {"nsubj"}:
        return head, False, True
    return head, False, False


def _raised(verb: Token) -> Token | None:
    """The verb that tells what is due or had to happen: “is expected to convene”, “had to be dropped”."""
    if verb.lemma_.lower() not in RAISING:
        return None
    return next(
        (
            child
            for child in verb.children
            if child.dep_ == "xcomp" and any(each.tag_ == "TO" for each in child.children)
        ),
        None,
    )


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth next last latest".split())
_PORTIONS = frozenset(
    "series round edition number set part phase iteration day week pair couple session programme start".split()
)
