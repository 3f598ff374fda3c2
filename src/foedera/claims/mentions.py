"""What a text names: mentions from the lexicon, from the forms of names, and from the pipeline, as one list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from foedera.model.claims import Filler
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names import Lexicon, NameForm, NameMatch, slug
from foedera.names.patterns import Part, Pattern, find_patterns

STATELIKE = frozenset({EntityKind.STATE, EntityKind.BLOC})
ACTORS = frozenset(
    {
        EntityKind.STATE,
        EntityKind.BLOC,
        EntityKind.INSTITUTION,
        EntityKind.AGENCY,
        EntityKind.FORCE,
        EntityKind.UNIT,
        EntityKind.OPERATION,
        EntityKind.COMPANY,
        EntityKind.PERSON,
        EntityKind.CENTRE,
    }
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names an entity; offsets count in the document's text.

    `state` is the id of the state or bloc that a capital, a demonym or a state's own body speaks for.
    `generic` marks a common noun phrase ("coastal radars") that names no particular thing.
    `inner` are the mentions inside this one ("Japan" and "EU" in "Japan-EU Agreement").
    """

    start: int
    end: int
    text: str
    entity: EntityId
    name: str
    kind: EntityKind
    form: NameForm
    state: EntityId | None = None
    generic: bool = False
    inner: tuple[Mention, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def is_actor(self) -> bool:
        """Whether the mention can act: a state, a body, a force, a company, a person, or a capital that speaks for one."""
        return self.kind in ACTORS or self.form is NameForm.METONYM

    def filler(self) -> Filler:
        """The mention as what fills a role."""
        return Filler(self.text, self.start, self.end, self.entity, self.name)

    def part(self, role: str) -> Part | None:
        """The named part ("office", "pennant") of or beside the name, if its form has one."""
        return next((part for part in self.parts if part.role == role), None)


def find_mentions(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every outermost mention in the text, in text order; those inside another are its `inner`."""
    known = [
        _from_entity(each.start, each.end, each.text, each.entity, each.form, lexicon)
        for match in lexicon.match(text)
        for each in (match, *_inside(match, lexicon))
    ]
    formed = [_from_pattern(pattern) for pattern in find_patterns(text)]
    edges = {each.start for each in known}, {each.end for each in known}
    states = sorted((each.start, each.end) for each in known if each.kind in STATELIKE)
    formed = [each for each in formed if not _joins_known(each, *edges) and not _cuts(each, states)]
    return nest([*known, *formed])


def _cuts(mention: Mention, states: Sequence[tuple[int, int]]) -> bool:
    """Whether a form has cut the name of a state in two: “Northmoor–Republic” in “Northmoor–Republic of Eastmark”."""
    at = bisect_left(states, (mention.end, 0))
    around = states[max(0, at - 2) : at]
    return any(start < mention.end < end and mention.start < start for start, end in around)


def _joins_known(mention: Mention, starts: set[int], ends: set[int]) -> bool:
    """Whether a form has only joined two known names: “Fincantieri and Naval Group” are two."""
    left, joint, _ = mention.text.partition(" and ")
    end = mention.start + len(left)
    return bool(joint) and {mention.start, end + len(joint)} <= starts and {end, mention.end} <= ends


def _inside(match: NameMatch, lexicon: Lexicon) -> Iterator[NameMatch]:
    """The parties inside an agreement's name: "EU" and "Japan" in "EU-Japan SPA"."""
    if match.entity.kind is not EntityKind.INSTRUMENT:
        return
    pair, _, _ = match.text.rpartition(" ")
    parts = match.parts or lexicon.match(pair)
    for part in parts:
        if part.entity.kind is not EntityKind.INSTRUMENT:
            offset = 0 if match.parts else match.start
            yield replace(part, start=part.start + offset, end=part.end + offset)


def nest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Outermost mentions in text order, each with those inside it; of two that cross, the longer stays.

    Where two cover the same characters, the first given wins: the lexicon knows better than a form.
    """
    ranked = sorted(enumerate(mentions), key=lambda item: (-(item[1].end - item[1].start), item[0]))
    kept: list[Mention] = []
    inside: dict[int, list[Mention]] = {}
    taken: dict[int, int] = {}
    for _, mention in ranked:
        owners = {taken[at] for at in (mention.start, mention.end - 1) if at in taken}
        if not owners and not any(at in taken for at in range(mention.start, mention.end)):
            for at in range(mention.start, mention.end):
                taken[at] = len(kept)
            kept.append(mention)
        elif len(owners) == 1:
            owner = next(iter(owners))
            outer = kept[owner]
            if outer.start <= mention.start and mention.end <= outer.end and len(mention.text) < len(outer.text):
                inside.setdefault(owner, []).append(mention)
    complete = [
        replace(mention, inner=_disjoint([*mention.inner, *inside.get(at, ())])) for at, mention in enumerate(kept)
    ]
    return tuple(sorted(complete, key=lambda mention: mention.start))


def _disjoint(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in mentions:  # longest first
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _from_entity(start: int, end: int, text: str, entity: Entity, form: NameForm, lexicon: Lexicon) -> Mention:
    state = entity.id if entity.kind in STATELIKE else EntityId(entity.country) if entity.country else None
    name, kind, identity = entity.name, entity.kind, entity.id
    if form is NameForm.METONYM and state is not None:
        spoken_for = lexicon.entity(state)
        name = spoken_for.name if spoken_for else name
    return Mention(start, end, text, identity, name, kind, form, state)


def _from_pattern(pattern: Pattern) -> Mention:
    start, text = pattern.start, pattern.text
    article = _ARTICLE.match(text)
    if article and article.end() < len(text):
        start, text = start + article.end(), text[article.end() :]
    return Mention(
        start,
        pattern.end,
        text,
        slug(text),
        " ".join(text.split()),
        pattern.kind,
        NameForm.PATTERN,
        generic=pattern.generic,
        parts=pattern.parts,
    )
