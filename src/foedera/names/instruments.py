"""Agreements named by their type and their parties ("EU-Japan SPA", "Reciprocal Access Agreement between …")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.data import read_table, split_cell
from foedera.names.folding import fold_name
from foedera.names.forms import NameForm, NameMatch

_JOINT = re.compile(r"\s?[-‐‑–—/]\s?|\s")  # what may stand between two parties, or a party and the type
_DASH = re.compile(r"\s?[-‐‑–—/]\s?")
_PARTY_KINDS = (EntityKind.STATE, EntityKind.BLOC)


@dataclass(frozen=True, slots=True)
class InstrumentType:
    """A name that agreements of one type share.

    `type` is a word of the column `type` of instruments.csv. With `covers_all`, every agreement of
    that type may be called so; else only one whose own names have it.
    """

    id: EntityId
    type: str
    names: tuple[str, ...]
    covers_all: bool


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """An agreement of the tables with what it takes to recognise it by its parties."""

    entity: Entity
    type: str
    parties: frozenset[EntityId]
    folded_names: str
    over: bool


class Instruments:
    """The agreements that ship with the program, sought by type name and parties."""

    def __init__(self, entities: Mapping[EntityId, Entity]) -> None:
        self._entities = entities
        self._types = tuple(_read_type(row) for row in read_table("names/instrument_types.csv"))
        self._type_ids = {type_.id: type_ for type_ in self._types}
        self._by_name: dict[str, list[InstrumentType]] = {}
        for type_ in self._types:
            for name in type_.names:
                self._by_name.setdefault(fold_name(name), []).append(type_)
        self._known = tuple(
            KnownInstrument(
                entities[EntityId(row["id"])],
                row["type"],
                frozenset(EntityId(party) for party in split_cell(row["parties"])),
                " ".join((f" {fold_name(row['name'])} ", f" {fold_name(row['short_name'])} ")),
                bool(row["terminated"]),
            )
            for row in read_table("instruments.csv")
        )

    def is_type(self, entity: Entity) -> bool:
        """Whether an entity is a type of agreement and not one agreement."""
        return entity.id in self._type_ids

    def is_type_name(self, folded: str) -> bool:
        """Whether a folded name is shared by agreements of a type."""
        return folded in self._by_name

    def parties_of(self, instrument: EntityId) -> frozenset[EntityId]:
        """The parties of a known agreement; empty for one that is not known."""
        return next((known.parties for known in self._known if known.entity.id == instrument), frozenset())

    def named(self, name: str, parties: frozenset[EntityId]) -> tuple[Entity, ...]:
        """The known agreements that `name`, a type's or an own name, can mean between exactly or among `parties`.

        Agreements of exactly these parties come before those that have others besides; those that have ended come
        last. Without parties, every agreement of the name. Empty if none fits.
        """
        folded = fold_name(name)
        types = self._by_name.get(folded, [])
        found = []
        for known in self._known:
            if not parties <= known.parties:
                continue
            own = f" {folded} " in known.folded_names
            by_type = any(known.type == type_.type and _may_be_called(known, type_) for type_ in types)
            if by_type or (own and not types):
                found.append(known)
        found.sort(key=lambda known: (known.parties != parties, known.over))
        return tuple(known.entity for known in found)

    def compose(self, text: str, matches: Sequence[NameMatch], index: int) -> tuple[int, NameMatch] | None:
        """The agreement that the parties before a type's name make with it, and how many matches it takes up.

        `index` is the place of the type's name; None if no party stands directly before it.
        """
        last = matches[index]
        if not self.is_type(last.entity):
            return None
        parties: list[NameMatch] = []
        place = last.start
        for match in reversed(matches[:index]):
            between = text[match.end : place]
            joint = _JOINT if not parties else _DASH
            if match.entity.kind not in _PARTY_KINDS or not joint.fullmatch(between):
                break
            parties.insert(0, match)
            place = match.start
        if not parties or (len(parties) == 1 and parties[0].form is NameForm.DEMONYM):
            return None
        ids = frozenset(party.entity.id for party in parties)
        found = self.named(last.text, ids) or self.named(last.entity.name, ids)
        entity = found[0] if found and len(ids) > 1 else self._made(last.entity, ids)
        start = parties[0].start
        whole = NameMatch(
            start, last.end, text[start : last.end], entity, NameForm.NAME, found[1:], parts=(*parties, last)
        )
        return len(parties) + 1, whole

    def _made(self, type_: Entity, parties: frozenset[EntityId]) -> Entity:
        ids = sorted(parties, key=str.lower)
        short = self._type_ids[type_.id].names[-1] if " " not in self._type_ids[type_.id].names[-1] else type_.id
        names = "-".join(self._entities[party].name if party in self._entities else party for party in ids)
        made = EntityId("-".join(party.lower() for party in [*ids, short]))
        return Entity(made, f"{names} {type_.name}", EntityKind.INSTRUMENT, part_of=(type_.id,))


def _read_type(row: dict[str, str]) -> InstrumentType:
    names = (row["name"], *split_cell(row["synonyms"]), *split_cell(row["acronyms"]))
    return InstrumentType(EntityId(row["id"]), row["type"], names, row["covers"] == "all")


def _may_be_called(known: KnownInstrument, type_: InstrumentType) -> bool:
    return type_.covers_all or any(f" {fold_name(name)} " in known.folded_names for name in type_.names)
