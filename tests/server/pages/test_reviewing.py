"""Decisions about claims, sent as a form sends them."""

from __future__ import annotations

from fastapi.testclient import TestClient

from foedera.model.claims import ClaimId
from foedera.record import ClaimQuery, Record, Verdict
from tests.record.world import PACT, extract_claims

SIGNED, JOINED = extract_claims(PACT)
PAGE = f"/claims/{SIGNED.id}"
# What the form of the first claim sends when only the date was changed.
FORM = {
    "start": str(SIGNED.evidence[0].start),
    "end": str(SIGNED.evidence[0].end),
    "filler": ["old|instrument|0", "old|party|0"],
    "word-event": "signed",
    "when": "17 July 2018",
    "modality": "actual",
    "polarity": "affirmed",
    "note": "the day is in the annex",
}


def test_a_claim_is_accepted_and_that_undone(client: TestClient, record: Record):
    assert client.post(f"{PAGE}/decision", data={"verdict": "accepted", "note": "sure"}).status_code == 303
    assert [(each.verdict, each.who, each.note) for each in record.decisions(SIGNED.id)] == [
        (Verdict.ACCEPTED, "reviewer", "sure")
    ]

    client.post(f"{PAGE}/decision", data={"verdict": "undo"})
    assert record.standing([SIGNED.id]) == {}


def test_a_correction_takes_the_place_of_the_claim(client: TestClient, record: Record):
    answer = client.post(f"{PAGE}/correction", data=FORM)

    (said,) = (claim for claim in record.claims(ClaimQuery()) if claim.extractor == "review")
    assert answer.headers["location"].endswith(f"?claim={said.id}#{said.id}")
    assert said.when is not None
    assert said.when.edtf == "2018-07-17"
    assert said.roles == SIGNED.roles
    assert record.claim(SIGNED.id) == SIGNED


def test_undoing_a_correction_leads_back_to_what_was_read(client: TestClient, record: Record):
    client.post(f"{PAGE}/correction", data=FORM)
    replacement = record.decisions(SIGNED.id)[0].replacement
    answer = client.post(f"/claims/{replacement}/decision", data={"verdict": "undo"})

    assert SIGNED.id in answer.headers["location"]
    assert {claim.id for claim in record.claims(ClaimQuery(documents=(PACT.id,)))} == {SIGNED.id, JOINED.id}


def test_words_typed_are_found_in_the_text(client: TestClient, record: Record):
    """Without a pointer one types the words; they are taken where they stand, nearest to the sentence."""
    client.post(f"{PAGE}/correction", data=FORM | {"typed-place": "eastmark"})
    (said,) = (claim for claim in record.claims(ClaimQuery()) if claim.extractor == "review")

    (place,) = said.fillers("place")
    assert (place.text, place.start) == ("Eastmark", 35)


def test_a_form_that_cannot_be_kept_says_why(client: TestClient, record: Record):
    for changed, why in (
        ({"when": "the day after never"}, "as a date"),
        ({"typed-place": "Atlantis"}, "does not stand in the document"),
        ({"filler": ["old|party|0"]}, "lacks “instrument”"),
        ({"filler": ["new|party|5|3|"]}, "cannot be read"),
        ({"filler": ["new|party|0|9|no-such-id", "old|instrument|0"]}, "nothing has the id"),
        ({"when": "2018"}, "says the same as the claim"),
    ):
        answer = client.post(f"{PAGE}/correction", data=FORM | changed)
        assert answer.status_code == 422, changed
        assert why in answer.text.replace("&#34;", '"').lower() or why in answer.text, changed
    assert record.decisions() == ()


def test_a_missing_claim_is_added(client: TestClient, record: Record):
    """“Eastmark signed it in 2019.” said of the Pact by words of the text."""
    kinds = client.get(f"/documents/{PACT.id}/addition", params={"start": 35, "end": 62}).text
    assert "Agreement event" in kinds

    form = FORM | {
        "start": "35",
        "end": "62",
        "filler": ["new|party|35|43|"],
        "typed-instrument": "Pact",
        "when": "2019",
    }
    answer = client.post(f"/documents/{PACT.id}/addition?kind=instrument_event", data=form)
    assert answer.status_code == 303

    (said,) = (claim for claim in record.claims(ClaimQuery()) if claim.extractor == "review")
    assert record.standing([said.id])[said.id].verdict is Verdict.ADDED
    assert said.evidence[0].quote == "Eastmark signed it in 2019."


def test_words_of_a_selection_are_offered_with_all_that_they_can_stand_for(client: TestClient):
    row = client.get(
        f"/documents/{PACT.id}/words", params={"kind": "instrument_event", "role": "party", "start": 34, "end": 44}
    ).text

    assert "“Eastmark”" in row
    assert "new|party|35|43|" in row


def test_every_decision_is_signed_by_whoever_gave_a_name(client: TestClient, record: Record):
    client.post("/reviewer", data={"name": "Ana Örn", "back": "/documents"})
    client.post(f"{PAGE}/decision", data={"verdict": "accepted"})

    assert record.decisions()[0].who == "Ana Örn"


def test_the_way_back_after_signing_leads_nowhere_else(client: TestClient):
    answer = client.post("/reviewer", data={"name": "Ana", "back": "//elsewhere.example/"})

    assert answer.headers["location"] == "/"


def test_a_page_of_somebody_else_decides_nothing(client: TestClient, record: Record):
    elsewhere = {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}
    answer = client.post(f"{PAGE}/decision", data={"verdict": "accepted"}, headers=elsewhere)

    assert answer.status_code == 403
    assert record.decisions() == ()


def test_a_claim_that_is_not_there(client: TestClient):
    assert client.post("/claims/c-nonsense/decision", data={"verdict": "accepted"}).status_code == 404
    assert client.post(f"{PAGE}/decision", data={"verdict": "praised"}).status_code == 422
    assert ClaimId("c-nonsense") not in client.get("/").text
