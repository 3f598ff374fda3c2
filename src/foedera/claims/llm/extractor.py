"""The extractor that asks a language model, passage by passage."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from foedera.claims.extractor import Extraction
from foedera.claims.llm.checking import Checker
from foedera.claims.llm.failures import Cause, NoAnswer, patiently
from foedera.claims.llm.models import Ask, language_model
from foedera.claims.llm.options import LlmOptions
from foedera.claims.llm.passages import Passage, passages_of
from foedera.claims.llm.prompt import Told, claims_told, prompt_for
from foedera.claims.merging import merge_claims
from foedera.model.claims import Claim
from foedera.model.documents import BlockKind, Document, Marking, Skipped
from foedera.model.errors import ExtractorUnavailable
from foedera.names import Lexicon, load_lexicon

LLM_NAME = "llm"
LLM_VERSION = "1"
_KEPT_HERE = frozenset({Marking.AMBER, Marking.AMBER_STRICT, Marking.RED})


@dataclass
class LlmExtractor:
    """Claims as a language model reads them. Not deterministic: that depends on the model.

    `ask` answers a prompt; without it, the model that the options name is asked through langextract. What the model
    tells is checked: quote and fillers must stand in the text, words of closed lists must be of the list.
    """

    options: LlmOptions
    ask: Ask | None = None
    lexicon: Lexicon | None = None
    sleep: Callable[[float], None] = time.sleep
    name: str = LLM_NAME
    _model: Ask | None = field(default=None, repr=False)

    @property
    def version(self) -> str:
        """What a change of ours or of the model changes."""
        return f"{LLM_VERSION}+{self.options.model}"

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims alone; `read` also says what was left out."""
        return self.read(document).claims

    def read(self, document: Document) -> Extraction:
        """The claims of a document, and what was left out: passages without answer, claims and fillers not in the text.

        Raises ExtractorUnavailable where no passage could be asked about at all: no model, no key, no server.
        """
        if document.facts.marking in _KEPT_HERE and not self.options.stays_here:
            return Extraction((), (Skipped("the whole document", _why_kept(document)),), complete=False)
        lexicon = self.lexicon or load_lexicon()
        passages = passages_of(document, lexicon, self.options.passage)
        if not passages:
            return Extraction(())
        checker = Checker(document, lexicon.learn(document.text), f"{self.name}/{self.version}")
        claims: list[Claim] = []
        complete = True
        todo = list(passages)
        while todo:
            passage = todo.pop(0)
            try:
                told = self._told(document, passage)
            except NoAnswer as failure:
                halves = passage.halves() if failure.cause is Cause.CUT_OFF else ()
                if len(halves) > 1:
                    todo[:0] = halves
                    continue
                if failure.cause is Cause.UNREACHABLE and passage is passages[0]:
                    raise _unreachable(self.options, failure) from failure
                checker.skipped.append(Skipped(passage.where, f"not read: {failure}"))
                complete = False
                continue
            claims += checker.claims(told, (passage.start, passage.end))
        headings = [block for block in document.blocks if block.kind in {BlockKind.TITLE, BlockKind.HEADING}]
        return Extraction(merge_claims(claims, headings), tuple(checker.skipped), complete)

    def _told(self, document: Document, passage: Passage) -> tuple[Told, ...]:
        """What the model tells of a passage. Raises NoAnswer."""
        self._model = self._model or self.ask or language_model(self.options)
        model = self._model
        told: list[Told] = []

        def ask(prompt: str) -> str:
            answer = model(prompt)
            told[:] = claims_told(answer)  # an answer that is no JSON is asked for again like one that did not come
            return answer

        prompt = prompt_for(document, document.text[passage.start : passage.end])
        patiently(ask, prompt, self.options.attempts, self.sleep)
        return tuple(told)


def _why_kept(document: Document) -> str:
    return f"not read: marked {document.facts.marking}, so it is not sent to a model outside this machine."


def _unreachable(options: LlmOptions, failure: NoAnswer) -> ExtractorUnavailable:
    return ExtractorUnavailable(
        f"nobody answers for “{options.model}” at {options.url or 'its provider'} ({failure}).",
        mend="Check that the server runs and that --llm-url is its address (http://127.0.0.1:8000/v1).",
    )
