"""The Alliance Treaty Obligations and Provisions data (ATOP): the alliance file and the member file.

The two are told apart by their header. A member's obligations in a phase are commitments that hold as long as its row
says; that it is a member is a participation, so that an ally who promises nothing stays an ally.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from foedera.exchange.incoming.dates import edtf, parts_to_edtf
from foedera.exchange.incoming.material import Cast, DataSet, Row, day_of, open_text
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.exchange.incoming.tables import check_columns, read_rows
from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.entities import Entity, EntityKind
from foedera.model.kinds import Event, Kind, ParticipationAs, Strength
from foedera.model.time import Span
from foedera.names.states import COW, load_states

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
_MEMBER = ("atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "phase", *OBLIGATIONS)
_ALLIANCE = ("atopid", "begyr", "begmo", "begday", "endyr", "endmo", "endday", "mem1")
CONFIDENCE = 0.75  # a scholars' coding of treaty texts: the middle step of the baseline (decisions/0024)

Cells = Mapping[str, str]


class Alliances:
    """Reads both files; each is a material of its own, so that one may be imported without the other."""

    name = "atop"
    version = "1"

    def __init__(self) -> None:
        self._cast = Cast()
        self._set = DataSet.of(self.name)

    def material(self, path: Path) -> str:
        with open_text(path) as lines:
            header = next(csv.reader(lines), [])
        if "member" in header:
            return "atop-members"
        check_columns(header, _ALLIANCE, path)
        return "atop-alliances"

    def entities(self) -> Iterable[Entity]:
        return self._cast.known.values()

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        of_members = report.material == "atop-members"
        with open_text(path) as lines:
            table = csv.DictReader(lines)
            check_columns(table.fieldnames or (), _MEMBER if of_members else _ALLIANCE, path)
            for label, cells in read_rows(table, report, key="atopid"):
                try:
                    claims = self._of_member(cells, report) if of_members else self._of_alliance(cells)
                    yield Row(label, tuple(claims))
                except RowInvalid as error:
                    report.refuse(error.at(label))

    def _of_member(self, cells: Cells, report: Report) -> Iterator[Claim]:
        first = _begun(parts_to_edtf(cells["yrent"], cells["moent"], cells["dayent"], "yrent"), "yrent")
        when = _until(first, cells, "exit")
        evidence = self._set.evidence(f"alliance {cells['atopid']}")
        member = self._member(cells["member"], first, "member")
        alliance = self._alliance(cells["atopid"])
        roles: dict[str, tuple[Filler, ...]] = {
            "actor": (member,),
            "in": (alliance,),
            "as": (Filler(ParticipationAs.MEMBER.value),),
        }
        yield self._claim(Kind.PARTICIPATION, roles, when, evidence)
        phase: tuple[Filler, ...] = (Filler(f"phase {cells['phase']}"),) if cells["phase"] not in ("", "0") else ()
        for obligation in OBLIGATIONS:
            if _flag(cells, obligation):
                roles = {
                    "party": (member,),
                    "undertaking": (Filler(obligation),),
                    "strength": (Filler(Strength.BINDING.value),),
                    "instrument": (alliance,),
                    "provision": phase,
                }
                yield self._claim(Kind.COMMITMENT, roles, when, evidence)
        report.note("to which partners an obligation is owed, where a member's vary", int(cells.get("obvary") == "1"))

    def _of_alliance(self, cells: Cells) -> Iterator[Claim]:
        first = _begun(parts_to_edtf(cells["begyr"], cells["begmo"], cells["begday"], "begyr"), "begyr")
        evidence = self._set.evidence(f"alliance {cells['atopid']}")
        codes = [(column, code) for column, code in cells.items() if column.startswith("mem") and code.strip()]
        parties = tuple(self._member(code, first, column) for column, code in codes if column[3:].isdigit())
        roles = {"instrument": (self._alliance(cells["atopid"]),), "event": (Filler(Event.IN_FORCE.value),)}
        yield self._claim(Kind.INSTRUMENT_EVENT, roles | {"party": parties}, edtf(first, "begyr"), evidence)
        if cells["endyr"] not in ("", "0"):
            last = parts_to_edtf(cells["endyr"], cells["endmo"], cells["endday"], "endyr")
            roles |= {"event": (Filler(Event.TERMINATED.value),)}
            yield self._claim(Kind.INSTRUMENT_EVENT, roles | {"party": parties}, edtf(last, "endyr"), evidence)

    def _claim(
        self, kind: Kind, roles: Mapping[str, tuple[Filler, ...]], when: Span, evidence: tuple[Evidence, ...]
    ) -> Claim:
        given = {role: fillers for role, fillers in roles.items() if fillers}
        return Claim(kind, given, evidence, when, confidence=CONFIDENCE, extractor=f"{self.name}/{self.version}")

    def _alliance(self, atopid: str) -> Filler:
        name = f"ATOP {atopid}"
        return self._cast.filler(
            self._cast.new(f"atop-{atopid}", f"Alliance {name}", EntityKind.INSTRUMENT, aliases=(name,)), name
        )

    def _member(self, code: str, first: str, column: str) -> Filler:
        """The state of a code. Four digits are ATOP's own, for what the Correlates of War project counts as no state."""
        if not code.strip().isdigit():
            raise RowInvalid(
                "no code of a state.", column=column, value=code, mend="Write a Correlates of War code, as 200."
            )
        day = day_of(first)
        state = load_states().coded(int(code), day) if day else None
        if state is None and len(code.strip()) < 4:
            raise RowInvalid(
                "nobody bears this code.",
                column=column,
                value=code,
                mend="Codes are those of the Correlates of War State System 2016 (data/exchange/cow_states.csv).",
            )
        if state is None:
            own = f"ATOP {code.strip()}"
            entity = self._cast.new(f"atop-member-{code.strip()}", own, EntityKind.STATE, source=self._set.url)
            return self._cast.filler(entity, own)
        return self._cast.filler(state, f"{COW} {int(code)}")


def _begun(first: str, column: str) -> str:
    if not first:
        raise RowInvalid("the row does not say when it began.", column=column, mend="Give at least the year.")
    return first


def _until(first: str, cells: Cells, end: str) -> Span:
    """From the first day to the day of exit; open where the data set gives no exit."""
    if cells[f"yr{end}"] in ("", "0"):
        return edtf(f"{first}/..", f"yr{end}")
    last = parts_to_edtf(cells[f"yr{end}"], cells[f"mo{end}"], cells[f"day{end}"], f"yr{end}")
    return edtf(f"{first}/{last}", f"yr{end}")


def _flag(cells: Cells, column: str) -> bool:
    if cells[column] not in ("0", "1"):
        raise RowInvalid("neither 0 nor 1.", column=column, value=cells[column], mend="Write 1 for yes, 0 for no.")
    return cells[column] == "1"
