"""Remarks: who said what, where one can be told from a verb of saying or a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.remarks.forms import by_forms
from foedera.claims.remarks.lines import by_lines
from foedera.claims.remarks.saying import by_sources, by_verbs
from foedera.claims.scene import Scene
from foedera.model.documents import BlockKind


def find_remarks(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The remark claims of a sentence."""
    told: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    for found in (*by_verbs(sentence, scene), *by_sources(sentence, scene)):
        key = (str(found.roles["speaker"][0].text), found.roles["content"][0].text)
        if key not in seen and not _breaks_off(found, sentence):
            seen.add(key)
            told.append(found)
            yield found
    for found in (*by_forms(sentence, scene), *by_lines(sentence, scene)):
        if not any(each.start < found.end and found.start < each.end for each in told):
            told.append(found)
            yield found


_CUT_FROM = 8  # tokens; a shorter line without a full stop is a heading
_UNENDING = frozenset({"AUX", "ADP", "DET", "CCONJ", "SCONJ", "PART"})


def _breaks_off(found: Draft, sentence: Sentence) -> bool:
    """Whether what is said lacks its end, as in a text that was cut off: “said the troops were believed to have been”.

    A verb alone says nothing either ("he urged"), nor words that hold who says them ("as called for by the Council").
    """
    content, speaker = found.roles["content"][0], found.roles["speaker"][0]
    if " " not in content.text.strip() and content.text[:1].islower() and len(found.roles["content"]) == 1:
        token = sentence.token_at(content.start) if content.start is not None else None
        if token is not None and token.pos_ in {"VERB", "AUX"}:
            return True
    if content.start is None or content.end is None:
        return False
    if speaker.start is not None and content.start <= speaker.start < content.end:
        return True
    words = sentence.text.rstrip()
    if content.end < sentence.end - 4 or (words[-1:] in '.!?”"’)' and not words.endswith(("...", "…"))):
        return False
    last = next((token for token in reversed(sentence.tokens) if not (token.is_space or token.is_punct)), None)
    is_cut = sentence.block.kind is BlockKind.PARAGRAPH and len(sentence.tokens) > _CUT_FROM
    return last is not None and (last.pos_ in _UNENDING or (is_cut and last.pos_ == "VERB"))
