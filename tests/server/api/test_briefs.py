"""/api/v1/briefs: what stands between actors, as a file to send."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

PAIR = "actor=Japan&actor=EU&on=2025-02-01"
BEGINS = {"docx": b"PK", "pdf": b"%PDF-", "html": b"<!doctype html>", "md": b"# Japan and the EU"}


@pytest.mark.parametrize("form", BEGINS)
def test_a_brief_in_each_form(client: TestClient, form: str):
    """The name of the file says on whom and what day the brief is."""
    response = client.get(f"/api/v1/briefs/{form}?{PAIR}")

    assert response.status_code == 200
    assert response.content.lower().startswith(BEGINS[form].lower())
    assert response.headers["content-disposition"] == f'attachment; filename="brief-jpn-eu-2025-02-01.{form}"'


def test_a_brief_that_still_holds_is_not_sent_again(client: TestClient):
    """Until something is entered or decided, the tag of a brief stays the same."""
    tag = client.get(f"/api/v1/briefs/md?{PAIR}").headers["etag"]
    again = client.get(f"/api/v1/briefs/md?{PAIR}", headers={"If-None-Match": tag})
    other = client.get(f"/api/v1/briefs/md?{PAIR}&known_on=2020-01-01", headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "said"),
    {
        "a form that there is not": (f"odt?{PAIR}", 404, "docx"),
        "one actor": ("pdf?actor=Japan", 422, "at least two actors"),
        "the same actor twice": ("pdf?actor=Japan&actor=JPN", 422, "at least two actors"),
        "too many actors": ("pdf?" + "&".join(f"actor=a{number}" for number in range(7)), 422, "at most 6 times"),
        "nobody of that name": ("pdf?actor=Japan&actor=Atlantis", 404, "Atlantis"),
        "a day that is none": ("pdf?actor=Japan&actor=EU&on=1+Feb+2019", 422, "cannot read “1 Feb 2019” as a date"),
        "a day out of time": ("pdf?actor=Japan&actor=EU&on=0001-01-01", 422, "between the years 1000 and 2999"),
        "a parameter that there is not": (f"pdf?{PAIR}&colour=red", 422, "colour"),
    }.values(),
)
def test_a_brief_that_cannot_be_written(client: TestClient, address: str, status: int, said: str):
    """What is wrong is told as a problem, with what would have been accepted."""
    response = client.get(f"/api/v1/briefs/{address}")

    assert response.status_code == status
    assert response.headers["content-type"].startswith("application/problem+json")
    assert said in response.text
