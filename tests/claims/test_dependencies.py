"""Dependencies: what requires, enables, limits, permits or excludes what, and what only looks like it."""

from __future__ import annotations

import pytest
from tests.claims.conftest import ClaimsOf

from foedera.model import Claim, Kind, Modality, Polarity

# A text about the field: each sentence is read as part of one.
BEFORE = "Two frigates met at sea.\n\n"

# name: sentence, condition, relation, outcome, modality
CASES = {
    "requires": (
        "The export of such radars requires a licence from the ministry of Northmoor.",
        "licence from the ministry of Northmoor",
        "requires",
        "export of such radars",
        Modality.ACTUAL,
    ),
    "depends on": (
        "Implementation of the defence agreement depends on the approval of Parliament.",
        "approval of Parliament",
        "requires",
        "Implementation of the defence agreement",
        Modality.ACTUAL,
    ),
    "is needed for": (
        "The consent of both governments is needed for any transfer of defence technology.",
        "consent of both governments",
        "requires",
        "any transfer of defence technology",
        Modality.ACTUAL,
    ),
    "would require, for a purpose": (
        "To expand the operation eastwards, the navy would need a new mandate.",
        "new mandate",
        "requires",
        "To expand the operation eastwards",
        Modality.POSSIBLE,
    ),
    "subject to": (
        "Any export of the frigates is subject to prior authorisation.",
        "prior authorisation",
        "requires",
        "Any export of the frigates",
        Modality.ACTUAL,
    ),
    "only after": (
        "The treaty will take effect only after the parliament of Eastmark has approved it.",
        "the parliament of Eastmark has approved it",
        "requires",
        "The treaty will take effect",
        Modality.ACTUAL,
    ),
    "enters into force on": (
        "The agreement enters into force on the thirtieth day after the exchange of notes.",
        "exchange of notes",
        "requires",
        "The agreement enters into force",
        Modality.ACTUAL,
    ),
    "without": (
        "Without an agreement on classified information, the two navies cannot share radar data.",
        "agreement on classified information",
        "requires",
        "the two navies cannot share radar data",
        Modality.ACTUAL,
    ),
    "provided that": (
        "Foreign warships may call at the port, provided that the harbour master agrees in writing.",
        "the harbour master agrees in writing",
        "permits",
        "Foreign warships may call at the port",
        Modality.ACTUAL,
    ),
    "if, supposed": (
        "The destroyers could be offered to Westhaven if the second contract is signed.",
        "the second contract is signed",
        "requires",
        "The destroyers could be offered to Westhaven",
        Modality.POSSIBLE,
    ),
    "should": (
        "Should the loan be granted in spring, the coast guard could buy three more launches.",
        "the loan be granted in spring",
        "enables",
        "the coast guard could buy three more launches",
        Modality.POSSIBLE,
    ),
    "unless": (
        "The treaty is renewed every year unless one of the parties gives notice of termination.",
        "one of the parties gives notice of termination",
        "excludes",
        "The treaty is renewed every year",
        Modality.ACTUAL,
    ),
    "allows": (
        "The agreement allows the two navies to refuel each other's warships.",
        "agreement",
        "permits",
        "the two navies to refuel each other's warships",
        Modality.ACTUAL,
    ),
    "does not allow": (
        "The treaty does not allow the stationing of troops.",
        "treaty",
        "excludes",
        "stationing of troops",
        Modality.ACTUAL,
    ),
    "paves the way": (
        "The new defence law paves the way for exports of warships.",
        "new defence law",
        "enables",
        "exports of warships",
        Modality.ACTUAL,
    ),
    "would simplify": (
        "A common standard would simplify the procurement of ammunition.",
        "common standard",
        "enables",
        "simplify the procurement of ammunition",
        Modality.POSSIBLE,
    ),
    "restricts": (
        "Strict export rules still restrict sales of missiles to third countries.",
        "Strict export rules",
        "limits",
        "sales of missiles to third countries",
        Modality.ACTUAL,
    ),
    "limited to": (
        "The mandate of the naval operation remains limited to the Sunder Sea.",
        "mandate of the naval operation",
        "limits",
        "Sunder Sea",
        Modality.ACTUAL,
    ),
    "must be": (
        "Contractors of the defence fund must be established in a member state of the Pact.",
        "established in a member state of the Pact",
        "requires",
        "Contractors of the defence fund",
        Modality.ACTUAL,
    ),
    "must not be": (
        "Recipients of the defence fund shall not be controlled by a third country.",
        "controlled by a third country",
        "excludes",
        "Recipients of the defence fund",
        Modality.ACTUAL,
    ),
    "no … without": (
        "No transfer of defence technology without the consent of Eastmark.",
        "the consent of Eastmark",
        "requires",
        "transfer of defence technology",
        Modality.ACTUAL,
    ),
    "for want of": (
        "The frigate programme has stalled for want of money.",
        "money",
        "limits",
        "The frigate programme has stalled",
        Modality.ACTUAL,
    ),
    "absent": (
        "Absent a defence agreement, the troops of Northmoor remain outside.",
        "a defence agreement",
        "limits",
        "the troops of Northmoor remain outside",
        Modality.ACTUAL,
    ),
    "future condition": (
        "Any future agreement on defence equipment is a key enabler for joint projects.",
        "Any future agreement on defence equipment",
        "enables",
        "joint projects",
        Modality.POSSIBLE,
    ),
}


