"""Ships in port, told by set phrases: arrivals, stays, departures after a call, the next port."""

from __future__ import annotations

import pytest

BEFORE = (
    "The frigates HMAS Sydney and HMAS Perth of the Royal Australian Navy left for a naval deployment on 1 May 2024. "
)

# sentence behind BEFORE -> ports, day
CALLS = {
    "entering": ("The ships had entered Darwin on 6 May 2024 for three days.", {"Darwin"}, "2024-05-06"),
    "mooring": ("HMAS Perth tied up safely at Darwin on 6 May 2024.", {"Darwin"}, "2024-05-06"),
    "leaving after a call": (
        "HMAS Perth left Darwin on 6 May 2024 after a call of four days.",
        {"Darwin"},
        "2024-05-06",
    ),
    "an arrival": ("HMAS Perth's arrival at Busan on 6 May 2024 was the first in years.", {"Busan"}, "2024-05-06"),
    "several ports": ("HMAS Perth made calls at Busan, Darwin and Mombasa.", {"Busan", "Darwin", "Mombasa"}, None),
}


@pytest.mark.parametrize(("text", "ports", "day"), CALLS.values(), ids=CALLS.keys())
def test_call_is_told_by_its_wording(claims_of, text, ports, day):
    """A ship that ties up, enters, or leaves after a call has called at the port that is named there."""
    (call,) = [claim for claim in claims_of(BEFORE + text, kind="activity") if claim.word("type") == "port_call"]

    assert {filler.text for filler in call.fillers("place")} == ports
    assert "HMAS Perth" in {filler.text for filler in call.fillers("asset")}
    assert (call.when.edtf if call.when else None) == day


def test_next_port_is_that_of_the_same_ships(claims_of):
    """“Mombasa came next” tells of the ships whose call was told before."""
    text = BEFORE + "HMAS Perth berthed at Darwin on 6 May 2024. Mombasa came next, on 20 May 2024."

    calls = [claim for claim in claims_of(text, kind="activity") if claim.word("type") == "port_call"]

    assert [claim.fillers("place")[0].text for claim in calls] == ["Darwin", "Mombasa"]
    assert [claim.fillers("asset")[0].text for claim in calls] == ["HMAS Perth", "HMAS Perth"]


NO_CALLS = {
    "a sea is no port": "HMAS Perth entered the Baltic Sea on 6 May 2024.",
    "repair is no call": "HMAS Perth, in dry dock at Darwin, waited for the navy.",
    "no ship is named": "The minister of defence arrived in Darwin on 6 May 2024.",
    "leaving alone": "HMAS Perth left Darwin on 6 May 2024.",
}


@pytest.mark.parametrize("text", NO_CALLS.values(), ids=NO_CALLS.keys())
def test_no_call(claims_of, text):
    """A sea that is entered, a dry dock and a departure alone are no port calls."""
    assert not [claim for claim in claims_of(text, kind="activity") if claim.word("type") == "port_call"]
