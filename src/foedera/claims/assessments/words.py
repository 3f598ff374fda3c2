"""The words of judging. Source: general knowledge of English reporting verbs and of terms of praise and blame."""

from __future__ import annotations

# Verbs of judging, by how the label stands behind them: "as a provocation", or bare.
WITH_AS = frozenset(
    """describe regard view see characterise characterize denounce dismiss hail brand criticise criticize portray praise
    condemn treat recognise recognize perceive evaluate paint depict present label rate identify deride define classify
    write cast designate bill reject understand interpret slam blast decry deplore denounce laud tout hail welcome acclaim
    decry attack mock ridicule applaud style frame acknowledge condemn reckon count qualify""".split()
)
BARE = frozenset(
    "call consider deem label term brand dub judge rate name bill hail think find believe declare pronounce".split()
)
# These judge only where the label is an adjective or a noun, or stands in quotation marks.
MILD = frozenset(
    """see present treat identify recognise recognize define cast write name think find believe declare paint rate
    understand interpret designate bill reject""".split()
)
# These judge what stands behind “upon”: “looks upon the pact as a school”.
LOOKING: dict[str, frozenset[str]] = {
    "look": frozenset({"upon", "on"}),
    "think": frozenset({"of"}),
    "speak": frozenset({"of"}),
    "refer": frozenset({"to"}),
}
# Nouns by which an author judges: “the pact is a milestone”, “Türkiye remains a pillar of”.
NOUNS = frozenset(
    """cornerstone milestone pillar backbone bottleneck failure success threat disappointment bedrock linchpin keystone
    lynchpin obstacle breakthrough setback rival adversary competitor concern challenge danger risk priority asset
    liability exception step guarantee model symbol signal mistake burden anchor bridge hub leader laggard weakness
    strength problem necessity imperative novelty rarity beginning insurance deterrent substitute achievement landmark
    watershed formality sideshow footnote umbrella neighbour friend enemy jewel nuisance menace oxygen partner ally supplier
    insurance catalyst driver enabler game-changer changer lifeline stumbling-block victory defeat blunder gamble
    provocation deterrent turning-point pretext relic success-story alternative solution
    strategy panacea luxury cure remedy illusion fantasy farce sham charade fiction myth complement""".split()
)
# Adjectives by which an author judges; of others one cannot tell.
ADJECTIVES = frozenset(
    """overdue indispensable essential vital crucial fragile regrettable unacceptable inadequate insufficient
    unsustainable irreplaceable pivotal unprecedented historic underrated overrated modest cumbersome opaque archaic
    premature unrealistic infeasible credible untenable tenable defensible indefensible timely
    unnecessary superfluous ambitious unwise wise destabilising destabilizing provocative weak inevitable
    marginal symbolic ineffective generous fickle wrong misguided reckless unfair illegal unlawful
    dangerous risky costly feasible worrying alarming impressive disappointing remarkable
    robust sound solid flawed outdated obsolete decisive critical key deplorable irresponsible hypocritical groundless
    baseless meaningless hollow promising insignificant underfunded overstretched unworkable explosive""".split()
)
LINKING = frozenset("be remain become constitute represent seem".split())
OPINIONS = ("view", "opinion", "eyes", "eye", "judgement", "judgment", "mind", "words", "assessment")
# Nouns by which somebody is said to fear or mind something: “shared concerns over”, “fears of escalation in”.
MINDING = frozenset("fear concern worry alarm unease apprehension illusion anxiety misgiving suspicion".split())
MINDS = frozenset("share have express voice raise harbour harbor reiterate convey".split())
ABOUT = frozenset("over about at of regarding with".split())
# These give a label without "as" wherever it stands; others of the kind do so only beside it.
LABELLING = frozenset("deem consider call term label brand dub judge rate pronounce".split())
