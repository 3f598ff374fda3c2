"""What the network says of each word becomes phrases that fill roles."""

import numpy as np
import pytest

from foedera.claims.trained.decoding import decode
from foedera.claims.trained.labels import FLAGS, LABELS, MODALITIES, ORDER, ROLES
from foedera.claims.trained.network import Anchors, Told
from foedera.claims.trained.trimming import trimmed
from foedera.claims.trained.wordpieces import Vocabulary
from foedera.claims.trained.words import split_words
from foedera.model import Kind, Modality, Polarity

VOCABULARY = Vocabulary.from_lines("[UNK]\n")
SURE, NEVER = 6.0, -6.0


def told(words, kind, label, spans, *flags):
    """What a network would say that is sure of a closed word, of one phrase for each role, and of some flags."""
    said = np.full((1, len(words), len(ROLES), 3), NEVER, np.float32)
    for role, (first, last) in spans.items():
        said[0, first, ROLES.index(role), 0] = SURE
        said[0, last, ROLES.index(role), 1] = SURE
        said[0, first : last + 1, ROLES.index(role), 2] = SURE
    heads = np.full((1, len(LABELS) + len(MODALITIES) + len(FLAGS)), NEVER, np.float32)
    heads[0, LABELS.index((kind, label))] = heads[0, len(LABELS) + MODALITIES.index(Modality.PLANNED)] = SURE
    for flag in flags:
        heads[0, len(LABELS) + len(MODALITIES) + FLAGS.index(flag)] = SURE
    one = np.array([ORDER.index(kind)])
    return Anchors(np.array([1]), one, np.array([0.9], np.float32), np.zeros((1, len(words), 1), np.float32)), Told(
        said, heads
    )


def test_a_sure_network_is_taken_at_its_word():
    """The closed word, the phrases in the text's own characters, how real it is, and whether it is denied."""
    words = split_words("Northmoor will join the Sunder Fund.", VOCABULARY)
    spans = {"actor": (0, 0), "in": (4, 5)}
    (proposal,) = decode(words, *told(words, Kind.PARTICIPATION, "member", spans, "denied"), ())

    assert (proposal.word, proposal.modality, proposal.polarity) == ("member", Modality.PLANNED, Polarity.DENIED)
    phrases = {role: [words.text[each.start : each.end] for each in found] for role, found in proposal.phrases.items()}
    assert phrases == {"actor": ["Northmoor"], "in": ["Sunder Fund"]}
    assert words.text[proposal.anchor :].startswith("will")


def test_an_incomplete_proposal_is_none():
    """Who joins nothing takes part in nothing."""
    words = split_words("Northmoor will join.", VOCABULARY)

    assert decode(words, *told(words, Kind.PARTICIPATION, "member", {"actor": (0, 0)}), ()) == []


@pytest.mark.parametrize(
    ("text", "role", "span", "kept"),
    [
        pytest.param("the Vale-class frigate", "system", (1, 1), "Vale-class", id="a compound is whole"),
        pytest.param("the Northmoor Union (NU)", "party", (1, 5), "Northmoor Union", id="an acronym is left"),
        pytest.param("Sunder Fund) forces", "party", (0, 2), "Sunder Fund", id="half a bracket is left"),
        pytest.param("Eastmark, Westhaven", "party", (0, 1), "Eastmark", id="a comma is left"),
        pytest.param("train (twice a year)", "undertaking", (0, 5), "train (twice a year)", id="whole brackets stay"),
    ],
)
def test_a_phrase_is_set_right(text, role, span, kept):
    """What the network cut a word short or long is mended."""
    words = split_words(text, VOCABULARY)
    first, last = trimmed(words, role, *span)

    assert text[words.starts[first] : words.ends[last]] == kept
