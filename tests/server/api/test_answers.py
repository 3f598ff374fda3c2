"""/api/v1/answers: the same answers as on the command line."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from foedera.answers.pathway import answer_pathway
from foedera.model.entities import EntityId
from foedera.record import Record
from foedera.views.pathway import pathway_to_json

ASKED = {
    "the status of an instrument": ("status?instrument=Northmoor Pact&on=2020-01-01", "statuses"),
    "everything between two": ("status?actor=Japan&actor=EU&on=2025-02-01", "statuses"),
    "can": ("can?activity=exercise&actor=Japan&actor=EU&at=Gulf of Aden&on=2025-02-01", "grounds"),
    "eligible": ("eligible?actor=Japan&programme=EDF&on=2025-02-01", "grounds"),
    "pathway": ("pathway?actor=Japan&actor=EU&on=2025-02-01&steps=2", "has"),
    "commitments": ("commitments?actor=Japan&actor=EU&on=2025-02-01", "actors"),
    "changed": ("changed?from=2018&to=2019&actor=Japan&actor=EU&known=yes", "world"),
}


@pytest.mark.parametrize(("query", "part"), ASKED.values(), ids=ASKED)
def test_every_question_has_an_answer(client: TestClient, query: str, part: str):
    """Each question of the command line can be asked, and its answer stands on something."""
    response = client.get(f"/api/v1/answers/{query}")

    assert response.status_code == 200, response.text
    assert response.json()[part]


def test_an_answer_is_the_one_of_the_library(client: TestClient, record: Record):
    """The server adds nothing to an answer and takes nothing away."""
    told = client.get("/api/v1/answers/pathway?actor=Japan&actor=EU&on=2025-02-01").json()

    assert told == pathway_to_json(answer_pathway(record, EntityId("JPN"), EntityId("EU"), on=date(2025, 2, 1)))


WRONG = {
    "status of nothing": ("status", "status of what?"),
    "an activity that there is not": ("can?activity=war&actor=Japan&actor=EU", "activity does not take “war”"),
    "one side only": ("can?activity=exercise&actor=Japan&actor=JMSDF", "one side only"),
    "no activity": ("can?actor=Japan&actor=EU", "“activity” is missing"),
    "one actor": ("pathway?actor=Japan", "actor is given 1 times"),
    "an actor and itself": ("pathway?actor=Japan&actor=JPN", "the same actor"),
    "a place nobody knows": ("can?activity=exercise&actor=Japan&actor=EU&at=Atlantis", "no place"),
    "a point off the globe": ("can?activity=exercise&actor=Japan&actor=EU&at=95,10", "95"),
    "no period": ("changed?from=2018", "“to” is missing"),
    "a period backwards": ("changed?from=2019&to=2018", "before"),
    "a quality that there is not": ("eligible?actor=Japan&programme=EDF&as=king", "as does not take “king”"),
}


@pytest.mark.parametrize(("query", "what"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_asked(client: TestClient, query: str, what: str):
    """A question put wrongly is told what is wrong with it."""
    response = client.get(f"/api/v1/answers/{query}")

    assert response.status_code in (404, 422)
    assert what in response.json()["detail"]
