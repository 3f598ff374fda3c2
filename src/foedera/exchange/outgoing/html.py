"""A selection as one HTML page: map, timeline, claims with their quotes. It holds all it needs and opens anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import IO

from foedera.exchange.outgoing.drawing import draw_map, draw_years
from foedera.exchange.outgoing.selection import Selection, Written, new_file, source_title, source_url
from foedera.model.claims import Claim, Evidence
from foedera.model.documents import Document, DocumentId, Marking
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.names.data import data_path
from foedera.views.placing import Gazetteer, Spot
from foedera.views.statements import show_claim

# Nothing from elsewhere is ever loaded, whatever a quote contains.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
UNDATED = 0


def write_html(selection: Selection, path: Path) -> Written:
    """Write the page. Claims stand by year, those without a date at the end; every one is shown."""
    claims = list(selection.claims())
    documents = selection.documents(claims)
    written = Written(len(claims))
    written.note(documents.values())
    with new_file(path) as file:
        _Page(selection, claims, documents).write(file)
    return written


class _Page:
    """The page on its way, part by part."""

    def __init__(self, selection: Selection, claims: list[Claim], documents: dict[DocumentId, Document]) -> None:
        self._title, self._claims, self._documents = selection.title, claims, documents
        gazetteer = Gazetteer(selection.record)
        found = {claim.id: gazetteer.spot(claim) for claim in claims if claim.kind is Kind.ACTIVITY}
        self._spots: dict[str, Spot] = {id: spot for id, spot in found.items() if spot is not None}
        self._unplaced = len(found) - len(self._spots)
        self._by_year: dict[int, list[Claim]] = {}
        for claim in claims:
            self._by_year.setdefault(year_of(claim), []).append(claim)
        self._numbers: dict[tuple[str, str | None], int] = {}
        for claim in claims:
            for evidence in claim.evidence:
                self._numbers.setdefault(self._key(evidence), len(self._numbers) + 1)

    def write(self, file: IO[str]) -> None:
        for part in self._parts():
            file.write(part + "\n")

    def _parts(self) -> Iterator[str]:
        title = escape(self._title)
        yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="generator" content="Foedera">'
        yield f"<title>{title}</title>\n<style>\n{data_path('exchange/page.css').read_text('utf-8')}</style>\n</head>\n<body>"
        yield f"<header><h1>{title}</h1>\n{self._summary()}</header>"
        if self._spots:
            yield f'<h2>Map</h2>\n<figure class="map">{draw_map(self._spots)}{self._map_note()}</figure>'
        years = {year: len(found) for year, found in self._by_year.items() if year != UNDATED}
        if years:
            yield f'<h2>Timeline</h2>\n<figure class="years">{draw_years(years)}'
            yield "<figcaption>Claims by the year in which what they say began. A bar leads to its year.</figcaption></figure>"
        yield "<h2>Claims</h2>"
        yield (
            '<div class="find" hidden><input id="find" type="search" placeholder="Show only claims with these words" '
            'aria-label="Show only claims with these words"><span class="soft" id="found" aria-live="polite"></span></div>'
        )
        for year in sorted(self._by_year, key=lambda year: (year == UNDATED, year)):
            yield f'<section class="year" id="y{year}"><h3>{year or "Without a date"}</h3>'
            yield from (self._article(claim) for claim in self._by_year[year])
            yield "</section>"
        yield from self._sources()
        yield f"<script>\n{data_path('exchange/page.js').read_text('utf-8')}</script>\n</body>\n</html>"

    def _summary(self) -> str:
        documents = len(self._documents)
        sources = len(self._numbers) - documents
        counted = [f"{len(self._claims):,} claim{_s(len(self._claims))}"]
        if documents:
            counted.append(f"{documents:,} document{_s(documents)}")
        if sources:
            counted.append(f"{sources:,} other source{_s(sources)}")
        lines = [f"<p>{' · '.join(counted)}</p>"]
        closed = Counter(document.facts.marking for document in self._documents.values())
        for marking in (Marking.RED, Marking.AMBER_STRICT, Marking.AMBER, Marking.GREEN):
            if closed[marking]:
                lines.append(
                    f'<p class="marking">{marking.value}: holds {closed[marking]} document{_s(closed[marking])} so marked.</p>'
                )
        lines.append(
            '<p class="soft">What sources say, each with its words. A claim is no finding: read the quote.</p>'
        )
        return "\n".join(lines)

    def _map_note(self) -> str:
        rest = f" {self._unplaced} more took place where nobody gave coordinates." if self._unplaced else ""
        return (
            f"<figcaption>{len(self._spots)} activities. Areas are drawn with few points, their borders are approximate; "
            f"a dot in an area stands for the area. Land: Natural Earth.{rest}</figcaption>"
        )

    def _article(self, claim: Claim) -> str:
        when = f'<span class="when">{escape(claim.when.edtf)}</span>' if claim.when else ""
        tags = [f'<span class="tag">{claim.kind.value.replace("_", " ")}</span>']
        if claim.modality is not Modality.ACTUAL:
            tags.append(f'<span class="tag unsure">{claim.modality.value}</span>')
        if claim.polarity is Polarity.DENIED:
            tags.append('<span class="tag unsure">denied</span>')
        tags.append(f'<span class="tag">confidence {claim.confidence:.2f}</span>')
        said = "".join(self._evidence(claim, evidence) for evidence in claim.evidence)
        return (
            f'<article id="{escape(claim.id)}"><p class="says">{when}{escape(show_claim(claim))}</p>{said}'
            f"<p>{' '.join(tags)}</p></article>"
        )

    def _evidence(self, claim: Claim, evidence: Evidence) -> str:
        quote = f"<blockquote>{highlighted(claim, evidence)}</blockquote>" if evidence.quote else ""
        number = self._numbers[self._key(evidence)]
        title = escape(source_title(evidence, self._documents))
        return f'{quote}<p class="soft">{title} <a href="#s{number}">[{number}]</a></p>'

    def _key(self, evidence: Evidence) -> tuple[str, str | None]:
        if evidence.document:
            return evidence.document, None
        return source_title(evidence, self._documents), source_url(evidence, self._documents)

    def _sources(self) -> Iterator[str]:
        pieces = {self._key(evidence): evidence for claim in self._claims for evidence in claim.evidence}
        if not pieces:
            return
        yield '<h2>Sources</h2>\n<ol class="sources">'
        for key, number in self._numbers.items():
            yield f'<li id="s{number}">{self._source(pieces[key])}</li>'
        yield "</ol>"

    def _source(self, evidence: Evidence) -> str:
        parts = [escape(source_title(evidence, self._documents))]
        document = self._documents.get(evidence.document) if evidence.document else None
        if document:
            facts = document.facts
            parts += [escape(part) for part in (facts.publisher, facts.date.edtf if facts.date else None) if part]
        elif evidence.source and evidence.source.date:
            parts.append(escape(evidence.source.date))
        url = source_url(evidence, self._documents)
        if url and url.startswith(("https://", "http://")):
            parts.append(f'<a href="{escape(url)}" rel="noreferrer">{escape(url)}</a>')
        return ", ".join(parts)


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def year_of(claim: Claim) -> int:
    """The year in which a claim's time begins, or ends if its beginning is open; `UNDATED` if neither is known."""
    if claim.when is None:
        return UNDATED
    if claim.when.earliest.year > 1:
        return claim.when.earliest.year
    return claim.when.latest.year if claim.when.latest.year < 9999 else UNDATED


def highlighted(claim: Claim, evidence: Evidence) -> str:
    """The quote as HTML, with the words marked that fill a role. Of words within words the longer are marked."""
    if evidence.start is None:
        return escape(evidence.quote)
    places = [
        (filler.start - evidence.start, filler.end - evidence.start, role)
        for role, fillers in claim.roles.items()
        for filler in fillers
        if filler.start is not None and filler.end is not None
    ]
    parts, done = [], 0
    for start, end, role in sorted(places, key=lambda place: (place[0], -place[1])):
        if done <= start and end <= len(evidence.quote):
            parts.append(escape(evidence.quote[done:start]))
            parts.append(f'<mark title="{escape(role)}">{escape(evidence.quote[start:end])}</mark>')
            done = end
    return "".join((*parts, escape(evidence.quote[done:])))
