"""What documents, names and addresses hold is shown as text, whatever it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from foedera.model.claims import Claim, Filler, Source, cut_evidence
from foedera.model.documents import DocumentFacts
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind
from foedera.record import Decision, Verdict, open_record
from tests.record.world import paper

SCRIPT = "<script>alert(1)</script>"
TRICKS = (SCRIPT, '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "javascript:alert(1)", "' onfocus='alert(1)")
NAME = " ".join(TRICKS)
PAPER = replace(
    paper(f"{NAME} signed the {NAME} pact in 2018.", path=f"{SCRIPT}.txt"),
    facts=DocumentFacts(title=NAME, publisher=NAME, url="javascript:alert(1)", language='"><script>alert(1)</script>'),
)
ACTOR = EntityId("evil\"'><script>alert(1)</script>")


@pytest.fixture
def hostile(tmp_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """A server on a record in which everything that can be named has a trick for a name."""
    place = tmp_path / "hostile.sqlite"
    with open_record(place, baseline=False) as record:
        who = Filler(NAME, 0, len(NAME), ACTOR, NAME)
        pact = Filler("pact", entity=EntityId("evil-pact"), name=NAME)
        roles = {"instrument": (pact,), "event": (Filler("signed"),), "party": (who,)}
        claim = Claim(Kind.INSTRUMENT_EVENT, roles, (cut_evidence(PAPER, 0, len(PAPER.text)),), extractor=f"toy/{NAME}")
        known = [
            Entity(ACTOR, NAME, EntityKind.STATE, (SCRIPT,), wikidata=NAME, source="javascript:alert(1)"),
            Entity(EntityId("evil-pact"), NAME, EntityKind.INSTRUMENT),
        ]
        run = record.begin_run("toy/1")
        record.enter_document(PAPER, [claim], run=run, entities=known)
        from_elsewhere = Source(NAME, "javascript:alert(1)", NAME, "2018")
        sourced = replace(
            claim,
            evidence=(
                replace(claim.evidence[0], document=None, start=None, end=None, quote="", source=from_elsewhere),
            ),
            id="c-evil",
        )
        plain = {"instrument": (pact,), "event": (Filler("signed"),)}
        record.enter_sourced("evil", [replace(sourced, roles=plain)], run=run)
        record.decide(Decision(claim.id, Verdict.ACCEPTED, NAME, NAME))
    return serve(place)


def addresses(client: TestClient) -> list[str]:
    """Every page of mine, with tricks in its parameters."""
    record = client.app.state.record  # type: ignore[attr-defined]
    claims = [claim.id for claim in record.claims()]
    trick = quote(NAME)
    return [
        "/",
        "/documents",
        f"/documents?q={trick}",
        f"/documents/{PAPER.id}",
        f"/documents/{PAPER.id}?claim={claims[0]}",
        f"/documents/{trick}",
        f"/documents/{PAPER.id}/addition?start=0&end=20",
        f"/documents/{PAPER.id}/addition?start=0&end=20&kind=activity",
        f"/documents/{PAPER.id}/words?kind=activity&role=participant&start=0&end={len(NAME)}",
        f"/search?q={trick}",
        "/search?q=signed",
        "/upload",
        f"/upload/{trick}",
        f"/actors/{quote(ACTOR, safe='')}",
        "/instruments/evil-pact",
        f"/actors/{trick}",
        f"/actors/{quote(ACTOR, safe='')}?kind={trick}",
        *(f"/claims/{claim}" for claim in claims),
        *(f"/claims/{claim}/correction" for claim in claims),
        f"/claims/{claims[0]}/panel",
        f"/claims/{trick}",
        f"/nowhere/{trick}",
    ]


def test_nothing_hostile_becomes_part_of_a_page(hostile: TestClient):
    """No trick stands in a page as markup, in an attribute, or as where a link leads."""
    for address in addresses(hostile):
        page = hostile.get(address).text
        assert SCRIPT not in page, address
        assert "<img src=x" not in page, address
        assert 'href="javascript:' not in page, address
        assert "' onfocus='" not in page, address


def test_every_page_forbids_scripts_that_are_not_ours(hostile: TestClient):
    for address in addresses(hostile):
        policy = hostile.get(address).headers["content-security-policy"]
        assert "script-src 'self';" in policy, address
        assert "unsafe" not in policy, address


def test_no_page_has_a_script_or_a_style_within(client: TestClient):
    """The policy would stop them, and then the page would not work."""
    for address in ("/", "/documents", "/search?q=Northmoor", "/upload"):
        page = client.get(address).text
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert page.count("<script") == page.count("<script src=")
