"""A language model behind langextract: a prompt goes out, text comes back or NoAnswer says why not."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any

from foedera.claims.llm.failures import Cause, NoAnswer, failure_of
from foedera.claims.llm.options import LlmOptions
from foedera.model.errors import ExtractorUnavailable

KEY = "FOEDERA_LLM_KEY"  # the variable with the key for `--llm-url`; providers have variables of their own

Ask = Callable[[str], str]


def language_model(options: LlmOptions) -> Ask:
    """What answers prompts. Nothing is sent yet. Raises ExtractorUnavailable, with the mend.

    Keys come from the environment alone: FOEDERA_LLM_KEY for a server of one's own, so that no provider's key is ever
    sent to it; for a provider the variable that langextract reads (OPENAI_API_KEY, GEMINI_API_KEY, LANGEXTRACT_API_KEY).
    """
    model = _create(options)

    def ask(prompt: str) -> str:
        outputs = _within(options.timeout, lambda: model.infer_batch([prompt]), options.model)
        answer = outputs[0][0].output if outputs and outputs[0] else None
        if not answer:
            raise NoAnswer(Cause.REFUSED, "the answer is empty")
        return str(answer)

    return ask


def _create(options: LlmOptions) -> Any:
    try:
        from langextract import factory
        from langextract.core.exceptions import InferenceConfigError
    except ImportError as error:
        raise ExtractorUnavailable(
            "asking a language model needs a package that is not installed.", mend="pip install 'foedera[llm]'"
        ) from error
    if options.url is None:
        config = factory.ModelConfig(model_id=options.model)
    else:
        told = {"base_url": options.url, "api_key": os.environ.get(KEY) or "none", "temperature": 0.0}
        config = factory.ModelConfig(model_id=options.model, provider="openai", provider_kwargs=told)
    try:
        return factory.create_model(config)
    except (InferenceConfigError, ValueError) as error:
        raise ExtractorUnavailable(
            f"the model “{options.model}” cannot be asked: {str(error).splitlines()[0]}",
            mend="Name a model of a provider that langextract knows and set its key in the environment, "
            "or give the address of a server of your own with --llm-url.",
        ) from error


def _within(seconds: float, call: Callable[[], Any], model: str) -> Any:
    """What a call gives, if it gives it in time. A late answer goes nowhere: libraries' own limits are up to an hour."""
    given: list[Any] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            given.append(call())
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failure_of(failed[0], model) from failed[0]
    if not given:
        raise NoAnswer(Cause.TOO_SLOW, f"after {seconds:g} s")
    return given[0]
