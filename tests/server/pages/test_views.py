"""Timeline, map, network and table: one selection, four drawings, and the data of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.documents import Marking
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Modality, Polarity
from foedera.record import open_record
from foedera.server.app import create_app
from foedera.server.settings import ServerSettings
from tests.answers.world import PACT, event, fill, told
from tests.views.world import exercise, measured

VIEWS = ("timeline", "map", "network", "table")
HOSTILE = '<script>alert(1)</script>" onload="alert(2)'
BROWSER = {"accept": "text/html"}
PART = {"accept": "text/html", "hx-request": "true"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server on a record of the invented world, with a hostile name in it."""
    place = tmp_path_factory.mktemp("views") / "record.sqlite"
    with open_record(place, baseline=False) as record:
        fill(
            record,
            event(PACT, "signed", "2018-07-17"),
            event(PACT, "in_force", "2030", modality=Modality.PLANNED),
            exercise("2018-08", place="westport", name="Northern Shield"),
            exercise("2019/2020", place="Gulf of Aden", polarity=Polarity.DENIED),
            exercise(None, "NMR", "WHV"),
            *(measured("westport", "latitude", "41.5"), measured("westport", "longitude", "-3.25")),
            _hostile(),
            entities=(Entity(EntityId("hostile"), HOSTILE, EntityKind.COMPANY),),
        )
        document, claim = told("Northmoor agreed the Pact in Sunder in 2017.", "agreed", "2017")
        run = record.begin_run("world/1")
        closed = replace(document, facts=replace(document.facts, marking=Marking.AMBER))
        record.enter_document(closed, [claim], run=run)
        record.finish_run(run)
    with TestClient(create_app(ServerSettings(record=str(place))), base_url="http://127.0.0.1") as client:
        yield client


