"""Participations that a list tells: rows that begin with a name, “Not taking part: A and B”, “the three founders – A, B and C”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.claims.drafts import Draft, draft
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.participations.making import can_take_part
from foedera.claims.participations.matter import is_joinable, matter
from foedera.claims.participations.targets import Target
from foedera.claims.participations.words import AS, ROLE_NOUNS
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, ParticipationAs, Polarity

_MARK = re.compile(r"\s*(?:[-•*–—▪◦·]|\(?\w{1,2}[.)])?\s*")
# What stands behind the first name of a row: the country in brackets, or a sign before what the one named does.
_OPENING = re.compile(r"\s*(?:\((?P<country>[A-Z]{2,3}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:,[^()]{1,30})?\))?")
_ROLE_BEHIND = re.compile(r"[^:–—|]{0,60}[:–—|]\s*(?P<role>.+)", re.DOTALL)
# What a list of those who take part is headed by.
_ABOUT_PARTNERS = re.compile(
    r"\b(?:consortium|partners?|participants?|participating|members?|beneficiaries|recipients|contributors?|contributing|"
    r"subcontractors?|exhibitors?|observers?|bidders|shortlist(?:ed)?|who does what|who is in|who takes part|line-?up)\b",
    re.IGNORECASE,
)
_HEADED: tuple[tuple[str, ParticipationAs], ...] = (
    ("beneficiar", AS.BENEFICIARY),
    ("recipient", AS.BENEFICIARY),
    ("contribut", AS.CONTRIBUTOR),
    ("subcontract", AS.CONTRACTOR),
    ("exhibit", AS.EXHIBITOR),
    ("observer", AS.OBSERVER),
    ("bidder", AS.CANDIDATE),
    ("shortlist", AS.CANDIDATE),
    ("member", AS.MEMBER),
)
_ROLES_BEHIND: tuple[tuple[str, ParticipationAs], ...] = (
    ("subcontract", AS.CONTRACTOR),
    ("prime contract", AS.CONTRACTOR),
    ("coordinator", AS.LEAD),
    ("co-ordinator", AS.LEAD),
    ("leader", AS.LEAD),
    ("lead partner", AS.LEAD),
    ("observer", AS.OBSERVER),
    ("associated partner", AS.PARTNER),
)
_LISTED = frozenset({BlockKind.ITEM, BlockKind.ROW})
_FIRMS = frozenset(
    {EntityKind.COMPANY, EntityKind.INSTITUTION, EntityKind.AGENCY, EntityKind.CENTRE, EntityKind.UNKNOWN}
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a list that begins with a name, and what is said of the one named."""

    actors: tuple[Mention, ...]
    role: str


