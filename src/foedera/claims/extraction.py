"""Document to claims: every kind on every sentence that was selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from foedera.claims.activities import find_activities
from foedera.claims.affiliations import find_affiliations
from foedera.claims.assessments import find_assessments
from foedera.claims.capabilities import find_capabilities
from foedera.claims.commitments import find_commitments
from foedera.claims.dependencies import find_dependencies
from foedera.claims.discourse import Discourse
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events import find_instrument_events
from foedera.claims.linking import link_instrument
from foedera.claims.measures import find_measures
from foedera.claims.merging import claim_of, merge_claims
from foedera.claims.parsing import DEFAULT_PIPELINE
from foedera.claims.participations import find_participations
from foedera.claims.reading import Sentence, read_sentences
from foedera.claims.remarks import find_remarks
from foedera.claims.scene import Scene
from foedera.claims.timing import as_dated
from foedera.model.claims import Claim
from foedera.model.documents import Block, BlockKind, Document
from foedera.model.kinds import Kind
from foedera.names import Lexicon, load_lexicon

RULES_NAME = "rules"
RULES_VERSION = "1"

# A kind of claim is found by a function of this shape.
Finder = Callable[[Sentence, Scene], Iterator[Draft]]

FINDERS: dict[Kind, Finder] = {
    Kind.INSTRUMENT_EVENT: find_instrument_events,
    Kind.COMMITMENT: find_commitments,
    Kind.ACTIVITY: find_activities,
    Kind.PARTICIPATION: find_participations,
    Kind.CAPABILITY: find_capabilities,
    Kind.MEASURE: find_measures,
    Kind.DEPENDENCY: find_dependencies,
    Kind.REMARK: find_remarks,
    Kind.ASSESSMENT: find_assessments,
    Kind.AFFILIATION: find_affiliations,
}


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """How claims are extracted: the spaCy pipeline, the kinds wanted, the lowest confidence kept (0 to 1).

    `lowest_in_news` is that of news items of a few sentences, which lend a guess no support (docs/decisions/0099).
    """

    pipeline: str = DEFAULT_PIPELINE
    kinds: frozenset[Kind] = field(default_factory=lambda: frozenset(Kind))
    lowest_confidence: float = 0.0
    lowest_in_news: float = 0.8


@dataclass(frozen=True, slots=True)
class RulesExtractor:
    """The extractor that ships with Foedera: linguistic rules on a dependency parse. Deterministic."""

    options: ExtractOptions = field(default_factory=ExtractOptions)
    lexicon: Lexicon | None = None
    name: str = RULES_NAME

    @property
    def version(self) -> str:
        """What a change of rules or of the language pipeline changes."""
        return f"{RULES_VERSION}+{self.options.pipeline}"

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims that a document makes, in document order; the same each time."""
        reading = read_sentences(document, self.lexicon or load_lexicon(), self.options.pipeline)
        return self.claims_in(Scene(reading, Discourse(reading)))

    def claims_in(self, scene: Scene) -> tuple[Claim, ...]:
        """The claims of a document that was made ready already."""
        document, label = scene.reading.document, f"{self.name}/{self.version}"
        found = (
            claim_of(document, sentence, draft, label)
            for sentence in scene.reading.sentences
            for draft in self._drafts(sentence, scene)
        )
        options = self.options
        lowest = max(options.lowest_confidence, options.lowest_in_news if scene.is_news_item else 0.0)
        kept = (claim for claim in found if claim.confidence >= lowest)
        return merge_claims(kept, headings_of(document))

    def _drafts(self, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
        for kind, find in FINDERS.items():
            if kind in self.options.kinds:
                for draft in find(sentence, scene):
                    if draft.is_complete:
                        whole = as_dated(link_instrument(draft, scene), scene.reading.document.date)
                        scene.told.append((sentence.index, whole))
                        yield whole


def headings_of(document: Document) -> list[Block]:
    """The title and the headings of a document: what they announce is told below them."""
    return [block for block in document.blocks if block.kind in {BlockKind.TITLE, BlockKind.HEADING}]
