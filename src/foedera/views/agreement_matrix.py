"""Partners against kinds of agreement: what an actor has with whom, and which cells are empty."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from foedera.answers.between import instruments_between
from foedera.answers.deciding import RANK
from foedera.answers.entities import Entities
from foedera.answers.life import lives_of
from foedera.answers.parties import parties_of
from foedera.answers.remembering import remembering
from foedera.answers.status import status_in
from foedera.model.answers import Status, StatusAnswer
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Event
from foedera.names.agreements import type_of_agreement
from foedera.record import RecordReader

_PARTNERS = (EntityKind.STATE, EntityKind.BLOC)
_NO_KIND = frozenset({"joint_statement", "council_decision", "regulation", "strategy", "programme_convention"})


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A partner and, for each kind, the agreement that stands furthest; None: none is told."""

    partner: Entity
    cells: tuple[StatusAnswer | None, ...]

    @property
    def filled(self) -> int:
        """How many kinds the two have."""
        return sum(cell is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class AgreementMatrix:
    """Who has what with an actor on a day. `looked_at` of `instruments` agreements were looked at."""

    actor: Entity
    on: date
    kinds: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    looked_at: int
    instruments: int


def agreement_matrix(
    record: RecordReader, actor: Entity, *, on: date, known_on: date | None = None, most: int = 600
) -> AgreementMatrix:
    """The matrix of an actor with all its partners: states and blocs, those with most kinds first.

    Kinds stand in the order of how common they are; legal acts and joint statements are no cells. At most `most`
    agreements are looked at, by their ids.
    """
    record = remembering(record)
    all_of_them = instruments_between(record, (actor.id,))
    instruments = all_of_them[:most]
    entities = Entities(record)
    entities.load(instruments)
    found: dict[EntityId, dict[str, StatusAnswer]] = {}
    for instrument, life in lives_of(record, instruments, known_on).items():
        entity = entities[instrument]
        kind = type_of_agreement(entity) if entity else None
        happened = life.by(on).happened
        if entity is None or kind is None or kind in _NO_KIND or not happened:
            continue
        parties = [EntityId(key) for key in parties_of(entities, happened) if key != actor.id]
        wanted = [party for party in parties if _is_partner(entities[party])]
        if wanted:
            answer = status_in(entities, entity, life, on=on, known_on=known_on, conflicts=0)
            for party in wanted:
                cells = found.setdefault(party, {})
                cells[kind] = max((each for each in (cells.get(kind), answer) if each), key=_furthest)
    counts = Counter(kind for cells in found.values() for kind in cells)
    kinds = tuple(sorted(counts, key=lambda kind: (-counts[kind], kind)))
    rows = [
        MatrixRow(partner, tuple(found[id].get(kind) for kind in kinds))
        for id in found
        if (partner := entities[id]) is not None
    ]
    ordered = tuple(sorted(rows, key=lambda row: (-row.filled, row.partner.name)))
    return AgreementMatrix(actor, on, kinds, ordered, len(instruments), len(all_of_them))


def _is_partner(entity: Entity | None) -> bool:
    return entity is not None and entity.kind in _PARTNERS


def _furthest(answer: StatusAnswer) -> tuple[int, str]:
    """What stands furthest in its life counts for the cell; what has ended counts least."""
    if answer.status in (Status.UNKNOWN, Status.TERMINATED, Status.SUSPENDED):
        return -1, answer.instrument
    return RANK.get(Event(answer.status.value), RANK[Event.IN_FORCE]), answer.instrument


def row_with(matrix: AgreementMatrix, partner: Entity) -> MatrixRow:
    """The row of a partner; one of empty cells where the actor has nothing with it."""
    empty = MatrixRow(partner, (None,) * len(matrix.kinds))
    return next((row for row in matrix.rows if row.partner.id == partner.id), empty)
