"""Of what a text speaks."""

import pytest

from foedera.names.data import read_table, split_cell
from foedera.names.topics import name_of_topic, stems_in, topics_in


@pytest.mark.parametrize(
    ("text", "matters", "topics"),
    [
        ("hold joint naval exercises", (), {"joint-exercises", "maritime-security"}),
        ("explore an agreement on the security of information", (), {"information-security"}),
        ("Counter-piracy drill", (), {"joint-exercises"}),
        ("", ("port_call",), {"port-calls"}),
        ("keep the harbour tidy", (), set()),
        ("the unspaced", (), set()),
    ],
    ids=["two topics", "a phrase", "beginnings of words", "a type tells it", "none", "only where a word begins"],
)
def test_topics_are_told_by_words(text, matters, topics):
    """A topic is spoken of where one of its words begins, or where a type of activity means it."""
    assert topics <= topics_in(text, matters)
    assert bool(topics) == bool(topics_in(text, matters))


def test_stems_leave_out_the_words_of_every_agreement():
    """“Strengthen security cooperation” says nothing of its own; “harbours” and “harbour” are one word."""
    assert stems_in("strengthen their mutual security cooperation in the region") == frozenset()
    assert stems_in("Harbours") == stems_in("harbour's")


def test_every_topic_has_a_name_and_words():
    """The table is complete, and its ids are unique."""
    rows = read_table("topics.csv")

    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["name"] and split_cell(row["words"]) for row in rows)
    assert name_of_topic("logistics") == "supply and logistics"
