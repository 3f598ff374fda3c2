"""Claims as people say them on a form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from foedera.model.claims import Filler
from foedera.model.documents import FootnoteMark
from foedera.model.entities import EntityId
from foedera.model.errors import ClaimInvalid, DateInvalid, UsageWrong
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import Record, open_record
from foedera.views.corrections import Wording, candidates_for, chosen, kept, place_chosen, place_typed, read_when, say
from tests.record.world import PACT, extract_claims, read_into

SIGNED, _ = extract_claims(PACT)  # “Northmoor signed the Pact in 2018.”
AS_READ = Wording(
    Kind.INSTRUMENT_EVENT, 0, 34, (kept("instrument", 0), kept("party", 0)), {"event": "signed"}, when="2018"
)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = open_record(tmp_path / "record.sqlite")
    read_into(opened, PACT)
    return opened


def test_what_stays_on_the_form_stays_in_the_claim(record: Record):
    assert say(record, PACT, AS_READ, SIGNED).id == SIGNED.id


def test_words_that_are_chosen_fill_a_role(record: Record):
    """With an id they stand for what bears it; without, they are a name of their own."""
    for entity, filler in (
        ("JPN", Filler("Eastmark", 35, 43, EntityId("JPN"), "Japan")),
        ("", Filler("Eastmark", 35, 43, EntityId("eastmark"), "Eastmark")),
    ):
        wording = replace(AS_READ, fillers=(*AS_READ.fillers, chosen("party", 35, 43, entity)))
        assert say(record, PACT, wording, SIGNED).fillers("party") == (*SIGNED.fillers("party"), filler)


def test_what_is_added_last_takes_the_one_place_of_a_role(record: Record):
    wording = replace(AS_READ, fillers=(*AS_READ.fillers, chosen("instrument", 21, 25)))

    (instrument,) = say(record, PACT, wording, SIGNED).fillers("instrument")
    assert instrument.text == "Pact"


def test_what_a_person_adds_is_sure_and_cites_the_notes_of_its_sentence(record: Record):
    """The mark may stand right after the full stop."""
    document = replace(PACT, marks=(FootnoteMark("3", 34, 35), FootnoteMark("4", 60, 61)))
    wording = replace(AS_READ, fillers=(chosen("instrument", 21, 25),))

    said = say(record, document, wording)
    assert (said.confidence, said.cites) == (1.0, ("3",))


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [("2018-07-17", "2018-07-17"), ("2014/..", "2014/.."), ("17 July 2018", "2018-07-17"), ("last year", "2018")],
)
def test_a_date_is_read_in_edtf_and_in_words(typed: str, edtf: str):
    """“Last year” counts from the date of the document, May 2019."""
    assert read_when(typed, PACT) == Span.parse(edtf)


def test_no_date_is_none_and_nonsense_is_told():
    assert read_when("  ", PACT) is None
    with pytest.raises(DateInvalid):
        read_when("some day", PACT)


def test_a_selection_is_taken_without_what_a_hand_takes_along():
    assert place_chosen(PACT, 37, 46) == (35, 50)  # “stmark si” is “Eastmark signed”
    assert place_chosen(PACT, 33, 44) == (35, 43)  # of “. Eastmark ”
    with pytest.raises(UsageWrong):
        place_chosen(PACT, 33, 35)
    with pytest.raises(UsageWrong):
        place_chosen(PACT, 900, 990)


def test_typed_words_are_found_where_they_stand_nearest():
    assert place_typed(PACT, "SIGNED", near=0) == (10, 16)
    assert place_typed(PACT, "signed", near=60) == (44, 50)
    with pytest.raises(UsageWrong, match="does not stand in the document"):
        place_typed(PACT, "Atlantis", near=0)


def test_what_fits_the_role_is_offered_first(record: Record):
    assert candidates_for(record, "party", "Japan")[0].id == "JPN"
    assert candidates_for(record, "party", "Atlantis") == ()


@pytest.mark.parametrize(
    ("filler", "why"),
    [
        ("old|party|7", "cannot be read"),
        ("new|party|x|y|", "cannot be read"),
        ("new|party|5|900|", "cannot be read"),
        ("new|party|35|43|no-such-id", "nothing has the id"),
    ],
)
def test_a_form_that_somebody_wrote_by_hand_is_refused(record: Record, filler: str, why: str):
    with pytest.raises(ClaimInvalid, match=why):
        say(record, PACT, replace(AS_READ, fillers=(filler,)), SIGNED)
