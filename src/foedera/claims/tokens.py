"""A parsed sentence in plain objects: what the rules ask of it, read from the pipeline once.

spaCy makes a token anew whenever it is asked for, and looks each of its words up in a table. The rules ask some forty
times for every word of a sentence. The names here are those of spaCy's Token, and mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as ParsedToken


class Token:
    """A word or a sign of a sentence with its place, its forms, its tags and what hangs on it in the parse.

    `i` counts tokens and `idx` characters, both from the start of the sentence; `doc` holds all tokens of the sentence.
    `children` stand in text order; the root of the sentence is its own `head`.
    """

    __slots__ = (
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_space",
        "left_edge",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "tag_",
        "text",
        "whitespace_",
    )

    head: Token
    children: tuple[Token, ...]
    doc: tuple[Token, ...]

    def __init__(self, parsed: ParsedToken) -> None:
        self.i: int = parsed.i
        self.idx: int = parsed.idx
        self.text: str = parsed.text
        self.lower_: str = parsed.lower_
        self.lemma_: str = parsed.lemma_
        self.pos_: str = parsed.pos_
        self.tag_: str = parsed.tag_
        self.dep_: str = parsed.dep_
        self.ent_type_: str = parsed.ent_type_
        self.whitespace_: str = parsed.whitespace_
        self.is_alpha: bool = parsed.is_alpha
        self.is_punct: bool = parsed.is_punct
        self.is_space: bool = parsed.is_space
        self.like_num: bool = parsed.like_num
        self.left_edge = self
        self.right_edge = self
        self._subtree: tuple[Token, ...] | None = None

    def __repr__(self) -> str:
        return f"Token({self.text!r} at {self.i}, {self.tag_}, {self.dep_} of {self.head.text!r})"

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and everything that hangs on it, directly or not: what stands left of it, itself, what stands right."""
        if self._subtree is None:
            left = [each for child in self.children if child.i < self.i for each in child.subtree]
            right = [each for child in self.children if child.i > self.i for each in child.subtree]
            self._subtree = (*left, self, *right)
        return self._subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """What the token hangs on, what that hangs on, and so forth up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether a token hangs on this one, directly or not."""
        return any(each is self for each in descendant.ancestors)

    def nbor(self, step: int) -> Token:
        """The token so many places behind this one, or before it if negative. Raises IndexError beyond the sentence."""
        if self.i + step < 0:
            raise IndexError(f"no token stands {-step} before the one at {self.i}")
        return self.doc[self.i + step]


def tokens_of(parsed: Doc) -> tuple[Token, ...]:
    """The tokens of a sentence that spaCy has parsed, joined as the parse joins them."""
    tokens = tuple(Token(each) for each in parsed)
    children: list[list[Token]] = [[] for _ in tokens]
    for token, each in zip(tokens, parsed, strict=True):
        token.doc, token.head = tokens, tokens[each.head.i]
        if token.head is not token:
            children[token.head.i].append(token)
    for token, hanging in zip(tokens, children, strict=True):
        token.children = tuple(hanging)
        for above in token.ancestors:
            if token.i < above.left_edge.i:
                above.left_edge = token
            elif token.i > above.right_edge.i:
                above.right_edge = token
    return tokens
