"""Whether a text bears out a weak name: an ordinary word, a surname or a town that is the name of something else too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.cases import is_common_word
from foedera.names.data import read_words
from foedera.names.forms import Surface
from foedera.names.layers import Hit

# Two codes may be chance ("CAN", "PER" in a line of capitals); three in one text are a list of states.
_CODES_FOR_A_LIST = 3
_SHIP_BEFORE = re.compile(
    r"\b(?:frigate|destroyer|corvette|carrier|submarine|ship|vessel|cutter|tanker|cruiser|minehunter|minesweeper|"
    r"flagship|oiler|patroller|JS|HMS|USS|ITS|FS|FGS|ESPS|HNLMS|HDMS|HMAS|HMCS|INS|TCG|BNS|NRP)s?\s+[\"“‘'*_]{0,2}$"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:President|Minister|Secretary|Secretary[- ]General|Representative|Chancellor|Premier|PM|Commissioner|"
    r"General|Admiral|Ambassador|Senator|HR/VP|Mr|Ms|Mrs|MR|MS|MRS|Dr|H\.E)s?\.?\s+(?:\w+\s+and\s+)?$",
    re.IGNORECASE,
)
_PAIR_BEFORE = re.compile(r"[A-Za-z.]+\s?[-‐‑–—/]\s?[A-Z][\w. ]{1,20} $")
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he\s+$")
_OWNER_BEFORE = re.compile(r"(?:\b[Tt]he|['’]s)\s+$")
_THINGS = frozenset({EntityKind.COMPANY, EntityKind.EQUIPMENT, EntityKind.FORCE})


class Support:
    """What a text names beyond doubt, and what that says about the doubtful names in it."""

    def __init__(self, text: str, hits: Sequence[Hit], known: frozenset[EntityId], entities: Mapping[EntityId, Entity]):
        self._text = text
        self.sure: set[EntityId] = set(known)
        for hit in hits:
            self.sure.update(option.entity.id for option in hit.options if not option.weak)
        self._kinds = {entities[entity_id].kind for entity_id in self.sure if entity_id in entities}
        codes = {option.text for hit in hits for option in hit.options if option.code}
        self._lists_codes = len(codes) >= _CODES_FOR_A_LIST

    def bears_out(self, option: Surface, hit: Hit) -> bool:
        """Whether the text gives a surface the support that it needs; one that is not weak needs none."""
        if not option.weak:
            return True
        if option.code:
            return self._lists_codes
        entity, sure = option.entity, self.sure
        if entity.id in sure or (option.stands_for is not None and option.stands_for in sure):
            return True
        before = self._text[max(0, hit.start - 30) : hit.start]
        near = entity.country in sure
        match entity.kind:
            case EntityKind.INSTITUTION:
                return near or any(whole in sure for whole in (entity.parent, *entity.part_of) if whole)
            case EntityKind.PERSON:
                return bool(_TITLE_BEFORE.search(before))
            case EntityKind.VESSEL:
                return bool(_SHIP_BEFORE.search(before)) or (near and self._is_shiplike(option, before))
            case EntityKind.BLOC:
                return bool(_ARTICLE_BEFORE.search(before)) and len(option.text) > 1 and option.text.isupper()
            case EntityKind.COMPANY | EntityKind.EQUIPMENT:
                listed = option.text in read_words("names/weak_names.txt")
                return listed and (near or bool(self._kinds & _THINGS))
            case EntityKind.INSTRUMENT:
                return EntityKind.INSTRUMENT in self._kinds or bool(_PAIR_BEFORE.search(before))
            case _:
                return near

    def _is_shiplike(self, option: Surface, before: str) -> bool:
        """Whether a bare ship's name stands as ships' names do, in a text about its state."""
        if " " not in option.text and (is_common_word(option.text) or len(option.text) < 4):
            return False
        return EntityKind.VESSEL in self._kinds or bool(_OWNER_BEFORE.search(before))
