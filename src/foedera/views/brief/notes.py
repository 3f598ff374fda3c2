"""The notes of a brief: one for each sentence and row, with its sources, their dates and their words.

A source is given in full once, where it belongs most closely; other notes that rest on it say where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foedera.answers.grounds import head_of
from foedera.answers.trust import reliability_of
from foedera.model.claims import Claim, ClaimId, Evidence
from foedera.views.brief.content import Block, Brief, Bullets, Cited, Note, Paragraph, Row, Section, Sentence, Table
from foedera.views.brief.material import Material
from foedera.views.brief.wording import opening, short
from foedera.views.statements import show_claim
from foedera.views.trust import show_trust

_FULL = 3  # a note with so few sources gives them all in full, wherever else they stand
_QUOTE = 420  # characters of a quote on paper


def with_notes(material: Material, brief: Brief) -> Brief:
    """The brief with its sentences and rows numbered, and the note of each."""
    counter = iter(range(1, 1_000_000))
    numbered = replace(
        brief,
        headline=tuple(replace(each, note=next(counter)) for each in brief.headline),
        sections=tuple(_numbered(section, counter) for section in brief.sections),
    )
    units = list(numbered.founded())
    sources = [sources_of(material, unit) for unit in units]
    homes = _homes(sources)
    return replace(numbered, notes=tuple(_note(unit, told, homes) for unit, told in zip(units, sources, strict=True)))


def _numbered(section: Section, counter: Iterable[int]) -> Section:
    numbers = iter(counter)
    blocks: list[Block] = []
    for block in section.blocks:
        if isinstance(block, (Paragraph, Bullets)):
            blocks.append(
                replace(block, sentences=tuple(replace(each, note=next(numbers)) for each in block.sentences))
            )
        elif isinstance(block, Table):
            blocks.append(replace(block, rows=tuple(replace(row, note=next(numbers)) for row in block.rows)))
        else:
            blocks.append(block)
    return replace(section, blocks=tuple(blocks))


def _homes(sources: Sequence[Sequence[Cited]]) -> dict[Cited, int]:
    """Each source → the number of the note that gives it in full: the first short one, else the shortest."""
    homes: dict[Cited, tuple[int, int]] = {}
    for number, told in enumerate(sources, 1):
        length = max(len(told), _FULL)
        for source in told:
            if source not in homes or length < homes[source][0]:
                homes[source] = (length, number)
    return {source: number for source, (_, number) in homes.items()}


def _note(unit: Sentence | Row, told: Sequence[Cited], homes: dict[Cited, int]) -> Note:
    here = tuple(source for source in told if homes[source] == unit.note)
    see = sorted({homes[source] for source in told if homes[source] != unit.note})
    return Note(unit.note, here, tuple(see))


def sources_of(material: Material, unit: Sentence | Row, most: int | None = None) -> tuple[Cited, ...]:
    """The sources of a unit's claims in their order, then those of the rules that no claim states; at most so many."""
    found: dict[Cited, None] = {}
    for cited in _sources(material, unit):
        found[cited] = None
        if len(found) == most:
            break
    return tuple(found)


def _sources(material: Material, unit: Sentence | Row) -> Iterator[Cited]:
    for id in unit.claims:
        claim = material.claim(id)
        if claim is not None:
            yield from (_cited(material, claim, evidence) for evidence in claim.evidence)
    yield from (_rule(material, rule) for rule in unit.rules if rule in material.rules)


def count_sources(material: Material, unit: Sentence | Row) -> int:
    """How many sources a unit has; sources of two claims are two, even of the same words."""
    rules = {_rule(material, rule) for rule in unit.rules if rule in material.rules}
    return len(rules) + sum(_number_of(material, claim) for id in unit.claims if (claim := material.claim(id)))


def _number_of(material: Material, claim: Claim) -> int:
    if len(claim.evidence) == 1:  # as nearly always: where thousands of claims say one thing, none is looked at
        return 1
    return len({_cited(material, claim, evidence) for evidence in claim.evidence})


def _cited(material: Material, claim: Claim, evidence: Evidence) -> Cited:
    quote = short(evidence.quote, _QUOTE)
    trust = show_trust(reliability_of(claim), claim.confidence)
    says = "" if quote else opening(short(show_claim(claim), _QUOTE))
    if evidence.source is not None:
        source = evidence.source
        return Cited(
            source.title, source.publisher or "", source.date or "", source.url or "", quote, says, trust, claim.id
        )
    document = head_of(material.record, evidence.document)
    if document is None:
        return Cited("a document that the record no longer holds", "", "", "", quote, says, trust, claim.id)
    facts = document.facts
    day = facts.date.edtf if facts.date else ""
    return Cited(
        facts.title or document.path, facts.publisher or "", day, facts.url or "", quote, says, trust, claim.id
    )


def _rule(material: Material, id: str) -> Cited:
    """A rule that no claim states: its basis stands for the source."""
    rule = material.rules[id]
    basis = "; ".join(str(basis) for basis in rule.basis)
    url = rule.source if rule.source.startswith("http") else ""
    return Cited(basis, "", "", url, "", f"Rule {rule.id}: {rule.sentence}", show_trust(None, rule.confidence))


def claims_of(notes: Iterable[Note]) -> tuple[ClaimId, ...]:
    """The claims that notes cite, each once."""
    return tuple(dict.fromkeys(source.claim for note in notes for source in note.sources if source.claim))


def show_see(numbers: Sequence[int]) -> str:
    """Numbers of notes as one reads them: “3, 5–9 and 12”."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
