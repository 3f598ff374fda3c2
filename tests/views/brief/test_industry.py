"""Programmes in which the actors take part together, on one day after another."""

from datetime import date

import pytest

from foedera.answers.remembering import Remembering
from foedera.model.claims import Filler
from foedera.model.kinds import Kind
from foedera.record import open_record
from foedera.views.brief.industry import shared_programmes
from foedera.views.brief.material import Material
from tests.answers.world import fill
from tests.views.brief.world import EMK, NMR, RADAR, both, told


def takes_part(*actors: Filler, when: str | None):
    """That actors take part in the radar programme."""
    programme = Filler(RADAR.name, entity=RADAR.id, name=RADAR.name)
    return told(Kind.PARTICIPATION, {"actor": actors, "in": (programme,), "as": (Filler("partner"),)}, when)


@pytest.fixture
def record(tmp_path):
    """Northmoor takes part from 2018 on, Eastmark from 2020 to 2021; that both do is told without a day, too."""
    northmoor, eastmark = both()
    with open_record(tmp_path / "record.sqlite", baseline=False) as opened:
        fill(
            opened,
            takes_part(northmoor, when="2018-05-01/.."),
            takes_part(eastmark, when="2020-01-01/2021-12-31"),
            takes_part(northmoor, eastmark, when=None),
            entities=(RADAR,),
        )
        yield opened


DAYS = {
    date(2017, 1, 1): None,  # what is told without a day begins with the first day that is told
    date(2018, 5, 1): {NMR: 2, EMK: 1},
    date(2021, 6, 1): {NMR: 2, EMK: 2},
    date(2022, 6, 1): {NMR: 2, EMK: 1},
}


@pytest.mark.parametrize("order", [sorted, lambda days: sorted(days, reverse=True)], ids=["forwards", "backwards"])
def test_each_day_has_its_own_stakes_whatever_was_asked_before(record, order):
    """What is kept for the next question is that of all days; each is told by its own."""
    memory = Remembering(record)
    actors = [record.entity(NMR), record.entity(EMK)]

    for day in order(DAYS):
        stakes = shared_programmes(Material(memory, actors, day)).get(RADAR.id)

        assert (stakes and {actor: len(claims) for actor, claims in stakes.items()}) == DAYS[day]
