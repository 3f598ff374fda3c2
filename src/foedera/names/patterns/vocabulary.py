"""The small words by which names begin, end and hang together, whatever sort they are of."""

from __future__ import annotations

import re
from functools import cache

from foedera.names.data import read_table, read_words, split_cell

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter ramadan".split()
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
    "formerly previously originally pursuant subject excluding barring "
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
# Codes of currencies (ISO 4217) before a sum: in capitals, and no name.
CURRENCY_CODES = frozenset(
    "aed ars aud azn bdt bgn brl cad chf clp cny cop czk dkk egp eur gbp gel hkd huf idr ils inr isk jod jpy kes krw kwd "
    "kzt lkr mad mxn myr ngn nok nzd omr pen php pkr pln qar rmb ron rsd rub sar sek sgd thb try twd uah usd uzs vnd xaf "
    "zar meur musd".split()
)
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
# "New" begins a name before these alone; elsewhere it opens a heading ("New Defence Agreement").
NEW_PLACES = frozenset(
    "delhi zealand york caledonia guinea jersey mexico orleans hampshire hebrides england britain ireland brunswick "
    "south haven london plymouth georgia kensington providence zealanders".split()
)
# A capitalised word with such an end only describes what follows: "London-based", "Northmoor-led".
NOT_ALONE = (
    "-based",
    "-led",
    "-owned",
    "-built",
    "-made",
    "-backed",
    "-born",
    "-funded",
    "-trained",
    "-wide",
    "-style",
)
# What the table of demonyms does not hold: peoples without a state, groups of states, short names used as adjectives.
CONTRACTION = re.compile(
    r"(?:i|you|we|he|she|it|they|that|there|here|what|who|let|do|does|did|is|are|was|were|have|has|had|could|would|"
    r"should|must|ca|wo|ai|need)(?:n['’]t|['’](?:m|ve|re|ll|d|t))"
)
_MORE_ADJECTIVES = frozenset(
    "us u.s. uk u.k. eu nato un welsh english scottish arab soviet allied european asian african western eastern northern "
    "southern nordic baltic atlantic latin franco-german anglo-french anglo-american trans-atlantic transatlantic "
    "philippine argentine kiwi saudi emirati congolese ivorian lao".split()
)


@cache
def _nationalities() -> frozenset[str]:
    words = {word.casefold() for row in read_table("names/demonyms.csv") for word in split_cell(row["demonyms"])}
    return frozenset(words) | _MORE_ADJECTIVES


def is_nationality(form: str) -> bool:
    """Whether a capitalised word is an adjective of nationality or stands like one ("Japanese", "EU", "Franco-German")."""
    lower = form.lower()
    return lower in _nationalities() or _HYPHENED_PAIR.fullmatch(form) is not None


_HYPHENED_PAIR = re.compile(r"[A-Z][a-z]+[-–][A-Z][a-z]+(?:ese|ian|ean|ish|can|ch)")


@cache
def given_names() -> frozenset[str]:
    """Given names that are hardly anything else: a capitalised word behind one of them is a surname."""
    return read_words("names/given_names.txt")


@cache
def last_words_of_states() -> frozenset[str]:
    """The last words of the names of states: "japan", "zealand"."""
    rows = (row for row in read_table("actors.csv") if row["kind"] == "state")
    return frozenset(row["name"].casefold().split()[-1] for row in rows)


@cache
def common_words() -> frozenset[str]:
    """Everyday English words: one of them, capitalised at the head of a sentence, is no name."""
    return read_words("names/common_words.txt")
