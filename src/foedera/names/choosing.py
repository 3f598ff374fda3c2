"""Which of the overlapping hits in a text are its names: longest first, with what else the text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from foedera.model.entities import Entity, EntityId
from foedera.names.cases import MONTHS, is_common_word
from foedera.names.data import read_words
from foedera.names.forms import NameForm, NameMatch, Surface
from foedera.names.layers import Hit
from foedera.names.support import Support

# Where one name stands for several things and the text does not say which, the first of these wins.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        "state bloc institution force agency operation instrument programme company place".split()
    )
}
_WORD_BEFORE = re.compile(r"(\w[\w'’-]*) $")
_WORD_AFTER = re.compile(r" (\w[\w'’-]*)")
_CITY_BEFORE = re.compile(r"([A-Z][\w.'’-]+),\s+$")


def choose_matches(
    text: str, hits: Sequence[Hit], known: frozenset[EntityId], entities: Mapping[EntityId, Entity]
) -> list[NameMatch]:
    """Names in text order, none overlapping. `known` are entities that the document is known to name fully."""
    support = Support(text, hits, known, entities)
    kept = []
    for hit in hits:
        options = hit.options
        if any(option.weak for option in options):
            options = tuple(option for option in options if support.bears_out(option, hit))
        if options and not _is_somebodys_name(text, hit, options[0]):
            kept.append(Hit(hit.start, hit.end, options))
    taken = longest_first(kept)
    named = {hit.options[0].entity.id for hit in taken if _is_unambiguous(hit)} | known
    matches = (_match(text, hit, named) for hit in taken)
    return [match for match in matches if match.entity.id and text[match.start - 4 : match.start].lower() != "non-"]


def _is_unambiguous(hit: Hit) -> bool:
    return len({option.entity.id for option in hit.options}) == 1


def _is_somebodys_name(text: str, hit: Hit, option: Surface) -> bool:
    """Whether a state's name is here a person's or another place's ("Michael Jordan", "Augusta, Georgia")."""
    written = text[hit.start : hit.end]
    if option.form is not NameForm.NAME or written not in read_words("names/personal_states.txt"):
        return False
    head, tail = text[max(0, hit.start - 30) : hit.start], text[hit.end : hit.end + 30]
    city = _CITY_BEFORE.search(head)
    if city and written == "Georgia" and city[1] in read_words("names/georgia_cities.txt"):
        return True
    before, after = _WORD_BEFORE.search(head), _WORD_AFTER.match(tail)
    return (before is not None and _is_given_name(before[1])) or (after is not None and _is_given_name(after[1]))


def _is_given_name(word: str) -> bool:
    return word.istitle() and word.isalpha() and word not in MONTHS and not is_common_word(word)


def longest_first(hits: Iterable[Hit]) -> list[Hit]:
    """Hits without overlap, in text order: of two that overlap the longer, of equals the earlier."""
    taken: list[Hit] = []
    cluster: list[Hit] = []
    reach = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= reach and cluster:
            taken += _of_cluster(cluster)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.end)
    return taken + _of_cluster(cluster)


def _of_cluster(cluster: list[Hit]) -> list[Hit]:
    if len(cluster) == 1:
        return cluster
    chosen: list[Hit] = []
    for hit in sorted(cluster, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _match(text: str, hit: Hit, named: set[EntityId] | frozenset[EntityId]) -> NameMatch:
    if len(hit.options) > 1:
        options = sorted(hit.options, key=lambda option: _order(option, named))
    else:
        options = list(hit.options)
    first = options[0]
    others: dict[EntityId, Entity] = {
        option.entity.id: option.entity for option in options if option.entity.id != first.entity.id
    }
    return NameMatch(
        hit.start,
        hit.end,
        text[hit.start : hit.end],
        first.entity,
        first.form,
        tuple(others.values()),
        first.stands_for,
    )


def _order(option: Surface, named: set[EntityId] | frozenset[EntityId]) -> tuple[bool, bool, int]:
    """Order of the readings of one name: what the text names elsewhere, or its country does, comes first."""
    entity = option.entity
    near = entity.id in named or entity.country in named or any(part in named for part in entity.part_of)
    return (entity.id not in named, not near, _RANK.get(entity.kind.value, len(_RANK)))
