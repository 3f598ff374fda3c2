"""Every other format: what its own ecosystem's library makes of what we write."""

from __future__ import annotations

import csv
import re
import sqlite3

import pytest

from foedera.exchange.outgoing import FORMATS, FileUnwritable, Selection, export_to
from foedera.model.errors import UsageWrong
from foedera.names.data import read_table
from foedera.record import ClaimQuery
from tests.exchange.outgoing.conftest import read_json


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_for_each_claim(exported):
    """A spreadsheet row says the claim in words, who fills which role, and where it stands."""
    path, written = exported("csv")
    rows = rows_of(path)
    signed = next(row for row in rows if row["event"] == "signed")

    assert len(rows) == written.claims == 8
    assert signed["party"] == "Northmoor; Eastmark"
    assert (signed["earliest"], signed["source"], signed["publisher"]) == (
        "2018-07-17",
        "A pact is signed",
        "The Eastmark Times",
    )
    assert signed["quote"].startswith("Northmoor and Eastmark signed")
    assert {row["latest"] for row in rows if row["when"] == "2020/.."} == {""}


def test_sqlite_is_ready_for_datasette(exported):
    """Tables have keys that hold, a view shows claims with their quotes, and quotes can be searched."""
    path, _ = exported("sqlite")
    with sqlite3.connect(path) as base:
        assert not base.execute("PRAGMA foreign_key_check").fetchall()
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("SELECT count(*) FROM claims_with_quotes").fetchone() == (8,)
        says, source = base.execute(
            "SELECT says, source FROM claims_with_quotes WHERE kind = 'participation'"
        ).fetchone()
        assert (says, source) == ("actor: Northmoor; in: Sunder Guard; as: member", "Register, entry 7")
        found = "SELECT claim FROM evidence WHERE rowid IN (SELECT rowid FROM quotes WHERE quotes MATCH 'trained')"
        assert len(base.execute(found).fetchall()) == 1
    base.close()


def test_geojson_draws_activities_and_areas(exported):
    """shapely reads every shape; an activity has its time, an area is drawn once; what lies nowhere is counted."""
    from shapely.geometry import shape

    path, written = exported("geojson")
    features = read_json(path)["features"]
    activity, area = features
    point = shape(activity["geometry"])

    assert (activity["properties"]["start"], activity["properties"]["end"]) == ("2019-05-01", "2019-05-31")
    assert shape(area["geometry"]).is_valid
    assert shape(area["geometry"]).exterior.is_ccw
    assert shape(area["geometry"]).contains(point)
    assert (written.claims, written.left_out["activity whose place has no known coordinates"]) == (1, 1)
    assert written.claims + written.left_out.total() == 8


def test_coordinates_that_the_record_has_are_used(record, tmp_path):
    """A place whose latitude and longitude somebody claimed lies there."""
    from foedera.model.claims import Claim, Filler
    from foedera.model.kinds import Kind
    from foedera.views.placing import Gazetteer
    from tests.exchange.outgoing.conftest import named, registered

    one = next(registered())
    trained = Claim(Kind.ACTIVITY, {"type": (Filler("exercise"),), "place": named(None, "Sunder Guard")}, one.evidence)
    spot = Gazetteer(record).spot(trained)

    assert spot is not None
    assert (spot.longitude, spot.latitude, spot.known_by) == (48.25, 11.5, "coordinates")


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networks_are_read_by_networkx(exported, format):
    """Ties lead from who acts to what ties them, with their days; two who act without a name are tied to each other."""
    import networkx

    path, written = exported(format)
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[format]
    graph = read(path)
    ties = {frozenset((one, other)): values for one, other, values in graph.edges(data=True)}

    assert set(ties) == {
        frozenset(("NMR", "northmoor-pact")),
        frozenset(("EMK", "northmoor-pact")),
        frozenset(("NMR", "EMK")),
        frozenset(("NMR", "sunder-guard")),
        frozenset(("heron-yards", "nms-heron")),
    }
    assert ties[frozenset(("NMR", "EMK"))]["start"] == "2019-05-01"
    assert graph.nodes["NMR"]["label"] == "Northmoor"
    assert graph.nodes["NMR"]["kind"] == "state"
    assert written.left_out["remark: ties no two entities"] == 1


