"""Who is tied to whom and to what, how often and when: the network that a selection of claims makes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from foedera.model.claims import Filler
from foedera.model.entities import EntityId, EntityKind
from foedera.model.kinds import Modality, Polarity
from foedera.record import RecordReader
from foedera.views.shown import Shown
from foedera.views.ties import ties_of

_SAMPLES = 5  # claims that a tie names; the rest is behind a link


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the network; `claims` is how many claims tie it to something."""

    id: EntityId
    name: str
    kind: EntityKind
    claims: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities with all that ties them. `weight` counts the claims, `planned`, `possible` and `denied` some of them.

    `start` and `end` are the first and last day that any of them gives; `claims` are a few of them, newest first.
    """

    one: EntityId
    other: EntityId
    weight: int
    planned: int
    possible: int
    denied: int
    kinds: tuple[str, ...]
    start: date | None
    end: date | None
    claims: tuple[Shown, ...]

    @property
    def reality(self) -> str:
        """How real the tie is at its best: actual, planned or possible; denied where nothing affirms it."""
        if self.denied == self.weight:
            return Polarity.DENIED.value
        if self.weight > self.planned + self.possible + self.denied:
            return Modality.ACTUAL.value
        return Modality.PLANNED.value if self.planned else Modality.POSSIBLE.value


@dataclass(frozen=True, slots=True)
class Network:
    """The most tied entities and what ties them. `all_nodes`, `all_ties`: how many there are before any is left out.

    `tying` claims tie two entities, `apart` do not.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    all_nodes: int
    all_ties: int
    tying: int
    apart: int


def build_network(record: RecordReader, shown: Iterable[Shown], *, nodes: int = 500, ties: int = 2000) -> Network:
    """The network of these claims: its `nodes` most tied entities with the `ties` heaviest ties between them."""
    pairs: dict[tuple[EntityId, EntityId], list[Shown]] = defaultdict(list)
    called: dict[EntityId, str] = {}
    counted: Counter[EntityId] = Counter()
    tying = apart = 0
    for each in shown:
        ends: set[EntityId] = set()
        for one, other in ties_of(each.claim):
            pair = _pair(one, other, called)
            pairs[pair].append(each)
            ends.update(pair)
        counted.update(ends)
        tying, apart = tying + bool(ends), apart + (not ends)
    kept = dict(sorted(counted.items(), key=_most_first)[:nodes])
    within = {pair: claims for pair, claims in pairs.items() if kept.keys() >= set(pair)}
    heaviest = sorted(within.items(), key=lambda item: (-len(item[1]), item[0]))[:ties]
    return Network(
        nodes=tuple(_nodes(record, kept, called)),
        ties=tuple(_tie(pair, claims) for pair, claims in heaviest),
        all_nodes=len(counted),
        all_ties=len(pairs),
        tying=tying,
        apart=apart,
    )


def network_facts(network: Network) -> dict[str, Any]:
    """The network as plain values for a drawing."""
    return {
        "nodes": [
            {"id": node.id, "name": node.name, "kind": node.kind.value, "claims": node.claims} for node in network.nodes
        ],
        "ties": [tie_facts(tie) | {"claims": [_brief(each) for each in tie.claims]} for tie in network.ties],
        "all_nodes": network.all_nodes,
        "all_ties": network.all_ties,
    }


def tie_facts(tie: Tie) -> dict[str, Any]:
    """A tie as plain values, without its claims."""
    return {
        "one": tie.one,
        "other": tie.other,
        "weight": tie.weight,
        "reality": tie.reality,
        "planned": tie.planned,
        "possible": tie.possible,
        "denied": tie.denied,
        "kinds": list(tie.kinds),
        "start": tie.start.isoformat() if tie.start else None,
        "end": tie.end.isoformat() if tie.end else None,
    }


def _most_first(item: tuple[EntityId, int]) -> tuple[int, EntityId]:
    return -item[1], item[0]


def _pair(one: Filler, other: Filler, called: dict[EntityId, str]) -> tuple[EntityId, EntityId]:
    for end in (one, other):
        assert end.entity is not None  # `ties_of` gives entities only
        called.setdefault(end.entity, end.name or end.text)
    first, second = sorted(end.entity for end in (one, other) if end.entity)
    return first, second


def _nodes(record: RecordReader, kept: dict[EntityId, int], called: dict[EntityId, str]) -> Iterable[Node]:
    known = {entity.id: entity for entity in record.entities(kept)}
    for entity, times in kept.items():
        found = known.get(entity)
        yield Node(
            entity,
            found.name if found else called[entity],
            found.kind if found else EntityKind.UNKNOWN,
            times,
        )


def _tie(pair: tuple[EntityId, EntityId], shown: list[Shown]) -> Tie:
    affirmed = [each.claim for each in shown if each.claim.polarity is Polarity.AFFIRMED]
    days = sorted(day for each in shown for day in (each.start, each.end) if day)
    newest = sorted(shown, key=lambda each: (each.start or date.min, each.claim.id), reverse=True)
    kinds = Counter(each.claim.kind.value for each in shown)
    return Tie(
        *pair,
        weight=len(shown),
        planned=sum(claim.modality is Modality.PLANNED for claim in affirmed),
        possible=sum(claim.modality is Modality.POSSIBLE for claim in affirmed),
        denied=len(shown) - len(affirmed),
        kinds=tuple(kind for kind, _ in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        claims=tuple(islice(newest, _SAMPLES)),
    )


def _brief(shown: Shown) -> dict[str, Any]:
    facts = shown.facts()
    return {name: facts[name] for name in ("claim", "kind", "says", "when", "time", "modality", "polarity", "document")}
