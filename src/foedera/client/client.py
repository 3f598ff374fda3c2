"""The client: a method for each resource of the REST interface, giving the library's own types where it has them."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlencode

from foedera.client.problems import error_of
from foedera.client.transport import Answered, Asked, Direct, Transport, as_form, as_json
from foedera.exchange.carried import decision_from_json, entity_from_json
from foedera.model.claims import Claim
from foedera.model.documents import DocumentId
from foedera.model.entities import Entity
from foedera.model.lines import claim_from_json, claim_to_json
from foedera.record.values import Decision

if TYPE_CHECKING:
    from foedera.views.shapes import DocumentEntered, DocumentListed, DocumentRead, MergeTold
    from foedera.views.shapes_of_answers import AnswerTold, ChangesTold, CommitmentsTold, PathwayTold, StatusTold

_KEPT = 128  # answers that are kept to be asked for again only if they have changed
Filter = str | int | float | bool | date | Iterable[str] | None


class Client:
    """A server of Foedera at an address. Every method raises the errors that the library raises, and ServerUnreachable.

    Filters are those of the pages, by the same names: `actor`, `kind`, `from_`, `to`, `known_on`, `q` and the rest; a
    list gives one often. Lists are fetched a page at a time, as they are read. `transport` brings requests to the server.
    """

    def __init__(
        self, address: str = "http://127.0.0.1:8321", *, timeout: float = 60.0, transport: Transport | None = None
    ) -> None:
        self.address = address.rstrip("/")
        self._send = transport or Direct(timeout)
        self._kept: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    # ---- what the record holds

    def claims(self, **filters: Filter) -> Iterator[Claim]:
        """The claims that the filters choose, as the record stood when the first of them was asked for."""
        for page in self._pages("claims", filters):
            for said in page["claims"]:
                yield _claim(said)

    def claim(self, claim: str) -> Claim:
        """One claim by its id."""
        return _claim(self._get(f"claims/{_part(claim)}"))

    def documents(self, q: str = "") -> Iterator[DocumentListed]:
        """The documents that were read, the last first; with `q` those whose title, publisher or path has these words."""
        for page in self._pages("documents", {"q": q}):
            yield from page["documents"]

    def document(self, document: str) -> DocumentRead:
        """One document by its id: what is known of it, and its structure."""
        return cast("DocumentRead", self._get(f"documents/{_part(document)}"))

    def text(self, document: str) -> str:
        """The text of a document, to which all places refer."""
        return str(self._get(f"documents/{_part(document)}/text")["text"])

    def add_document(self, path: str | Path, **facts: str) -> DocumentEntered:
        """Have a file read into the record; `facts` are its date, title, publisher, url, language, marking."""
        place = Path(path)
        headers, body = as_form(facts, place.name, place.read_bytes())
        return cast("DocumentEntered", self._post("documents", headers, body))

    def entities(self, q: str = "", kind: Iterable[str] | str = ()) -> Iterator[Entity]:
        """Whatever bears a name, by id; with `q` those with a name that begins like this."""
        for page in self._pages("entities", {"q": q, "kind": kind}):
            yield from (entity_from_json(each) for each in page["entities"])

    def entity(self, entity: str) -> Entity:
        """One entity by its id."""
        return entity_from_json(self._get(f"entities/{_part(entity)}"))

    def instruments(self, q: str = "") -> Iterator[Entity]:
        """Agreements, arrangements, partnerships, by id; with `q` those with a name that begins like this."""
        for page in self._pages("instruments", {"q": q}):
            yield from (entity_from_json(each) for each in page["entities"])

    # ---- questions

    def status(self, instrument: str, **when: Filter) -> StatusTold:
        """Where an instrument of this id stands; `on` a day, as `known_on` a day."""
        return cast("StatusTold", self._get(f"instruments/{_part(instrument)}/status", when))

    def statuses(self, *actors: str, **when: Filter) -> list[StatusTold]:
        """Where everything stands that is between these actors."""
        return cast("list[StatusTold]", self._get("answers/status", {"actor": actors, **when})["statuses"])

    def can(self, activity: str, *actors: str, **where_and_when: Filter) -> AnswerTold:
        """Whether the actors may do this; `at` a place, `on` a day, as `known_on` a day."""
        return cast("AnswerTold", self._get("answers/can", {"activity": activity, "actor": actors, **where_and_when}))

    def eligible(self, actor: str, programme: str, **as_and_when: Filter) -> AnswerTold:
        """Whether an actor may take part in a programme; `as_` what, `on` a day, as `known_on` a day."""
        return cast(
            "AnswerTold", self._get("answers/eligible", {"actor": actor, "programme": programme, **as_and_when})
        )

    def pathway(self, one: str, other: str, **when: Filter) -> PathwayTold:
        """Which kinds of agreement two actors have, and which usually come next."""
        return cast("PathwayTold", self._get("answers/pathway", {"actor": (one, other), **when}))

    def commitments(self, one: str, other: str, **when: Filter) -> CommitmentsTold:
        """What two actors undertook, and what followed."""
        return cast("CommitmentsTold", self._get("answers/commitments", {"actor": (one, other), **when}))

    def changed(self, from_: Filter, to: Filter, *actors: str, known: bool = False) -> ChangesTold:
        """What changed in a period, at all or between two actors."""
        asked = {"from": from_, "to": to, "actor": actors, "known": known}
        return cast("ChangesTold", self._get("answers/changed", asked))

    def panel(self, unit: str, **choices: Filter) -> Iterator[dict[str, Any]]:
        """The rows of a panel, each by the names of its columns."""
        for page in self._pages(f"panels/{_part(unit)}", choices):
            yield from (dict(zip(page["columns"], row, strict=True)) for row in page["rows"])

    def export(self, format: str, path: str | Path, **filters: Filter) -> Path:
        """Write the claims that the filters choose to a file, in one of the formats of `foedera export`."""
        answered = self._ask(Asked("GET", self._address(f"exports/{_part(format)}", filters)))
        place = Path(path)
        place.write_bytes(answered.body)
        return place

    def brief(self, path: str | Path, *actors: str, **when: Filter) -> Path:
        """Write a brief on two or more actors to a file: .docx, .pdf, .html or .md; `on` a day, as `known_on` a day."""
        from foedera.exchange.outgoing.briefs import form_of

        place = Path(path)
        form = form_of(place)
        answered = self._ask(Asked("GET", self._address(f"briefs/{form}", {"actor": actors, **when})))
        place.write_bytes(answered.body)
        return place

    # ---- decisions

    def decisions(self, claim: str = "") -> Iterator[Decision]:
        """What was decided, about a claim or at all, oldest first."""
        for page in self._pages("decisions", {"claim": claim}):
            yield from (decision_from_json(each) for each in page["decisions"])

    def accept(self, claim: str, *, who: str = "", note: str = "") -> Decision:
        """Say that a claim is right."""
        return self._decide("decisions", verdict="accepted", claim=claim, who=who, note=note)

    def reject(self, claim: str, *, who: str = "", note: str = "") -> Decision:
        """Say that a claim is wrong: it counts no longer."""
        return self._decide("decisions", verdict="rejected", claim=claim, who=who, note=note)

    def correct(self, claim: str, said: Claim, *, who: str = "", note: str = "") -> Decision:
        """Say what a claim should have been."""
        return self._decide("decisions", verdict="corrected", claim=claim, who=who, note=note, **_said(said))

    def add(self, said: Claim, *, who: str = "", note: str = "") -> Decision:
        """Add a claim that no extractor found."""
        return self._decide("decisions", verdict="added", who=who, note=note, **_said(said))

    def undo(self, claim: str, *, who: str = "", note: str = "") -> Decision:
        """Take back the last decision about a claim."""
        return self._decide("decisions/undo", claim=claim, who=who, note=note)

    def merge(self, entity: str, into: str | None, *, who: str = "", note: str = "") -> MergeTold:
        """Let one entity be another; `into` None parts them again."""
        headers, body = as_json({"entity": entity, "into": into, "who": who, "note": note})
        return cast("MergeTold", self._post("merges", headers, body))

    # ---- sending

    def _decide(self, path: str, **values: Any) -> Decision:
        headers, body = as_json(values)
        return decision_from_json(self._post(path, headers, body))

    def _post(self, path: str, headers: Mapping[str, str], body: bytes) -> Any:
        return json.loads(self._ask(Asked("POST", self._address(path, {}), headers, body)).body)

    def _pages(self, path: str, filters: Mapping[str, Filter]) -> Iterator[Any]:
        address: str | None = self._address(path, filters)
        while address is not None:
            page = self._fetch(address)
            yield page
            address = self.address + page["next"] if page["next"] else None

    def _get(self, path: str, filters: Mapping[str, Filter] | None = None) -> Any:
        return self._fetch(self._address(path, filters or {}))

    def _fetch(self, address: str) -> Any:
        """The answer at an address; one that is kept and still holds is not sent again."""
        tag, body = self._kept.get(address, ("", b""))
        answered = self._ask(Asked("GET", address, {"If-None-Match": tag} if tag else {}))
        if answered.status != 304:
            tag, body = answered.headers.get("etag", ""), answered.body
        self._kept[address] = (tag, body)
        self._kept.move_to_end(address)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return json.loads(body)

    def _ask(self, asked: Asked) -> Answered:
        answered = self._send(asked)
        if answered.status >= 400:
            raise error_of(answered.status, answered.body, asked.address)
        return answered

    def _address(self, path: str, filters: Mapping[str, Filter]) -> str:
        words = [(name.rstrip("_"), word) for name, value in filters.items() for word in _words(value)]
        return f"{self.address}/api/v1/{path}" + (f"?{urlencode(words)}" if words else "")


def _part(word: str) -> str:
    return quote(word, safe="")


def _words(value: Filter) -> Iterator[str]:
    if isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, (date, datetime)):
        yield value.isoformat()
    elif isinstance(value, (str, int, float)):
        yield str(value)
    elif value is not None:
        yield from value


def _claim(said: Mapping[str, Any]) -> Claim:
    document = said["document"]
    return claim_from_json(said["claim"], DocumentId(document) if document else None)


def _said(claim: Claim) -> dict[str, Any]:
    return {"said": claim_to_json(claim, None), "document": claim.document or ""}
