"""The words of an instrument's life: what is signed, and the verbs and nouns that say what happened to it."""

from __future__ import annotations

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
    instrument stands, None for the object. `subject`: the instrument is the subject of the active verb.
    """

    event: Event
    nouns: frozenset[str] = PACTS | ACTS
    preposition: str | None = None
    subject: bool = False


def _senses(table: str, event: Event, nouns: frozenset[str], *, subject: bool = False) -> dict[str, list[VerbSense]]:
    senses: dict[str, list[VerbSense]] = {}
    for word in table.split():
        lemma, _, preposition = word.partition("+")
        senses.setdefault(lemma, []).append(VerbSense(event, nouns, preposition or None, subject))
    return senses


def _joined(*tables: dict[str, list[VerbSense]]) -> dict[str, tuple[VerbSense, ...]]:
    joined: dict[str, list[VerbSense]] = {}
    for table in tables:
        for lemma, senses in table.items():
            joined.setdefault(lemma, []).extend(senses)
    return {lemma: tuple(senses) for lemma, senses in joined.items()}


VERBS: dict[str, tuple[VerbSense, ...]] = _joined(
    _senses("sign ink co-sign countersign cosign pen", Event.SIGNED, ANY),
    _senses("sign+on sign+to award place", Event.SIGNED, DEALS | PACTS),
    _senses("subscribe+to execute", Event.SIGNED, PACTS),
    _senses("win secure receive clinch", Event.SIGNED, frozenset({"contract", "order"})),
    _senses("conclude initial initialize initialise strike reach seal enter+into", Event.AGREED, PACTS | DEALS),
    _senses("agree agree+on agree+to finalise finalize endorse clear negotiate+to", Event.AGREED, ANY),
    _senses("agree", Event.AGREED, frozenset({"timetable", "term", "price", "date", "schedule", "compromise"})),
    _senses("vote+on", Event.RATIFIED, PACTS),
    _senses(
        "settle+on hammer broker thrash close clinch okay greenlight green-light accept affirm",
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
    _senses("extend renew prolong reconduct", Event.EXTENDED, ANY),
    _senses("suspend freeze shelve halt pause stay mothball", Event.SUSPENDED, ANY),
    _senses(
        "terminate repeal revoke cancel annul abrogate rescind void scrap supersede tear replace axe invalidate quash dissolve",
        Event.TERMINATED,
        ANY,
    ),
    _senses("lift", Event.TERMINATED, frozenset({"embargo", "moratorium", "ban", "sanction"})),
    _senses("denounce", Event.TERMINATED, PACTS | {"contract"}),
    _senses("withdraw+from pull+of quit exit leave", Event.TERMINATED, PACTS),
    _senses(
        "end abandon discontinue drop ditch bury kill dump withdraw overturn abolish", Event.TERMINATED, PACTS - LOOSE
    ),
    _senses("lapse expire", Event.TERMINATED, ANY, subject=True),
    _senses(
        "propose table float moot submit suggest circulate pitch tender sketch outline", Event.PROPOSED, PACTS | ACTS
    ),
    _senses("negotiate draft haggle+over work+on", Event.NEGOTIATING, PACTS | DEALS),
    _senses("reject", Event.RATIFIED, PACTS - LOOSE),
    _senses("reject defeat", Event.ADOPTED, frozenset("bill motion amendment resolution".split())),
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
# Labels of a treaty notice: "Signed: London, 11 January 2023"
LABELS: dict[str, Event] = {
    "signed": Event.SIGNED,
    "signature": Event.SIGNED,
    "date of signature": Event.SIGNED,
    "signed at": Event.SIGNED,
    "done at": Event.SIGNED,
    "done": Event.SIGNED,
    "concluded": Event.AGREED,
    "initialled": Event.AGREED,
    "agreed": Event.AGREED,
    "adopted": Event.ADOPTED,
    "adoption": Event.ADOPTED,
    "ratification": Event.RATIFIED,
    "ratifications": Event.RATIFIED,
    "ratified": Event.RATIFIED,
    "approval": Event.RATIFIED,
    "approved": Event.RATIFIED,
    "accession": Event.RATIFIED,
    "notes exchanged": Event.RATIFIED,
    "in force": Event.IN_FORCE,
    "in force since": Event.IN_FORCE,
    "entry into force": Event.IN_FORCE,
    "entered into force": Event.IN_FORCE,
    "effective": Event.IN_FORCE,
    "provisional application": Event.PROVISIONALLY_APPLIED,
    "provisionally applied": Event.PROVISIONALLY_APPLIED,
    "applied provisionally": Event.PROVISIONALLY_APPLIED,
    "amended": Event.AMENDED,
    "amendment": Event.AMENDED,
    "amendments": Event.AMENDED,
    "extended": Event.EXTENDED,
    "renewed": Event.EXTENDED,
    "suspended": Event.SUSPENDED,
    "terminated": Event.TERMINATED,
    "termination": Event.TERMINATED,
    "denounced": Event.TERMINATED,
    "denunciation": Event.TERMINATED,
    "expired": Event.TERMINATED,
    "expiry": Event.TERMINATED,
    "expires": Event.TERMINATED,
    "negotiations opened": Event.NEGOTIATING,
    "negotiations": Event.NEGOTIATING,
    "announced": Event.ANNOUNCED,
    "commencement": Event.IN_FORCE,
    "effective from": Event.IN_FORCE,
    "effective since": Event.IN_FORCE,
    "effective date": Event.IN_FORCE,
    "in effect since": Event.IN_FORCE,
    "in force from": Event.IN_FORCE,
    "valid from": Event.IN_FORCE,
    "date of effect": Event.IN_FORCE,
    "consent": Event.RATIFIED,
    "parliamentary approval": Event.RATIFIED,
    "signed on": Event.SIGNED,
    "signed in": Event.SIGNED,
    "provisionally applied since": Event.PROVISIONALLY_APPLIED,
    "provisional application from": Event.PROVISIONALLY_APPLIED,
    "consent to be bound": Event.RATIFIED,
    "ratified by": Event.RATIFIED,
    "instruments of ratification": Event.RATIFIED,
    "ratification deposited": Event.RATIFIED,
    "accessions": Event.RATIFIED,
    "acceptance": Event.RATIFIED,
    "date of entry into force": Event.IN_FORCE,
    "date of adoption": Event.ADOPTED,
    "place and date of signature": Event.SIGNED,
    "opened for signature": Event.SIGNED,
    "modifications": Event.AMENDED,
    "modification": Event.AMENDED,
    "revised": Event.AMENDED,
    "prolongation": Event.EXTENDED,
    "prolongations": Event.EXTENDED,
    "extension": Event.EXTENDED,
    "extensions": Event.EXTENDED,
    "renewal": Event.EXTENDED,
    "renewals": Event.EXTENDED,
    "suspension": Event.SUSPENDED,
    "suspensions": Event.SUSPENDED,
    "denunciations": Event.TERMINATED,
    "withdrawal": Event.TERMINATED,
    "withdrawals": Event.TERMINATED,
    "lapsed": Event.TERMINATED,
    "published": Event.ANNOUNCED,
}