def by_rosters(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What a row of a list, or a list in brackets or between dashes, tells of participations."""
    yield from _in_rows(sentence, scene)
    yield from _beside(sentence, scene)


def _in_rows(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“• Roe Dynamics (NM): radar receivers” under “Who does what” or in a list of such rows of a project's partners."""
    row = _row_of(sentence)
    if row is None:
        return
    head = _head_over(sentence, scene)
    if head is None:
        return
    about = matter(sentence, scene, sentence.start)
    if about is None or about.is_exercise or about.kind is EntityKind.BLOC:
        return
    quality = next((said for word, said in _ROLES_BEHIND if word in row.role.casefold()), None)
    quality = quality or next((said for word, said in _HEADED if word in head.casefold()), AS.PARTNER)
    yield draft(
        Kind.PARTICIPATION,
        (row.actors[0].start, sentence.end),
        confidence=0.5,
        actor=[mention.filler() for mention in row.actors],
        in_=about.filler,
        as_=quality.value,
    )


def _row_of(sentence: Sentence) -> _Row | None:
    """A row that begins with firms, each with its country in brackets; None if the sentence is no such row."""
    if sentence.block.kind not in _LISTED:
        return None
    opening = _MARK.match(sentence.text)
    at = sentence.start + (opening.end() if opening else 0)
    first = sentence.mention_starting(at)
    if first is None or first.kind not in _FIRMS or first.generic or not can_take_part(first):
        return None
    behind = _OPENING.match(sentence.text, first.end - sentence.start)
    if behind is None or behind["country"] is None:
        return None
    listed = tuple(mention for mention in in_list_with(first, sentence) if mention.kind in _FIRMS)
    told = _ROLE_BEHIND.match(sentence.text, listed[-1].end - sentence.start)
    return _Row(listed, told["role"] if told else "")


def _head_over(sentence: Sentence, scene: Scene) -> str | None:
    """The heading or the words before the list, if they say that it lists those who take part in something."""
    for earlier in scene.reading.before(sentence):
        if earlier.block.kind in _LISTED and not earlier.is_heading:
            continue
        return earlier.text if _ABOUT_PARTNERS.search(earlier.text) else None
    return None


_ROLE_WORDS = "|".join(
    sorted(
        """founders founding\\smembers founding\\snations members participants partners\\sin\\sit partners participating\\snations
        participating\\sstates contributors observers signatories member\\sstates""".split(),
        key=len,
        reverse=True,
    )
)
_BESIDE = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Ww]hose)\s(?:\w+\s){{0,2}}?(?P<role>{_ROLE_WORDS})\s*(?:[–—]|-{{1,2}}(?=\s)|\(|:)\s*(?:namely\s)?(?:the\s)?"
)
_ABSENT = re.compile(
    r"(?:^|(?<=[.;\n]\s))\s*(?P<label>Not (?:taking part|participating|involved|on board|members?|present|invited)|Non-members|Absent|"
    r"Staying out|Outside|Missing|Left out)(?:\s(?:altogether|so far|yet))?\s*[:–—]\s*(?:the\s)?"
)
_CLUBS = frozenset(
    {EntityKind.PROGRAMME, EntityKind.BLOC, EntityKind.OPERATION, EntityKind.INSTITUTION, EntityKind.UNKNOWN}
)
_BEHIND_NAME = re.compile(r"\s(?:[–—]|\()\s*(?:the\s)?")


def _beside(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    for match in _BESIDE.finditer(sentence.text):
        word = match["role"].split()[0].rstrip("s")
        quality = ROLE_NOUNS.get(match["role"].split()[-1].removesuffix("s"), ROLE_NOUNS.get(word, AS.MEMBER))
        yield from _listed(match, quality, Polarity.AFFIRMED, sentence, scene)
    for match in _ABSENT.finditer(sentence.text):
        yield from _listed(match, None, Polarity.DENIED, sentence, scene)


def _listed(
    match: re.Match[str], quality: ParticipationAs | None, polarity: Polarity, sentence: Sentence, scene: Scene
) -> Iterator[Draft]:
    first = sentence.mention_starting(sentence.start + match.end())
    if first is None or first.generic or not can_take_part(first):
        return
    listed = in_list_with(first, sentence)
    about: Target | None = matter(sentence, scene, sentence.start + match.start())
    if about is None or about.is_exercise or (polarity is Polarity.AFFIRMED and len(listed) < 2):
        return
    yield draft(
        Kind.PARTICIPATION,
        (sentence.start + match.start(), listed[-1].end),
        polarity=polarity,
        confidence=0.5,
        actor=[mention.filler() for mention in listed],
        in_=about.filler,
        as_=(quality or about.quality).value,
    )


def by_names_of_clubs(sentence: Sentence) -> Iterator[Draft]:
    """“the Squad – Australia, Japan and the Philippines –”, “the Sunder Compact (Northmoor, Eastmark)”: its members."""
    for name in sentence.mentions:
        if name.kind not in _CLUBS or not is_joinable(name):
            continue
        behind = _BEHIND_NAME.match(sentence.text, name.end - sentence.start)
        if behind is None:
            continue
        first = sentence.mention_starting(sentence.start + behind.end())
        if first is None or first.kind not in STATELIKE or first.generic:
            continue
        listed = in_list_with(first, sentence)
        if len({mention.entity for mention in listed}) > 2:
            yield draft(
                Kind.PARTICIPATION,
                (name.start, listed[-1].end),
                confidence=0.5,
                actor=[mention.filler() for mention in listed],
                in_=name.filler(),
                as_=AS.MEMBER.value,
            )
