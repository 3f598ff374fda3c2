"""Searching: what is typed is taken as words, and every hit knows its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.model.documents import Block, BlockKind
from foedera.record import ClaimQuery, Record
from foedera.record.fulltext import phrases_of, places_of
from tests.record.world import EXERCISE, PACT, extract_claims, paper, read_into


def test_a_hit_knows_its_place_and_what_is_said_there(record: Record) -> None:
    """A search gives the passage, its place in the text, the places of the words, and the claims said there."""
    read_into(record, PACT, EXERCISE)

    (hit,) = record.search("sunder sea")

    assert hit.document == EXERCISE.id
    assert hit.text == EXERCISE.text[hit.start : hit.end]
    assert [EXERCISE.text[start:end] for start, end in hit.marks] in (["Sunder Sea"], ["Sunder", "Sea"])
    assert hit.claims == tuple(claim.id for claim in extract_claims(EXERCISE))


@pytest.mark.parametrize("typed", ["naïve", "naive", "NAIVE", "zurich reporter"])
def test_accents_and_case_do_not_matter(record: Record, typed: str) -> None:
    """Words are found whatever their case; where the store has its own word index, whatever their accents too."""
    if typed != "naïve" and not record.place.endswith(".sqlite"):
        pytest.skip("PostgreSQL compares letters as they are written: accents count there")
    read_into(record, EXERCISE)

    assert [hit.document for hit in record.search(typed)] == [EXERCISE.id]


def test_quoted_words_stand_together(record: Record) -> None:
    """Words in double quotes are sought as they stand; others anywhere in the passage."""
    read_into(record, EXERCISE)

    assert record.search('"Sunder Sea"')
    assert record.search("Sea Sunder")
    assert not record.search('"Sea Sunder"')


def test_titles_are_found(record: Record) -> None:
    """A title that the text does not repeat is found too; its hit has no place in the text."""
    read_into(record, replace(PACT, facts=replace(PACT.facts, title="A Concord of Herons")))

    (hit,) = record.search("herons")

    assert (hit.title, hit.text, hit.start, hit.end) == ("A Concord of Herons", "A Concord of Herons", 0, 0)


def test_furniture_is_not_found(record: Record) -> None:
    """Navigation and copyright lines are no passages."""
    text = "Home | About\nNorthmoor signed the Pact."
    blocks = (Block(BlockKind.FURNITURE, 0, 12), Block(BlockKind.PARAGRAPH, 13, len(text)))
    read_into(record, replace(paper(text), blocks=blocks))

    assert not record.search("home")
    assert record.search("northmoor")


def test_only_the_last_reading_is_searched(record: Record) -> None:
    """A text that a later reading replaced is not found any more."""
    read_into(record, PACT)
    read_into(record, replace(PACT, text="Nothing was agreed."), extractor="toy/2")

    assert not record.search("eastmark")
    assert len(record.search("agreed")) == 1


@given(
    typed=st.one_of(st.text(max_size=20), st.sampled_from(['"', "NEAR(", "a AND", "* OR", "text:x", "-a", "^a", "a*"]))
)
@settings(max_examples=80)
def test_nothing_typed_is_syntax(record: Record, typed: str) -> None:
    """Whatever one types, it is sought and nothing breaks."""
    if not record.counts().documents:
        read_into(record, PACT)

    record.search(typed)
    list(record.claims(ClaimQuery(text=typed)))


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        pytest.param("sunder sea", ("sunder", "sea"), id="words"),
        pytest.param('the "sunder sea"', ("the", "sunder sea"), id="a phrase"),
        pytest.param("the “sunder sea”", ("the", "sunder sea"), id="a phrase in curly quotes"),
        pytest.param('" - * ?', (), id="only signs"),
        pytest.param("half 'open", ("half", "'open"), id="an apostrophe"),
    ],
)
def test_what_is_sought(typed: str, phrases: tuple[str, ...]) -> None:
    """Words are sought one by one, what stands in double quotes as a whole; signs alone are nothing to seek."""
    assert phrases_of(typed) == phrases


@given(plain=st.text(max_size=30), place=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_marks_lead_back_to_the_plain_text(plain: str, place: tuple[int, int]) -> None:
    """The place of a mark is counted in the text without marks."""
    plain = plain.replace("\ue000", "").replace("\ue001", "")
    start, end = sorted(min(at, len(plain)) for at in place)
    marked = plain[:start] + "\ue000" + plain[start:end] + "\ue001" + plain[end:]

    assert places_of(plain, marked) == ((start, end),)
