"""The words by which people hold offices and bodies belong to bodies."""

from __future__ import annotations

from foedera.model.entities import EntityKind

# source: general knowledge of titles in English-language official texts
OFFICES = frozenset(
    """minister secretary president chancellor ambassador commissioner chief director chairman chairwoman chair
    chairperson spokesperson spokesman spokeswoman premier pm king queen emir amir governor mayor envoy
    undersecretary representative commander commandant attaché attache adviser advisor speaker ombudsman rapporteur
    ceo cto coo cfo prince taoiseach tánaiste counsellor dean coordinator leader head vice-president researcher fellow
    analyst scientist lecturer professor manager boss officer consul superintendent deputy co coach inspector
    co-chair skipper captain economist historian senator delegate whip editor co-founder founder negotiator
    planner judge chaplain member depositary principal xo cds partner engineer strategist expert
    lawmaker mp mep parliamentarian commodore-general provost registrar trustee president-elect general-secretary
    high-commissioner liaison instructor counterpart under-secretary""".split()
)
# Heads that name an office only with something that says of what: "head of the delegation", "SIPRI researcher".
WEAK_OFFICES = frozenset(
    """head leader chair representative chief director speaker prince commander adviser advisor inspector researcher
    fellow analyst scientist lecturer professor manager boss officer deputy co coach captain economist historian senator
    delegate whip editor founder co-founder negotiator planner judge member partner engineer strategist expert lawmaker mp
    mep parliamentarian liaison instructor principal skipper king queen president-elect consul trustee counterpart""".split()
)
# Nouns for what can have a head, in lower case too.
BODY_NOUNS = frozenset(
    """bureau panel group centre center delegation mission force department command school institute task squad regiment brigade
    battalion division unit agency office ministry secretariat committee council commission staff navy army fleet yard
    shipyard company firm programme program project exercise party association federation band team base port hospital
    university academy faculty works plant embassy ship frigate destroyer corvette submarine battlegroup squadron wing
    headquarters directorate service police guard parliament senate house bank fund union alliance network board court
    subsidiary flotilla detachment garrison consortium cluster branch section lab laboratory foundation""".split()
)
# What somebody heads or commands though it bears no name: "who commands the garrison".
LED_NOUNS = frozenset(
    """bureau panel delegation mission force department task brigade battalion division squadron regiment company unit agency
    secretariat committee garrison detachment contingent battlegroup flotilla ship frigate destroyer corvette submarine
    group fleet component branch programme project exercise office directorate laboratory hospital cell wing team
    base crew convoy centre center institute academy school college firm service""".split()
)
# Words that stand before the head of an office.
QUALIFIERS = frozenset(
    """prime foreign defence defense deputy vice assistant acting interim caretaker senior junior chief cabinet first second
    third state parliamentary permanent principal executive managing general secretary minister under special high crown
    interior finance trade trades national security policy political military naval air army navy joint combined armed
    federal outgoing incoming former then ex late current new press government external affairs industry industrial research
    project programme program staff operations operation regional supreme allied commanding non-executive head director
    vice-president home commission procurement production opposition communications coordinating ministry embassy public
    force mission group base exercise sector regimental brigade station battalion wing fleet squadron task-force component
    exchange liaison flag legal financial economic technical commercial sales marketing engineering chair honorary lead leading
    presidential royal interior justice transport energy trade labour health education agriculture development budget
    planning maritime space cyber intelligence international relations cooperation co-operation climate and communications
    two-star three-star four-star one-star battle visiting resident associate works plant shipyard yard company division
    business country arms control disarmament nuclear defence-industry visiting-professor shadow party safety race
    department desk area vessel ship weapons public-affairs media information strategic strategy studies war history
    top longtime long-time founding co-founding global european asia-pacific central bank long-serving newly""".split()
)
TIMES = frozenset(
    "former then ex late outgoing incoming current new then- caretaker interim acting newly departing sometime".split()
)
# What may follow a head and belongs to it: "secretary general", "minister president", "commander designate".
AFTER_HEAD = frozenset("general minister president secretary executive designate elect officer commanding".split())
# Portfolios: "of Foreign Affairs" says for what the office is, not whose it is.
PORTFOLIOS = frozenset(
    """foreign affairs defence defense state staff interior finance trade security policy armed forces procurement energy
    external relations cooperation co-operation industry economy economic justice transport health education research
    technology science space cyber operations policy armaments equipment strategy planning veterans disarmament arms
    control development international national internal home war navy army air force maritime mission delegation
    department division political military and for the of general naval joint budget infrastructure innovation
    communications logistics training public media legal veterans climate peace stability resilience environment fisheries agriculture europe africa
    asia middle east latin america americas""".split()
)
RANKS = frozenset(
    """admiral general colonel captain commander lieutenant major brigadier commodore marshal sergeant corporal private ensign
    adm gen col capt cdr cmdr cdre lt maj brig sgt vadm radm cpt lcdr ltg gp lieutenant-general major-general lcol ltcol
    lieutenant-colonel vice-admiral rear-admiral vice rear fleet air chief wing group squadron flight field warrant officer
    petty midshipman superintendent bgen mgen""".split()
)
COURTESY = frozenset(
    """mr mrs ms mx dr prof professor sir dame lord lady hon excellency h.e ambassador sheikh sheikha senator right
    honourable the his her justice""".split()
)
# Verbs of leading: who does it holds an office of the object.
LEADING = {
    "head": "head",
    "lead": "led",
    "command": "commands",
    "chair": "chair",
    "run": "runs",
    "direct": "directs",
    "co-chair": "co-chaired",
    "represent": "represents",
    "captain": "captain",
    "preside": "presides",
    "oversee": "oversees",
    "manage": "manages",
    "co-lead": "co-leads",
    "co-direct": "co-directs",
    "spearhead": "spearheads",
    "skipper": "skipper",
}
APPOINTING = frozenset(
    "appoint name elect nominate designate confirm promote reappoint re-elect install swear make declare".split()
)
BECOMING = frozenset("become remain serve continue act stay".split())
# Verbs that give an office after "as": "works as an analyst", "took over as chief", "stepped down as minister".
GOING = frozenset("work take step retire resign quit return start succeed double relieve replace follow stand".split())
# Verbs that say for or at what body somebody works, by the words that lead to it; "" is the object.
WORKING: dict[str, frozenset[str]] = {
    "teach": frozenset({"at"}),
    "work": frozenset({"at", "for"}),
    "speak": frozenset({"for"}),
    "serve": frozenset({"with", "in", "aboard", "on", "at"}),
    "advise": frozenset({""}),
    "second": frozenset({"to", "from"}),
    "attach": frozenset({"to"}),
    "assign": frozenset({"to"}),
    "post": frozenset({"to"}),
    "join": frozenset({""}),
    "lecture": frozenset({"at"}),
}
# Offices of a company or body: without an owner they belong to the body that the text speaks of.
OF_BODY = frozenset(
    """executive director manager chairman chairwoman chair spokesman spokesperson spokeswoman ceo founder chief commandant officer
    boss president coo cfo cto co scientist general secretary-general director-general rapporteur provost commandant""".split()
)
MILITARY = frozenset("commander commandant captain co xo skipper".split())
BELONGING = frozenset("belong report answer".split())
# Nouns for a body that belongs to another; the other stands behind "of" or before "'s".
PARTS = frozenset(
    """subsidiary unit arm division branch part affiliate component department daughter offshoot subdivision wing
    brand member directorate agency organ flagship""".split()
)
OWNED = frozenset("own control hold run acquire operate purchase buy found".split())
# Offices that a state has: without an owner they belong to the state that the text speaks of.
OF_STATE = frozenset(
    """minister secretary president chancellor ambassador premier pm king queen emir undersecretary attaché attache
    ministers presidents secretaries tánaiste taoiseach commissioner speaker senator prince under-secretary
    vice-minister""".split()
)
# Offices that people of a union of states hold: “President von der Leyen”, “Secretary General Stoltenberg”.
OF_UNION = frozenset("president commissioner representative vice-president general secretary-general chief".split())
# Offices that a union of states has; without an owner they belong to the bloc that the text speaks of.
OF_BLOC = frozenset({"commissioner", "representative"})
# Words of a title that say which sort of body it leads: "exercise director", "mission commander".
LEADS_KIND: dict[str, frozenset[EntityKind]] = {
    "exercise": frozenset({EntityKind.EVENT}),
    "mission": frozenset({EntityKind.OPERATION}),
    "operation": frozenset({EntityKind.OPERATION, EntityKind.FORCE}),
    "force": frozenset({EntityKind.OPERATION, EntityKind.UNIT, EntityKind.FORCE}),
    "group": frozenset({EntityKind.UNIT}),
    "secretary": frozenset({EntityKind.BLOC, EntityKind.INSTITUTION, EntityKind.CENTRE, EntityKind.PROGRAMME}),
    "project": frozenset({EntityKind.PROGRAMME}),
    "programme": frozenset({EntityKind.PROGRAMME}),
}
# Verbs by which one gets, has or hands on the command of something.
COMMANDING = frozenset("take assume hold relinquish hand pass transfer receive have turn".split())
# Verbs that say under whom a unit or body stands: “functions under the Southern Command”.
STANDING = frozenset("function operate fall come serve work stand place put report answer subordinate".split())
MADE_UP = frozenset("consist comprise compose".split())
BUYING = frozenset("acquire own".split())
HOLDING = frozenset("hold buy have take sell raise".split())  # a stake in a company
