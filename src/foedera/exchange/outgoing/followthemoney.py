"""Entities and what ties them together in the FollowTheMoney schema, as lines of JSON for Aleph and OpenSanctions.

The schema knows people, bodies, ships, projects and events. It has no word for what is planned, promised, measured or
judged: those claims are left out and counted. Every entity is made and checked by the followthemoney library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from foedera.exchange.outgoing.selection import Selection, Written, days_of, new_file, source_title, source_url
from foedera.model.claims import Claim, Filler
from foedera.model.documents import Document, DocumentId
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import UsageWrong
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.views.statements import show_claim

# What an entity of ours is in their schema. Places, equipment and agreements are no entities of theirs: they become
# words of the events that name them.
SCHEMATA = {
    EntityKind.STATE: "PublicBody",
    EntityKind.BLOC: "Organization",
    EntityKind.INSTITUTION: "PublicBody",
    EntityKind.AGENCY: "PublicBody",
    EntityKind.FORCE: "PublicBody",
    EntityKind.UNIT: "PublicBody",
    EntityKind.CENTRE: "Organization",
    EntityKind.COMPANY: "Company",
    EntityKind.PERSON: "Person",
    EntityKind.VESSEL: "Vessel",
    EntityKind.PROGRAMME: "Project",
}
# Those who can act: only they are members, participants and the like.
_BODIES = ("PublicBody", "Organization", "Company")
_ACTORS = (*_BODIES, "Person")
# A tie: its schema, who acts in it, and in what.
_IN_PROJECT = ("ProjectParticipant", "participant", "project")
_IN_BODY = ("Membership", "member", "organization")
_ACTING = {Kind.ACTIVITY: "participant", Kind.INSTRUMENT_EVENT: "party"}


def write_followthemoney(selection: Selection, path: Path) -> Written:
    """Write one FollowTheMoney entity a line: who is named, then documents, events and ties.

    Raises UsageWrong where the library is not installed.
    """
    writer = _Writer(selection)
    with new_file(path) as file:
        for claim in selection.claims():
            why = writer.take(claim, file)
            if why:
                writer.written.left_out[why] += 1
            else:
                writer.written.claims += 1
    writer.written.note(writer.documents.values())
    return writer.written


def _model() -> Any:
    try:
        from followthemoney import model
    except ModuleNotFoundError as error:
        raise UsageWrong(
            "this export needs the followthemoney library.", mend="Install it: pip install followthemoney."
        ) from error
    return model


class _Writer:
    """One export on its way: every entity is written once, before what refers to it."""

    def __init__(self, selection: Selection) -> None:
        self._model = _model()
        self._record = selection.record
        self._selection = selection
        self._known: dict[EntityId, str | None] = {}
        self._seen: set[str] = set()
        self.documents: dict[DocumentId, Document] = {}
        self.written = Written()

    def take(self, claim: Claim, file: IO[str]) -> str:
        """Write what a claim says; else why it cannot be said in this schema."""
        if claim.modality is not Modality.ACTUAL or claim.polarity is not Polarity.AFFIRMED:
            return f"{claim.modality.value}, {claim.polarity.value}: the schema only tells what is so"
        if claim.kind in _ACTING:
            return self._event(claim, file)
        if claim.kind is Kind.PARTICIPATION:
            return self._ties(claim, file, "actor", "in", claim.word("as"))
        if claim.kind is Kind.AFFILIATION:
            return self._ties(claim, file, "member", "of", claim.word("as"))
        return f"{claim.kind.value}: the schema has no such thing"

    def _event(self, claim: Claim, file: IO[str]) -> str:
        involved = [id for id in self._actors(claim, _ACTING[claim.kind], file) if id]
        if not involved:
            return f"{claim.kind.value} without an actor of the schema"
        event = self._new("Event", claim.id, claim, file)
        event.add("name", show_claim(claim))
        event.add("involved", involved)
        event.add("location", [filler.name or filler.text for filler in claim.fillers("place")])
        event.add("keywords", [claim.kind.value.replace("_", " "), claim.word("type") or claim.word("event")])
        self._write(event, file)
        return ""

    def _ties(self, claim: Claim, file: IO[str], acting: str, tied: str, role: str) -> str:
        """A participant of a project, or a member of a body."""
        thing = claim.fillers(tied)[0]
        schema = self._schema_of(thing)
        if schema not in ("Project", *_BODIES):
            return f"{claim.kind.value} in what is neither a body nor a project of the schema"
        actors = [id for id in self._actors(claim, acting, file) if id]
        if not actors:
            return f"{claim.kind.value} without an actor of the schema"
        made_of, one, other = _IN_PROJECT if schema == "Project" else _IN_BODY
        whole = self._entity(thing, file)
        for number, actor in enumerate(actors):
            made = self._new(made_of, f"{claim.id}-{number}", claim, file)
            made.add(one, actor)
            made.add(other, whole)
            made.add("role", role)
            self._write(made, file)
        return ""

    def _new(self, schema: str, key: str, claim: Claim, file: IO[str]) -> Any:
        """A new entity of this schema with what every claim has: times, quote, source, proof."""
        made = self._model.make_entity(schema)
        made.id = f"foedera-{key}"
        evidence = claim.evidence[0]
        if claim.document and claim.document not in self.documents:
            self.documents |= self._selection.documents((claim,))
            self._document(self.documents[claim.document], file)
        start, end = days_of(claim)
        if start is not None and start == end:
            self._add(made, "date", start)
        else:
            self._add(made, "startDate", start)
            self._add(made, "endDate", end)
        made.add("summary", evidence.quote or None)
        made.add("publisher", source_title(evidence, self.documents))
        self._add(made, "sourceUrl", source_url(evidence, self.documents))
        made.add("recordId", claim.id)
        if claim.document:
            made.add("proof", f"foedera-{claim.document}")
        return made

    def _document(self, document: Document, file: IO[str]) -> None:
        made = self._model.make_entity("Document")
        made.id = f"foedera-{document.id}"
        facts = document.facts
        made.add("fileName", Path(document.path).name)
        made.add("title", facts.title)
        made.add("publisher", facts.publisher)
        self._add(made, "sourceUrl", facts.url)
        self._add(made, "language", facts.language)
        # The schema wants a day, month or year; what is less certain stays out of it.
        self._add(made, "date", facts.date.edtf if facts.date else None)
        self._write(made, file)

    def _actors(self, claim: Claim, role: str, file: IO[str]) -> Iterator[str | None]:
        for filler in claim.fillers(role):
            if self._schema_of(filler) in _ACTORS:
                yield self._entity(filler, file)

    def _schema_of(self, filler: Filler) -> str | None:
        if not filler.entity:
            return None
        if filler.entity not in self._known:
            entity = self._record.entity(filler.entity)
            self._known[filler.entity] = SCHEMATA.get(entity.kind) if entity else None
        return self._known[filler.entity]

    def _entity(self, filler: Filler, file: IO[str]) -> str | None:
        schema = self._schema_of(filler)
        if schema is None or not filler.entity:
            return None
        id = f"foedera-{filler.entity}"
        if id not in self._seen:
            entity = self._record.entity(filler.entity)
            assert entity is not None  # its schema is known from its kind
            self._seen.add(id)
            self._write(self._described(entity, schema, id), file)
        return id

    def _described(self, entity: Entity, schema: str, id: str) -> Any:
        made = self._model.make_entity(schema)
        made.id = id
        made.add("name", entity.name)
        made.add("alias", entity.aliases)
        self._add(made, "country", entity.id if entity.kind is EntityKind.STATE else entity.country)
        self._add(made, "wikidataId", entity.wikidata)
        return made

    def _add(self, made: Any, name: str, value: str | None) -> None:
        """Add a value that the library may refuse; what it refuses is counted."""
        made.add(name, value)
        if value and not made.has(name):
            self.written.notes[f"{name} of {made.schema.name} that the schema does not take"] += 1

    def _write(self, made: Any, file: IO[str]) -> None:
        made.schema.validate(made.to_dict())
        file.write(json.dumps(made.to_dict(), ensure_ascii=False, sort_keys=True) + "\n")
