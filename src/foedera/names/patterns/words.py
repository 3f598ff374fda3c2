"""A text cut into words once, and the steps by which every sort of name grows over them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Part, Pattern, Reading

_WORD = re.compile(
    r"['’]s(?![^\W_])"  # a possessive is a word of its own: Japan | 's
    r"|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])"  # U.S., M.S., and the initial in "D. Pryce"
    r"|\d+(?:[.,/+]\d+)+"  # 2021/697, 2+2, 7.953
    r"|[^\W_]+(?:(?:['’](?!s(?![^\W_]))|[-‐‑–&]|\.(?=[^\W_](?![^\W_]))|/(?=[SsBb](?![^\W_])))[^\W_]+)*"
    r"|&"
)
# A full stop after these ends no sentence.
_ABBREVIATIONS = frozenset(
    "gen adm lt col maj capt cdr cmdr brig sgt vice rear dr mr mrs ms prof st jr sr hon sen rep gov amb co inc ltd "
    "corp bros no nos art arts sec mt ft ret excl v vs fr".split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Function words: a name neither begins nor, save for its connectors, goes on with one.
FUNCTION_WORDS = frozenset(
    "a an the this that these those his her its their our my your in on at by to from with without into onto over under "
    "after before since until till during through throughout between among amid against about above below across along "
    "around behind beside besides beyond despite down for of off out per than toward towards up upon via within near "
    "and or but nor so yet if when while where whereas because although though unless whether as once both either neither "
    "each every all any some no not none such same other another many much more most few several less least own "
    "he she it they we you i him them us me who whom whose which what why how there here then now today yesterday tomorrow "
    "is are was were be been being am has have had having do does did done will would shall should can could may might must "
    "also only just even still again ever never already soon later earlier meanwhile however therefore moreover furthermore "
    "instead indeed thus hence nevertheless nonetheless finally first second third last next recently currently yes "
    "according following including regarding concerning given speaking asked based like unlike too very".split()
)
# Words that a headline in capitals puts between names.
_HEADLINE_WORDS = frozenset(
    "says said say signs sign signed wins win won gets get got makes make made takes take took gives give gave sees see "
    "joins join joined seeks seek sought launches launched holds held hosts hosted visits visited meets met begins began "
    "starts started ends ended plans planned aims agrees agreed buys bought sells sold sends sent sets calls called urges "
    "warns warned eyes backs rejects approves approved announces announced unveils unveiled receives received delivers "
    "delivered orders ordered awards awarded hits hit rises falls cuts raises reports reported faces tells told asks wants "
    "looks keeps puts adds added leads led shows opens opened closes closed returns arrives arrived departs departed "
    "tests tested fires fired renews renewed extends extended ratifies ratified confirms confirmed deploys deployed "
    "conducts conducted completes completed concludes concluded participates participated welcomes welcomed condemns "
    "new".split()
)
BARRIERS = FUNCTION_WORDS | MONTHS | _HEADLINE_WORDS
# Content words that may be joined by "and" inside one name: "Security and Defence Partnership".
JOINED_WORDS = frozenset(
    "security defence defense foreign international trade technology technological science scientific research development "
    "industry industries industrial space maritime naval military economic political strategic studies affairs services "
    "acquisition cross-servicing equipment innovation training logistics logistic support policy peace cooperation "
    "co-operation friendship mutual information procedures surveillance intelligence reconnaissance crisis development "
    "protection exchange exchanging protecting education justice transport infrastructure finance budget environment "
    "climate energy cyber digital data analysis control border borders customs immigration fisheries ocean oceans "
    "oceanic atmospheric aviation aeronautics aeronautical astronautics aerospace electronics electric electronic "
    "communication communications command staff planning programme doctrine safety rescue search relief disaster "
    "humanitarian assistance proliferation disarmament arms weapons munitions ammunition materials supplies material "
    "procurement employment home interior veterans health sports culture social commerce business external relations "
    "european asian pacific atlantic east west north south southern northern eastern western regional national "
    "technical hydrography hydrographic meteorology lore mine land sea air army navy forces allied combined joint "
    "europe africa asia engineering shipbuilding construction mobility production sustainment maintenance "
    "reform cooperation status visiting settlement stability prosperity consultation partnership use transfer".split()
)
_CONNECTORS = frozenset({"of", "for", "on", "to", "against", "the", "and", "&"})
_LONGEST_NAME = 14  # words; longer runs are headings, not names


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, side by side: as written, in lower case, their places.

    `close[i]` says that word `i` follows its predecessor with nothing but a space between them;
    `first[i]` that it begins a sentence or a line.
    """

    text: str
    forms: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    close: list[bool]
    first: list[bool]
    capital: list[bool]

    def __len__(self) -> int:
        return len(self.forms)

    def between(self, left: int, right: int) -> str:
        """The characters from the end of word `left` to the start of word `right`."""
        return self.text[self.ends[left] : self.starts[right]]

    def part(self, role: str, first: int, last: int) -> Part:
        """The part that reaches from word `first` to word `last`."""
        start, end = self.starts[first], self.ends[last]
        return Part(role, start, end, self.text[start:end])

    def pattern(
        self,
        kind: EntityKind,
        first: int,
        last: int,
        parts: tuple[Part, ...] = (),
        reading: Reading = Reading.NAMED,
    ) -> Pattern:
        """The pattern that reaches from word `first` to word `last`."""
        start, end = self.starts[first], self.ends[last]
        return Pattern(start, end, self.text[start:end], kind, parts, reading)

    def named(self, index: int) -> bool:
        """Whether the word may stand in a name: capitalised, and no function word."""
        return 0 <= index < len(self.forms) and self.capital[index] and self.lower[index] not in BARRIERS


