"""Entering documents: what is new, known, read again; all or nothing; never changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import sqlalchemy
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.documents import Document, DocumentFacts
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import ClaimInvalid, DocumentUnreadable
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import ClaimQuery, Decision, Merge, Outcome, Record, Verdict
from foedera.record.schema import APPEND_ONLY
from tests.record.world import EXERCISE, EXTRACTOR, PACT, extract_claims, paper, read_into
from tests.strategies import entities, readings, sourced_claims

many = settings(max_examples=30)


@given(reading=readings())
@many
def test_read_back_equal(new_record: Callable[[], Record], reading: tuple[Document, tuple[Claim, ...]]) -> None:
    """What is entered is read back equal: the document, its structure, and every claim in its order."""
    document, claims = reading
    record = new_record()

    record.enter_document(document, claims, run=record.begin_run(EXTRACTOR))

    assert record.document(document.id) == document
    found = tuple(record.claims(ClaimQuery(documents=(document.id,))))
    assert sorted(found, key=lambda claim: claim.id) == sorted(claims, key=lambda claim: claim.id)
    assert [list(claim.roles) for claim in claims] == [list(record.claim(claim.id).roles) for claim in claims]
    assert list(record.verify()) == []


@given(claims=st.lists(sourced_claims(), max_size=5, unique_by=lambda claim: claim.id), known=entities())
@many
def test_sourced_claims_are_read_back_equal(
    new_record: Callable[[], Record], claims: list[Claim], known: Entity
) -> None:
    """Claims taken over from a data set keep their sources, and its entities their names."""
    record = new_record()

    record.enter_sourced("register", claims, run=record.begin_run("register/1"), entities=[known])

    assert {claim.id: claim for claim in record.claims()} == {claim.id: claim for claim in claims}
    found = record.entity(known.id)
    assert found is not None
    assert replace(found, aliases=()) == replace(known, aliases=())
    assert set(found.aliases) == set(known.aliases) - {known.name}


@given(
    found=st.lists(readings(most=2), min_size=2, max_size=4, unique_by=lambda one: one[0].id),
    order=st.randoms(use_true_random=False),
)
@settings(many, max_examples=15)
def test_order_of_arrival_does_not_matter(
    new_record: Callable[[], Record], found: list[tuple[Document, tuple[Claim, ...]]], order: object
) -> None:
    """Two records that were given the same documents in another order say the same."""
    prints = []
    for _ in range(2):
        record = new_record()
        run = record.begin_run(EXTRACTOR)
        for document, claims in found:
            record.enter_document(document, claims, run=run)
        prints.append(record.fingerprint())
        order.shuffle(found)  # type: ignore[attr-defined]

    assert prints[0] == prints[1]


def test_the_same_document_twice_changes_nothing(record: Record) -> None:
    """A document that was read already is known, and its claims are not even looked at."""
    first = read_into(record, PACT)
    before = record.fingerprint()

    second = record.enter_document(PACT, _never(), run=record.begin_run(EXTRACTOR))

    assert (first[0].outcome, first[0].claims) == (Outcome.NEW, 2)
    assert (second.outcome, second.claims, second.superseded) == (Outcome.KNOWN, 0, 0)
    assert record.fingerprint() == before


def _never():
    raise AssertionError("the claims of a known document were asked for")
    yield


def test_one_file_under_two_paths_is_one_document(record: Record) -> None:
    """A copy of a file is the same document; it is found under both paths."""
    copy = replace(PACT, path="copies/pact.txt")

    entered = read_into(record, PACT, copy)

    assert [one.outcome for one in entered] == [Outcome.NEW, Outcome.KNOWN]
    assert record.counts().documents == 1
    assert record.find_document("copies/pact.txt").id == PACT.id


def test_a_newer_extractor_supersedes_and_decisions_stay(record: Record) -> None:
    """After a new reading only its claims are current; the earlier ones are kept and can be asked for."""
    read_into(record, PACT)

    (entered,) = read_into(record, PACT, extractor="toy/2")

    assert (entered.outcome, entered.claims, entered.superseded) == (Outcome.REREAD, 2, 2)
    assert {claim.extractor for claim in record.claims()} == {"toy/2"}
    assert len(list(record.claims(ClaimQuery(include_superseded=True)))) == 4
    assert record.has_reading(PACT.id, "toy/2")
    assert not record.has_reading(PACT.id, "toy/1")


def test_two_extractors_stand_side_by_side(record: Record) -> None:
    """An extractor of another name adds its claims; it supersedes only readings of its own name."""
    read_into(record, PACT)
    read_into(record, PACT, extractor="other/1")

    assert {claim.extractor for claim in record.claims()} == {"toy/1", "other/1"}


def test_a_date_told_later_is_a_new_reading(record: Record) -> None:
    """When somebody tells what the file did not say, the document is read again; told nothing new, it is known."""
    undated = replace(PACT, facts=DocumentFacts(title="The Pact"))
    read_into(record, undated)
    told = DocumentFacts(date=Span.parse("2019-05"))

    assert record.has_reading(PACT.id, EXTRACTOR)
    assert not record.has_reading(PACT.id, EXTRACTOR, told)
    assert read_into(record, PACT)[0].outcome is Outcome.REREAD
    assert record.has_reading(PACT.id, EXTRACTOR, told)
    assert record.document(PACT.id) == PACT
    assert read_into(record, undated)[0].outcome is Outcome.REREAD, "what was told wrongly can be taken back"


def test_copies_told_two_dates_do_not_supersede_each_other_for_ever(record: Record) -> None:
    """Reading the same folder again changes nothing, even if its two copies of one file were told two dates."""
    copy = replace(PACT, path="copies/pact.txt", facts=DocumentFacts(date=Span.parse("2020")))
    read_into(record, PACT, copy)
    before = record.fingerprint()

    again = read_into(record, PACT, copy)

    assert [one.outcome for one in again] == [Outcome.KNOWN, Outcome.KNOWN]
    assert record.fingerprint() == before


def test_offsets_of_superseded_claims_still_hold(record: Record) -> None:
    """When a better reader gets another text from the same file, earlier quotes count in the text they were cut from."""
    read_into(record, PACT)
    cleaner = replace(PACT, text="THE PACT\n\n" + PACT.text)

    read_into(record, cleaner, extractor="toy/2")

    assert list(record.verify()) == []
    assert record.document(PACT.id) == cleaner


def test_all_or_nothing(record: Record) -> None:
    """If the last claim of a document cannot be entered, nothing of the document is."""
    good = list(extract_claims(PACT))
    bad = replace(good[0], confidence=2.0, id=good[0].id[:-1] + "x")

    with pytest.raises(ClaimInvalid, match="confidence"):
        record.enter_document(PACT, [*good, bad], run=record.begin_run(EXTRACTOR))

    assert record.document(PACT.id) is None
    assert record.counts().claims == 0


def _claim(document: Document, **changes: object) -> Claim:
    return replace(next(extract_claims(document)), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param(
            {"evidence": (Evidence(PACT.id, 0, 9, "Eastmark"),)},
            "quote is not what stands",
            id="quote is not the slice",
        ),
        pytest.param({"evidence": (Evidence(PACT.id, 5, 2, ""),)}, "quote is not what stands", id="empty place"),
        pytest.param({"evidence": (Evidence(EXERCISE.id, 0, 9, "Northmoor"),)}, "evidence from", id="other document"),
        pytest.param(
            {"evidence": (Evidence(None, None, None, "", Source("Register")),)}, "evidence from a source", id="a source"
        ),
        pytest.param({"evidence": ()}, "no evidence", id="no evidence"),
        pytest.param(
            {
                "kind": Kind.ACTIVITY,
                "roles": {"type": (Filler("exercise"),), "participant": (Filler("Eastmark", 0, 8),)},
            },
            "“Eastmark” (participant)",
            id="filler is not the slice",
        ),
    ],
)
def test_what_disagrees_with_its_document_is_refused(record: Record, changes: dict[str, object], said: str) -> None:
    """A claim whose quote or filler is not what stands there is an error that names the claim."""
    with pytest.raises(ClaimInvalid) as caught:
        record.enter_document(PACT, [_claim(PACT, **changes)], run=record.begin_run(EXTRACTOR))

    assert said in caught.value.message
    assert "claim c-" in caught.value.message


def test_half_a_character_is_refused(record: Record) -> None:
    """A text that no store can keep is a clear error, not a crash."""
    broken = replace(PACT, text="Northmoor \ud83d")

    with pytest.raises(DocumentUnreadable, match="character 10 is half a character"):
        record.enter_document(broken, [], run=record.begin_run(EXTRACTOR))


def test_a_claim_said_twice_is_one_with_both_quotes(record: Record) -> None:
    """Should an extractor give one thing twice, it becomes one claim; neither quote is lost."""
    document = paper("Northmoor signed it in 2018. So it is: Northmoor signed it in 2018.")

    (entered,) = read_into(record, document)

    (claim,) = record.claims()
    assert entered.claims == 1
    assert [evidence.start for evidence in claim.evidence] == [0, 39]


def test_what_documents_name_becomes_an_entity(record: Record) -> None:
    """A filler with an id that nobody described is an entity of unknown kind, until someone says what it is."""
    read_into(record, PACT)
    assert record.entity(EntityId("NMR")) == Entity(EntityId("NMR"), "Northmoor", EntityKind.UNKNOWN)

    state = Entity(EntityId("NMR"), "Northmoor", EntityKind.STATE, ("Moorland",))
    record.enter_document(EXERCISE, extract_claims(EXERCISE), run=record.begin_run(EXTRACTOR), entities=[state])

    assert record.entity(EntityId("NMR")) == state


@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_nothing_is_changed_or_taken_away(record: Record, table: str, verb: str) -> None:
    """The store itself refuses to change what was recorded, and says why."""
    read_into(record, PACT)
    record.decide(_decision())
    record.merge(Merge(EntityId("NMR"), EntityId("EMK"), "the desk"))
    column = {"paths": "path", "fillers": "role", "evidence": "quote", "names": "name"}.get(table)
    statement = (
        f"DELETE FROM {table}"
        if verb == "DELETE"
        else f"UPDATE {table} SET {column or 'number'} = {column or 'number'}"
    )

    with (
        pytest.raises(sqlalchemy.exc.DBAPIError, match=f"{table} is append-only"),
        record._engine.begin() as connection,
    ):
        connection.execute(sqlalchemy.text(statement))


def _decision():
    return Decision(next(extract_claims(PACT)).id, Verdict.ACCEPTED, "the desk")


def test_decisions_outlive_a_new_reading(record: Record) -> None:
    """A decision is kept by the claim's id: the same thing read again keeps it."""
    read_into(record, PACT)
    kept = record.decide(_decision())

    read_into(record, PACT, extractor="toy/2")

    claim = record.claim(kept.claim)
    assert claim is not None and claim.extractor == "toy/2"
    assert record.decisions(claim.id) == (kept,)
    assert record.decisions() == (kept,)


def test_nobody_waits_for_extraction(record: Record) -> None:
    """While one document is being read, others can be entered: the claims are found before the record is locked."""

    def slowly() -> Iterator[Claim]:
        assert read_into(record, EXERCISE)[0].outcome is Outcome.NEW
        yield from extract_claims(PACT)

    assert record.enter_document(PACT, slowly(), run=record.begin_run(EXTRACTOR)).claims == 2
    assert record.counts().documents == 2


def test_read_by_two_at_once_is_entered_once(record: Record) -> None:
    """Two programs that read one document at the same time leave one reading of it."""

    def meanwhile() -> Iterator[Claim]:
        read_into(record, PACT)
        yield from extract_claims(PACT)

    late = record.enter_document(PACT, meanwhile(), run=record.begin_run(EXTRACTOR))

    assert late.outcome is Outcome.KNOWN
    assert len(list(record.claims(ClaimQuery(include_superseded=True)))) == 2
