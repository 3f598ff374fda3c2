"""What an unknown name is, told by the whole text."""

from __future__ import annotations

import pytest

from foedera.claims.mentions import Mention
from foedera.claims.settling import settle_kinds
from foedera.model import EntityKind
from foedera.names import NameForm, slug

PERSON, PLACE, BODY, UNKNOWN = EntityKind.PERSON, EntityKind.PLACE, EntityKind.INSTITUTION, EntityKind.UNKNOWN


def settled(text: str, *names: tuple[str, EntityKind]) -> list[tuple[str, EntityKind]]:
    """The names of a text in the order given, each where it stands next, with the sort that the text tells."""
    mentions, after = [], 0
    for name, kind in names:
        mentions.append(named(text, name, kind, after))
        after = mentions[-1].end
    return [(mention.text, mention.kind) for mention in settle_kinds(text, [mentions])[0]]


def named(text: str, name: str, kind: EntityKind, after: int = 0) -> Mention:
    """The mention of a name where it stands next in a text."""
    start = text.index(name, after)
    return Mention(start, start + len(name), name, slug(name), name, kind, NameForm.PATTERN)


TOLD = {
    "a regime is somebody's": ("The Aldous regime fell. Aldous fled.", [("Aldous", BODY), ("Aldous", BODY)], PERSON),
    "so is a dictatorship": ("Aldous’s dictatorship fell.", [("Aldous", BODY)], PERSON),
    "a town has a name": (
        "They left the town of Westwick. Westwick burned.",
        [("Westwick", BODY), ("Westwick", BODY)],
        PLACE,
    ),
    "a province too": ("They hold Westwick province.", [("Westwick", PERSON)], PLACE),
    "a gate is a place": ("They mended the Heron Gate.", [("Heron Gate", BODY)], PLACE),
    "most often": ("Wick said. Wick went. Wick won.", [("Wick", PERSON), ("Wick", BODY), ("Wick", PERSON)], PERSON),
    "anything but unknown": (
        "Wick said. Wick went. Wick won.",
        [("Wick", UNKNOWN), ("Wick", UNKNOWN), ("Wick", BODY)],
        BODY,
    ),
}


@pytest.mark.parametrize(("text", "names", "kind"), TOLD.values(), ids=TOLD)
def test_the_text_tells_what_a_name_is(text, names, kind):
    """A word beside one of its places decides for all of them; else the sort that was given most often."""
    assert {found for _, found in settled(text, *names)} == {kind}


def test_a_last_name_is_whose_full_name_it_ends():
    """Ada Winter once, and Winter is a person from then on."""
    names = [("Ada Winter", PERSON), ("Winter", BODY)]

    assert settled("Ada Winter spoke. Then Winter left.", *names) == [("Ada Winter", PERSON), ("Winter", PERSON)]


@pytest.mark.parametrize("text", ["The Secretary of Harbours spoke.", "The Cessation of Harbours held."])
def test_the_tail_of_a_longer_name_is_no_body(text):
    """One word behind “Secretary of” is not an organisation of that name."""
    assert settled(text, ("Harbours", BODY)) == []


def test_a_body_beside_a_town_stays_a_body():
    """Only the word right beside a name tells what it is."""
    text = "The Heron Institute is in the town of Westwick."

    assert settled(text, ("Heron Institute", BODY)) == [("Heron Institute", BODY)]
