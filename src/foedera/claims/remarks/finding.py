"""Remarks: who said what, where one can be told from a verb of saying or a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.remarks.forms import by_forms
from foedera.claims.remarks.lines import by_lines
from foedera.claims.remarks.saying import by_sources, by_verbs
from foedera.claims.scene import Scene


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


_UNENDING = frozenset({"AUX", "ADP", "DET", "CCONJ", "SCONJ"})


def _breaks_off(found: Draft, sentence: Sentence) -> bool:
    """Whether what is said lacks its end, as in a text that was cut off: “said the troops were believed to have been”."""
    end = found.roles["content"][0].end
    if end is None or end < sentence.end - 3 or sentence.text.rstrip()[-1:] in ".!?”\"’":
        return False
    last = next((token for token in reversed(sentence.tokens) if not (token.is_space or token.is_punct)), None)
    return last is not None and last.pos_ in _UNENDING
