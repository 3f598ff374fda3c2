"""What ships with the program, fact by fact."""

from foedera.names.data import read_table
from foedera.record.baseline_facts import TABLES, baseline_facts, check_baseline


def test_the_tables_agree_with_themselves():
    """Every id that a table names is described, every date parses, every polygon is valid, every fact is graded."""
    assert list(check_baseline()) == []


def test_every_fact_says_where_it_comes_from():
    """A fact has a source with a title; one without an address is of low confidence, or a border that nobody graded."""
    facts = list(baseline_facts())

    assert {fact.table for fact in facts} == {*TABLES.values(), "areas", "rules"}
    assert all(fact.source.title for fact in facts)
    assert all(fact.source.url or (fact.confidence or 0) < 0.5 for fact in facts)


def test_membership_and_parents_of_actors_are_claims():
    """Each bloc of an actor and the body above it is a claim of its own."""
    actors = [fact for fact in baseline_facts() if fact.table == "actors"]
    cells = [row["part_of"].split(";") if row["part_of"] else [] for row in read_table("actors.csv")]

    assert len(actors) == sum(map(len, cells)) + sum(bool(row["parent"]) for row in read_table("actors.csv"))
    assert any(fact.subject == ("FRA", "EU") and fact.claim.word("as") == "member" for fact in actors)
