"""How a name stands in a text, and what a match says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foedera.model.entities import Entity, EntityId


class NameForm(StrEnum):
    """In which shape a thing is named."""

    NAME = "name"
    ACRONYM = "acronym"
    DEMONYM = "demonym"  # "Japanese", "Franco-": the people or the adjective of a state
    METONYM = "metonym"  # a capital or seat that can stand for a state or body; `stands_for` says for which
    MISSPELT = "misspelt"
    LEARNT = "learnt"  # a short name that the text itself introduces
    PATTERN = "pattern"  # recognised by its shape, not known to the lexicon


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name in a text. `start` and `end` are code points; `text` is exactly what stands there.

    `entity` is what the name most likely stands for; `others` are further things of the same name.
    `stands_for` is set on a metonym: the state or body that the place can speak for. `parts` are
    the names inside a composed one: the two parties in "EU-Japan SPA", the state in "Chilean Army".
    """

    start: int
    end: int
    text: str
    entity: Entity
    form: NameForm
    others: tuple[Entity, ...] = ()
    stands_for: EntityId | None = None
    parts: tuple[NameMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to write a name, as the lexicon keeps it.

    A `weak` surface is an ordinary word, a person's surname or a town as well ("Supply", "Kallas",
    "Rotterdam"): it counts only in a text that names the entity fully too. One that is not `matched`
    serves look-ups alone. A `code` is an ISO 3166 alpha-3 code, which counts only among others of its kind.
    """

    text: str
    entity: Entity
    form: NameForm
    weak: bool = False
    matched: bool = True
    stands_for: EntityId | None = None
    code: bool = False
