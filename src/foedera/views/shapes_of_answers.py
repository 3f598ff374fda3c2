"""Answers as types: what the REST interface gives for the questions of `foedera status`, `can` and the rest."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict  # pydantic wants this one before Python 3.12


class GroundTold(TypedDict):
    """A claim that an answer rests on, with where it is said."""

    claim: str
    event: str
    when: str | None
    source: str
    quote: str
    reliability: str | None
    confidence: float


class ConflictTold(TypedDict):
    """Two grounds that cannot both be right."""

    about: str
    why: str | None
    claims: list[GroundTold]


class PartyTold(TypedDict):
    """Where an instrument stands for one of its parties."""

    party: str
    name: str
    status: str
    since: str | None
    grounds: list[GroundTold]


class StatusTold(TypedDict):
    """The status of an instrument on a day."""

    instrument: str
    name: str
    type: str | None
    parties: list[str]
    status: str
    since: str | None
    on: str
    known_on: str | None
    grounds: list[GroundTold]
    conflicts: list[ConflictTold]
    by_party: list[PartyTold]
    at_least: str | None
    missing: list[str]
    expected: list[GroundTold]


class Statuses(TypedDict):
    """The status of every instrument asked for, by kind of agreement."""

    statuses: list[StatusTold]


class AnswerTold(TypedDict):
    """Whether something is possible: yes, no or unknown, with grounds, what would unlock it, and what would settle it."""

    question: str
    on: str
    answer: str
    grounds: list[dict[str, Any]]
    unlock: list[list[dict[str, Any]]]
    missing: list[str]
    notes: list[str]


class PathwayTold(TypedDict):
    """The kinds of agreement that two actors have, and those that usually come next."""

    question: str
    actors: list[str]
    on: str
    has: list[dict[str, Any]]
    next: list[dict[str, Any]]
    pairs: int
    comparable: str
    untyped: list[str]


class CommitmentsTold(TypedDict):
    """What two actors undertook, and what the record holds that followed each."""

    question: str
    actors: list[str]
    on: str
    commitments: list[dict[str, Any]]


# “from” is a word of Python, so this one cannot be written as a class.
ChangesTold = TypedDict(
    "ChangesTold",
    {
        "question": str,
        "from": str,
        "to": str,
        "between": list[str],
        "world": dict[str, Any],
        "known": dict[str, Any] | None,
    },
)
