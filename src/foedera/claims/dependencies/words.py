"""The words that tell dependencies. General knowledge of English."""

from foedera.model.kinds import Relation

# "X requires Y": the object is the condition, the subject the outcome.
NEEDING: dict[str, Relation] = dict.fromkeys(
    "require need necessitate presuppose presume await".split(), Relation.REQUIRES
)
# The same with a preposition: "depends on Y", "calls for Y".
NEEDING_ON: dict[str, frozenset[str]] = {
    **dict.fromkeys("depend hinge turn".split(), frozenset({"on", "upon"})),
    "call": frozenset({"for"}),
    "wait": frozenset({"for", "on"}),
}
# "X enables Y": the subject is the condition, the object the outcome.
DOING: dict[str, Relation] = {
    **dict.fromkeys(
        """enable facilitate unlock ease spur accelerate underpin catalyse catalyze streamline help""".split(),
        Relation.ENABLES,
    ),
    **dict.fromkeys("allow permit authorise authorize entitle empower let".split(), Relation.PERMITS),
    **dict.fromkeys(
        """limit restrict constrain hamper hinder impede curb cap confine restrain inhibit slow complicate
        undermine jeopardise jeopardize stall""".split(),
        Relation.LIMITS,
    ),
    **dict.fromkeys(
        "prevent prohibit forbid bar preclude ban block exclude disallow outlaw rule".split(), Relation.EXCLUDES
    ),
}
# "X leads to Y", "X contributes to Y", "X provides for Y".
DOING_TO: dict[str, tuple[frozenset[str], Relation]] = {
    "lead": (frozenset({"to"}), Relation.ENABLES),
    "contribute": (frozenset({"to"}), Relation.ENABLES),
    "provide": (frozenset({"for"}), Relation.PERMITS),
    "allow": (frozenset({"for"}), Relation.PERMITS),
    "pave": (frozenset({"for", "to"}), Relation.ENABLES),
}
# "X gives impetus to Y", "X paves the way for Y", "X is a platform for Y": nouns that say what X is to Y.
MEANS: dict[str, Relation] = {
    **dict.fromkeys(
        """way basis foundation foundations framework platform opportunity opportunities impetus momentum door path groundwork
        enabler catalyst springboard stepping-stone means""".split(),
        Relation.ENABLES,
    ),
    **dict.fromkeys("prerequisite precondition condition requirement necessity must".split(), Relation.REQUIRES),
    **dict.fromkeys(
        "obstacle barrier hurdle constraint impediment brake limit bottleneck handicap".split(), Relation.LIMITS
    ),
}
GIVING = frozenset(
    "give pave open lay provide offer form create clear constitute be remain smooth build serve act".split()
)
# "Y is necessary for X".
NEEDED = frozenset(
    "necessary essential indispensable needed required vital crucial compulsory mandatory imperative".split()
)
# "Y is possible", "Y became feasible": with "if", "thanks to" and the like.
FEASIBLE: dict[str, Relation] = {
    **dict.fromkeys("possible feasible easier simpler".split(), Relation.ENABLES),
    **dict.fromkeys("harder difficult".split(), Relation.LIMITS),
    "impossible": Relation.EXCLUDES,
}
# Adjectives that bind an outcome to a condition with a preposition: "subject to", "conditional upon".
BOUND_TO: dict[str, frozenset[str]] = {
    "subject": frozenset({"to"}),
    "conditional": frozenset({"on", "upon"}),
    "contingent": frozenset({"on", "upon"}),
    "dependent": frozenset({"on", "upon"}),
}
# What one obtains beforehand: "with the consent of", "after approval by".
CONSENT = frozenset(
    """consent approval permission authorisation authorization agreement licence license notice permit vote decision
    unanimity consensus ratification notification endorsement clearance""".split()
)
# Nouns of those whom rules of access speak of.
APPLICANTS = frozenset(
    """contractor recipient entity applicant company firm supplier consortium action project product component
    beneficiary bidder participant proposal subcontractor subsidiary undertaking guarantee candidate state country vessel
    system export transfer export import activity person equipment good item""".split()
)
# Verbs of entry into force and the like: "enters into force on the date of".
BEGINNING = frozenset("enter come take become".split())
FORCE = frozenset("force effect operation".split())
# With "would" or "could": "a common standard would simplify procurement".
FURTHERING: dict[str, Relation] = {
    **dict.fromkeys(
        """widen strengthen deepen boost improve broaden simplify smooth reinforce foster promote further advance
        unlock revive reinvigorate halve double save lower shorten speed ease raise increase multiply spare extend
        cheapen quicken tighten cement secure guarantee ensure""".split(),
        Relation.ENABLES,
    ),
    **dict.fromkeys("dilute weaken undermine delay jeopardise jeopardize hinder hamper slow".split(), Relation.LIMITS),
}
# What makes a clause one of leave: "is eligible where", "permissible subject to".
ALLOWED = frozenset("eligible permissible allowed permitted admitted possible authorised authorized open".split())
# "is limited to the north-west", "confined to".
CONFINED = frozenset("limited restricted confined".split())
# What one may only do for as long as, or after, an instrument lets one: "present under the Status of Forces Agreement".
STAYING = frozenset("station base deploy operate stay board train present".split())
# Nouns that name what is gained, where nothing says for what: "could inject further momentum".
GAINS = frozenset("momentum impetus".split())
# What is eased is lessened here, and not made possible.
WORRIES = frozenset("concern fear worry tension suspicion doubt pressure pain burden".split())
