"""Whom a body or an office stands for when it meets: the members of “the Northmoor–Eastmark Joint Committee”, the pair of a joint text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.scene import Scene
from foedera.model.claims import Filler

if TYPE_CHECKING:
    from foedera.claims.activities.assembly import Telling

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


def _members(body: Filler, mention: Mention | None, scene: Scene) -> tuple[Mention, ...]:
    inner = tuple(each for each in mention.inner if each.kind in STATELIKE) if mention is not None else ()
    if len(inner) > 1:
        return inner
    return scene.discourse.pair if not inner and _SHARED.search(body.text) else ()
