"""The client, asking the real application without a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from foedera.client import Client, ServerUnreachable
from foedera.client.transport import Answered
from foedera.model.errors import DecisionInvalid, FoederaError, NameAmbiguous, NameUnknown, UsageWrong
from foedera.model.time import Span
from foedera.record import ClaimQuery, Record, Verdict
from tests.client.conftest import Wire
from tests.record.world import EXERCISE, PACT, paper, read_into


def test_claims_are_those_of_the_record(client: Client, record: Record, wire: Wire):
    """A claim from a server is the claim of its record, whatever the number of pages it takes."""
    found = list(client.claims(actor=["Japan", "EU"], from_=date(2014, 1, 1), limit=20))

    kept = {claim.id: claim for claim in record.claims(ClaimQuery())}
    assert len(found) > 20
    assert [claim.id for claim in found] == list(dict.fromkeys(claim.id for claim in found))
    assert all(replace(kept[claim.id], confidence=claim.confidence) == claim for claim in found)
    assert len(wire.sent) == -(-len(found) // 20)


def test_a_list_is_fetched_as_it_is_read(client: Client, wire: Wire):
    """Whoever wants the first few claims asks for no more than a page."""
    claims = client.claims(limit=5)
    next(claims)

    assert len(wire.sent) == 1


def test_the_same_question_is_not_answered_twice(client: Client, record: Record, wire: Wire):
    """What still holds is not sent again; what changed is."""
    first, again = client.entity("JPN"), client.entity("JPN")
    read_into(record, paper("Northmoor exercised in 2019.", "papers/late.txt"))
    client.entity("JPN")

    assert first == again
    assert [status for _, status in wire.sent] == [200, 304, 200]


def test_documents_and_their_texts(client: Client):
    """Documents are listed, described, and given as text."""
    assert [each["path"] for each in client.documents()] == [EXERCISE.path, PACT.path]
    assert client.document(PACT.id)["title"] == "The Pact"
    assert client.text(PACT.id) == PACT.text


def test_a_file_is_sent(client: Client, tmp_path: Path):
    """A file of any name is read into the record."""
    place = tmp_path / "Notiz “Zürich” 100 %.txt"
    place.write_text("Japan and the United Kingdom signed a Reciprocal Access Agreement on 11 January 2023.\n")

    entered = client.add_document(place, title="Notice", date="2023-01-12")

    assert (entered["outcome"], entered["document"]["title"]) == ("entered", "Notice")
    assert len(list(client.claims(document=entered["document"]["id"]))) == entered["claims"] > 0


ASKED: dict[str, Callable[[Client], object]] = {
    "entities": lambda client: list(client.entities("jap", kind="state")),
    "instruments": lambda client: list(client.instruments("EU-Japan")),
    "status": lambda client: client.status("eu-jpn-spa", on="2020-01-01")["status"],
    "statuses": lambda client: client.statuses("Japan", "EU", on=date(2025, 2, 1)),
    "can": lambda client: client.can("exercise", "Japan", "EU", at="Gulf of Aden")["grounds"],
    "eligible": lambda client: client.eligible("Japan", "EDF", as_="beneficiary")["answer"],
    "pathway": lambda client: client.pathway("Japan", "EU", steps=1)["has"],
    "commitments": lambda client: client.commitments("Japan", "EU", unfollowed=True)["actors"],
    "changed": lambda client: client.changed("2018", "2019", "Japan", "EU", known=True)["world"]["happened"],
    "panel": lambda client: list(client.panel("state-year", actor="Japan", first_year=2015, last_year=2020, limit=2)),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_every_resource_has_its_verb(client: Client, asked: Callable[[Client], object]):
    """Each question that the server answers can be asked in one call."""
    assert asked(client)


def test_a_row_of_a_panel_has_names(client: Client):
    """A row is what its columns say."""
    row = next(client.panel("state-year", actor="Japan", first_year=2019))

    assert (row["actor"], row["year"]) == ("JPN", 2019)


def test_an_export_is_a_file(client: Client, tmp_path: Path):
    """A selection is written where it is wanted."""
    written = client.export("csv", tmp_path / "claims.csv", baseline=False)

    assert len(written.read_text().splitlines()) == 4


def test_a_brief_is_a_file(client: Client, tmp_path: Path):
    """The ending of the file names the form, as for the command."""
    written = client.brief(tmp_path / "brief.md", "Japan", "EU", on="2025-02-01")

    assert written.read_text("utf-8").startswith("# Japan and the EU")
    with pytest.raises(UsageWrong, match="cannot be written as"):
        client.brief(tmp_path / "brief.odt", "Japan", "EU")


def test_deciding(client: Client):
    """Claims are accepted, corrected and taken back; every decision is kept."""
    wrong = next(client.claims(document=PACT.id))
    client.accept(wrong.id, who="Ada", note="read it")
    corrected = client.correct(wrong.id, replace(wrong, when=Span.parse("2017"), id=""), who="Ada")  # type: ignore[arg-type]
    assert [str(claim.when) for claim in client.claims(document=PACT.id)] == ["2017", "2019"]

    client.undo(wrong.id, who="Ada")
    assert [str(claim.when) for claim in client.claims(document=PACT.id)] == ["2018", "2019"]
    assert corrected.verdict is Verdict.CORRECTED
    assert [decision.verdict.value for decision in client.decisions(wrong.id)] == ["accepted", "corrected", "accepted"]


def test_merging(client: Client):
    """One entity is another, until the two are parted."""
    assert client.merge("js-akizuki", "js-akebono", who="Ada")["into"] == "js-akebono"
    assert client.merge("js-akizuki", None, who="Ada")["into"] is None


WRONG: dict[str, tuple[Callable[[Client], object], type[FoederaError]]] = {
    "an unknown claim": (lambda client: client.claim("c-0"), NameUnknown),
    "an unknown name": (lambda client: list(client.claims(actor="Atlantis")), NameUnknown),
    "an ambiguous name": (lambda client: list(client.claims(instrument="SPA")), NameAmbiguous),
    "a filter that there is not": (lambda client: list(client.claims(actors="Japan")), UsageWrong),
    "a date in words": (lambda client: list(client.claims(from_="yesterday")), UsageWrong),
    "a decision about nothing": (lambda client: client.accept("c-0"), DecisionInvalid),
    "a path for an id": (lambda client: client.document("../claims"), NameUnknown),
}


@pytest.mark.parametrize(("asked", "error"), WRONG.values(), ids=WRONG)
def test_errors_are_those_of_the_library(client: Client, asked: Callable[[Client], object], error: type[FoederaError]):
    """What goes wrong on the server is raised here, with what, where and how to mend."""
    with pytest.raises(error) as raised:
        asked(client)

    assert raised.value.what


def test_candidates_come_along(client: Client):
    """An ambiguous name is answered with what it may mean."""
    with pytest.raises(NameAmbiguous) as raised:
        list(client.claims(instrument="SPA"))

    assert any("eu-jpn-spa" in each for each in raised.value.candidates)


def test_nobody_there():
    """A server that does not run is told as such, and how to start it."""
    with pytest.raises(ServerUnreachable, match="foedera serve"):
        Client("http://127.0.0.1:9", timeout=2).entity("JPN")


def test_somebody_else_there():
    """Another program's answer is not taken for one of Foedera's."""
    client = Client(transport=lambda asked: Answered(404, {}, b"<html>nothing</html>"))

    with pytest.raises(ServerUnreachable, match="none of Foedera's"):
        client.entity("JPN")
