"""Words are cut as the base model's own tokenizer cuts them."""

import pytest

from foedera.claims.trained.wordpieces import Vocabulary

PIECES = ["[UNK]", "north", "##moor", "signed", "the", "pact", ".", "-", "elan", "$", "5", "京", "x"]
VOCABULARY = Vocabulary.from_lines("\n".join(PIECES) + "\n")


def cut(text):
    """Each word of a text as written, with its pieces."""
    return [(text[word.start : word.end], [PIECES[piece] for piece in word.pieces]) for word in VOCABULARY.words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Northmoor signed.",
            [("Northmoor", ["north", "##moor"]), ("signed", ["signed"]), (".", ["."])],
            id="longest first",
        ),
        pytest.param("the-pact", [("the", ["the"]), ("-", ["-"]), ("pact", ["pact"])], id="punctuation is a word"),
        pytest.param("$5", [("$", ["$"]), ("5", ["5"])], id="a sign of money is a word"),
        pytest.param("Élan e\u0301lan", [("Élan", ["elan"]), ("e\u0301lan", ["elan"])], id="without accents"),
        pytest.param("京京", [("京", ["京"]), ("京", ["京"])], id="each Chinese sign is a word"),
        pytest.param("Eastmark", [("Eastmark", ["[UNK]"])], id="unknown"),
        pytest.param("x" * 101, [("x" * 101, ["[UNK]"])], id="too long"),
        pytest.param("the\u00adpact", [("the\u00adpact", ["[UNK]"])], id="a soft hyphen is not seen"),
        pytest.param(" \n", [], id="nothing"),
    ],
)
def test_words_and_their_pieces(text, words):
    """Words keep their place in the text; their pieces are the longest that the vocabulary has."""
    assert cut(text) == words
