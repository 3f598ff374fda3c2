"""Who may take part in funds and programmes, from the facts and the rules that ship with the program."""

from __future__ import annotations

from datetime import date

import pytest

from foedera.answers.eligible import programme_named
from foedera.model.errors import NameUnknown
from foedera.model.possible import Truth
from tests.answers.shipped import eligible, resolves, texts

DAY = date(2025, 1, 15)
IN_2026 = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("actor", "programme", "quality", "on", "answer"),
    [
        ("NTT Data Spain", "EDF", None, date(2023, 1, 1), "unknown"),
        ("NTT Data Spain", "KOIOS", None, date(2023, 1, 1), "unknown"),
        ("NTT Data Spain", "EDIDP", None, date(2020, 1, 1), "unknown"),
        ("Mitsubishi Heavy Industries", "EDF", "beneficiary", DAY, "no"),
        ("Mitsubishi Heavy Industries", "EDF", "subcontractor", DAY, "no"),
        ("Mitsubishi Heavy Industries", "EDF", "partner", DAY, "yes"),
        ("Mitsubishi Heavy Industries", "EDF", "beneficiary", date(2020, 1, 1), "no"),
        ("Mitsubishi Heavy Industries", "EDIP", "partner", IN_2026, "yes"),
        ("Mitsubishi Heavy Industries", "EDIP", "subcontractor", IN_2026, "yes"),
        ("Mitsubishi Heavy Industries", "SAFE", None, IN_2026, "no"),
        ("Mitsubishi Heavy Industries", "SAFE", "subcontractor", IN_2026, "yes"),
        ("Indra", "EDF", None, DAY, "yes"),
        ("Leonardo", "EDF", None, DAY, "unknown"),
        ("Japan", "EDF", None, DAY, "no"),
        ("Norway", "EDF", None, DAY, "yes"),
        ("Ukraine", "EDF", None, DAY, "no"),
        ("Ukraine", "EDF", None, IN_2026, "yes"),
        ("Japan", "SAFE", None, IN_2026, "yes"),
        ("Japan", "SAFE", None, date(2025, 4, 1), "no"),
        ("Japan", "SAFE", "beneficiary", IN_2026, "no"),
        ("France", "SAFE", "beneficiary", IN_2026, "yes"),
        ("JPN", "Eurodrone", "observer", date(2025, 1, 1), "yes"),
        ("JPN", "Eurodrone", "observer", date(2023, 1, 1), "no"),
        ("IND", "Eurodrone", "observer", date(2025, 2, 1), "yes"),
        ("France", "Eurodrone", "partner", DAY, "yes"),
        ("Japan", "Eurodrone", "partner", DAY, "no"),
        ("Japan", "PESCO", None, DAY, "no"),
        ("Norway", "PESCO", None, DAY, "yes"),
        ("France", "PESCO", None, DAY, "yes"),
        ("Japan", "GCAP", None, DAY, "yes"),
        ("South Korea", "GCAP", None, DAY, "unknown"),
    ],
)
def test_who_is_eligible(shipped, actor, programme, quality, on, answer):
    """Yes, no or unknown, each with grounds that lead to a source."""
    found = eligible(shipped, actor, programme, quality, on=on)

    assert found.answer.value == answer
    assert found.grounds
    assert all(resolves(shipped, reason) for reason in found.grounds)
    assert bool(found.missing) == (answer == "unknown")


def test_guarantees_are_what_is_missing(shipped):
    """Established in Spain and controlled from Japan: exactly the guarantees that Spain approves are missing."""
    answer = eligible(shipped, "NTT Data Spain", "EDF", on=date(2023, 1, 1))

    assert [missing.text for missing in answer.missing] == ["guarantees for NTT Data Spain approved by Spain"]
    assert "established in Spain" in texts(answer)
    assert "controlled from Japan" in texts(answer)


def test_a_fact_of_low_confidence_never_decides_alone(shipped):
    """The seat of Leonardo has no reliable source: the answer is unknown and names it."""
    answer = eligible(shipped, "Leonardo", "EDF")

    assert answer.answer is Truth.UNKNOWN
    assert "Leonardo is established in Italy" in answer.missing[0].text


def test_ways_into_the_fund(shipped):
    """A company from outside comes in by association of its state, or by a subsidiary with guarantees."""
    answer = eligible(shipped, "Mitsubishi Heavy Industries", "EDF", "beneficiary")

    assert [sorted(change.id for change in changes) for changes in answer.unlock] == [
        ['associate("JPN",edf)'],
        ['establish("mhi")', 'guarantee("mhi")'],
    ]


def test_a_programme_nobody_knows_is_named_with_the_nearest(shipped):
    """The error lists programmes of a similar name."""
    with pytest.raises(NameUnknown, match="Eurodrone"):
        programme_named(shipped, "Eurodron")
