"""The words that tell quantities. Source: general knowledge of English, ISO 4217 for currency codes."""

from __future__ import annotations

ONES = "one two three four five six seven eight nine ten eleven twelve".split()
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = "hundred thousand million billion trillion dozen crore lakh".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

# Written before the number; the code or sign stays the unit.
CURRENCY_SIGNS = (
    r"(?:US|NZ|A|C|AU|CA|S|HK|NT|R|N|J)?\$|€|£|¥|₩|₹|₺|₱|zł|EUR|USD|GBP|JPY|KRW|INR|NOK|SEK|DKK|ISK|PLN|CZK|HUF|RON|BGN|CHF|"
    r"AUD|CAD|NZD|SGD|TRY|UAH|ZAR|AED|SAR|QAR|KWD|BRL|CLP|PEN|COP|MXN|ARS|THB|MYR|IDR|PHP|VND|TWD|CNY|RMB|RUB|ILS|EGP|"
    r"MAD|NGN|KES|KZT|AZN|GEL|AMD|LKR|BDT|PKR|JMD|NAD|DM|FRF|XAF|Rs\.?|RM|Rp|Kč|Ft|R(?=\d[\d.,]*\s?(?:m|bn|million|billion)\b)"
)
CURRENCY_NAMES = frozenset(
    """euro euros dollar dollars pound pounds sterling yen won yuan renminbi rupee rupees krone kroner krona kronor zloty
    złoty zlotys lira liras franc francs ruble rubles rouble roubles ringgit rupiah baht peso pesos dong riyal riyals
    dirham dirhams rand real reais naira shilling shillings shekel shekels forint koruna crowns leu lei lev leva tenge
    hryvnia hryvnias dinar dinars bucks eur usd gbp jpy krw inr nok sek dkk pln czk chf aud cad nzd sgd""".split()
)
PERCENTS = r"per\s?cent\b|percent\b|percentage points?|%|p\.c\.|pc\b|pct\b"

# A number behind one of these names something, it counts nothing: “Article 7”, “No. 88”, “Type 12”.
LABELS = frozenset(
    """article articles art arts paragraph paragraphs para paras section sections sec chapter annex annexes no nos number
    numbers nr n° resolution decision regulation directive law act bill decree page pages pp vol volume issue type mk mark
    block phase version track part table figure note document item point points recital title protocol appendix clause
    rule line route gate pier hall stand booth room flight chapter form lot task group force model series exhibit
    question motion order reference ref file case package pillar step tier level class channel highway camp station unit
    year years season week day edition since by until before after room agenda tel phone fax article. no. nos. art.
    serial cap aged age brief paper memo bulletin circular newsletter""".split()
)
# What "the two …" stand for is who takes part, no count of anything.
PARTAKERS = frozenset(
    """side country party nation government state leader capital participant signatory ally neighbour military navy army
    minister ministry president delegation partner people force head chief director secretary company firm ship vessel
    service man woman commander institution organisation organization member other day year term half thing way text
    document instrument area field continent coast ocean""".split()
)
# Nouns that are counted by the way, not measured.
UNCOUNTED = frozenset(
    """side hand way thing time sort kind type of o'clock am pm a.m p.m page degree language edition word quarrel mm
    millimetre min read item option celsius fahrenheit ah bce generation point-communiqué leg""".split()
)
# A number this small, in words, counts by the way, unless it counts equipment or one of these.
FEW = frozenset("one two three four five six".split())
WORTH_COUNTING = frozenset("company shipyard battalion contingent satellite gateway fighter warship jet lpd".split())
# How long, how often: of less weight, and often a term of speech.
TIMES = frozenset(
    "second minute hour day week month year decade century fortnight night weekend hr yr hrs yrs min quarter".split()
)
# Nouns that say what a sum or share is.
SUMS = frozenset(
    """budget cost price value worth sum revenue sale turnover profit order contract loan grant fund funding investment
    spending expenditure contribution tranche allocation endowment ceiling envelope package backlog outlay export import
    pledge assistance payment bid fee fine rent debt income salary subsidy capital credit share stake growth increase rise
    decrease decline drop fall cut reduction jump surge gain tariff rate target margin volume order-book dividend
    earnings""".split()
)
CHANGES = frozenset(
    "rise increase grow climb jump surge soar gain swell fall drop decline decrease shrink slip plunge dip double cut raise".split()
)
FALLS = frozenset("fall drop decline decrease shrink slip plunge dip cut".split())
CHANGE_NOUNS = frozenset(
    "growth increase rise decrease decline drop fall jump surge gain reduction cut upturn slump expansion".split()
)
PLACES = frozenset("place position rank spot".split())
RANKING = frozenset(
    "rank climb rise move fall slip drop come finish place be stand remain enter jump advance list appear".split()
)
# A ranking or the source that counts, by its last word.
COUNTERS = (
    r"(?:[A-Z][\w’'.&-]*\s(?:(?:[A-Z][\w’'.&-]*|of|for|global|world|arms|annual)\s){0,4})?"
    r"(?:Top \d+|[Rr]anking|[Ii]ndex|[Ll]eague [Tt]able|[Mm]onitor\b|[Yy]earbook|[Bb]arometer|Database\b|Survey\b|Register\b)"
)

# Whom these befall is counted in reports of war and accidents; it measures nobody.
HARMING = frozenset("kill wound injure hurt slay maim behead shoot massacre kidnap abduct detain arrest".split())
HARM = frozenset("killing death massacre murder corpse body abduction kidnapping toll loss injury arrest".split())
# Of these a number alone says nothing that belongs in a record of defence cooperation.
ANYBODY = frozenset(
    """people person man woman child member worker resident passenger employee customer user fan player student victim
    hostage case point game goal match run seat shop store job home house family car flight computer phone site server
    bug time day reporter witness relative villager protester rebel militant gunman insurgent suspect prisoner official
    lawmaker judge doctor patient guest visitor name item thing place part""".split()
)
# What forces are made of, in words that are at home elsewhere too.
OF_FORCES = frozenset(
    "force ship vessel plane jet aircraft helicopter personnel agreement accord pact state member".split()
)
# What these are done to for a sum is what costs it: “sold the ship for £24 million”.
TRADING = frozenset("sell buy acquire purchase order auction".split())
