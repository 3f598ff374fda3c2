"""Groups of actors that have no name: "third countries", "Northmoor companies", "defence officials"."""

from __future__ import annotations

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Part, Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import is_nationality
from foedera.names.patterns.words import Words, cut_words, modifiers_left

_KIND_WORDS = {
    EntityKind.STATE: "country countries state states nation nations ally allies government governments capital capitals "
    "neighbour neighbours neighbor neighbors power powers parliaments",
    EntityKind.COMPANY: "company companies firm firms subsidiary subsidiaries contractor contractors supplier suppliers "
    "manufacturer manufacturers shipbuilder shipbuilders shipyard shipyards shareholder startups consortium consortia "
    "entity entities producer producers makers arms-makers",
    EntityKind.PERSON: "official officials officer officers analyst analysts expert experts diplomat diplomats lawmaker "
    "lawmakers lawyers critics commentators scholars observers legislators negotiators delegates envoys planners",
}
_KINDS = {word: kind for kind, line in _KIND_WORDS.items() for word in line.split()}
_MODIFIERS = frozenset(
    "third candidate acceding member partner like-minded allied friendly neighbouring neighboring participating "
    "contributing associated non-eu non-member coastal littoral island sending receiving host participating observer "
    "potential contracting signatory defence defense military naval foreign government senior industry industrial "
    "private state-owned foreign-owned domestic european listed shipbuilding aerospace arms security intelligence "
    "retired unnamed ministry embassy legal independent political outside western northern southern eastern gulf "
    "drone parent joint local small medium-sized large medium staff liaison naval army air police coast-guard".split()
)
# Common words of every text: one of them alone says nothing of the domain.
_NEEDS_MORE = frozenset(
    "state states nation nations capital capitals power powers government governments entity entities company makers "
    "neighbour neighbours neighbor neighbors producer producers supplier suppliers officer official expert critics firm "
    "country observers experts officers country parliaments".split()
)


def find_groups(text: str) -> tuple[Pattern, ...]:
    """Groups of states, companies and people in text order, all generic, with the nationality before them."""
    return resolve_overlaps(groups_in(cut_words(text)))


def groups_in(words: Words) -> list[Pattern]:
    """Every group of actors that the words speak of, overlaps included."""
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        kind = _KINDS.get(lower)
        if kind is None or words.capital[index]:
            continue
        first = modifiers_left(words, index, _MODIFIERS)
        parts: tuple[Part, ...] = (words.part("head", index, index),)
        owner = _nationality_from(words, first)
        if owner < first:
            parts = (*parts, words.part("state", owner, first - 1))
        elif first == index and lower in _NEEDS_MORE:
            continue
        found.append(words.pattern(kind, owner, index, parts, Reading.GENERIC))
    return found


def _nationality_from(words: Words, first: int) -> int:
    """`first` moved left over an adjective of nationality: "Eastmark", "South Korean"; unmoved if none is there."""
    at = first - 1
    if at < 0 or not words.close[first] or not words.capital[at]:
        return first
    before = words.forms[at]
    if not is_nationality(before) and not before.endswith(("-owned", "-based", "-led", "-controlled")):
        return first
    compass = at > 0 and words.close[at] and words.lower[at - 1] in ("north", "south", "new", "west", "east", "saudi")
    return at - 1 if compass and words.capital[at - 1] else at
