"""The tables of names, read into entities and the ways to write their names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.cases import MONTHS, is_acronym, is_ambiguous_word
from foedera.names.data import data_path, read_table, read_words, split_cell
from foedera.names.forms import NameForm, Surface
from foedera.names.slugs import slug

# Stands behind phrases that hold a name and mean another thing ("New Mexico"): they are found, and left out.
NOTHING = Entity(EntityId(""), "", EntityKind.UNKNOWN)
# Two letters that name states and bodies beyond doubt; any other pair of letters is weak.
_SHORT_BUT_SURE = frozenset({"EU", "UK", "US", "UN", "NZ", "G7", "E3"})
_SHIP_WORD = re.compile(r"\b(?:frigate|destroyer|corvette|carrier|submarine|ship|vessel|minelayer|minehunter)\b", re.I)
_HULL_PREFIX = re.compile(r"^(?:[A-Z][A-Za-z]?[A-Z][A-Za-z]*|Zr\.Ms\.|Hr\.?Ms\.?|[A-Z]{2,5}) ")


def read_entities() -> dict[EntityId, Entity]:
    """Every entity of the tables that ship with the program, by id, in the order of the tables."""
    found: dict[EntityId, Entity] = {}
    for entity in _all_entities():
        found.setdefault(entity.id, entity)
    return found


def _all_entities() -> Iterator[Entity]:
    for row in read_table("actors.csv"):
        yield _actor(row, row.get("source_url", ""))
    for row in read_table("instruments.csv"):
        short = split_cell(row["short_name"])
        yield Entity(EntityId(row["id"]), row["name"], EntityKind.INSTRUMENT, short, source=row["source_url"] or None)
    for row in read_table("programmes.csv"):
        short = split_cell(row["short_name"])
        yield Entity(EntityId(row["id"]), row["name"], EntityKind.PROGRAMME, short, source=row["source_url"] or None)
    yield from read_areas()
    for table in ("organisations", "companies", "places", "capitals", "events", "equipment"):
        for row in read_table(f"names/{table}.csv"):
            yield _actor(row, row.get("source", ""))
    for row in read_table("names/instrument_types.csv"):
        aliases = split_cell(row["acronyms"]) + split_cell(row["synonyms"])
        yield Entity(EntityId(row["id"]), row["name"], EntityKind.INSTRUMENT, aliases, source=row["source"])


def _actor(row: dict[str, str], source: str) -> Entity:
    aliases = split_cell(row["aliases"]) + split_cell(_extra_aliases().get(row["id"], ""))
    return Entity(
        EntityId(row["id"]),
        row["name"],
        EntityKind(row["kind"]),
        tuple(dict.fromkeys(aliases)),
        row["country"] or None,
        EntityId(row["parent"]) if row.get("parent") else None,
        tuple(EntityId(part) for part in split_cell(row.get("part_of") or "")),
        row.get("wikidata") or None,
        source or None,
    )


@cache
def _extra_aliases() -> dict[str, str]:
    return {row["id"]: row["aliases"] for row in read_table("names/aliases.csv")}


def read_areas() -> tuple[Entity, ...]:
    """The sea areas and regions that have a polygon in `areas.geojson`, as places."""
    features = json.loads(data_path("areas.geojson").read_text(encoding="utf-8"))["features"]
    extra = _extra_aliases()
    found = []
    for feature in features:
        facts = feature["properties"]
        aliases = split_cell(extra.get(facts["id"], ""))
        entity_id = EntityId(facts["id"])
        found.append(Entity(entity_id, facts["name"], EntityKind.PLACE, aliases, source=facts["source_url"]))
    return tuple(found)


def surfaces_of(entity: Entity) -> Iterator[Surface]:
    """The ways to write an entity's names, its own name first; demonyms and metonyms come from tables of their own."""
    demonyms = _demonyms().get(entity.id, frozenset())
    for name in dict.fromkeys((entity.name, *entity.aliases)):
        if name in demonyms:
            continue
        text = name.removeprefix("the ")
        form = NameForm.ACRONYM if is_acronym(text) else NameForm.NAME
        if name in _misspellings():
            form = NameForm.MISSPELT
        weak = text != name or _is_weak(text, entity, form)
        yield Surface(text, entity, form, weak, _is_matched(text, entity))
    if entity.kind is EntityKind.PERSON:
        family = family_name(entity)
        if family and family not in (entity.name, *entity.aliases, *MONTHS):
            yield Surface(family, entity, NameForm.NAME, weak=True)


