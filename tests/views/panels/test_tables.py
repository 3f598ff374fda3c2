"""Panels: who was bound to whom in which year, by a stated rule for years that are only partly filled."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import UsageWrong
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import Record, open_record
from foedera.views.panels import Codes, PanelOptions, PartialYears, Unit, habits_of, show_panel

NORTHMOOR, EASTMARK, WESTHAVEN = (
    Entity(EntityId(id), name, EntityKind.STATE)
    for id, name in (("NMR", "Northmoor"), ("EMK", "Eastmark"), ("WHV", "Westhaven"))
)
STATES = (NORTHMOOR, EASTMARK, WESTHAVEN)
EVIDENCE = (Evidence(None, None, None, "", Source("Northmoor Gazette")),)


def filler(id: str) -> Filler:
    return Filler(id, entity=EntityId(id), name=id)


def member(state: str, when: str, *owed: str, of: str = "pact") -> list[Claim]:
    """A state that is a member of an alliance, and what it owes as one."""
    said = [
        Claim(
            Kind.PARTICIPATION,
            {"actor": (filler(state),), "in": (filler(of),), "as": (Filler("member"),)},
            EVIDENCE,
            Span.parse(when),
        )
    ]
    for each in owed:
        roles = {
            "party": (filler(state),),
            "undertaking": (Filler(each),),
            "strength": (Filler("binding"),),
            "instrument": (filler(of),),
        }
        said.append(Claim(Kind.COMMITMENT, roles, EVIDENCE, Span.parse(when)))
    return said


def event(word: str, when: str, *parties: str, of: str = "pact") -> Claim:
    roles = {"instrument": (filler(of),), "event": (Filler(word),), "party": tuple(map(filler, parties))}
    return Claim(Kind.INSTRUMENT_EVENT, roles, EVIDENCE, Span.parse(when))


def exercise(name: str, when: str, *states: str) -> Claim:
    roles = {"type": (Filler("exercise"),), "participant": tuple(map(filler, states)), "name": (filler(name),)}
    return Claim(Kind.ACTIVITY, roles, EVIDENCE, Span.parse(when))


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "record.sqlite", baseline=False, now=lambda: datetime(2024, 3, 1, tzinfo=UTC))


def rows(
    record: Record, claims: list[Claim], unit: Unit = Unit.DYAD_YEAR, **options: object
) -> list[tuple[object, ...]]:
    record.enter_sourced("alliances", claims, run=record.begin_run("toy/1"), entities=STATES)
    return show_panel(record, PanelOptions(unit=unit, last_year=2022, **options)).table.rows()  # type: ignore[arg-type]


def test_an_obligation_has_a_direction(record: Record):
    """Who owes and who is owed are two rows; an ally who owes nothing has a row of zeros."""
    claims = member("NMR", "2019-03-01/2019-06-01", "defense") + member("EMK", "2019-01-01/2019-12-31")

    assert rows(record, claims, cells=("defense",)) == [("EMK", "NMR", 2019, 0), ("NMR", "EMK", 2019, 1)]


def test_without_direction_a_pair_has_one_row(record: Record):
    """Of a pair without direction, what either owes counts."""
    claims = member("NMR", "2019", "defense") + member("EMK", "2019", "consul")

    assert rows(record, claims, cells=("defense", "consul"), directed=False) == [("EMK", "NMR", 2019, 1, 1)]


@pytest.mark.parametrize(
    ("rule", "years"),
    [
        (PartialYears.ANY, {2018: 1, 2019: 1, 2020: 1}),
        (PartialYears.FIRST, {2019: 1, 2020: 1}),
        (PartialYears.LAST, {2018: 1, 2019: 1}),
        (PartialYears.LATEST, {2018: 1, 2019: 1, 2020: 1}),
        (PartialYears.SHARE, {2018: 184 / 365, 2019: 1.0, 2020: 31 / 366}),
    ],
)
def test_a_year_that_is_partly_filled_counts_by_the_rule(record: Record, rule: PartialYears, years: dict[int, float]):
    """Any day, 1 January, 31 December, or the share of the year's days: the rule is chosen, and stated."""
    claims = member("NMR", "2018-07-01/2020-01-31", "defense")

    found = rows(record, claims, Unit.STATE_YEAR, cells=("defense",), years=rule)
    assert {year: value for _, year, value in found} == pytest.approx(years)


def test_no_day_is_counted_twice_in_a_share(record: Record):
    """Two phases of one alliance fill the year together, even where they overlap."""
    claims = member("NMR", "2019-01-01/2019-08-12", "defense") + member("NMR", "2019-08-12/2019-12-31", "defense")

    assert rows(record, claims, Unit.STATE_YEAR, cells=("defense",), years=PartialYears.SHARE) == [("NMR", 2019, 1.0)]


def test_the_later_of_two_phases_counts(record: Record):
    """Where obligations change within a year, the rule `latest` takes the later ones alone, the rule `any` both."""
    claims = member("NMR", "2018-01-01/2019-08-12", "offense") + member("NMR", "2019-08-12/..", "defense")
    claims += member("EMK", "2018-01-01/..")

    record.enter_sourced("alliances", claims, run=record.begin_run("toy/1"), entities=STATES)
    for rule, value in ((PartialYears.LATEST, (1, 0)), (PartialYears.ANY, (1, 1))):
        options = PanelOptions(
            Unit.DYAD_YEAR, years=rule, first_year=2019, last_year=2019, cells=("defense", "offense")
        )
        assert ("NMR", "EMK", 2019, *value) in show_panel(record, options).table.rows()


