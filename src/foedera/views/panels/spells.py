"""From claims to spells: who was bound to what, from which day to which day, and what was owed or done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from foedera.model.claims import Claim, Filler
from foedera.model.documents import DocumentId
from foedera.model.entities import EntityId, EntityKind
from foedera.model.kinds import Event, Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.names.states import COW, load_states
from foedera.record import ClaimQuery, RecordReader
from foedera.views.panels.options import OBLIGATIONS, Codes, PanelOptions

MEMBER = "member"
_KINDS = (Kind.INSTRUMENT_EVENT, Kind.COMMITMENT, Kind.PARTICIPATION, Kind.ACTIVITY)
# What begins a state that lasts, and what ends it. Anything else that happens to an instrument is a matter of one day.
_LASTING = {Event.IN_FORCE: (Event.TERMINATED,), Event.PROVISIONALLY_APPLIED: (Event.IN_FORCE, Event.TERMINATED)}
_ACTORS = (EntityKind.STATE, EntityKind.BLOC)

Actor = str | int


@dataclass(frozen=True, slots=True)
class Spell:
    """An actor's part in an instrument or activity, between two days that both count. `cell` names the column."""

    thing: str
    actor: Actor
    cell: str
    first: date
    last: date
    claim: str
    edtf: str


@dataclass
class Spells:
    """The spells of a record, and what did not become one, by reason."""

    found: list[Spell] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def spells_of(record: RecordReader, options: PanelOptions) -> Spells:
    """The spells that the record's claims tell, as the options ask; only what is said to be so, with its time."""
    query = ClaimQuery(
        kinds=_kinds(options.cells),
        documents=tuple(DocumentId(material) for material in options.materials),
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
    )
    spells = Spells()
    actors = _Actors(record, options.codes, spells.left_out)
    lives: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims(query):
        if claim.when is None:
            spells.left_out["claims without a time"] += 1
        elif claim.kind is Kind.INSTRUMENT_EVENT:
            lives[_thing(claim, "instrument")].append(claim)
        else:
            spells.found += _told(claim, claim.when, actors)
    for thing, life in lives.items():
        spells.found += _lived(thing, life, actors)
    if options.cells:
        wanted = {*options.cells, MEMBER} if set(options.cells) & set(OBLIGATIONS) else set(options.cells)
        spells.found = [spell for spell in spells.found if spell.cell in wanted]
    return spells


def _kinds(cells: tuple[str, ...]) -> tuple[Kind, ...]:
    """The kinds that can fill these cells; all if none are named."""
    if cells and set(cells) <= {*OBLIGATIONS, MEMBER, "commitment"}:
        return (Kind.COMMITMENT, Kind.PARTICIPATION)
    if cells and set(cells) <= set(Event):
        return (Kind.INSTRUMENT_EVENT,)
    return _KINDS


class _Actors:
    """Actors by the code that the panel uses; each is looked up once."""

    def __init__(self, record: RecordReader, codes: Codes, left_out: Counter[str]) -> None:
        self._record, self._codes, self._left_out = record, codes, left_out
        self._states: dict[EntityId, bool] = {}

    def of(self, fillers: Iterable[Filler], on: date) -> Iterator[Actor]:
        """The states and blocs among the fillers, each once."""
        given = (self._of(filler, on) for filler in fillers)
        yield from dict.fromkeys(actor for actor in given if actor is not None)

    def _of(self, filler: Filler, on: date) -> Actor | None:
        if self._codes is Codes.COW:
            code = _written_code(filler.text)
            if code is not None:
                return code
        if filler.entity is None or not self._is_actor(filler.entity):
            self._left_out["fillers that are no state or bloc"] += 1
            return None
        if self._codes is Codes.ISO:
            return str(filler.entity)
        code = load_states().code_of(filler.entity, on)
        if code is None:
            self._left_out["actors without a Correlates of War code"] += 1
        return code

    def _is_actor(self, id: EntityId) -> bool:
        if id not in self._states:
            entity = self._record.entity(id)
            self._states[id] = entity is not None and entity.kind in _ACTORS
        return self._states[id]


def _written_code(text: str) -> int | None:
    scheme, _, code = text.partition(" ")
    return int(code) if scheme == COW and code.isdigit() else None


def _told(claim: Claim, when: Span, actors: _Actors) -> Iterator[Spell]:
    """The spells of a claim that tells them alone: a membership, an obligation, an activity."""
    if claim.kind is Kind.PARTICIPATION:
        thing, role, cell = _thing(claim, "in"), "actor", MEMBER
    elif claim.kind is Kind.COMMITMENT:
        owed = claim.word("undertaking")
        thing, role, cell = _thing(claim, "instrument"), "party", owed if owed in OBLIGATIONS else "commitment"
    else:
        named = claim.fillers("name")
        thing, role, cell = (_name(named[0]) if named else str(claim.id)), "participant", claim.word("type")
    for actor in actors.of(claim.fillers(role), when.earliest):
        yield Spell(thing, actor, cell, when.earliest, when.latest, claim.id, when.edtf)


def _lived(thing: str, life: list[Claim], actors: _Actors) -> Iterator[Spell]:
    """The spells of an instrument's life. What lasts ends with the first event after it that ends it."""
    spans = [(Event(claim.word("event")), claim.when, claim) for claim in life if claim.when]
    for event, when, claim in spans:
        last, edtf = when.latest, when.edtf
        if event in _LASTING:
            ends = [end for other, end, _ in spans if other in _LASTING[event] and end.earliest >= when.earliest]
            end = min(ends, default=None)
            last, edtf = (end.earliest, f"{edtf}/{end.edtf}") if end else (date.max, f"{edtf}/..")
        for actor in actors.of(claim.fillers("party"), when.earliest):
            yield Spell(thing, actor, event.value, when.earliest, max(last, when.earliest), claim.id, edtf)


def _thing(claim: Claim, role: str) -> str:
    fillers = claim.fillers(role)
    return _name(fillers[0]) if fillers else str(claim.id)


def _name(filler: Filler) -> str:
    return str(filler.entity or filler.text)
