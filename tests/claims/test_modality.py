"""How real a clause is said to be."""

import pytest

EXPECTED = {
    "expected of somebody": ("France expects Japan to ratify the Defence Treaty this month.", "planned"),
    "hoped of somebody": ("France urges Japan to ratify the Defence Treaty.", "possible"),
    "allowed": ("The vote allows the Defence Treaty between Japan and France to enter into force.", "possible"),
    "when something else will be": (
        "The minister will travel when Japan signs the Defence Treaty with France.",
        "planned",
    ),
    "done": ("Japan ratified the Defence Treaty with France.", "actual"),
}


@pytest.mark.parametrize(("text", "modality"), EXPECTED.values(), ids=EXPECTED)
def test_what_is_expected_of_others_is_not_done_yet(claims_of, text, modality):
    """An infinitive behind expecting, urging or allowing tells what may come."""
    (claim,) = claims_of(text, kind="instrument_event")

    assert claim.modality.value == modality
