"""What called something off, what it could not do without, and conditions whose verb stands first."""

from __future__ import annotations

import pytest
from tests.claims.conftest import ClaimsOf

from foedera.model import Kind

BEFORE = "Two frigates of the Spanish Navy met at sea.\n\n"


def told(claims_of: ClaimsOf, sentence: str) -> list[tuple[str, str, str]]:
    """Condition, relation and outcome of the dependencies of a sentence, in words."""
    return [
        (claim.fillers("condition")[0].text, claim.word("relation"), claim.fillers("outcome")[0].text)
        for claim in claims_of(BEFORE + sentence, kind=Kind.DEPENDENCY)
    ]


CASES = {
    "called off": (
        "The helicopter events of the drill were called off owing to dust.",
        ("dust", "excludes", "helicopter events of the drill"),
    ),
    "had to be dropped": (
        "A gunnery exercise had to be dropped because of dense traffic.",
        ("dense traffic", "excludes", "gunnery exercise"),
    ),
    "could not": (
        "The frigate could not sail because of a gearbox defect.",
        ("gearbox defect", "excludes", "frigate could not sail"),
    ),
    "put off": (
        "The naval drill was postponed due to the storm.",
        ("storm", "limits", "naval drill was postponed"),
    ),
    "without, with somebody's words between": (
        "Without the tanker, says the commander, the patrols could not have been flown.",
        ("tanker", "requires", "the patrols could not have been flown"),
    ),
    "without which": (
        "The navy has no access agreement, without which the frigates cannot stay.",
        ("access agreement", "requires", "the frigates cannot stay"),
    ),
    "should, behind a semicolon": (
        "Spain has ordered six submarines; should Chile follow, the two navies could share training.",
        ("Chile follow", "enables", "the two navies could share training"),
    ),
    "were, behind what depends on it": (
        "The two navies could share training, were the agreement to be signed.",
        ("the agreement to be signed", "enables", "The two navies could share training"),
    ),
    "only if": (
        "Companies may receive naval grants only if their seat is moved to Spain.",
        ("their seat is moved to Spain", "requires", "Companies may receive naval grants"),
    ),
    "only under": (
        "Classified material may be exchanged only under the Secrets Protocol.",
        ("Secrets Protocol", "requires", "Classified material may be exchanged"),
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), CASES.values(), ids=CASES.keys())
def test_a_dependency_is_told(claims_of, sentence, expected):
    """What is called off is excluded by its cause, what is put off limited; "only" makes leave a requirement."""
    assert expected in told(claims_of, sentence)


NOTHING = {
    "a deed": "The Council authorised naval talks on 18 September.",
    "who may not take part": "A firm based in Norway cannot receive naval grants.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING.keys())
def test_what_is_told_elsewhere_is_no_dependency(claims_of, sentence):
    """That a body gave leave one day is a deed, and who may not take part is told as participation."""
    assert told(claims_of, sentence) == []
