"""The extractors by name, and the door that all of them come in by.

An extractor is `(Document) -> Iterable[Claim]` with a name and a version. One that may fail in part also has
`read(document) -> Extraction`, which lists what it left out. To add one: a name here, and how it is made in `_FACTORIES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from foedera.claims.extraction import ExtractOptions
    from foedera.claims.llm.options import LlmOptions
    from foedera.model.claims import Claim
    from foedera.model.documents import Document, Skipped


class ExtractorName(StrEnum):
    """What makes claims of documents. A sum asks both: the trained network adds what the rules have not heard; a language
    model is a second voice, and what both say is surer.
    """

    RULES = "rules"
    TRAINED = "trained"
    RULES_TRAINED = "rules+trained"
    LLM = "llm"
    RULES_LLM = "rules+llm"


DEFAULT_EXTRACTOR = ExtractorName.RULES_TRAINED  # what the network gains beside the rules, and costs: decisions/0061


@runtime_checkable
class Extractor(Protocol):
    """Whatever makes claims of a document. `version` changes when what it finds may change."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    def __call__(self, document: Document) -> Iterable[Claim]: ...


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims that a document makes, in document order, and what was left out of them, each with the reason.

    `complete` is false where a passage was not read at all: another attempt may find more.
    """

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()
    complete: bool = True


@runtime_checkable
class PartialExtractor(Extractor, Protocol):
    """An extractor that may fail in part and says where."""

    def read(self, document: Document) -> Extraction:
        """The claims of a document and what was left out. Raises FoederaError if nothing of it could be read."""
        ...


@dataclass(frozen=True, slots=True)
class ExtractorChoice:
    """Which extractor, and what it is told: small enough to be sent to another process, which makes it there."""

    name: ExtractorName = DEFAULT_EXTRACTOR
    options: ExtractOptions | None = None
    llm: LlmOptions | None = None


def make_extractor(choice: ExtractorChoice) -> Extractor:
    """The extractor that was chosen. Raises FoederaError, with the mend, if it cannot be had here."""
    return _FACTORIES[choice.name](choice)


def extract_with(extractor: Extractor, document: Document) -> Extraction:
    """What an extractor makes of a document, whichever of the two ways it answers."""
    if isinstance(extractor, PartialExtractor):
        return extractor.read(document)
    return Extraction(tuple(extractor(document)))


def label_of(extractor: Extractor) -> str:
    """How an extractor signs its claims and its readings: `name/version`."""
    return f"{extractor.name}/{extractor.version}"


def _rules(choice: ExtractorChoice) -> Extractor:
    from foedera.claims.extraction import ExtractOptions, RulesExtractor  # heavy: only when claims are made

    return RulesExtractor(choice.options or ExtractOptions())


def _trained(choice: ExtractorChoice) -> Extractor:
    from foedera.claims.extraction import ExtractOptions
    from foedera.claims.trained.extractor import TrainedExtractor

    return TrainedExtractor(choice.options or ExtractOptions())


def _rules_trained(choice: ExtractorChoice) -> Extractor:
    from foedera.claims.extraction import ExtractOptions
    from foedera.claims.trained.extractor import RulesTrainedExtractor

    return RulesTrainedExtractor(choice.options or ExtractOptions())


def _llm(choice: ExtractorChoice) -> Extractor:
    from foedera.claims.llm.extractor import LlmExtractor
    from foedera.model.errors import UsageWrong

    if choice.llm is None:
        raise UsageWrong("no language model is named.", mend="Name one with --model; nothing is sent anywhere before.")
    return LlmExtractor(choice.llm)


def _rules_llm(choice: ExtractorChoice) -> Extractor:
    from foedera.claims.combining import CombinedExtractor

    return CombinedExtractor(_rules(choice), _llm(choice))


_FACTORIES: dict[ExtractorName, Callable[[ExtractorChoice], Extractor]] = {
    ExtractorName.RULES: _rules,
    ExtractorName.TRAINED: _trained,
    ExtractorName.RULES_TRAINED: _rules_trained,
    ExtractorName.LLM: _llm,
    ExtractorName.RULES_LLM: _rules_llm,
}
