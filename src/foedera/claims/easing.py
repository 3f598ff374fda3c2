"""The text as it is given to the parser: of the same length, with the names of ships made plain.

The pipeline takes “ITS” before “Marceglia” for a pronoun and “frigates” before “ESPS Numancia” for a verb. A ship's name
is given to it as one word, and the sort of ship before it with a capital where a name or a nationality stands before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedera.claims.mentions import Mention
from foedera.model.entities import EntityKind

_SORT = re.compile(
    r"(?P<before>[A-Z][\w.’'-]*\)?\s)"
    r"(?P<sort>(?:[a-z]+(?:-[a-z]+)*\s){0,2}?"
    r"(?:frigate|destroyer|corvette|submarine|ship|warship|vessel|carrier|cutter|minehunter|minesweeper|tanker|boat)s?)\s$"
)
_LOOK_BACK = 60  # characters before a ship's name in which its sort stands


def parser_text(text: str, start: int, end: int, named: Iterable[Mention]) -> str:
    """The characters of a sentence as the parser reads them best; as many as the sentence has.

    `named` are the mentions of the document.
    """
    letters = list(text[start:end].replace("\n", " "))
    for ship in named:
        if ship.kind is not EntityKind.VESSEL or ship.generic or ship.start < start or ship.end > end:
            continue
        for at in range(ship.start - start, ship.end - start):
            if letters[at] in " -":
                letters[at] = "_"
        sort = _SORT.search("".join(letters[max(0, ship.start - start - _LOOK_BACK) : ship.start - start]))
        if sort is not None:
            for word in re.finditer(r"[a-z][\w-]*", sort["sort"]):
                at = ship.start - start - len(sort["sort"]) - 1 + word.start()
                letters[at] = letters[at].upper()
    return "".join(letters)
