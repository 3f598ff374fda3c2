"""What surrounds a commitment: its parties, the instrument it stands in, the provision, whether parties speak."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedera.claims import frames
from foedera.claims.commitments.instruments import instrument_of_commitment
from foedera.claims.dates import resolve
from foedera.claims.drafts import Draft, draft
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.claims.tokens import Token
from foedera.claims.wording import noun_phrase, placed_in, spanning
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality, Polarity, Strength
from foedera.model.time import Span
from foedera.names import NameForm

_PARTIES = frozenset(
    {
        EntityKind.STATE,
        EntityKind.BLOC,
        EntityKind.INSTITUTION,
        EntityKind.AGENCY,
        EntityKind.FORCE,
        EntityKind.COMPANY,
        EntityKind.CENTRE,
    }
)
# Common nouns of those whom an instrument binds.
_BOUND = frozenset(
    """party parties participant participants side sides member members state states government governments host user
    users signatory signatories contractor contractors applicant applicants holder holders exporter exporters owner
    supplier recipient recipients sender vessel vessels ship ships navy navies force forces ministry ministries
    minister ministers committee secretariat commission authority authorities crew crews detachment visitor visitors
    operator operators company companies firm firms country countries both neither each leaders personnel troops divers
    pilots officers staff importers suppliers bidders tenderers allies donors industry governments agencies services""".split()
)
_FEWEST_WORDS = 2  # "promised not to do so", "may be able to": what is undertaken stands elsewhere
_AUXILIARIES = frozenset({"", "have", "has", "had", "also", "jointly", "both", "have also"})
_ALL_OF_THEM = frozenset("each both either neither two three four five six".split())
_LONGEST_TITLE = 160  # characters; a longer first line is a paragraph that begins in the middle of a text
_PROVISION = re.compile(
    r"(?:Articles?|Art\.|Paragraphs?|Section|Sec\.|Clause|Chapter|Annex|Point|§+|¶)\s*\d*[IVX]*[\d.]*(?:\([\da-z]+\))*",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:joint (?:press )?(?:statement|declaration|communiqu[eé])|declaration of intent|memorandum of|treaty|protocol"
    r"|arrangement|agreement|convention|communiqu[eé]|shared vision|compact|accord|declaration|action plan"
    r"|letter of intent|terms of reference|agreed minutes|exchange of notes|council conclusions|outcome document"
    r"|chair['’]s summary|joint vision|partnership$|^we,)\b",
    re.IGNORECASE,
)


def parties_at(
    tokens: Iterable[Token], sentence: Sentence, scene: Scene, *, persons: bool = False
) -> tuple[Filler, ...]:
    """Who is bound: named parties, and unnamed ones as an instrument calls them ("Users", "the sending state").

    With `persons`, those who promise for their side count too: "the two presidents agreed to …".
    """
    found: dict[str, Filler] = {}
    for token in tokens:
        if token.lower_ in {"we", "our"}:
            for mention in signatories(scene):
                found.setdefault(mention.entity, mention.filler())
            continue
        mentions = [each for each in scene.discourse.resolve(token, sentence) if _can_be_bound(each, persons=persons)]
        own = sentence.mention_of(token)
        if not mentions and own is not None and own.text.casefold() in {"signatories", "participants", "parties"}:
            mentions = list(signatories(scene))  # the parse takes the capitalised word for a name
        every = any(child.lower_ in {"each", "either", "both", "neither"} for child in token.children)
        if (not mentions or all(each.generic for each in mentions)) and (token.lower_ in _ALL_OF_THEM or every):
            mentions = list(signatories(scene))
        for mention in mentions:
            found.setdefault(mention.entity, mention.filler())
        if mentions:
            continue
        if token.lemma_.lower() in _BOUND or token.lower_ in _BOUND:
            owners = [owner.filler() for owner in _owners(token, sentence, scene)]
            named = noun_phrase(token, sentence, joined=False)
            for filler in owners or ([named] if named is not None else []):
                found.setdefault(str(filler.entity or filler.text.casefold()), filler)
    return tuple(found.values())


def _owners(noun: Token, sentence: Sentence, scene: Scene) -> list[Mention]:
    """Whose side, government or ministry a noun names: both of "the Chinese and Russian sides"."""
    first, last = sentence.place(noun.left_edge.i, noun.i + 1)
    before = [each for each in sentence.mentions_between(first, last) if each.kind in STATELIKE]
    owner = scene.owner(noun, sentence)
    return before or ([owner] if owner is not None else [])


def _can_be_bound(mention: Mention, *, persons: bool) -> bool:
    if persons and mention.kind is EntityKind.PERSON:
        return True
    if mention.generic:
        return mention.text.split()[-1].casefold() in _BOUND
    return mention.kind in _PARTIES or mention.form is NameForm.METONYM


def parties_beside(verb: Token, sentence: Sentence) -> tuple[Filler, ...]:
    """Who is named right before a verb that the parse left without a subject: "… Biden and Kishida pledged to …"."""
    end = sentence.offset(verb)
    before = [each for each in sentence.mentions if each.end <= end and _can_be_bound(each, persons=True)]
    if not before or sentence.text[before[-1].end - sentence.start : end - sentence.start].strip() not in _AUXILIARIES:
        return ()
    for mention in before:
        listed = in_list_with(mention, sentence)
        if listed[-1] == before[-1]:
            return tuple(each.filler() for each in listed)
    return (before[-1].filler(),)


def are_states(parties: tuple[Filler, ...], scene: Scene, *, alone: bool = False) -> bool:
    """Whether all the parties are states or blocs, at least two, or one where that is enough."""
    lexicon = scene.reading.lexicon
    known = [lexicon.entity(filler.entity) for filler in parties if filler.entity]
    return len(known) > (0 if alone else 1) and all(entity is not None and entity.kind in STATELIKE for entity in known)


def is_official(scene: Scene) -> bool:
    """Whether the document is itself an instrument or a statement of parties: its title or first lines say so."""
    found = scene.memory.get("official")
    if not isinstance(found, bool):
        document = scene.reading.document
        heads = [
            document.text[block.start : block.end]
            for block in document.blocks[:3]
            if block.kind in {BlockKind.TITLE, BlockKind.HEADING}
        ]
        line = document.text.lstrip().split("\n", 1)[0]
        first = line if len(line) <= _LONGEST_TITLE else ""
        speaking = any(sentence.text.startswith(("We, ", "WE, ")) for sentence in scene.reading.sentences[:8])
        named = any(_OFFICIAL.search(head) and not _tells_news(head) for head in (*heads, first))
        found = (speaking or named) and not _tells_news(first)
        scene.memory["official"] = found
    return found


def _tells_news(line: str) -> bool:
    """Whether a title tells news of an instrument ("Norway and the EU sign …") instead of naming it."""
    return (
        re.search(
            r"\b(?:signs?|signed|backs?|ratif\w+|agrees?|seals?|enters?|joins?|summary of)\b", line, re.IGNORECASE
        )
        is not None
    )


def provision_at(sentence: Sentence, scene: Scene) -> Filler | None:
    """The article or paragraph in which the sentence stands, or that it names."""
    match = _PROVISION.search(sentence.text)
    if match and any(character.isdigit() or character in "IVX" for character in match.group()[3:]):
        return sentence.cut(sentence.start + match.start(), sentence.start + match.end())
    number = sentence.block.number
    if number and number[:1].isalpha():
        at = scene.reading.text.find(number, sentence.block.start, sentence.block.end)
        return Filler(number, at, at + len(number)) if at >= 0 else Filler(number)
    return None


def commitment(
    said_by: Token,
    parties: tuple[Filler, ...],
    undertaking: Filler | None,
    strength: Strength,
    sentence: Sentence,
    scene: Scene,
    *,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    confidence: float = 0.6,
) -> Draft | None:
    """The draft of a commitment; None where nobody is bound to anything."""
    if not parties or undertaking is None or len(undertaking.text.split()) < _FEWEST_WORDS:
        return None
    return draft(
        Kind.COMMITMENT,
        spanning(sentence.excerpt(said_by.i, said_by.i + 1), undertaking, *placed_in(sentence, parties)),
        when=_when(said_by, undertaking, sentence, scene),
        modality=modality,
        polarity=polarity,
        confidence=confidence,
        party=parties,
        undertaking=undertaking,
        strength=strength.value,
        instrument=instrument_of_commitment(sentence, scene, official=is_official(scene)),
        provision=provision_at(sentence, scene),
    )


def _when(said_by: Token, undertaking: Filler, sentence: Sentence, scene: Scene) -> Span | None:
    """By when it is to be done, or when it was promised: the date of the undertaking or of the verb of promising."""
    assert undertaking.start is not None and undertaking.end is not None
    inside = sentence.dates_between(undertaking.start, undertaking.end)
    if inside:
        return resolve(inside[0], scene.reading.document.date, True).span
    for date in sentence.dates:
        root = sentence.root_of(date.start, date.end)
        if root is not None and frames.clause_verb(root) == said_by:
            return resolve(date, scene.reading.document.date, said_by.tag_ not in {"VBD", "VBN"}).span
    return None
