"""The extractors by name. To add one: a name here, and how it is made in `_FACTORIES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.claims.extraction import ExtractOptions
    from foedera.claims.extractor import Extractor
    from foedera.claims.llm.options import LlmOptions
    from foedera.model.claims import Claim
    from foedera.model.documents import Document


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


@dataclass(frozen=True, slots=True)
class ExtractorChoice:
    """Which extractor, and what it is told: small enough to be sent to another process, which makes it there."""

    name: ExtractorName = DEFAULT_EXTRACTOR
    options: ExtractOptions | None = None
    llm: LlmOptions | None = None


def make_extractor(choice: ExtractorChoice) -> Extractor:
    """The extractor that was chosen. Raises FoederaError, with the mend, if it cannot be had here."""
    return _FACTORIES[choice.name](choice)


def extract_claims(document: Document, options: ExtractOptions | None = None) -> tuple[Claim, ...]:
    """The claims that a document makes, in document order, by the extractor that is asked unless another is named.

    Empty for a document about other things.
    """
    return tuple(make_extractor(ExtractorChoice(options=options))(document))


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