def test_gexf_has_times_where_gephi_looks(exported):
    """The graph is dynamic, in days; an open end has none."""
    path, _ = exported("gexf")
    text = path.read_text("utf-8")

    assert 'mode="dynamic"' in text
    assert 'timeformat="date"' in text
    assert re.search(r'<edge [^>]*start="2020-01-01"(?![^>]*end=)', text)


def test_plover_codes_what_one_did_to_another(exported):
    """A signature and an exercise are coded by the table, once for each ordered pair; plans and remarks are counted."""
    path, written = exported("plover")
    coded = {(row["event_type"], row["cameo"], row["source"], row["target"], row["date"]) for row in rows_of(path)}

    assert coded == {
        ("SUPPORT", "057", "NMR", "EMK", "2018-07-17"),
        ("SUPPORT", "057", "EMK", "NMR", "2018-07-17"),
        ("COOPERATE", "062", "NMR", "EMK", "2019-05-01"),
        ("COOPERATE", "062", "EMK", "NMR", "2019-05-01"),
    }
    assert written.left_out["fewer than two actors: PLOVER codes what one does to another"] == 1
    assert written.claims + written.left_out.total() == 8


def test_the_plover_table_speaks_of_words_that_exist():
    """Each row of the mapping names a kind and a word of the grammar, and one of PLOVER's event types."""
    from foedera.model.kinds import ActivityType, Event, Kind, Strength

    words = {Kind.INSTRUMENT_EVENT: Event, Kind.COMMITMENT: Strength, Kind.ACTIVITY: ActivityType}
    for row in read_table("exchange/plover.csv"):
        assert row["word"] in {word.value for word in words[Kind(row["kind"])]}
        assert row["event_type"] in {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "SANCTION"}


def test_bibtex_and_csl_name_each_source_once(exported):
    """A document and a register are two sources; signs that mean something to TeX are escaped."""
    from foedera.exchange.outgoing.bibliography import escaped

    path, _ = exported("bibtex")
    text = path.read_text("utf-8")
    items = read_json(exported("csl")[0])

    assert re.findall(r"^@misc\{(.+),$", text, re.M) == [item["id"] for item in items]
    assert [item["title"] for item in items] == ["Register, entry 7", "A pact is signed"]
    assert [item["issued"] for item in items] == [{"date-parts": [[2021]]}, {"date-parts": [[2018, 7, 18]]}]
    assert items[1]["note"] == "3 claims in the record"
    assert escaped("50% of R&D_{x}") == r"50\% of R\&D\_\{x\}"


@pytest.mark.parametrize(
    ("edtf", "csl"),
    [
        ("2018-07-18", {"date-parts": [[2018, 7, 18]]}),
        ("2018/2019-02", {"date-parts": [[2018], [2019, 2]]}),
        ("202X", {"date-parts": [[2020]], "circa": True, "literal": "202X"}),
        ("version 7", {"literal": "version 7"}),
    ],
    ids=["a day", "a span", "a decade", "no date"],
)
def test_dates_are_told_as_csl_has_them(edtf, csl):
    """What CSL cannot say is kept as it is written."""
    from foedera.exchange.outgoing.bibliography import csl_date

    assert csl_date(edtf) == csl


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_selected_is_a_valid_file(record, tmp_path, format):
    """An empty selection writes a file with nothing in it, not a broken one."""
    if format == "followthemoney":
        pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    written = export_to(format, Selection(record, ClaimQuery(text="zeppelin")), tmp_path / "out")

    assert (written.claims, (tmp_path / "out").exists()) == (0, True)


def test_markings_are_told(exported):
    """Whoever exports a document that is not for everybody hears of it."""
    _, written = exported("jsonl")

    assert "Holds 1 document marked TLP:AMBER: share it accordingly." in list(written.summary())


@pytest.mark.parametrize(
    ("format", "path", "error", "says"),
    [("xlsx", "out", UsageWrong, "Known formats: csv"), ("csv", "no/folder/out", FileUnwritable, "folder that exists")],
    ids=["a format nobody knows", "a folder that is not there"],
)
def test_what_cannot_be_written_says_how_to_mend_it(record, tmp_path, format, path, error, says):
    """The error says what would have been accepted."""
    with pytest.raises(error, match=says):
        export_to(format, Selection(record), tmp_path / path)
