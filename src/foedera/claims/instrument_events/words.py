"""The words of an instrument's life: what is signed, and the verbs and nouns that say what happened to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.model.kinds import Event

# source: general knowledge of treaty practice (Vienna Convention on the Law of Treaties) and of official English.
# Nouns that two or more make together.
PACTS = frozenset(
    """agreement treaty pact accord memorandum mou moa protocol convention arrangement compact communiqué communique
    understanding partnership alliance charter declaration letter acsa raa sofa dca gsomia fpa vfa tta saca soma gsoma isa
    truce ceasefire armistice covenant concordat entente annex addendum amendment code principle
    statement text document paper instrument deed framework roadmap""".split()
)
# Nouns of the market.
DEALS = frozenset("contract deal order lease licence license loan offset sale purchase tender option".split())
# Nouns that one side makes: laws, decisions, strategies.
ACTS = frozenset(
    """regulation directive decision act law bill decree ordinance resolution strategy doctrine plan guideline guidelines rule
    rules order mandate embargo moratorium sanction measure policy concept outlook compass vision statute constitution
    package budget exemption waiver handbook amendment motion conclusion conclusions recommendation action proposal
    programme programme-law decree-law by-law by-laws legislation white-paper ban scheme initiative requirement""".split()
)
ANY = PACTS | DEALS | ACTS
# What is known by its date: "the accord of 2017", "the contract of 14 May"; and what that says of it.
DATED: dict[str, Event] = {
    **dict.fromkeys(
        """agreement treaty pact accord memorandum memoranda mou protocol convention arrangement compact understanding
        declaration acsa raa sofa dca vfa gsomia fpa lease partnership""".split(),
        Event.AGREED,
    ),
    **dict.fromkeys("resolution regulation directive decree ordinance act law decision".split(), Event.ADOPTED),
    **dict.fromkeys("contract order".split(), Event.SIGNED),
    **dict.fromkeys("statement communiqué communique strategy".split(), Event.ANNOUNCED),
}
# Nouns above that name something else as often; they count only where the lexicon or the form of a name says so.
LOOSE = frozenset(
    """exchange principle text document paper instrument statement letter code order sale purchase offset option tender plan
    package measure rule rules concept vision budget policy action proposal scheme initiative requirement alliance
    programme framework partnership understanding conclusion conclusions mandate loan ban charter roadmap annex motion compass
    option amendment""".split()
)
# Adjectives that only describe: the name of the thing does without them.
DESCRIBING = frozenset(
    """new landmark similar such comparable proposed planned long-awaited historic major important key recent earlier previous
    further additional existing respective ambitious wide-ranging sweeping broad controversial own separate possible
    potential future prospective relevant other several various more two three four five many some first-ever so-called
    latest final full formal""".split()
)


@dataclass(frozen=True, slots=True)
class VerbSense:
    """What a verb says of an instrument.

    `nouns`: what its object may be where the object has no name of its own. `preposition`: after which the
    instrument stands, None for the object. `particle`: without which the verb says something else ("roll over").
    `subject`: the instrument is the subject of the active verb. `denied`: the event does not come about ("vote down").
    """

    event: Event
    nouns: frozenset[str] = PACTS | ACTS
    preposition: str | None = None
    particle: str | None = None
    subject: bool = False
    denied: bool = False


def _senses(
    table: str, event: Event, nouns: frozenset[str], *, subject: bool = False, denied: bool = False
) -> dict[str, list[VerbSense]]:
    """The senses of a table of verbs: "agree", "agree+on" with its preposition, "roll~over" with its particle."""
    senses: dict[str, list[VerbSense]] = {}
    for word in table.split():
        lemma, mark, rest = re.match(r"([\w-]+)([+~]?)(\w*)", word).groups()  # type: ignore[union-attr]
        preposition, particle = (rest if mark == sign else None for sign in "+~")
        senses.setdefault(lemma, []).append(VerbSense(event, nouns, preposition, particle, subject, denied))
    return senses


def _joined(*tables: dict[str, list[VerbSense]]) -> dict[str, tuple[VerbSense, ...]]:
    joined: dict[str, list[VerbSense]] = {}
    for table in tables:
        for lemma, senses in table.items():
            joined.setdefault(lemma, []).extend(senses)
    return {lemma: tuple(senses) for lemma, senses in joined.items()}


VERBS: dict[str, tuple[VerbSense, ...]] = _joined(
    _senses("sign ink co-sign countersign cosign pen autograph", Event.SIGNED, ANY),
    _senses("exchange", Event.SIGNED, frozenset("letter memorandum mou loi agreement contract protocol".split())),
    _senses("exchange", Event.AGREED, frozenset({"note"})),
    _senses("sign+on sign+to award place", Event.SIGNED, DEALS | PACTS),
    _senses("subscribe+to execute", Event.SIGNED, PACTS),
    _senses("win secure receive clinch", Event.SIGNED, frozenset({"contract", "order"})),
    _senses("conclude initial initialize initialise strike reach seal enter+into", Event.AGREED, PACTS | DEALS),
    _senses("agree agree+on agree+to finalise finalize endorse clear negotiate+to", Event.AGREED, ANY),
    _senses("agree", Event.AGREED, frozenset({"timetable", "term", "price", "date", "schedule", "compromise"})),
    _senses("vote+on", Event.RATIFIED, PACTS),
    _senses(
        "settle+on hammer broker thrash close clinch okay greenlight green-light accept affirm wrap~up",
        Event.AGREED,
        PACTS | DEALS,
    ),
    _senses("establish", Event.AGREED, frozenset({"partnership"})),
    _senses("adopt enact promulgate decide+on gazette", Event.ADOPTED, PACTS | ACTS),
    _senses("pass", Event.ADOPTED, frozenset("law act bill resolution decree legislation budget regulation".split())),
    _senses(
        "announce unveil release publish launch issue proclaim present",
        Event.ANNOUNCED,
        PACTS | ACTS | {"deal", "contract"},
    ),
    _senses("ratify", Event.RATIFIED, ANY),
    _senses("accede+to assent+to consent+to", Event.RATIFIED, PACTS | ACTS),
    _senses("join", Event.RATIFIED, frozenset({"treaty", "convention", "protocol", "pact", "accord"})),
    _senses("approve wave", Event.RATIFIED, PACTS),
    _senses("approve", Event.ADOPTED, ACTS),
    _senses("approve", Event.AGREED, DEALS),
    _senses(
        "amend revise modify rewrite alter modernise modernize renegotiate rework overhaul vary update redraft widen broaden "
        "recast tighten relax adjust change expand correct supplement refine reword",
        Event.AMENDED,
        PACTS | ACTS | DEALS,
    ),
    _senses("extend renew prolong reconduct lengthen stretch roll~over", Event.EXTENDED, ANY),
    _senses("suspend freeze shelve halt pause stay mothball", Event.SUSPENDED, ANY),
    _senses(
        "terminate repeal revoke cancel annul abrogate rescind void scrap supersede tear replace axe invalidate quash dissolve "
        "wind~up strike~down strike~out discontinue call~off",
        Event.TERMINATED,
        ANY,
    ),
    _senses("lift", Event.TERMINATED, frozenset({"embargo", "moratorium", "ban", "sanction"})),
    _senses("denounce", Event.TERMINATED, PACTS | {"contract"}),
    _senses("withdraw+from pull+of quit exit leave", Event.TERMINATED, PACTS),
    _senses(
        "end abandon drop ditch bury kill dump withdraw overturn abolish",
        Event.TERMINATED,
        (PACTS - LOOSE) | frozenset("embargo moratorium ban contract lease waiver exemption tender mandate".split()),
    ),
    _senses("lapse expire", Event.TERMINATED, ANY, subject=True),
    _senses("commence", Event.IN_FORCE, PACTS - LOOSE, subject=True),
    _senses(
        "propose table float moot submit suggest circulate pitch tender sketch outline bring~forward put~forward",
        Event.PROPOSED,
        PACTS | ACTS,
    ),
    _senses("negotiate draft haggle+over work+on", Event.NEGOTIATING, PACTS | DEALS),
    _senses("reject throw~out vote~down turn~down", Event.RATIFIED, PACTS - LOOSE, denied=True),
    _senses(
        "reject defeat throw~out vote~down turn~down",
        Event.ADOPTED,
        frozenset("bill motion amendment resolution".split()),
        denied=True,
    ),
)
# "the signing of", "negotiations on"
NOUNS: dict[str, Event] = {
    "signing": Event.SIGNED,
    "signature": Event.SIGNED,
    "conclusion": Event.AGREED,
    "initialling": Event.AGREED,
    "endorsement": Event.AGREED,
    "adoption": Event.ADOPTED,
    "enactment": Event.ADOPTED,
    "ratification": Event.RATIFIED,
    "accession": Event.RATIFIED,
    "renewal": Event.EXTENDED,
    "extension": Event.EXTENDED,
    "prolongation": Event.EXTENDED,
    "suspension": Event.SUSPENDED,
    "termination": Event.TERMINATED,
    "denunciation": Event.TERMINATED,
    "expiry": Event.TERMINATED,
    "cancellation": Event.TERMINATED,
    "repeal": Event.TERMINATED,
    "withdrawal": Event.TERMINATED,
    "revision": Event.AMENDED,
    "amendment": Event.AMENDED,
    "negotiation": Event.NEGOTIATING,
    "talk": Event.NEGOTIATING,
    "negotiating": Event.NEGOTIATING,
    "publication": Event.ANNOUNCED,
    "announcement": Event.ANNOUNCED,
    "launch": Event.ANNOUNCED,
}
# "the possibility of an agreement": that it is thought of.
THOUGHTS = frozenset("possibility idea proposal prospect suggestion call request".split())
ABOUT = {
    Event.NEGOTIATING: frozenset({"on", "for", "over", "about", "towards", "toward"}),
    Event.TERMINATED: frozenset({"of", "from"}),
    Event.RATIFIED: frozenset({"of", "to"}),
    Event.AMENDED: frozenset({"of", "to"}),
}
# Verbs by which talks reach their end: what they were about is agreed.
ENDING = frozenset("conclude complete finish finalise finalize wrap close end".split())
PARLIAMENTS = frozenset(
    """parliament senate congress assembly diet bundestag bundesrat duma knesset riksdag storting folketing seimas saeima
    riigikogu sejm lawmakers legislators legislature deputies senators house chamber mps majlis verkhovna rada dáil
    councillors lok rajya sabha storting cortes parliamentarians legislator lawmaker""".split()
)
GOVERNMENTS = frozenset("cabinet government council ministers committee commission council-of-ministers board".split())