def only(claims: tuple[Claim, ...]) -> Claim:
    """The one claim there is."""
    assert len(claims) == 1, [dict(claim.roles) for claim in claims]
    return claims[0]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("There is support among member states for a treaty banning naval mines.", "possible"),
        ("The states signed a treaty banning naval mines.", "actual"),
    ],
)
def test_what_is_only_wished_excludes_nothing_yet(claims_of, sentence, modality):
    """A treaty that some support bans nothing; one that was signed does."""
    claim = only(claims_of(sentence, kind=Kind.DEPENDENCY))
    assert (claim.word("relation"), claim.modality.value) == ("excludes", modality)


@pytest.mark.parametrize(("sentence", "condition", "relation", "outcome", "modality"), CASES.values(), ids=CASES)
def test_dependency_is_read(
    claims_of: ClaimsOf, sentence: str, condition: str, relation: str, outcome: str, modality: Modality
) -> None:
    """The condition is what comes first, the outcome what depends on it."""
    claim = only(claims_of(BEFORE + sentence, kind=Kind.DEPENDENCY))

    assert claim.word("condition") == condition
    assert claim.word("relation") == relation
    assert claim.word("outcome") == outcome
    assert claim.modality is modality
    assert claim.polarity is Polarity.AFFIRMED


def test_no_need_is_denied(claims_of: ClaimsOf) -> None:
    """What is said not to be needed is a dependency denied."""
    claim = only(claims_of(BEFORE + "The new treaty does not require approval by Parliament.", kind=Kind.DEPENDENCY))

    assert claim.word("relation") == "requires"
    assert claim.polarity is Polarity.DENIED


def test_statement_before_is_what_this_stands_for(claims_of: ClaimsOf) -> None:
    """“This would require …” speaks of what the sentence before says."""
    claims = claims_of(
        "Westhaven could join the fighter aircraft programme. This would require the consent of all founders.",
        kind=Kind.DEPENDENCY,
    )

    assert only(claims).word("outcome") == "Westhaven could join the fighter aircraft programme"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Navy of Northmoor limited itself to a short statement.",
        "Torched cars blocked the traffic.",
        "Northmoor's defence minister ruled out any new exercise.",
        "The frigate sailed to Westhaven without a helicopter.",
        "Before the exercise began, the two crews played football.",
        "There are opportunities for shipyards in Eastmark's navy.",
        "The frigate took twice as long as the crew of Northmoor had planned.",
        "Fuel may be taken by the frigate without a permit.",
        "The navy of Northmoor sailed even if the weather was bad.",
        "The two navies met where the river meets the sea.",
    ],
)
def test_what_actors_do_is_no_dependency(claims_of: ClaimsOf, sentence: str) -> None:
    """Nothing depends on anything where somebody only does, or does not do, something."""
    assert claims_of(BEFORE + sentence, kind=Kind.DEPENDENCY) == ()


# name: sentence, condition, relation, outcome
FORMS = {
    "only": (
        "Only nationals of allied states may be appointed to the naval staff.",
        "nationals of allied states",
        "requires",
        "be appointed to the naval staff",
    ),
    "under a rule": (
        "Under the constitution, foreign naval bases are prohibited.",
        "constitution",
        "excludes",
        "foreign naval bases",
    ),
    "gives the right": (
        "The amendment gives the forces the right to use the base.",
        "amendment",
        "permits",
        "use the base",
    ),
    "open to": ("Participation is open to members only.", "members", "requires", "Participation"),
    "as soon as": (
        "Deliveries will begin as soon as the export licence has been granted.",
        "export licence has been granted",
        "requires",
        "Deliveries",
    ),
    "because of": (
        "The exercise could not take place because of the typhoon.",
        "typhoon",
        "excludes",
        "exercise could not take place",
    ),
    "requires that": (
        "Funding from the facility requires that components originate in the Union.",
        "components originate in the Union",
        "requires",
        "Funding from the facility",
    ),
}


@pytest.mark.parametrize(("sentence", "condition", "relation", "outcome"), list(FORMS.values()), ids=list(FORMS.keys()))
def test_fixed_forms_tell_dependencies(
    claims_of: ClaimsOf, sentence: str, condition: str, relation: str, outcome: str
) -> None:
    """Rules come in fixed forms, which are heard whatever the parse makes of them."""
    [claim] = claims_of("Defence ministry notice\n\n" + sentence, kind=Kind.DEPENDENCY)

    assert claim.fillers("condition")[0].text == condition
    assert claim.word("relation") == relation
    assert claim.fillers("outcome")[0].text == outcome


@pytest.mark.parametrize(
    "sentence",
    [
        "Only two frigates took part.",
        "Norway gave the crew the medal that they had earned.",
        "The minister said the navy was open to criticism by members of the press and others.",
        "If you come early, I can show you the frigate.",
    ],
)
def test_look_alikes_of_forms_tell_no_dependency(claims_of: ClaimsOf, sentence: str) -> None:
    """“Only” may count, a medal is no right, and what is said to the reader is no rule."""
    assert claims_of("Defence ministry notice\n\n" + sentence, kind=Kind.DEPENDENCY) == ()


def test_to_ease_concerns_enables_nothing(claims_of: ClaimsOf) -> None:
    """What eases suspicions lessens them; what eases exports makes them possible."""
    before = "Defence ministry notice\n\n"

    assert claims_of(before + "The report eased suspicions about the missiles.", kind=Kind.DEPENDENCY) == ()
    assert claims_of(before + "The new rules ease exports of missiles.", kind=Kind.DEPENDENCY)
