"""What two actors undertook, and what followed it."""

from datetime import date

import pytest

from foedera.answers.commitments import answer_commitments
from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind, Modality
from foedera.model.time import Span
from tests.answers.world import GAZETTE, PACT, event

NMR, EMK = EntityId("NMR"), EntityId("EMK")
SIGNED = event(PACT, "signed", "2018-07-17")


def _claim(kind: Kind, roles: dict, when: str | None, modality: Modality = Modality.ACTUAL) -> Claim:
    span = Span.parse(when) if when else None
    return Claim(kind, roles, (Evidence(None, None, None, "", GAZETTE),), span, modality, confidence=0.8)


def undertaking(text: str, *, provision: str = "Article 7", strength: str = "commits", **how) -> Claim:
    """The parties of the Pact undertake something in it."""
    roles = {
        "party": (Filler("Northmoor", entity=NMR), Filler("Eastmark", entity=EMK)),
        "undertaking": (Filler(text),),
        "strength": (Filler(strength),),
        "instrument": (Filler("the Pact", entity=PACT),),
        "provision": (Filler(provision),),
    }
    return _claim(Kind.COMMITMENT, roles, None, **how)


def deed(type_: str, when: str, *, who: tuple[EntityId, ...] = (NMR, EMK), element: str = "boarding") -> Claim:
    """Some of them do something."""
    roles = {
        "type": (Filler(type_),),
        "participant": tuple(Filler(one, entity=one) for one in who),
        "element": (Filler(element),),
    }
    return _claim(Kind.ACTIVITY, roles, when)


@pytest.mark.parametrize(
    ("text", "done", "follows"),
    [
        pytest.param("hold joint exercises", deed("exercise", "2019"), True, id="an exercise after"),
        pytest.param("hold joint exercises", deed("exercise", "2017"), False, id="an exercise before"),
        pytest.param("hold joint exercises", deed("exercise", "2018"), False, id="perhaps before"),
        pytest.param("hold joint exercises", deed("dialogue", "2019"), False, id="another topic"),
        pytest.param("hold joint exercises", deed("exercise", "2019", who=(NMR,)), False, id="one of them alone"),
        pytest.param(
            "hold joint exercises",
            deed("exercise", "2019", who=(EntityId("northmoor-navy"), EMK)),
            True,
            id="the navy of one of them",
        ),
        pytest.param(
            "hold exercises on cyber, space and hybrid threats", deed("exercise", "2019"), False, id="less than half"
        ),
        pytest.param("survey the harbours", deed("visit", "2019", element="harbours surveyed"), True, id="two words"),
        pytest.param("survey the harbours", deed("visit", "2019", element="harbours"), False, id="one word"),
    ],
)
def test_what_follows_a_commitment(record_of, text, done, follows):
    """Same topic, same actors, later date: that follows; anything less does not."""
    record = record_of(SIGNED, undertaking(text), done)
    (promise,) = answer_commitments(record, NMR, EMK, on=date(2026, 1, 1)).promises

    assert bool(promise.followed) is follows


def test_a_commitment_counts_from_its_agreement(record_of):
    """An undertaking without a date of its own counts from the day the agreement was signed, with its provision."""
    record = record_of(SIGNED, undertaking("hold joint exercises", strength="explores"))
    (promise,) = answer_commitments(record, NMR, EMK, on=date(2026, 1, 1)).promises

    assert (str(promise.since), promise.strength, promise.provision) == ("2018-07-17", "explores", "Article 7")
    assert record.claim(promise.ground.claim) is not None


def test_the_strongest_come_first(record_of):
    """Of one agreement the binding commitments stand before those that merely explore."""
    record = record_of(
        SIGNED, undertaking("hold exercises", strength="explores"), undertaking("talk", strength="binding")
    )

    found = answer_commitments(record, NMR, EMK, on=date(2026, 1, 1)).promises
    assert [promise.strength for promise in found] == ["binding", "explores"]


def test_what_is_later_than_the_day_has_not_followed(record_of):
    """Asked of 2018, the exercise of 2019 has not been held; asked of 2017, nothing was undertaken."""
    record = record_of(SIGNED, undertaking("hold joint exercises"), deed("exercise", "2019"))

    assert answer_commitments(record, NMR, EMK, on=date(2018, 12, 31)).promises[0].followed == ()
    assert answer_commitments(record, NMR, EMK, on=date(2017, 12, 31)).promises == ()


def test_a_suggestion_is_no_commitment(record_of):
    """What an author merely proposes was undertaken by nobody."""
    record = record_of(SIGNED, undertaking("hold joint exercises", modality=Modality.POSSIBLE))

    assert answer_commitments(record, NMR, EMK, on=date(2026, 1, 1)).promises == ()
