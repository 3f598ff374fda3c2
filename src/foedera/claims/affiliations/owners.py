"""Whose office it is where the office itself does not say: the body behind it, the state or body spoken of."""

from __future__ import annotations

from foedera.claims.affiliations.offices import Office
from foedera.claims.affiliations.words import LEADS_KIND, MILITARY, OF_STATE, OF_UNION
from foedera.claims.mentions import ACTORS, STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityId, EntityKind
from foedera.names import NameForm
from foedera.names.patterns.words import Words

BODIES = (ACTORS - {EntityKind.PERSON}) | {EntityKind.VESSEL, EntityKind.CENTRE, EntityKind.EVENT}
_COMMANDS = frozenset({EntityKind.UNIT, EntityKind.FORCE, EntityKind.VESSEL, EntityKind.OPERATION, EntityKind.CENTRE})
_EMPLOYERS = frozenset({EntityKind.COMPANY, EntityKind.AGENCY, EntityKind.CENTRE, EntityKind.INSTITUTION})


def owner_behind(person: Mention, office: Office, words: Words, sentence: Sentence) -> Filler | None:
    """The body after an office and a comma, or in brackets after the name: "general manager, Marmara Optronik"."""
    for end in (words.ends[office.last] + sentence.start, person.end):
        for mention in sentence.mentions:
            if mention.start < end or mention.kind not in BODIES or mention.start == person.start:
                continue
            gap = sentence.text[end - sentence.start : mention.start - sentence.start].strip()
            if gap in {
                ",",
                "(",
                "of",
                "of the",
                ", of the",
                ", of",
                ", the",
                "at",
                "from",
                "at the",
                "from the",
                "with the",
            }:
                if gap == "(" and mention.kind in STATELIKE and office.head in MILITARY:
                    break  # "Sector commander: Brigadier Doe (Westhaven)": there he comes from
                following = sentence.text[mention.end - sentence.start :].lstrip()
                if gap != "(" or following.startswith(")"):
                    return mention.filler()
            break
    return None


def state_spoken_of(person: Mention, sentence: Sentence, scene: Scene) -> Filler | None:
    """The state that an office without owner most likely belongs to: the one that the text speaks of most.

    A state of which the same sentence says that somebody is its, or whose forces or bodies it names, comes before. A news
    item speaks of a state only where that itself does something, not where something happens in it: “Doe flew to Westhaven”.
    """
    counts: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for each in scene.reading.sentences:
        for mention in _states_of(each):
            if mention.kind is EntityKind.BLOC or (scene.is_brief and not _acts(mention, each)):
                continue
            weight = 1 if mention.form is NameForm.METONYM else 2
            counts[str(mention.state)] = counts.get(str(mention.state), 0) + weight * (2 if each.is_heading else 1)
            known = first.get(str(mention.state))
            if known is None or (known.form is NameForm.METONYM and mention.form is not NameForm.METONYM):
                first[str(mention.state)] = mention
    near = [
        mention
        for mention in _states_of(sentence)
        if mention.end <= person.start and mention.kind is not EntityKind.BLOC
    ]
    for mention in near[-1:]:
        if str(mention.state) in counts:
            counts[str(mention.state)] += _NEAR
    best = max(counts, key=lambda state: (counts[state], -first[state].start), default=None)
    return first[best].filler() if best is not None else None


def _acts(mention: Mention, sentence: Sentence) -> bool:
    """Whether a state itself does something in a sentence, by its own name, and is not only made to: “to get it to”."""
    root = sentence.root_of(mention.start, mention.end)
    if mention.form is NameForm.DEMONYM or root is None or root.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if root.head.pos_ not in {"VERB", "AUX"}:
        return False
    return root.head.dep_ == "ROOT" or not any(child.tag_ == "TO" for child in root.head.children)


_NEAR = 2  # a state named before the person in the same sentence counts as one more mention
_ABOVE_STATES = frozenset(
    {EntityId(name) for name in "european-commission european-council european-parliament hrvp eums NATO EU UN".split()}
)


def body_of_known(person: Mention, head: str, scene: Scene) -> Filler | None:
    """The state, or the union of states, for which a person whom the lexicon knows holds such an office.

    None where the lexicon does not know the person, or where an office of a union is not that of its person.
    """
    entity = scene.reading.lexicon.entity(person.entity)
    if entity is None or entity.kind is not EntityKind.PERSON or entity.country is None:
        return None
    if entity.parent not in _ABOVE_STATES:
        return _named_in_text(EntityId(entity.country), scene) if head in OF_STATE else None
    if head not in OF_UNION:
        return None
    own = head == "president" or entity.parent in {"NATO", "UN"}
    return _named_in_text(entity.parent if own and entity.parent else EntityId("EU"), scene)


def _named_in_text(identity: EntityId, scene: Scene) -> Filler | None:
    """An entity as the text first names it; by its own name where the text does not."""
    for mention in scene.reading.mentions:
        for each in (mention, *mention.inner):
            if each.entity == identity and each.form is not NameForm.METONYM:
                return each.filler()
    entity = scene.reading.lexicon.entity(identity)
    return Filler(entity.name, None, None, entity.id, entity.name) if entity is not None else None


def bloc_spoken_of(scene: Scene) -> Filler | None:
    """The union of states that the text speaks of, where it speaks of one alone."""
    blocs = {mention.entity: mention for mention in reversed(scene.reading.mentions) if mention.kind is EntityKind.BLOC}
    return next(iter(blocs.values())).filler() if len(blocs) == 1 else None


def body_spoken_of(person: Mention, office: Office, sentence: Sentence, scene: Scene) -> Filler | None:
    """The body that "the chief executive, Jane Doe" leads: the company or body named last before.

    A title that says which sort of body it leads ("exercise director") is looked for in the whole text before.
    """
    if office.head == "president" and office.first == office.last:
        return None
    title = sentence.text[slice(*office.title)].casefold().replace("-", " ").split()
    told = next((LEADS_KIND[word] for word in title if word in LEADS_KIND), None)
    kinds = told or (_COMMANDS if office.head in MILITARY else _EMPLOYERS)
    for each in (sentence, *scene.reading.before(sentence)):
        bodies = [
            mention
            for mention in each.mentions
            if mention.kind in kinds and not mention.generic and mention.end <= person.start
        ]
        if bodies:
            return bodies[0].filler() if each is not sentence else bodies[-1].filler()
        if sentence.index - each.index > 3 and told is None:
            break
    return None


def _states_of(sentence: Sentence) -> list[Mention]:
    """The states and capitals that a sentence names, also within the names of their bodies."""
    return [
        each
        for mention in sentence.mentions
        for each in (mention, *mention.inner)
        if each.state is not None and (each.kind in STATELIKE or each.form in {NameForm.METONYM, NameForm.DEMONYM})
    ]
