"""What stands in quotation marks in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.claims.reading import Sentence
from foedera.claims.tokens import Token
from foedera.model.claims import Filler

_QUOTED = re.compile(r"“([^“”]+)(?:”|$)|\"([^\"]+)(?:\"|$)|«([^«»]+)»|(?<!\w)‘([^‘’]{20,})’(?!\w)")
_FEW = 3  # words; fewer are a name or a word held at arm's length


@dataclass(frozen=True)
class Quotation:
    """Quoted words: the characters between the marks, and the first and last token index (last exclusive)."""

    filler: Filler
    first: int
    last: int

    def holds(self, token: Token) -> bool:
        """Whether a token stands inside the quotation."""
        return self.first <= token.i < self.last

    def distance_to(self, token: Token) -> int:
        """How many tokens lie between the quotation and a token outside of it."""
        return self.first - token.i if token.i < self.first else token.i - self.last + 1

    def covers(self, verb: Token) -> bool:
        """Whether most of a verb's clause stands inside the quotation."""
        clause = [token for token in verb.subtree if not token.is_punct]
        return 2 * sum(self.holds(token) for token in clause) >= len(clause)

    whole: bool = False  # it ends as a sentence does, within the marks

    @property
    def says_something(self) -> bool:
        """Whether the quotation is long enough to say something, or is a whole saying (“Ironic, yes,”)."""
        return self.whole or len(self.filler.text.split()) >= _FEW


def quotations(sentence: Sentence) -> list[Quotation]:
    """The quotations of a sentence, in text order; one that runs on beyond the sentence ends with it.

    So does one that began in a sentence before: “A pause is a pause,” he said.
    """
    found = []
    tail = tail_of_quote(sentence)
    places = [(0, sentence.text[:tail])] if tail else []
    for match in _QUOTED.finditer(sentence.text, tail + 1 if tail else 0):
        group = next(number for number in range(1, 5) if match.group(number) is not None)
        places.append((match.start(group), match.group(group)))
    for at, text in places:
        start = at + len(text) - len(text.lstrip())
        end = at + len(text.rstrip(" ,.;\n"))
        if end <= start:
            continue
        inside = [token.i for token in sentence.tokens if start <= token.idx < end]
        if inside:
            found.append(
                Quotation(
                    sentence.cut(sentence.start + start, sentence.start + end),
                    inside[0],
                    inside[-1] + 1,
                    text.rstrip()[-1:] in {",", ".", "!", "?"} and " " in text.strip(),
                )
            )
    return found


_TAIL = re.compile(r"[^\"“”«»]*?[\w,.!?…](?P<mark>\"(?=\s|$)|”)")


def tail_of_quote(sentence: Sentence) -> int:
    """Where the mark stands that closes a quotation begun in a sentence before; 0 where there is none."""
    match = _TAIL.match(sentence.text)
    if match is None or (match["mark"] == '"' and sentence.text.count('"') % 2 == 0):
        return 0
    return match.start("mark")
