"""Of what a text speaks: topics of cooperation, told by their words."""

from __future__ import annotations

import re
from functools import cache

from foedera.names.data import read_table, split_cell
from foedera.names.folding import fold_name

_WORD = re.compile(r"[^\W\d_]{5,}")  # shorter words ("with", "joint") tell of nothing in particular
_STEM = 6  # letters that two forms of one word share: "negotiate", "negotiation"
# Words of every agreement: they tell no two matters apart.
_GENERIC = frozenset(
    "agreem allian areas betwee commit common concer cooper countr defenc defens effort enhanc europe furthe"
    " about every first govern includ intern issues joint mutual partie partne promot region releva respec securi shall state states strate"
    " streng support their there these those through toward union where which while within would".split()
)


def topics_in(text: str, matters: tuple[str, ...] = ()) -> frozenset[str]:
    """The ids of the topics that a text speaks of, by the beginnings of words in `data/topics.csv`.

    `matters` are words of closed lists (a type of activity or of agreement) that mean a topic by themselves.
    """
    folded = f" {fold_name(text)} "
    by_word = {topic for word, topic in _words() if f" {word}" in folded}
    return frozenset(by_word | {topic for matter in matters for topic in _matters().get(matter, ())})


def stems_in(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text, folded, without those of every agreement.

    For texts that speak of no topic of the table.
    """
    return frozenset(word[:_STEM] for word in _WORD.findall(fold_name(text))) - _GENERIC


def name_of_topic(topic: str) -> str:
    """What a topic is called."""
    return next((row["name"] for row in read_table("topics.csv") if row["id"] == topic), topic)


@cache
def _words() -> tuple[tuple[str, str], ...]:
    return tuple((fold_name(word), row["id"]) for row in read_table("topics.csv") for word in split_cell(row["words"]))


@cache
def _matters() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table("topics.csv"):
        for matter in split_cell(row["matters"]):
            found[matter] = (*found.get(matter, ()), row["id"])
    return found
