"""Long texts are read in windows, each of whose words is looked at once."""

from foedera.claims.trained.windows import SPARE, WHOLE, cut_windows
from foedera.claims.trained.wordpieces import Vocabulary
from foedera.claims.trained.words import split_words

VOCABULARY = Vocabulary.from_lines("[UNK]\nthe\npact\nholds\n.\n")


def windows_of(sentences):
    return cut_windows(split_words("The Pact\n\n" + "The pact holds. " * sentences, VOCABULARY))


def test_a_short_text_is_one_window():
    """What fits is read whole."""
    (window,) = windows_of(100)

    assert window.own == 0
    assert sum(map(len, window.words.pieces)) <= WHOLE


def test_each_word_is_some_windows_own():
    """Windows follow each other: what is one window's own is context in the next."""
    windows = windows_of(400)
    own = [start for window in windows for start in window.words.starts[window.own :]]

    assert len(windows) > 1
    assert own == sorted(set(own)) and len(own) == 2 + 4 * 400


def test_each_window_keeps_the_title():
    """A name in the first line is at hand in every window, and none is too large."""
    for window in windows_of(400):
        assert window.words.form(0) == "The" and window.words.form(1) == "Pact"
        assert sum(map(len, window.words.pieces)) <= WHOLE - SPARE


def test_windows_as_small_as_is_asked():
    """Where the network learns, room is left for longer names: each window holds what is asked, and no word is lost."""
    words = split_words("The pact holds. " * 100, VOCABULARY)
    windows = cut_windows(words, 300)

    assert len(windows) > 1 and all(sum(map(len, window.words.pieces)) <= 300 - SPARE for window in windows)
    assert sum(len(window.words) - window.own for window in windows) == len(words)


def test_no_words_no_window():
    """An empty text has none."""
    assert cut_windows(split_words("", VOCABULARY)) == []
