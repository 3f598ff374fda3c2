"""Partnership, questions and gaps show as text whatever names and quotes hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import open_record
from foedera.server.pages.gaps import PARTS as GAPS
from foedera.server.pages.partnership import PARTS

TRICK = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7 * 7 }}"
SOURCE = Source(TRICK, "javascript:alert(1)", TRICK, TRICK, "A")
ONE, OTHER, PACT = EntityId("one"), EntityId("other"), EntityId("pact")
ENTITIES = (
    Entity(ONE, f"One {TRICK}", EntityKind.STATE, (TRICK,)),
    Entity(OTHER, f"Other {TRICK}", EntityKind.STATE),
    Entity(PACT, f"Defence Cooperation Agreement {TRICK}", EntityKind.INSTRUMENT, (f"the {TRICK}",)),
)


def claim(kind: Kind, who: str, when: str, **roles: tuple[Filler, ...]) -> Claim:
    """A claim about the two, every word of it a trick."""
    both = (Filler(TRICK, entity=ONE, name=TRICK), Filler(TRICK, entity=OTHER, name=TRICK))
    return Claim(
        kind, {who: both, **roles}, (Evidence(None, None, None, "", SOURCE),), Span.parse(when), confidence=0.8
    )


@pytest.fixture
def hostile(tmp_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """A server on a record of two states with tricks for names."""
    named, pact = (Filler(TRICK),), (Filler(TRICK, entity=PACT, name=TRICK),)
    claims = (
        claim(Kind.INSTRUMENT_EVENT, "party", "2018-01-02", instrument=pact, event=(Filler("signed"),)),
        claim(Kind.INSTRUMENT_EVENT, "party", "2018-03-04", instrument=pact, event=(Filler("signed"),)),
        claim(Kind.ACTIVITY, "participant", "2019", type=(Filler("exercise"),), name=named, place=named),
        claim(Kind.COMMITMENT, "party", "2018", undertaking=named, strength=(Filler("commits"),), instrument=pact),
    )
    with open_record(tmp_path / "hostile.sqlite", baseline=False) as record:
        run = record.begin_run("toy/1")
        record.enter_sourced("tricks", claims, run=run, entities=ENTITIES)
    return serve(tmp_path / "hostile.sqlite")


ADDRESSES = (
    "/partnership?actor=one&actor=other&on=2021-01-01",
    *(f"/partnership/part/{name}?actor=one&actor=other&on=2021-01-01" for name in PARTS),
    "/partnership/brief.html?actor=one&actor=other&on=2021-01-01",
    "/ask/can?activity=exercise&actor=one&actor=other&on=2021-01-01",
    "/ask/pathway?actor=one&actor=other&on=2021-01-01",
    "/ask/changed?from=2018&to=2019&actor=one&actor=other&known=yes",
    "/ask/can?activity=%3Cscript%3Ealert(1)%3C/script%3E&actor=one&actor=other",
    *(f"/gaps/part/{name}?actor=one&on=2021-01-01" for name in GAPS),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_tricks_stay_words(hostile: TestClient, address: str):
    page = hostile.get(address)

    assert page.status_code in (200, 422)
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
    assert 'href="javascript:' not in page.text
    assert " 49" not in page.text or "{{ 7 * 7 }}" in page.text
