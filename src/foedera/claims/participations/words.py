"""The words that tell a participation. Source: general knowledge of English political and industrial prose."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.kinds import ParticipationAs

AS = ParticipationAs


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """How a verb tells a participation.

    `as_` is None where what is joined decides. `prepositions` lead to what is joined; with "" it may be the object.
    `denied` marks verbs that end or refuse it; `by_object` those whose object takes part ("admitted Finland to").
    """

    as_: ParticipationAs | None
    prepositions: frozenset[str]
    denied: bool = False
    by_object: bool = False
    possible: bool = False


def _frame(as_: ParticipationAs | None, prepositions: str, **more: bool) -> VerbFrame:
    return VerbFrame(as_, frozenset("" if word == "-" else word for word in prepositions.split()), **more)


VERBS: dict[str, VerbFrame] = {
    "join": _frame(None, "- in as"),
    "rejoin": _frame(None, "-"),
    "participate": _frame(None, "in"),
    "enter": _frame(None, "-"),
    "accede": _frame(AS.MEMBER, "to"),
    "belong": _frame(AS.MEMBER, "to"),
    "leave": _frame(None, "-", denied=True),
    "quit": _frame(None, "-", denied=True),
    "withdraw": _frame(None, "from", denied=True),
    "collaborate": _frame(AS.PARTNER, "on in"),
    "cooperate": _frame(AS.PARTNER, "on in"),
    "partner": _frame(AS.PARTNER, "on in"),
    "lead": _frame(AS.LEAD, "-"),
    "head": _frame(AS.LEAD, "-"),
    "coordinate": _frame(AS.LEAD, "-"),
    "manage": _frame(AS.LEAD, "-"),
    "chair": _frame(AS.LEAD, "-"),
    "command": _frame(AS.LEAD, "-"),
    "spearhead": _frame(AS.LEAD, "-"),
    "run": _frame(AS.LEAD, "-"),
    "administer": _frame(AS.LEAD, "-"),
    "oversee": _frame(AS.LEAD, "-"),
    "launch": _frame(AS.LEAD, "-"),
    "contribute": _frame(AS.CONTRIBUTOR, "to"),
    "host": _frame(AS.HOST, "-"),
    "exhibit": _frame(AS.EXHIBITOR, "at in"),
    "apply": _frame(AS.CANDIDATE, "for to"),
    "bid": _frame(AS.CANDIDATE, "for on in"),
    "compete": _frame(AS.CANDIDATE, "for in"),
    "benefit": _frame(AS.BENEFICIARY, "from"),
    "profit": _frame(AS.BENEFICIARY, "from"),
    "receive": _frame(AS.BENEFICIARY, "from under through"),
    "obtain": _frame(AS.BENEFICIARY, "from under through"),
    "get": _frame(AS.BENEFICIARY, "from under through out"),
    "borrow": _frame(AS.BENEFICIARY, "from under through"),
    "admit": _frame(None, "to into", by_object=True),
    "accept": _frame(None, "into", by_object=True),
    "invite": _frame(AS.CANDIDATE, "to into", by_object=True),
    "expel": _frame(None, "from", by_object=True, denied=True),
    "exclude": _frame(None, "from", by_object=True, denied=True),
    "bar": _frame(None, "from", by_object=True, denied=True),
    "associate": _frame(AS.PARTNER, "with to", by_object=True),
    "include": _frame(None, "in", by_object=True),
    "involve": _frame(None, "in", by_object=True),
    "welcome": _frame(None, "to into", by_object=True),
    "incorporate": _frame(None, "into", by_object=True),
    "engage": _frame(AS.PARTNER, "in"),
    "tender": _frame(AS.CANDIDATE, "for"),
    "vie": _frame(AS.CANDIDATE, "for"),
    "sponsor": _frame(AS.CONTRIBUTOR, "-"),
    "co-fund": _frame(AS.CONTRIBUTOR, "-"),
    "cofinance": _frame(AS.CONTRIBUTOR, "-"),
    "co-finance": _frame(AS.CONTRIBUTOR, "-"),
    "co-host": _frame(AS.HOST, "-"),
    "found": _frame(AS.MEMBER, "-"),
    "co-found": _frame(AS.MEMBER, "-"),
    "integrate": _frame(AS.PARTNER, "into in", by_object=True),
    "select": _frame(AS.CONTRACTOR, "for", by_object=True),
    "shortlist": _frame(AS.CANDIDATE, "for", by_object=True),
    "appoint": _frame(AS.CONTRACTOR, "for", by_object=True),
}
VERBS |= {
    "organise": _frame(AS.LEAD, "-"),
    "organize": _frame(AS.LEAD, "-"),
    "boycott": _frame(None, "-", denied=True),
    "skip": _frame(None, "-", denied=True),
    "draw": _frame(AS.BENEFICIARY, "from under through"),
    "attract": _frame(AS.BENEFICIARY, "from under through"),
    "secure": _frame(AS.BENEFICIARY, "from under through"),
    "collect": _frame(AS.BENEFICIARY, "from under through"),
    "put": _frame(AS.CONTRIBUTOR, "into towards to"),
    "pour": _frame(AS.CONTRIBUTOR, "into"),
    "channel": _frame(AS.CONTRIBUTOR, "into to"),
    "inject": _frame(AS.CONTRIBUTOR, "into"),
    "invest": _frame(AS.CONTRIBUTOR, "in into"),
    "pick": _frame(AS.CONTRACTOR, "for", by_object=True),
    "choose": _frame(AS.CONTRACTOR, "for", by_object=True),
    "retain": _frame(AS.CONTRACTOR, "for", by_object=True),
    "attend": _frame(AS.OBSERVER, "-"),
    "look": _frame(AS.OBSERVER, "on"),
    "sit": _frame(AS.OBSERVER, "in on"),
    "let": _frame(None, "into", by_object=True),
    "bring": _frame(None, "into", by_object=True),
    "observe": _frame(AS.OBSERVER, "-"),
    "serve": _frame(AS.CONTRIBUTOR, "in with"),
    "sign": _frame(None, "up"),
    "drop": _frame(None, "out", denied=True),
    "pull": _frame(None, "out from", denied=True),
    "walk": _frame(None, "out", denied=True),
    "opt": _frame(None, "out", denied=True),
    "second": _frame(AS.CONTRIBUTOR, "to"),
    "assign": _frame(AS.CONTRIBUTOR, "to", by_object=True),
    "commit": _frame(AS.CONTRIBUTOR, "to"),
    "pledge": _frame(AS.CONTRIBUTOR, "to"),
    "donate": _frame(AS.CONTRIBUTOR, "to"),
    "supply": _frame(AS.CONTRIBUTOR, "to"),
    "provide": _frame(AS.CONTRIBUTOR, "to"),
    "send": _frame(AS.CONTRIBUTOR, "to"),
    "co-lead": _frame(AS.LEAD, "-"),
    "direct": _frame(AS.LEAD, "-"),
    "display": _frame(AS.EXHIBITOR, "at in"),
    "show": _frame(AS.EXHIBITOR, "at in"),
    "showcase": _frame(AS.EXHIBITOR, "at in"),
    "unveil": _frame(AS.EXHIBITOR, "at in"),
    "present": _frame(AS.EXHIBITOR, "at in"),
    "stage": _frame(AS.HOST, "-"),
}
# What these give goes to a programme or operation, not to a state: the thing joined must be one of these.
GIVING = frozenset(
    "second assign commit pledge donate supply provide send serve contribute put pour channel inject invest".split()
)
SHOWING = frozenset("exhibit display show showcase unveil present".split())
# Who a programme is meant for: "is targeted at", "is open to", "supports".
MEANT_FOR: dict[str, tuple[ParticipationAs, frozenset[str]]] = {
    "target": (AS.BENEFICIARY, frozenset({"at"})),
    "open": (AS.PARTNER, frozenset({"to"})),
    "reserve": (AS.BENEFICIARY, frozenset({"for", "to"})),
    "restrict": (AS.BENEFICIARY, frozenset({"to"})),
    "limit": (AS.BENEFICIARY, frozenset({"to"})),
}
# "EU-funded", "French-led": what the one before the hyphen is to the thing named.
HYPHENED: dict[str, ParticipationAs] = {
    "funded": AS.CONTRIBUTOR,
    "financed": AS.CONTRIBUTOR,
    "backed": AS.CONTRIBUTOR,
    "led": AS.LEAD,
    "run": AS.LEAD,
    "hosted": AS.HOST,
}
# What one is given within a programme: what is joined stands behind or before it ("funding under the Fund").
CARRIERS = frozenset(
    """funding support loan grant money contract call membership headquarters work phase development framework context
    scope assistance aid measure share place seat auspices participation project accede accession admission entry""".split()
)
# "took command of the task force", "holds the presidency of the conference".
COMMANDING = frozenset("take assume hold have hand relinquish pass resume exercise".split())
COMMANDS = frozenset("command lead leadership chair chairmanship presidency coordination helm baton torch".split())
# Who hosts these hosts what they are of: "hosts the headquarters of the operation".
SEATS = frozenset("headquarters secretariat office seat hq".split())
GIVING_UP = frozenset("hand relinquish pass".split())
# What these are done to ends: "suspended its membership", "froze its participation".
ENDING = frozenset("suspend end terminate freeze renounce withdraw relinquish cease halt abandon revoke".split())
OPENINGS = frozenset("opportunity room scope place door space".split())
# "as an observer", "as lead nation": says the quality whatever the verb.
ROLE_NOUNS: dict[str, ParticipationAs] = {
    **dict.fromkeys("observer onlooker spectator guest".split(), AS.OBSERVER),
    **dict.fromkeys("member founder signatory party ally".split(), AS.MEMBER),
    **dict.fromkeys("partner participant associate collaborator shareholder stakeholder co-owner".split(), AS.PARTNER),
    **dict.fromkeys("lead leader coordinator head chair chairman manager framework".split(), AS.LEAD),
    **dict.fromkeys("contributor donor".split(), AS.CONTRIBUTOR),
    **dict.fromkeys("candidate applicant bidder aspirant contender finalist".split(), AS.CANDIDATE),
    **dict.fromkeys("beneficiary recipient".split(), AS.BENEFICIARY),
    **dict.fromkeys("contractor subcontractor supplier integrator".split(), AS.CONTRACTOR),
    **dict.fromkeys("host venue".split(), AS.HOST),
    **dict.fromkeys("exhibitor".split(), AS.EXHIBITOR),
}
# Nouns that say that someone takes part: "Japan's participation in", "the accession of Finland to".
TAKING_PART: dict[str, tuple[ParticipationAs | None, frozenset[str], bool]] = {
    "participation": (None, frozenset({"in"}), False),
    "involvement": (None, frozenset({"in"}), False),
    "membership": (AS.MEMBER, frozenset({"of", "in"}), False),
    "accession": (AS.MEMBER, frozenset({"to"}), False),
    "entry": (AS.MEMBER, frozenset({"into", "to"}), False),
    "admission": (AS.MEMBER, frozenset({"to", "into"}), False),
    "withdrawal": (None, frozenset({"from"}), True),
    "exit": (None, frozenset({"from"}), True),
    "contribution": (AS.CONTRIBUTOR, frozenset({"to"}), False),
    "bid": (AS.CANDIDATE, frozenset({"for"}), False),
    "application": (AS.CANDIDATE, frozenset({"for", "to"}), False),
    "request": (AS.CANDIDATE, frozenset({"for"}), False),
    "candidacy": (AS.CANDIDATE, frozenset({"for"}), False),
    "departure": (None, frozenset({"from"}), True),
    "exclusion": (None, frozenset({"from"}), True),
    "expulsion": (None, frozenset({"from"}), True),
    "ejection": (None, frozenset({"from"}), True),
    "association": (AS.PARTNER, frozenset({"with", "to"}), False),
    "secondment": (AS.CONTRIBUTOR, frozenset({"to"}), False),
    "candidature": (AS.CANDIDATE, frozenset({"for"}), False),
}
# These say who joins or is put out also where it is left out in what: “Westhaven's expulsion in 2019”.
LEFT_OUT = frozenset("expulsion exclusion ejection accession admission association entry".split())
# What is asked for or left, when it is told without its name: “the request for accession”, “an application to join”.
JOINING_NOUNS = frozenset("accession membership admission entry seat place participation status standing".split())
# What can be joined though it bears no name that we know: heads of a phrase with "the", a name or a capital.
JOINABLE = frozenset(
    """programme program project fund brigade mission coalition consortium initiative alliance union partnership facility scheme
    group procurement procurements framework agency organisation organization community operation battlegroup force
    exhibition expo convention treaty arrangement pact centre center tender contest competition contract call
    venture instrument council committee bloc funding talks pool compact accord pact grouping format forum corridor
    club cell board taskforce taskgroup flotilla team panel consortia""".split()
)
# Those who serve somewhere: whose they are takes part, not they.
SERVING = frozenset(
    """personnel soldier troop officer sailor peacekeeper policeman medic engineer instructor pilot adviser advisor expert
    airman trainer sapper diver marine police member liaison staff team contingent detachment crew""".split()
)
PEOPLE = frozenset(
    """company firm entity manufacturer country state nation subsidiary supplier contractor industry ally partner
    soldier personnel troop operator university institute entity government shipyard yard startup maker bidder
    undertaking applicant candidate member parent legal yard producer association brigade battalion officer
    delegation observer navy army force forces sailor unit laboratory lab researcher startup up ups sme smes vendor bank
    innovator developer newcomer outsider expert adviser advisor crew""".split()
)
FUNDS = frozenset(
    "funding fund support grant loan money aid subsidy equipment financing investment cent euro dollar sum".split()
)
# Labels at the head of a line: "Members: A, B".
LABELS: dict[str, ParticipationAs] = {
    **dict.fromkeys(("members", "member states", "participating states", "participants", "parties"), AS.MEMBER),
    **dict.fromkeys(("partners", "partner", "project partners", "consortium"), AS.PARTNER),
    **dict.fromkeys(("observers", "observer", "looking on", "observing", "watching", "observer states"), AS.OBSERVER),
    **dict.fromkeys(("founders", "founding members", "full members", "member nations", "signatories"), AS.MEMBER),
    **dict.fromkeys(
        ("lead", "lead nation", "coordinator", "lead partner", "framework nation", "chair", "project lead", "led by"),
        AS.LEAD,
    ),
    **dict.fromkeys(("host", "host nation", "hosts"), AS.HOST),
    **dict.fromkeys(("exhibitors", "exhibitor"), AS.EXHIBITOR),
    **dict.fromkeys(("contributors", "contributing states", "donors"), AS.CONTRIBUTOR),
    **dict.fromkeys(
        ("contractor", "prime contractor", "contractors", "subcontractors", "subcontractor", "main contractor"),
        AS.CONTRACTOR,
    ),
    **dict.fromkeys(("beneficiary", "beneficiaries", "recipients", "recipient"), AS.BENEFICIARY),
    **dict.fromkeys(("candidates", "applicants", "candidate"), AS.CANDIDATE),
}
# "has observer status", "obtained full membership".
STATUS_VERBS = frozenset("have hold enjoy gain obtain acquire get receive seek keep retain".split())
