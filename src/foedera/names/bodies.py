"""The navy, army or ministry of a state, named by the state's adjective ("Spanish Navy", "Chilean foreign ministry")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.data import read_table, split_cell
from foedera.names.forms import NameForm, NameMatch
from foedera.names.slugs import slug


@cache
def _bodies() -> tuple[dict[str, str], ...]:
    return read_table("names/bodies.csv")


@cache
def _after_state() -> re.Pattern[str]:
    """What may follow a state's adjective: the body's words, or the same in small letters."""
    words = sorted((word for row in _bodies() for word in split_cell(row["words"])), key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words)
    return re.compile(rf"\s(?:Royal\s)?({either})\b(?![-‐])", re.IGNORECASE)


@cache
def _before_state() -> re.Pattern[str]:
    words = [word for row in _bodies() if row["kind"] == "institution" for word in split_cell(row["words"])]
    either = "|".join(re.escape(word) for word in words if " of " in word)
    return re.compile(rf"\b({either}) (?:of|for) (?:the )?$")


@cache
def _role_of_words() -> dict[str, str]:
    return {word.lower(): row["role"] for row in _bodies() for word in split_cell(row["words"])}


def _is_letterhead(text: str, match: NameMatch, body: int) -> bool:
    """Whether a state has a line of its own, and what follows stands on the next: “STATE OF KUWAIT / Ministry of Defence”."""
    return "\n" in text[match.end : body] and text[: match.start].rpartition("\n")[2].strip() == ""


class Bodies:
    """The known forces and ministries of states, by country and role; makes those that are not known."""

    def __init__(self, entities: Iterable[Entity], demonyms: Mapping[EntityId, str]) -> None:
        self._known: dict[tuple[str, str], Entity] = {}
        self._demonyms = demonyms
        self._slugs = {slug(demonym): state for state, demonym in demonyms.items()}
        rules = [(row["role"], row["kind"], re.compile(row["names"])) for row in _bodies()]
        for entity in entities:
            if entity.country is None or entity.kind not in (EntityKind.FORCE, EntityKind.INSTITUTION):
                continue
            for role, kind, names in rules:
                if kind == entity.kind.value and names.search(entity.name):
                    self._known.setdefault((entity.country, role), entity)
                    break

    def compose(self, text: str, match: NameMatch) -> NameMatch | None:
        """The body that the words after or before a state's name make with it; None if they make none."""
        if match.entity.kind is not EntityKind.STATE or match.form is NameForm.METONYM:
            return None
        after = _after_state().match(text, match.end)
        if after and _is_letterhead(text, match, after.start(1)):
            return None
        if after and (match.form is NameForm.DEMONYM or after[1][0].isupper()):
            return self._composed(text, match, match.start, after.end(), after[1])
        before = _before_state().search(text, max(0, match.start - 60), match.start)
        if before and match.form is not NameForm.DEMONYM:
            return self._composed(text, match, before.start(), match.end, before[1])
        return None

    def _composed(self, text: str, match: NameMatch, start: int, end: int, words: str) -> NameMatch:
        role = _role_of_words()[" ".join(words.lower().split())]
        entity = self.body(match.entity, role)
        return NameMatch(start, end, text[start:end], entity, NameForm.NAME, parts=(match,))

    def body(self, state: Entity, role: str) -> Entity:
        """The body of a state in a role of the table, known or made."""
        known = self._known.get((state.id, role))
        return known or self._made(state.id, self._demonyms.get(state.id, state.name), role)

    def by_id(self, entity_id: EntityId) -> Entity | None:
        """The body that `body` would make with this id; None if there is none."""
        for row in _bodies():
            demonym, found, rest = entity_id.rpartition(f"-{row['role']}")
            state = self._slugs.get(EntityId(demonym)) if found and not rest else None
            if state is not None:
                return self._made(state, self._demonyms[state], row["role"])
        return None

    def _made(self, state: EntityId, demonym: str, role: str) -> Entity:
        row = next(row for row in _bodies() if row["role"] == role)
        name = f"{demonym} {split_cell(row['words'])[0]}"
        return Entity(
            EntityId(f"{slug(demonym)}-{role}"), name, EntityKind(row["kind"]), country=state, parent=EntityId(state)
        )