def test_two_that_only_meet_at_the_door_are_no_allies(record: Record):
    """A state that enters on the day on which another leaves was never in the alliance with it."""
    claims = member("NMR", "2018-01-01/2019-08-12", "defense") + member("EMK", "2019-08-12/2020-01-01", "defense")

    assert rows(record, claims, cells=("defense",)) == []


def test_what_happens_on_one_day_happens_to_all_who_are_there(record: Record):
    """A signature and an exercise of one day bind those who took part in that very event."""
    claims = [event("signed", "2019-05-01", "NMR", "EMK"), exercise("shield", "2019-06-01", "NMR", "WHV")]

    assert rows(record, claims, directed=False) == [("EMK", "NMR", 2019, 0, 1), ("NMR", "WHV", 2019, 1, 0)]


def test_an_agreement_is_in_force_until_it_ends(record: Record):
    """In force lasts from its day to the termination, or on if there is none."""
    claims = [event("in_force", "2019-05-01", "NMR", "EMK"), event("terminated", "2021-02-01", "NMR", "EMK")]
    claims.append(event("in_force", "2020", "NMR", of="other"))

    assert rows(record, claims, Unit.INSTRUMENT_YEAR, cells=("in_force",)) == [
        ("other", 2020, 1, 1),
        ("other", 2021, 1, 1),
        ("other", 2022, 1, 1),
        ("pact", 2019, 1, 2),
        ("pact", 2020, 1, 2),
        ("pact", 2021, 1, 2),
    ]


def test_instead_of_whether_how_many(record: Record):
    """With `count` a cell says how many exercises there were."""
    claims = [exercise("shield", "2019-06-01", "NMR", "WHV"), exercise("sword", "2019-07-01", "NMR", "WHV")]

    assert rows(record, claims, count=True, directed=False) == [("NMR", "WHV", 2019, 2)]


def test_a_cell_names_its_claims(record: Record):
    """Beside each cell stand the claims on which it rests, and those that say why there is a row at all."""
    ours, theirs = member("NMR", "2019", "defense"), member("EMK", "2019")

    found = rows(record, ours + theirs, cells=("defense",), with_claims=True)[1]
    assert found[:3] == ("NMR", "EMK", 2019)
    assert found[4] == [ours[1].id]
    assert set(found[5]) == {ours[0].id, theirs[0].id}


def test_the_events_of_actors(record: Record):
    """A row for each actor and event, with its time as written; an open end is empty."""
    claims = [exercise("shield", "2019-06", "NMR", "WHV"), event("in_force", "2020-02-01", "NMR")]

    found = [row[:4] for row in rows(record, claims, Unit.ACTOR_EVENT)]
    assert found == [
        ("NMR", "shield", "exercise", "2019-06"),
        ("WHV", "shield", "exercise", "2019-06"),
        ("NMR", "pact", "in_force", "2020-02-01/.."),
    ]


def test_only_rows_on_the_actors_asked_for(record: Record):
    """With `actors` only their rows are made."""
    claims = [exercise("shield", "2019-06-01", "NMR", "WHV", "EMK")]

    found = rows(record, claims, directed=False, actors=frozenset({EntityId("WHV")}))
    assert [row[:2] for row in found] == [("EMK", "WHV"), ("NMR", "WHV")]


def test_what_does_not_get_into_a_panel_is_told(record: Record):
    """A claim without a time and an actor without a code are left out, and counted."""
    undated = Claim(Kind.ACTIVITY, {"type": (Filler("exercise"),), "participant": (filler("NMR"),)}, EVIDENCE)
    record.enter_sourced(
        "some", [undated, exercise("x", "2019", "NMR")], run=record.begin_run("toy/1"), entities=STATES
    )

    panel = show_panel(record, PanelOptions(Unit.STATE_YEAR, codes=Codes.COW))
    assert panel.left_out == {"claims without a time": 1, "actors without a Correlates of War code": 1}
    assert panel.table.rows() == []


def test_a_record_without_anything_gives_a_panel_without_rows(record: Record):
    """Nothing to tell is an empty table, not an error."""
    assert show_panel(record, PanelOptions(Unit.DYAD_YEAR)).table.columns == ["actor1", "actor2", "year"]


def test_wrong_use_says_what_would_do():
    """Years in the wrong order, a share that is to be counted, a data set that nobody knows."""
    with pytest.raises(UsageWrong, match="2020 to 2019 are none"):
        PanelOptions(Unit.STATE_YEAR, first_year=2020, last_year=2019)
    with pytest.raises(UsageWrong, match="a share cannot be counted"):
        PanelOptions(Unit.STATE_YEAR, years=PartialYears.SHARE, count=True)
    with pytest.raises(UsageWrong, match="Known data sets: uk-treaties, atop, mme"):
        habits_of("rymer")
