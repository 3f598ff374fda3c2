"""The words that tell commitments, and how firm they make them. General knowledge of English."""

from foedera.claims.discourse import BACK_POINTERS
from foedera.model.entities import EntityKind
from foedera.model.kinds import Strength

# Verbs that bind their subject to the infinitive after them: "undertakes to", "intend to".
INFINITIVE: dict[str, Strength] = {
    **dict.fromkeys(
        "undertake agree pledge promise commit vow guarantee engage resolve decide accept consent concur".split(),
        Strength.COMMITS,
    ),
    **dict.fromkeys(
        "intend aim plan seek strive endeavour endeavor mean aspire hope wish propose".split(), Strength.INTENDS
    ),
    **dict.fromkeys("explore consider".split(), Strength.EXPLORES),
}
# Words with "be … to": "is obliged to", "are resolved to".
STATES: dict[str, Strength] = {
    **dict.fromkeys("obliged bound obligated required liable".split(), Strength.BINDING),
    **dict.fromkeys("committed pledged".split(), Strength.COMMITS),
    **dict.fromkeys("resolved determined prepared willing ready minded keen".split(), Strength.INTENDS),
    **dict.fromkeys(
        "encouraged invited free welcome advised urged requested exhorted entitled".split(), Strength.ENCOURAGES
    ),
}
# Verbs whose own meaning says that something is only looked into; the whole phrase is the undertaking.
EXPLORING = frozenset("explore consider examine study assess mull weigh review investigate ponder contemplate".split())
# Verbs that lay a duty on their object: "Article 4 obliges the sending state to …".
OBLIGING: dict[str, Strength] = {
    **dict.fromkeys("oblige bind require".split(), Strength.BINDING),
    "commit": Strength.COMMITS,
}
# Verbs that ask their object to do something.
ASKING = frozenset("encourage invite exhort advise".split())
# Nouns of commitment with "to": "its commitment to defend Japan".
PROMISES: dict[str, Strength] = {
    **dict.fromkeys("commitment pledge promise undertaking".split(), Strength.COMMITS),
    "obligation": Strength.BINDING,
    **dict.fromkeys("intention determination readiness willingness resolve".split(), Strength.INTENDS),
}
# Verbs that pledge a thing: "pledged USD 300 million".
PLEDGING = frozenset("pledge promise guarantee waive offer commit".split())
# What states and services do with each other: "will" before these is an undertaking even without an instrument.
MUTUAL = frozenset(
    """hold meet exchange share consult cooperate co-operate coordinate work strengthen deepen expand enhance support
    pursue continue develop promote establish step intensify explore examine consider look inform notify assist
    join conduct facilitate maintain provide seek fund pay finance host contribute bear cover lend double keep open
    second train pool""".split()
)
# Verbs by which an instrument lays down what its parties do: "the agreement provides for a joint yard".
LAYING_DOWN: dict[str, frozenset[str]] = {
    "provide": frozenset({"for"}),
    **dict.fromkeys("foresee envisage envision stipulate".split(), frozenset({""})),
    "call": frozenset({"for"}),
}
# Verbs whose "that"-clause with "will" is promised: "agreed that talks would be held every year".
AGREEING = frozenset("agree pledge promise vow undertake decide resolve declare reaffirm confirm".split())
# What one is invited to that is told as taking part or as a visit.
ATTENDING = frozenset("become join watch observe participate attend sit visit come send".split())
# What instruments say of themselves: no undertaking of their parties.
OF_ITSELF = frozenset(
    "enter take come apply amend terminate sign ratify renew replace suspend register publish".split()
)
# What one decides or agrees to do with an instrument that is told as its event.
LIFE_OF_INSTRUMENTS = frozenset("prolong extend renew terminate suspend ratify sign adopt".split())
# What is prolonged, suspended or adopted so: agreements, and what runs for a term.
RUNNING = BACK_POINTERS[EntityKind.INSTRUMENT] | frozenset(
    """contract lease mandate mission operation deployment membership participation validity term moratorium embargo sanction
    resolution law rule""".split()
)
# How recitals begin: what they tell is the ground of undertakings, and none itself.
RECITALS = (
    "conscious aware mindful recalling noting recognising recognizing considering convinced confident acknowledging "
    "reaffirming believing having bearing whereas desiring"
).split()
# Of the words above, those that say enough without an instrument at hand: what one state "plans" is mostly news.
FIRM = frozenset("mean prepared resolved determined urged encouraged advised exhorted".split())
# How one comes to and leaves an instrument: told as participation and as what that depends on.
MEMBERSHIP = frozenset("accede withdraw denounce terminate".split())
# What an instrument states that a party does: "each Participant covers the pay of its own troops".
BEARING = frozenset(
    """bear cover pay provide supply meet fund finance notify inform appoint designate guarantee furnish waive grant
    retain refrain respect undertake accept host lend place make keep""".split()
)
# Verbs by which those who meet have something done: "instructed their officials to draw up a plan".
DIRECTING = frozenset("instruct direct task mandate charge".split())
# What one has in mind: "it is the wish of Portugal to".
WISHES = frozenset("wish purpose aim goal objective intention ambition aspiration desire hope".split())
# What may or should be done to others under an instrument: "other states may be invited to join".
ADMITTING = frozenset(
    "invite admit associate hold organise organize conduct establish consider settle extend share".split()
)
# What one says one is towards another: "Ankara is prepared to raise the quota".
OFFERING = frozenset("ready willing prepared minded".split())
# What is offered for good: "offered ten seats a year at the college". Equipment that is offered is told as a transfer.
OFFERED = frozenset("seat place course scholarship training vacancy berth share access use help assistance".split())
# What one state or firm "plans" or "hopes" to do that is told as an activity, as equipment bought, or as an instrument.
TOLD_ELSEWHERE = frozenset(
    """conclude sign ratify join accede become finish complete win buy purchase procure acquire order send deploy dispatch
    visit sail hold conduct stage take participate train exercise equip arm produce build manufacture develop test sell
    export deliver transfer replace retire field upgrade modernise modernize commission launch be have do go come get see
    attend host negotiate extend renew use keep stay leave withdraw begin start open receive add raise cut reduce lift
    return fly operate base station call seek compete bid offer make try meet""".split()
)
# What somebody does for others: "will" before these is an undertaking whoever says it.
GIVING = frozenset(
    """fund finance pay contribute provide give grant lend share hand donate allocate earmark invest support help assist
    back cover bear host consult cooperate co-operate coordinate notify inform explore examine consider study assess
    strengthen deepen establish ensure guarantee protect defend respect second train waive offer facilitate
    promote report submit""".split()
)
