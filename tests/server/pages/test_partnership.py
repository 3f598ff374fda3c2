"""The partnership of two or more actors: status on a day, parts that come after, the brief as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from foedera.record import open_record
from foedera.server.pages.partnership import PARTS
from tests.answers.world import PACT, event, fill
from tests.views.brief.world import CLAIMS, LATER_SOURCE, RADAR, activity

ASKED = "/partnership?actor=Northmoor&actor=Eastmark&on=2021-01-01"
PART = {"HX-Request": "true"}


@pytest.fixture
def client(tmp_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """A server on a record of what Northmoor and Eastmark did."""
    with open_record(tmp_path / "record.sqlite", baseline=False) as record:
        fill(record, *CLAIMS, entities=(RADAR,))
    return serve(tmp_path / "record.sqlite")


def test_without_actors_it_offers_where_to_begin(client: TestClient):
    page = client.get("/partnership")

    assert page.status_code == 200
    assert 'name="actor"' in page.text
    assert "/partnership?actor=Japan" in page.text


def test_the_status_on_the_day_stands_there_at_once(client: TestClient):
    """Who looks on another day sees what stood then."""
    assert ">In force</td>" in client.get(ASKED).text
    assert ">Signed</td>" in client.get(ASKED.replace("2021-01-01", "2018-12-31")).text
    assert "The record tells of no agreement between them" in client.get(ASKED.replace("2021", "2017")).text


def test_every_row_leads_to_what_says_it(client: TestClient):
    """The sources of a sentence open beside it and lead to the claim; an agreement leads to its page."""
    page = client.get(ASKED).text

    assert 'href="/claims/c-' in page
    assert 'href="/instruments/northmoor-pact"' in page


def test_the_record_as_it_stood_before_it_was_made_knows_nothing(client: TestClient):
    """Another day of the record is another record."""
    page = client.get(f"{ASKED}&known_on=2020-01-01").text

    assert "as the record told it on 1 January 2020" in page
    assert "The record tells of no agreement between them" in page


@pytest.mark.parametrize("name", PARTS)
def test_each_part_comes_by_itself(client: TestClient, name: str):
    """A part is a piece for the page that asks for it, and a page of its own for those without scripts."""
    address = ASKED.replace("?", f"/part/{name}?")
    piece, page = client.get(address, headers=PART), client.get(address)

    assert piece.status_code == page.status_code == 200
    assert piece.text.lstrip().startswith(f'<h2 id="part-{name}">')
    assert page.text.lstrip().startswith("<!doctype html>")


def test_what_was_done_and_promised_is_told(client: TestClient):
    promised = client.get(ASKED.replace("?", "/part/promised?"), headers=PART).text
    done = client.get(ASKED.replace("?", "/part/done?"), headers=PART).text

    assert "nothing recorded" in promised
    assert "Grey Heron II" in done
    assert 'src="data:image/svg+xml;base64,' in done


def test_the_slider_brings_the_page_anew_under_its_own_address(client: TestClient):
    """What a script fetches has an address that can be sent."""
    piece = client.get(ASKED, headers=PART)

    assert piece.headers["HX-Push-Url"] == ASKED
    assert piece.text.lstrip().startswith('<div id="partnership">')


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_the_brief_is_a_file(client: TestClient, form: str):
    answer = client.get(ASKED.replace("?", f"/brief.{form}?"))

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="brief-nmr-emk-2021-01-01.{form}"'
    assert len(answer.content) > 1000


def test_a_brief_in_a_form_that_is_not_known_says_which_are(client: TestClient):
    answer = client.get(ASKED.replace("?", "/brief.odt?"))

    assert answer.status_code == 422
    assert ".docx, .pdf, .html, .md" in answer.text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("actor=Northmoor&actor=Atlantis", "no actor is called “Atlantis”"),
        ("actor=Northmoor", "at least two actors"),
        ("actor=Northmoor&actor=Eastmark&on=soon", "cannot read “soon” as a date"),
        ("actor=Northmoor&actor=Eastmark&on=9999", "between the years 1000 and 2999"),
        ("actor=" + "&actor=".join("abcdefg"), "Give it at most 6 times"),
    ],
)
def test_a_mistake_is_told_above_the_form_which_stays_filled(client: TestClient, query: str, told: str):
    page = client.get(f"/partnership?{query}")

    assert page.status_code in (404, 422)
    assert told in page.text
    assert 'name="actor"' in page.text


def test_fields_that_were_left_empty_do_not_stand_in_the_address(client: TestClient):
    answer = client.get("/partnership?actor=Northmoor&actor=Eastmark&actor=&on=&known_on=")

    assert answer.status_code == 303
    assert answer.headers["location"] == "/partnership?actor=Northmoor&actor=Eastmark"


def test_the_map_shows_what_the_brief_counts(tmp_path: Path, serve: Callable[..., TestClient]):
    """Each deed of forces is one point, however many sources tell of it, with the link to its sentence; meetings are none."""
    told = [activity(type, "2019-08-01", place="Gulf of Aden") for type in ("exercise", "dialogue")]
    again = activity("exercise", "2019-08-01", place="Gulf of Aden", source=LATER_SOURCE)
    with open_record(tmp_path / "record.sqlite", baseline=False) as record:
        fill(record, *CLAIMS, *told, again, entities=(RADAR,))
    client = serve(tmp_path / "record.sqlite")
    drawn = client.get(ASKED.replace("/partnership", "/partnership/map.geojson")).json()
    points = [each["properties"] for each in drawn["features"] if each["geometry"]["type"] == "Point"]

    assert [point["place"] for point in points] == ["Gulf of Aden"]
    assert points[0]["link"].startswith("/claims/")
    assert (drawn["placed"], drawn["unplaced"]) == (1, 2)  # nobody gave the place of the Grey Herons
    assert any(each["properties"]["feature"] == "area" for each in drawn["features"])
    part = client.get(ASKED.replace("/partnership", "/partnership/part/done")).text
    assert 'data-movable-map="/partnership/map.geojson?' in part
    assert "Map of one activity" in part


def test_a_map_of_nobody_is_a_problem(client: TestClient):
    """What is wrong with the address is told."""
    response = client.get("/partnership/map.geojson?actor=Northmoor")

    assert response.status_code == 422
    assert "at least two actors" in response.text


def test_what_is_not_written_out_is_one_link_away(tmp_path: Path, serve: Callable[..., TestClient]):
    """Of many disagreements the page shows some, says how many more there are and leads to the agreement on that day."""
    signed = [event(PACT, "signed", f"2018-{1 + day // 28:02}-{1 + day % 28:02}") for day in range(40)]
    with open_record(tmp_path / "disputed.sqlite", baseline=False) as record:
        fill(record, *signed)
    page = serve(tmp_path / "disputed.sqlite").get(ASKED.replace("?", "/part/open?")).text

    assert page.count("Sources disagree on") == 12
    assert "27 more disagreements" in page
    assert 'href="/instruments/northmoor-pact?on=2021-01-01"' in page