def _hostile() -> Claim:
    claim = exercise("2021", "NMR", "hostile")
    who = (*claim.fillers("participant")[:1], Filler("=1+1", entity=EntityId("hostile"), name=HOSTILE))
    evidence = (Evidence(None, None, None, "", Source("=HYPERLINK(1)")),)
    return Claim(claim.kind, {**claim.roles, "participant": who}, evidence, claim.when)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_how_much_it_shows(client: TestClient, view: str):
    """Each page opens without any filter, leads to the others, and tells how many claims it shows."""
    page = client.get(f"/{view}", headers=BROWSER)

    assert page.status_code == 200
    assert 'class="view-said"' in page.text
    assert all(f'href="/{other}' in page.text for other in VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_a_selection_goes_from_view_to_view(client: TestClient, view: str):
    """The filters stand in the address of each other view, so that one may look at the same claims in another way."""
    page = client.get(f"/{view}?actor=Eastmark&from=2018", headers=BROWSER).text

    assert all(f"/{other}?actor=Eastmark&amp;from=2018" in page for other in VIEWS if other != view)


@pytest.mark.parametrize("view", VIEWS)
def test_what_nobody_has_heard_of_is_told_above_the_form(client: TestClient, view: str):
    """An unknown name is an error that the page tells where it can be mended; the form keeps what was typed."""
    page = client.get(f"/{view}?actor=Atlantis", headers=BROWSER)

    assert page.status_code == 404
    assert 'value="Atlantis"' in page.text
    assert 'role="alert"' in page.text


def test_a_mistake_in_a_date_is_told_with_its_mend(client: TestClient):
    """A date that cannot be read says what would have been."""
    page = client.get("/timeline?from=lately", headers=BROWSER)

    assert page.status_code == 422
    assert "2019-02-01" in page.text


def test_a_script_that_asks_for_a_part_always_gets_one(client: TestClient):
    """For a part of a page, a mistake is content: otherwise the browser would throw the explanation away."""
    part = client.get("/timeline?actor=Atlantis", headers=PART)

    assert part.status_code == 200
    assert 'role="alert"' in part.text


def test_a_form_leads_to_an_address_worth_sending(client: TestClient):
    """The empty fields of a form are left out of the address that is shown and sent."""
    sent = client.get("/map?actor=&q=&actor=Eastmark&modality=", headers=BROWSER, follow_redirects=False)
    part = client.get("/map?actor=&q=&actor=Eastmark&modality=", headers=PART)

    assert (sent.status_code, sent.headers["location"]) == (303, "/map?actor=Eastmark")
    assert part.headers["hx-push-url"] == "/map?actor=Eastmark"


def test_the_timeline_has_spans_for_what_is_fuzzy(client: TestClient):
    """A day, a month and an interval are told apart, and so are planned and denied."""
    marks = client.get("/timeline.json").json()["marks"]
    by_when = {mark["when"]: mark for mark in marks}

    assert by_when["2018-07-17"]["extent"] == "day"
    assert (by_when["2018-08"]["extent"], by_when["2018-08"]["end"]) == ("within", "2018-08-31")
    assert (by_when["2019/2020"]["extent"], by_when["2019/2020"]["polarity"]) == ("during", "denied")
    assert by_when["2030"]["modality"] == "planned"


def test_each_mark_leads_to_its_sentence(client: TestClient):
    """What a document says leads to the highlighted sentence; what was taken over leads to the page of the claim."""
    marks = client.get("/timeline.json").json()["marks"]
    links = {mark["when"]: mark["link"] for mark in marks}

    assert links["2017"].startswith("/documents/") and "#" in links["2017"]
    assert links["2018-07-17"].startswith("/claims/")


def test_the_map_is_geojson_with_places_and_areas(client: TestClient):
    """Activities lie where the record says; areas of operations come with them."""
    response = client.get("/map.geojson")
    features = response.json()["features"]

    assert response.headers["content-type"].startswith("application/geo+json")
    assert {feature["properties"]["feature"] for feature in features} == {"activity", "area"}
    assert [-3.25, 41.5] in [feature["geometry"]["coordinates"] for feature in features]


def test_what_the_map_cannot_show_is_said(client: TestClient):
    """Activities without a known place are counted in words."""
    page = client.get("/map", headers=BROWSER).text

    assert "2 of them name no place whose coordinates are known" in page


def test_kinds_that_lie_nowhere_are_not_on_the_map(client: TestClient):
    """Who asks the map for commitments gets none, and is told why; activities among the kinds are shown."""
    assert "lie nowhere on a map" in client.get("/map?kind=commitment", headers=BROWSER).text
    assert "Showing all 4 activities" in client.get("/map?kind=commitment&kind=activity", headers=BROWSER).text


def test_an_old_page_of_the_table_does_not_fit_other_filters(client: TestClient):
    """Where a list goes on is known for its own filters only; anything else is a mistake, and no guess."""
    assert client.get("/table?after=nonsense", headers=BROWSER).status_code == 422


def test_the_network_ties_actors_to_what_they_do(client: TestClient):
    """Each node has its page, each tie its claims with their sentences."""
    network = client.get("/network.json").json()
    links = {node["id"]: node["link"] for node in network["nodes"]}

    assert links[PACT] == f"/instruments/{PACT}"
    assert all(tie["claims"][0]["link"] for tie in network["ties"])


def test_the_record_as_it_was_known(client: TestClient):
    """Before anything was entered, nothing was known; the page says so."""
    assert "No claims in this selection" in client.get("/table?known_on=2001-01-01", headers=BROWSER).text


def test_what_may_not_be_shared_freely_is_said_beside_the_exports(client: TestClient):
    """A drawing that rests on a marked document says so where one takes it away."""
    assert "Rests on 1 document marked TLP:AMBER" in client.get("/timeline?q=Sunder", headers=BROWSER).text
    assert "marked TLP" not in client.get("/timeline?kind=activity", headers=BROWSER).text


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_names_are_text(client: TestClient, view: str):
    """Whatever a name or a filter holds, it reaches the page as text."""
    page = client.get(f"/{view}", params={"q": HOSTILE}, headers=BROWSER).text + client.get(f"/{view}").text

    assert "<script>alert" not in page
    assert 'onload="alert' not in page


def test_a_spreadsheet_takes_no_cell_for_a_formula(client: TestClient):
    """A source that begins with an equals sign stays text in a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(client.get("/table.csv").content.decode("utf-8-sig"))))
    sources = {row["source"] for row in rows}

    assert "'=HYPERLINK(1)" in sources
    assert len(rows) == 9


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_kept_as_a_table(client: TestClient, view: str):
    """The data of each drawing come as CSV, to be kept under a name that says what it is."""
    response = client.get(f"/{view}.csv")

    assert response.headers["content-disposition"] == f'attachment; filename="foedera-{view}.csv"'
    assert len(response.text.splitlines()) > 1


def test_wrong_data_requests_are_problems_for_programs(client: TestClient):
    """A program that asks for an unknown actor gets a problem and no page."""
    response = client.get("/timeline.json?actor=Atlantis", headers={"accept": "application/json"})

    assert response.status_code == 404
    assert response.json()["type"] == "urn:foedera:problem:name-unknown"


def test_names_are_offered_while_one_types(client: TestClient):
    """The beginning of a name gives what the form then sends, and what it is."""
    offered = client.get("/complete/actor?q=north").json()["names"]

    assert {"value": "Northmoor", "label": "state", "id": "NMR"} in offered
    assert all(each["id"] != PACT for each in offered)
