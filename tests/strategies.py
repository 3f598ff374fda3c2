"""Generators of documents and claims, for every property test. They grow with the grammar.

All of them speak of one invented world: Northmoor, Eastmark, their Pact, Westhaven, the Sunder Sea.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise

from hypothesis import strategies as st

from foedera.model.claims import Claim, Evidence, Filler, Source, cut_evidence
from foedera.model.documents import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    DocumentId,
    Footnote,
    FootnoteMark,
    Marking,
    Skipped,
)
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import KINDS, Holds, Kind, Modality, Polarity, Role
from foedera.model.time import Span

ENTITIES = {
    "NMR": "Northmoor",
    "EMK": "Eastmark",
    "WHV": "Westhaven",
    "northmoor-pact": "Northmoor–Eastmark Pact",
    "sunder-sea": "Sunder Sea",
    "nms-heron": "NMS Heron",
}
# Words with accents, ligatures, characters of two UTF-16 units, marks that combine: offsets must count in code points.
WORDS = (
    *ENTITIES.values(),
    *"signed trained may shall 17 July 2018 39th “pact” naïve Zürich ﬁsheries 條約 🛟 e\u0301lan — %_ 'quoted' \\ NOT".split(),
)
EDTF = ("2018-07-17", "2019-02", "2020", "202X", "2014/..", "../2025", "2019/2020", "2020-21", "2021~", "9999", "0001")


def spans() -> st.SearchStrategy[Span]:
    """Times of every form that the grammar knows."""
    return st.sampled_from(EDTF).map(Span.parse)


def texts() -> st.SearchStrategy[str]:
    """Texts of documents: words of the invented world in paragraphs, and now and then anything at all."""
    sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
    paragraphs = st.lists(sentence, min_size=1, max_size=4).map("\n\n".join)
    anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)
    return st.one_of(paragraphs, paragraphs, anything)


def facts() -> st.SearchStrategy[DocumentFacts]:
    """What is known of a document besides its text; often nothing."""
    words = st.none() | st.sampled_from(WORDS)
    return st.builds(
        DocumentFacts,
        title=words,
        date=st.none() | spans(),
        publisher=words,
        url=st.none() | st.just("https://example.org/pact"),
        language=st.none() | st.just("en"),
        marking=st.none() | st.sampled_from(Marking),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with structure. Its id follows from all of it, as a file's bytes decide what is read from it."""
    text, known = draw(texts()), draw(facts())
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    kinds = st.sampled_from(BlockKind)
    places = list(pairwise(cuts)) if draw(st.booleans()) else []
    blocks = tuple(
        Block(draw(kinds), start, end, draw(st.none() | st.just("Article 7")), draw(st.integers(0, 3)))
        for start, end in places
    )
    notes = tuple(Footnote(str(number), *draw(slices(text))) for number in range(1, draw(st.integers(1, 3))))
    marks = tuple(FootnoteMark(note.number, *draw(slices(text))) for note in notes)
    skipped = draw(st.lists(st.builds(Skipped, st.just("page 3"), st.sampled_from(WORDS)), max_size=2).map(tuple))
    key = hashlib.sha256(repr((text, known, blocks, notes, marks, skipped)).encode()).hexdigest()
    path = f"papers/{key[:8]}.{draw(st.sampled_from(['txt', 'md', 'pdf']))}"
    return Document(DocumentId(key), path, text, path.rpartition(".")[2], known, blocks, notes, marks, skipped)


@st.composite
def slices(draw: st.DrawFn, text: str) -> tuple[int, int]:
    """Start and end of some characters of a text, at least one."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, min(len(text), start + 40)))


@st.composite
def claims(draw: st.DrawFn, document: Document, kind: Kind | None = None) -> Claim:
    """A claim of any kind, or of this one, that a document says; every required role is filled."""
    chosen = kind or draw(st.sampled_from(Kind))
    said = st.sampled_from([cut_evidence(document, *draw(slices(document.text))) for _ in range(2)])
    return draw(_claims_on(chosen, st.lists(said, min_size=1, max_size=2, unique=True), document.text))


def sourced_claims(kind: Kind | None = None) -> st.SearchStrategy[Claim]:
    """A claim that was taken over from a source: no document carries its characters."""
    source = st.builds(
        Source,
        st.sampled_from(WORDS),
        st.none() | st.just("https://example.org/register"),
        st.none() | st.just("Register of Westhaven"),
        st.none() | st.just("2019-02"),
        st.none() | st.sampled_from("ABC"),
    )
    pieces = st.lists(source.map(lambda found: Evidence(None, None, None, "", found)), min_size=1, max_size=2)
    kinds = st.just(kind) if kind else st.sampled_from(Kind)
    return kinds.flatmap(lambda chosen: _claims_on(chosen, pieces, None))


def _claims_on(kind: Kind, evidence: st.SearchStrategy[list[Evidence]], text: str | None) -> st.SearchStrategy[Claim]:
    required = {role.name: _fillers(role, text) for role in KINDS[kind].roles if role.required}
    optional = {role.name: _fillers(role, text) for role in KINDS[kind].roles if not role.required}
    return st.builds(
        Claim,
        kind=st.just(kind),
        roles=st.fixed_dictionaries(required, optional=optional),
        evidence=evidence.map(tuple),
        when=st.none() | spans(),
        modality=st.sampled_from(Modality),
        polarity=st.sampled_from(Polarity),
        cites=st.lists(st.sampled_from(["1", "4", "12a"]), max_size=2, unique=True).map(tuple),
        confidence=st.floats(0, 1),
        extractor=st.just("toy/1"),
    )


def _fillers(role: Role, text: str | None) -> st.SearchStrategy[tuple[Filler, ...]]:
    if role.holds is Holds.CLOSED:
        assert role.closed is not None
        return st.sampled_from([(Filler(word.value),) for word in role.closed])
    plain = _filler(text)
    named = st.builds(
        lambda filler, entity: Filler(filler.text, filler.start, filler.end, EntityId(entity), ENTITIES[entity]),
        plain,
        st.sampled_from(sorted(ENTITIES)),
    )
    one = {Holds.ENTITY: named, Holds.EITHER: plain | named}.get(role.holds, plain)
    return st.lists(one, min_size=1, max_size=3 if role.several else 1).map(tuple)


def _filler(text: str | None) -> st.SearchStrategy[Filler]:
    if text is None:
        return st.sampled_from(WORDS).map(Filler)
    return slices(text).map(lambda place: Filler(text[place[0] : place[1]], *place))


@st.composite
def readings(draw: st.DrawFn, most: int = 4) -> tuple[Document, tuple[Claim, ...]]:
    """A document with what an extractor finds in it: each thing said once."""
    document = draw(documents())
    return document, tuple(draw(st.lists(claims(document), max_size=most, unique_by=lambda claim: claim.id)))


def entities() -> st.SearchStrategy[Entity]:
    """Entities of the invented world, with names, belonging and sources."""
    return st.builds(
        Entity,
        id=st.sampled_from(sorted(ENTITIES)).map(EntityId),
        name=st.sampled_from(WORDS),
        kind=st.sampled_from(EntityKind),
        aliases=st.lists(st.sampled_from(WORDS), max_size=3, unique=True).map(tuple),
        country=st.none() | st.just("NMR"),
        parent=st.none() | st.just(EntityId("NMR")),
        part_of=st.just(()) | st.just((EntityId("northmoor-pact"),)),
        wikidata=st.none() | st.just("Q1"),
        source=st.none() | st.just("https://example.org/register"),
    )