@lru_cache(maxsize=4)
def cut_words(text: str) -> Words:
    """The words of a text, in order."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    close: list[bool] = []
    first: list[bool] = []
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        gap = text[end:start]
        if gap in (" ", "") and forms:
            near, opens = True, False
        else:
            near, opens = _judge_gap(text, gap, end, forms)
        forms.append(match.group())
        starts.append(start)
        end = match.end()
        ends.append(end)
        close.append(near)
        first.append(opens)
    lower = [form.lower() for form in forms]
    capital = [form[0].isupper() for form in forms]
    return Words(text, forms, lower, starts, ends, close, first, capital)


def _judge_gap(text: str, gap: str, start: int, forms: list[str]) -> tuple[bool, bool]:
    """Whether the gap that starts here only spaces two words, and whether it ends a sentence."""
    if not forms:
        return False, True
    bare = gap.strip()
    if "\n" in gap:
        # A short line is a heading or an address: what follows it is a new beginning.
        line = start - (text.rfind("\n", 0, start) + 1)
        wrapped = gap.count("\n") == 1 and line >= 45
        return (wrapped and not bare), not wrapped or bare[:1] in ".!?"
    if not bare:
        return True, False
    if bare == ".":
        return _after_stop(forms[-1])
    return False, bare[0] in ".!?" or bare[-1] in '“"‘:•'


def _after_stop(previous: str) -> tuple[bool, bool]:
    abbreviated = previous.lower() in _ABBREVIATIONS
    return abbreviated, not abbreviated


def grow_left(words: Words, index: int, *, bar: Collection[str] = ()) -> int:
    """The first word of the capitalised name that ends at word `index`."""
    first = index
    while index - first < _LONGEST_NAME and words.close[first]:
        before = first - 1
        if words.named(before) and words.lower[before] not in bar:
            first = before
        elif _joins(words, before):
            first = before - 1
        else:
            break
    return first


def _joins(words: Words, index: int) -> bool:
    """Whether the word here is an "and" between two content words, or the possessive of a group."""
    if index < 1 or not words.close[index] or not words.close[index + 1]:
        return False
    before, after = words.lower[index - 1], words.lower[index + 1]
    if words.lower[index] in ("and", "&"):
        return words.capital[index - 1] and before in JOINED_WORDS and after in JOINED_WORDS
    return words.lower[index] in ("'s", "’s") and words.capital[index - 1] and before in ("people", "women", "states")


def grow_right(words: Words, index: int, *, prepositions: Collection[str] = ("of",), limit: int = 12) -> int:
    """The last word of the name that goes on after word `index` with "of the Northern Waters" or the like.

    Goes on over capitalised words after one of the `prepositions`; "and" joins content words only.
    """
    last = index
    while last - index < limit:
        after = _skip_connectors(words, last, prepositions)
        if after is None:
            break
        last = after
        while words.named(last + 1) and words.close[last + 1] and last - index < limit:
            last += 1
    return last


def _skip_connectors(words: Words, last: int, prepositions: Collection[str]) -> int | None:
    at = last + 1
    if at >= len(words) or not words.close[at]:
        return None
    word = words.lower[at]
    if word in ("and", "&"):
        if words.lower[last] in JOINED_WORDS and words.named(at + 1) and words.close[at + 1]:
            return at + 1 if words.lower[at + 1] in JOINED_WORDS else None
        return None
    if word not in prepositions:
        return None
    at += 1
    if at < len(words) and words.close[at] and words.lower[at] == "the":
        at += 1
    return at if words.named(at) and words.close[at] else None


def trim_left(words: Words, first: int, last: int, droppable: Collection[str]) -> int:
    """`first` moved right past words that only describe, so long as a word is left."""
    while first < last and words.lower[first] in droppable:
        first += 1
    return first


def modifiers_left(words: Words, index: int, allowed: Collection[str], limit: int = 5) -> int:
    """The first of the lower-case modifiers that stand directly before word `index`."""
    first = index
    while index - first < limit and words.close[first]:
        before = first - 1
        word = words.lower[before]
        joined_to = words.lower[first]
        if word in allowed:
            first = before
        elif word == "and" and before > 0 and words.lower[before - 1] in allowed and joined_to in allowed:
            first = before - 1
        else:
            break
    return first


def acronym_after(words: Words, last: int) -> tuple[Part, ...]:
    """The acronym in brackets directly after word `last`, as a part; empty if none stands there."""
    at = last + 1
    if at >= len(words) or words.between(last, at) not in (" (", "\u00a0("):
        return ()
    closes = words.text[words.ends[at] : words.ends[at] + 1] == ")"
    if closes and sum(letter.isupper() for letter in words.forms[at]) >= 2:
        return (words.part("acronym", at, at),)
    return ()


_ADJECTIVES = frozenset(
    "french german dutch greek turkish thai swiss czech slovak polish finnish swedish danish irish welsh british english "
    "american canadian mexican kenyan chinese japanese korean indian lao kazakh kyrgyz uzbek tajik turkmen filipino malay "
    "us u.s. uk u.k. eu nato un russian israeli iraqi saudi emirati qatari bahraini kuwaiti omani yemeni pakistani "
    "bangladeshi azerbaijani somali afghan nepali serb serbian croat icelandic montenegrin luxembourg cypriot maltese "
    "djiboutian senegalese ghanaian ivorian rwandan tanzanian ugandan zambian fijian tongan samoan bruneian kiwi soviet "
    "allied european asian african western eastern northern southern arab franco-german anglo-french "
    "philippine argentine zealand".split()
)
_ADJECTIVE_END = re.compile(r"[A-Z][a-zA-Zéô]+(?:ese|[a-z]ian|ean|ish|ican|[rlnb]ans?)")


def is_nationality(form: str) -> bool:
    """Whether a capitalised word looks like an adjective of nationality ("Japanese", "Estonian")."""
    return form.lower() in _ADJECTIVES or _ADJECTIVE_END.fullmatch(form) is not None
