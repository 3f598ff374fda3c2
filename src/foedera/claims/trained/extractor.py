"""The trained extractor: what the network proposes, alone or beside what the rules heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from foedera.claims.calibration import at_most
from foedera.claims.discourse import Discourse
from foedera.claims.extraction import ExtractOptions, RulesExtractor, headings_of
from foedera.claims.merging import claim_of, merge_claims
from foedera.claims.reading import Reading, read_sentences
from foedera.claims.scene import Scene
from foedera.claims.trained.checking import checked
from foedera.claims.trained.comparing import unheard
from foedera.claims.trained.drafting import draft_of
from foedera.claims.trained.network import Hearing, Network, load_network
from foedera.claims.trained.proposing import Heard, propose, sentence_at, sureness, windows_of
from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.model.kinds import Kind
from foedera.names import Lexicon, load_lexicon

TRAINED_NAME = "trained"
# A text of so few sentences that are worth reading is left to the rules: news items, in which the network adds next to nothing
# and would cost as much as all else (benchmarks/README.md).
_SHORT = 4


@dataclass(frozen=True, slots=True)
class TrainedExtractor:
    """A small network that learnt the kinds from annotated passages. Deterministic; on one thread of the processor."""

    options: ExtractOptions = field(default_factory=ExtractOptions)
    lexicon: Lexicon | None = None
    network: Network | None = None
    name: str = TRAINED_NAME

    @property
    def version(self) -> str:
        """What a change of weights or of the language pipeline changes."""
        return f"{(self.network or load_network()).version}+{self.options.pipeline}"

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims that a document makes, in document order; the same each time."""
        reading = read_sentences(document, self.lexicon or load_lexicon(), self.options.pipeline)
        if not reading.sentences:
            return ()
        network = self.network or load_network()
        hearings = map(network.hear, windows_of(reading, network))
        return merge_claims(self.proposed(Scene(reading, Discourse(reading)), hearings, "alone"), headings_of(document))

    def proposed(self, scene: Scene, hearings: Iterable[Hearing], use: str, heard: Heard | None = None) -> list[Claim]:
        """What the network proposes for a scene, as claims that are checked but not yet merged (see `propose`)."""
        reading, found = scene.reading, []
        label = f"{self.name}/{self.version}"
        for proposal in propose(reading, self.network or load_network(), hearings, use, heard):
            at = sentence_at(proposal.anchor, reading.sentences)
            sentence = reading.sentences[at] if at is not None else None
            sound = checked(proposal, sentence) if sentence is not None else None
            if sentence is not None and sound is not None and sound.kind in self.options.kinds:
                found.append(claim_of(reading.document, sentence, draft_of(sound, sentence, scene), label))
        return [claim for claim in found if claim.confidence >= self.options.lowest_confidence]


@dataclass(frozen=True, slots=True)
class RulesTrainedExtractor:
    """The rules, without what the network is sure is not there, and beside them what it hears where the rules heard less."""

    options: ExtractOptions = field(default_factory=ExtractOptions)
    lexicon: Lexicon | None = None
    network: Network | None = None
    name: str = f"rules+{TRAINED_NAME}"

    @property
    def version(self) -> str:
        """What a change of rules, weights or the language pipeline changes."""
        return f"{RulesExtractor(self.options).version}+{(self.network or load_network()).version}"

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims that a document makes, in document order; the same each time. Each is signed by who found it."""
        reading = read_sentences(document, self.lexicon or load_lexicon(), self.options.pipeline)
        scene = Scene(reading, Discourse(reading))
        heard = RulesExtractor(self.options, self.lexicon).claims_in(scene)
        if len(reading.sentences) <= _SHORT:
            return heard
        network = self.network or load_network()
        kept, hearings = listened(heard, reading, network)
        heard = tuple(claim for claim in kept if claim.confidence >= self.options.lowest_confidence)
        trained = TrainedExtractor(self.options, self.lexicon, network)
        added = unheard(trained.proposed(scene, hearings, "beside", counted(heard, reading)), heard)
        return merge_claims([*heard, *added], headings_of(document)) if added else heard


def listened(
    heard: tuple[Claim, ...], reading: Reading, network: Network
) -> tuple[tuple[Claim, ...], Iterable[Hearing]]:
    """What is left of the rules' claims when the network has listened, and what it hears.

    In a text of several windows all are left: what its doubt means was counted on texts of one (docs/decisions/0129).
    """
    windows = windows_of(reading, network)
    if len(windows) != 1:
        return heard, map(network.hear, windows)
    hearing = network.hear(windows[0])
    return weighed(heard, reading, hearing, network), (hearing,)


def weighed(heard: Iterable[Claim], reading: Reading, hearing: Hearing, network: Network) -> tuple[Claim, ...]:
    """The claims in whose sentences the network is as sure of their kind as it must be, no surer than it lets them be."""
    steps, sure = network.rightness, sureness(hearing, reading.sentences)
    placed = [(claim, surest(claim, reading, sure)) for claim in heard]
    return tuple(
        replace(claim, confidence=at_most(claim.confidence, steps, most))
        for claim, most in placed
        if most >= network.support
    )


def surest(claim: Claim, reading: Reading, sure: Mapping[tuple[int, Kind], float]) -> float:
    """How sure the network is at most of a claim's kind in a sentence on which it rests, from 0 to 1."""
    return max((sure.get((at, claim.kind), 0.0) for at in sentences_of(claim, reading)), default=0.0)


def counted(heard: Iterable[Claim], reading: Reading) -> Counter[tuple[int, Kind]]:
    """How many claims of each kind have evidence in each sentence."""
    return Counter((at, claim.kind) for claim in heard for at in sentences_of(claim, reading))


def sentences_of(claim: Claim, reading: Reading) -> set[int]:
    """The numbers of the sentences in which a claim has evidence."""
    return {
        sentence.index
        for sentence in reading.sentences
        for piece in claim.evidence
        if piece.start is not None and piece.end is not None
        if piece.start < sentence.end and sentence.start < piece.end
    }
