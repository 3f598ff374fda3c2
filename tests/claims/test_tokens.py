"""The tokens of the rules against those of spaCy, which they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from foedera.claims.parsing import load_pipeline, parse_sentences
from foedera.claims.tokens import tokens_of

SENTENCES = (
    "Japan and France, which signed a pact in May, agreed to hold two naval exercises off Guam.",
    "The treaty (in force since 1 July 2024) has been ratified by 12 of the 27 members, not by all.",
    "“We will,” the minister said, “explore what the frigate can do.”",
    "Ratified.",
    "",
)
PLAIN = "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ whitespace_ is_alpha is_punct is_space like_num".split()


@pytest.mark.parametrize("text", SENTENCES)
def test_tokens_say_what_spacy_says(text: str) -> None:
    (parsed,) = parse_sentences([text])
    tokens = tokens_of(parsed)
    assert len(tokens) == len(parsed)
    for token, each in zip(tokens, parsed, strict=True):
        assert [getattr(token, name) for name in PLAIN] == [getattr(each, name) for name in PLAIN]
        assert_joined_alike(token, each)


def assert_joined_alike(token, each) -> None:
    assert token.doc[token.i] is token
    assert (token.head.i, token.left_edge.i, token.right_edge.i) == (each.head.i, each.left_edge.i, each.right_edge.i)
    assert [child.i for child in token.children] == [child.i for child in each.children]
    assert [other.i for other in token.subtree] == [other.i for other in each.subtree]
    assert [other.i for other in token.ancestors] == [other.i for other in each.ancestors]
    for other, its in zip(token.doc, each.doc, strict=True):
        assert token.is_ancestor(other) == each.is_ancestor(its)


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Heads of a sentence with one root in any order, crossing arcs too; the root is its own head."""
    count = draw(st.integers(1, 9))
    order = draw(st.permutations(range(count)))
    heads = [order[0]] * count
    for at in range(1, count):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]
    return heads


@given(trees())
@settings(max_examples=200, deadline=None)
def test_any_tree_is_joined_as_spacy_joins_it(heads: list[int]) -> None:
    words = [f"w{number}" for number in range(len(heads))]
    parsed = Doc(load_pipeline().vocab, words=words, heads=heads, deps=["dep"] * len(heads))
    for token, each in zip(tokens_of(parsed), parsed, strict=True):
        assert token.head.i == each.head.i
        assert [child.i for child in token.children] == [child.i for child in each.children]
        assert [other.i for other in token.ancestors] == [other.i for other in each.ancestors]


def test_a_neighbour_beyond_the_sentence_is_no_token() -> None:
    (parsed,) = parse_sentences(["Japan signed."])
    first, *_, last = tokens_of(parsed)
    assert first.nbor(1).text == "signed"
    with pytest.raises(IndexError):
        first.nbor(-1)
    with pytest.raises(IndexError):
        last.nbor(1)
