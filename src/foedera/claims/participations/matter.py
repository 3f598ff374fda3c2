"""What a clause that leaves it out is about: the programme, mission, pact or body that the text at this place speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from foedera.claims.mentions import Mention
from foedera.claims.participations.targets import FUNDING_ACTS, Target, target_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.entities import EntityKind
from foedera.names import NameForm

# What can be joined whatever it is called.
_SORTS = frozenset({EntityKind.PROGRAMME, EntityKind.OPERATION, EntityKind.EVENT, EntityKind.BLOC})
# What can be joined if its name says so: an accord and no regulation, a task group and no battalion.
_TELLING: dict[EntityKind, frozenset[str]] = {
    EntityKind.INSTRUMENT: frozenset(
        "compact accord accords pact treaty convention arrangement arrangements protocol".split()
    ),
    EntityKind.UNIT: frozenset("group force fleet battlegroup taskforce".split()),
}
_LAST_WORDS = frozenset(
    """initiative compact pool board group forum cell network facility scheme consortium coalition mission force accord
    arrangement partnership programme program project committee community dialogue club squad quad pillar two ii
    fleet capability conference centre system excellence convention meeting organisation organization facility treaty""".split()
)
_WELL_KNOWN = frozenset({"NATO", "EU", "UN"})
_NEAR = 4  # sentences; what was named so near before is still spoken of
_HEADING, _OPENING = 4, 2  # what a mention counts in a heading, and in the first sentence


def matter(sentence: Sentence, scene: Scene, before: int) -> Target | None:
    """What the text speaks of where a clause says who takes part and not in what; None where it is about no such thing.

    What was named last, or the thing that the document is most about, if it is among what was named last.
    """
    main = _main_matter(scene)
    for near in _last_named(sentence, scene, before):
        told = [mention for mention in near if main is not None and mention.entity == main.entity] or near
        for mention in told:
            found = target_of(mention)
            if found is not None:
                return found
    return target_of(main) if main is not None else None


def _last_named(sentence: Sentence, scene: Scene, before: int) -> Iterator[list[Mention]]:
    """The joinable things of this sentence up to a place, then those of the sentences before it, nearest first."""
    yield [mention for mention in sentence.mentions if mention.end <= before and is_joinable(mention)][::-1]
    for earlier in scene.reading.sentences[max(0, sentence.index - _NEAR) : sentence.index][::-1]:
        yield [mention for mention in earlier.mentions if is_joinable(mention)]


def _main_matter(scene: Scene) -> Mention | None:
    """The joinable thing that the document names most, headings and the first sentence above all."""
    remembered = scene.memory.get("participations.matter", False)
    if remembered is False:
        remembered = scene.memory["participations.matter"] = _find_main(scene)
    return remembered if isinstance(remembered, Mention) else None


def _find_main(scene: Scene) -> Mention | None:
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for sentence in scene.reading.sentences:
        weight = _HEADING if sentence.is_heading else _OPENING if sentence.index < 2 else 1
        for mention in sentence.mentions:
            if is_joinable(mention):
                counts[mention.entity] += weight
                first.setdefault(mention.entity, mention)
    best = max(counts, key=lambda entity: (counts[entity], -first[entity].start), default=None)
    return first[best] if best is not None and counts[best] > 1 else None


def is_joinable(mention: Mention) -> bool:
    """Whether a mention names something of its own that states, firms or forces can take part in."""
    if mention.generic or mention.state is not None or mention.entity in _WELL_KNOWN:
        return False
    if (
        mention.entity in FUNDING_ACTS
        or mention.kind in _SORTS
        or (mention.kind in _KNOWN and mention.form is not NameForm.PATTERN)
    ):
        return True
    words = mention.name.replace("-", " ").casefold().split()
    if mention.kind in _TELLING:
        return bool(_TELLING[mention.kind] & set(words)) or mention.text.startswith(("CTF", "SNM"))
    return mention.kind in _NAMED_SO and len(words) > 1 and words[-1] in _LAST_WORDS


_KNOWN = frozenset({EntityKind.CENTRE, EntityKind.AGENCY})
_NAMED_SO = frozenset(
    {EntityKind.UNKNOWN, EntityKind.PLACE, EntityKind.INSTITUTION, EntityKind.CENTRE, EntityKind.AGENCY}
)
