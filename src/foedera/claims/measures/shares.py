"""Figures that stand right behind the name of who has them: “China, with 26 per cent”, “Russia (21)”, “Australia was second (54%)”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.claims.measures.quantities import Quantity, Sort
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind

_SAID_OF = "measures.said_of"
_SHARES = frozenset("share slice portion part proportion quota segment stake".split())
_ABOUT = r"(?:just|only|some|about|around|roughly|almost|nearly|over|under|a mere|a shade under|a little over|up to)\s+"
# What may stand between a name and the figure that is its: “, with”, “ at”, “ (”, “ was runner-up (”.
_BEHIND_NAME = re.compile(
    rf"(?:\s*\([A-Z]+\))?(?:,?\s+(?:now\s+)?(?:with|at|on)\s+(?:{_ABOUT})?|\s*\(\s*(?:{_ABOUT})?"
    r"|\s+(?:is|was|were|came|comes|ranks|ranked|finished|follows|followed|leads|led|stands)\b[^,;:.()]{0,40}\(\s*)"
)
_CLOSED = re.compile(r"\s*\)")
_HAVING = frozenset(
    {
        EntityKind.STATE,
        EntityKind.BLOC,
        EntityKind.COMPANY,
        EntityKind.INSTITUTION,
        EntityKind.AGENCY,
        EntityKind.FORCE,
        EntityKind.PLACE,
        EntityKind.EQUIPMENT,
        EntityKind.UNKNOWN,
    }
)
_SHARE = Filler("share")


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What the last share of the text was said of: the sentence's number, the metric and the unit."""

    index: int
    metric: Filler
    unit: Filler | None


def owner_beside(quantity: Quantity, sentence: Sentence) -> Mention | None:
    """The name right before a figure; None if other words stand between, or if it belongs to a clause of its own."""
    before = [
        each
        for each in sentence.mentions
        if each.end <= quantity.start and not each.generic and (each.kind in _HAVING or each.is_actor)
    ]
    if not before:
        return None
    gap = sentence.text[before[-1].end - sentence.start : quantity.start - sentence.start]
    if _BEHIND_NAME.fullmatch(gap) is None:
        return None
    if "(" in gap and _CLOSED.match(sentence.text, quantity.end - sentence.start) is None:
        return None
    return before[-1]


def remember(scene: Scene, sentence: Sentence, metric: Filler, unit: Filler | None) -> None:
    """Keeps what a share was said of, for the names that follow with a figure alone."""
    scene.memory[_SAID_OF] = SaidOf(sentence.index, metric, unit)


def remembered(scene: Scene, sentence: Sentence) -> SaidOf | None:
    """What the last share of this sentence or of the two before it was said of."""
    last = scene.memory.get(_SAID_OF)
    return last if isinstance(last, SaidOf) and sentence.index - last.index <= 2 else None


def share_of_name(
    quantity: Quantity, sentence: Sentence, scene: Scene
) -> tuple[tuple[Filler, ...], Filler, Filler | None] | None:
    """Who has a share, what it is a share of, and its unit, where it stands right behind a name; None elsewhere.

    A figure without a unit (“Russia (21)”) is a share only where one was told just before.
    """
    last = remembered(scene, sentence)
    if quantity.sort is not Sort.SHARE and (last is None or sentence.text[quantity.start - sentence.start - 1] != "("):
        return None
    owner = owner_beside(quantity, sentence)
    if owner is None:
        return None
    if quantity.unit is not None:
        unit: Filler | None = sentence.cut(*quantity.unit)
    else:
        unit = last.unit if last is not None else None
    metric = last.metric if last is not None else _SHARE
    if last is None:
        remember(scene, sentence, metric, unit)
    return (owner.filler(),), metric, unit


def is_share(noun: str) -> bool:
    """Whether a noun says that a figure is a part of something."""
    return noun in _SHARES
