"""What a language model is asked: the grammar of claims, examples, the passage; and how its answer is taken apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from foedera.claims.llm.failures import Cause, NoAnswer
from foedera.model.documents import Document
from foedera.model.schema import grammar_help

SUFFIX = "_attributes"  # langextract's way to tell what belongs to a quote

Told = Mapping[str, Any]


def prompt_for(document: Document, passage: str) -> str:
    """The whole prompt for one passage of a document."""
    known = {"Title": document.facts.title, "Date": document.date, "Publisher": document.facts.publisher}
    context = "\n".join(f"{name} of the document: {value}" for name, value in known.items() if value)
    return str(_generator().render(passage, additional_context=context or None))


def claims_told(answer: str) -> tuple[Told, ...]:
    """The claims in an answer as they were told: `kind`, `quote`, and roles by name. Raises NoAnswer if it is no JSON."""
    from langextract.core.exceptions import FormatError

    try:
        items = _format().parse_output(answer)
    except FormatError as error:
        raise _no_json(answer, error) from error
    return tuple(_told(item) for item in items)


def examples() -> list[dict[str, Any]]:
    """The examples that a model is shown: `text`, and `claims` as they are told."""
    found: list[dict[str, Any]] = json.loads(_data("examples.json"))
    return found


def _told(item: Mapping[str, Any]) -> Told:
    """One item of an answer, flat; what is not understood of it stays for whoever checks it."""
    named = next((name for name in item if not name.endswith(SUFFIX)), "")
    attributes = item.get(named + SUFFIX)
    return {**(attributes if isinstance(attributes, dict) else {}), "kind": named, "quote": item.get(named)}


def _no_json(answer: str, error: Exception) -> NoAnswer:
    begun, ended = answer.count("{") + answer.count("["), answer.count("}") + answer.count("]")
    if begun > ended:
        return NoAnswer(Cause.CUT_OFF, f"it ends “…{answer.strip()[-40:]}”")
    return NoAnswer(Cause.NO_JSON, f"it begins “{answer.strip()[:80]}”")


@lru_cache(maxsize=1)
def _generator() -> Any:
    from langextract.core.data import ExampleData, Extraction
    from langextract.prompting import PromptTemplateStructured, QAPromptGenerator

    shown = [
        ExampleData(
            text=example["text"],
            extractions=[
                Extraction(
                    extraction_class=claim["kind"],
                    extraction_text=claim["quote"],
                    attributes={name: value for name, value in claim.items() if name not in {"kind", "quote"}},
                )
                for claim in example["claims"]
            ],
        )
        for example in examples()
    ]
    template = PromptTemplateStructured(description=_data("prompt.md") + grammar_help(), examples=shown)
    return QAPromptGenerator(template=template, format_handler=_format(), question_prefix="Passage: ")


@lru_cache(maxsize=1)
def _format() -> Any:
    from langextract.core.format_handler import FormatHandler

    return FormatHandler(use_fences=True, attribute_suffix=SUFFIX)


def _data(name: str) -> str:
    return resources.files("foedera").joinpath("data", "llm", name).read_text("utf-8")