@cache
def _misspellings() -> frozenset[str]:
    """Aliases of the tables that are slips seen in print."""
    return frozenset(data_path("names/misspellings.txt").read_text(encoding="utf-8").splitlines())


def _is_matched(text: str, entity: Entity) -> bool:
    """Whether a way of writing is sought in text: not an inverted or explained name, nor one bare ideograph."""
    if "(" in text or len(text) < 2 or (entity.kind is EntityKind.STATE and (", " in text or text.startswith("The "))):
        return False
    return not (entity.kind is EntityKind.VESSEL and _SHIP_WORD.search(text))


def _is_weak(text: str, entity: Entity, form: NameForm) -> bool:
    if text in _SHORT_BUT_SURE or entity.kind is EntityKind.STATE:
        return len(text) <= 2 and text not in _SHORT_BUT_SURE and text.isascii()
    if entity.kind is EntityKind.VESSEL:
        return text != entity.name and not _HULL_PREFIX.match(text) and text[0] < "\u2e80"
    if " " in text or text[0] >= "\u2e80":
        return False
    if entity.kind is EntityKind.PERSON or len(text) <= 2:
        return True
    if entity.kind is EntityKind.PLACE and entity.country is None:  # seas and regions: "Pacific", "Arctic"
        return False
    return text not in read_words("names/firm_names.txt") and is_ambiguous_word(text)


def family_name(person: Entity) -> str:
    """The family name of a person, which the table's id begins with; empty if the name has one word only."""
    words = person.name.split()
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            phrase = " ".join(words[first : first + length])
            if person.id.startswith(f"{slug(phrase)}-"):
                return phrase
    return ""


@cache
def _demonyms() -> dict[str, frozenset[str]]:
    return {row["id"]: frozenset(split_cell(row["demonyms"])) for row in read_table("names/demonyms.csv")}


def demonym_of(state: EntityId) -> str | None:
    """The usual adjective of a state; None if the table has none."""
    return _first_demonyms().get(state)


@cache
def _first_demonyms() -> dict[EntityId, str]:
    rows = read_table("names/demonyms.csv")
    return {EntityId(row["id"]): split_cell(row["demonyms"])[0] for row in rows if row["demonyms"]}


def read_surfaces(entities: dict[EntityId, Entity]) -> Iterator[Surface]:
    """Every way to write a name that ships with the program."""
    seats = {row["id"]: row for row in read_table("names/capitals.csv")}
    for entity in entities.values():
        if entity.id in seats:
            yield from _seat_surfaces(entity, seats[entity.id])
        else:
            yield from surfaces_of(entity)
    for name in data_path("names/not_names.txt").read_text(encoding="utf-8").splitlines():
        yield Surface(name, NOTHING, NameForm.NAME)
    for row in read_table("names/demonyms.csv"):
        state = entities[EntityId(row["id"])]
        for demonym in split_cell(row["demonyms"]):
            yield Surface(demonym, state, NameForm.DEMONYM)
            if not demonym.endswith(("sh", "ch", "ese", "s", "x")) and demonym + "s" != state.name:  # "Poles"
                yield Surface(demonym + "s", state, NameForm.DEMONYM)
    for entity in entities.values():
        if entity.kind is EntityKind.STATE:
            yield Surface(entity.id, entity, NameForm.ACRONYM, weak=True, code=True)


def _seat_surfaces(entity: Entity, row: dict[str, str]) -> Iterator[Surface]:
    for name in (entity.name, *entity.aliases):
        weak = row["sure"] == "no"
        yield Surface(name, entity, NameForm.METONYM, weak=weak, stands_for=EntityId(row["stands_for"]))


def combining_forms() -> dict[str, EntityId]:
    """The first halves of paired adjectives, folded: "franco" → France."""
    rows = read_table("names/demonyms.csv")
    return {form.lower(): EntityId(row["id"]) for row in rows for form in split_cell(row["combining"])}
