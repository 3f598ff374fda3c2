"""Whom a body or an office stands for when it meets: the members of “the Northmoor–Eastmark Joint Committee”, the pair of a joint text."""

from __future__ import annotations

import re

from foedera.claims.activities.telling import Telling
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind

_BODY = re.compile(
    r"\b(?:committees?|boards?|working groups?|commissions?|councils?|contact groups?|steering groups?|panels?|task forces?)\b",
    re.I,
)
# Such a body has no life of its own: its members are those whom the text is about.
_SHARED = re.compile(
    r"\b(?:joint|mixed|bilateral|common|binational|high[- ]level|strategic|consultative|steering|working)\b", re.I
)
# Who is meant by these is told by the text as a whole.
_BOTH = re.compile(
    r"(?:(?:the|both|two)\s+)*(?:(?:foreign|defen[cs]e|prime|vice)\s+)?"
    r"(?:ministers|sides|parties|participants|leaders|delegations|heads of delegation|principals|signatories|governments)",
    re.I,
)
_PRONOUN = re.compile(r"(?:its|their|it|they|we|our|both)", re.I)


def settle_members(telling: Telling, scene: Scene) -> None:
    """Put the members in the place of a body that meets, and the two of whom the text speaks in that of “the Ministers”.

    “Second session of the Northmoor–Eastmark Joint Committee” is a meeting of the two, with the body for its name.
    """
    told = list(telling.cast.participants.values())
    if len(told) != 1:
        return
    (only,) = told
    mention = next((each for each in scene.reading.mentions if each.start == only.start), None)
    if _BODY.search(only.text):
        members = _members(only, mention, scene)
        if members:
            telling.cast.participants = {str(each.entity): each.filler() for each in members}
            if telling.name is None and mention is not None and not mention.generic:
                telling.name = mention
    elif _BOTH.fullmatch(only.text) or _PRONOUN.fullmatch(only.text):
        telling.cast.participants = {str(each.entity): each.filler() for each in scene.discourse.pair}


_OFFICE = re.compile(
    r"\b(?:ministers?|secretary|president|premier|chancellor|chief|director|commander|chairman|head|ambassador|inspector|excellency|armaments)\b",
    re.I,
)
# What stands between an office and the name of who holds it: the rest of the office, a comma, ranks and styles.
_TO_THE_NAME = re.compile(
    r"(?:\s+(?:of|for|the|and|to|friendly|[A-Z][\w’'-]*))*,?\s*(?:(?:Mr|Ms|Mrs|Dr|H\.?E|Senator|the\s+Hon(?:ourable)?|(?:Lieutenant|Major|Brigadier|"
    r"Vice|Rear|Air|Chief|Fleet)\b|General|Admiral|Marshal|Colonel|Captain|Commodore|His|Her|Excellency|Sheikh|Prince)\.?\s+)*",
)


def without_offices(participants: tuple[Filler, ...], scene: Scene) -> tuple[Filler, ...]:
    """The participants without the offices of those who are named right behind: “the Chief of Staff, General Roe”."""
    kept = []
    for one in participants:
        held = one.start is not None and _OFFICE.search(one.text) is not None
        if not (held and any(_holds(one, other, scene) for other in participants)):
            kept.append(one)
    return tuple(kept)


def _holds(office: Filler, person: Filler, scene: Scene) -> bool:
    if office.end is None or person.start is None or not office.end < person.start < office.end + _NEAR:
        return False
    return _TO_THE_NAME.fullmatch(scene.reading.text[office.end : person.start]) is not None


_NEAR = 90  # characters


def told_next(sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who takes part in an exercise that is only named here, as one of the next sentences says: “Northmoor had the lead”."""
    for later in scene.reading.sentences[sentence.index + 1 : sentence.index + 1 + _AHEAD]:
        if later.is_heading or not _TAKING_PART.search(later.text):
            continue
        found = {
            str(each.entity): each.filler()
            for each in later.mentions
            if each.kind in STATELIKE or (each.kind in {EntityKind.FORCE, EntityKind.UNIT} and not each.generic)
        }
        if found:
            return tuple(found.values())
    return ()


_AHEAD = 4  # sentences
_TAKING_PART = re.compile(
    r"\b(?:tak(?:e|es|ing|en)\s+part|took\s+part|participa\w+|involv\w+|host(?:s|ed|ing)?|attend\w*|join\w*|contribut\w+"
    r"|(?:had|has|have|takes?|took)\s+the\s+lead|le(?:d|ads?)\s+by|run\s+by|organi[sz]ed\s+by|brought|brings?|bringing)\b",
    re.I,
)


def _members(body: Filler, mention: Mention | None, scene: Scene) -> tuple[Mention, ...]:
    inner = tuple(each for each in mention.inner if each.kind in STATELIKE) if mention is not None else ()
    if len(inner) > 1:
        return inner
    return scene.discourse.pair if not inner and _SHARED.search(body.text) else ()
