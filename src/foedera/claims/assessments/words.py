"""The words of judging. Source: general knowledge of English reporting verbs and of terms of praise and blame."""

from __future__ import annotations

# Verbs of judging, by how the label stands behind them: "as a provocation", or bare.
WITH_AS = frozenset(
    """describe regard view see characterise characterize denounce dismiss hail brand criticise criticize portray praise
    condemn treat recognise recognize perceive evaluate paint depict present label rate identify deride define classify
    write cast designate bill reject understand interpret""".split()
)
BARE = frozenset(
    "call consider deem label term brand dub judge rate name bill hail think find believe declare pronounce".split()
)
# These judge only where the label is an adjective or a noun, or stands in quotation marks.
MILD = frozenset(
    """see present treat identify recognise recognize define cast write name think find believe declare paint rate
    understand interpret designate bill reject""".split()
)
# Nouns by which an author judges: “the pact is a milestone”, “Türkiye remains a pillar of”.
NOUNS = frozenset(
    """cornerstone milestone pillar backbone bottleneck failure success threat disappointment bedrock linchpin keystone
    lynchpin obstacle breakthrough setback rival adversary competitor concern challenge danger risk priority asset
    liability exception step guarantee model symbol signal mistake burden anchor bridge hub leader laggard weakness
    strength problem necessity imperative novelty rarity beginning insurance deterrent substitute achievement landmark
    watershed formality sideshow footnote umbrella neighbour friend enemy""".split()
)
# Adjectives by which an author judges; of others one cannot tell.
ADJECTIVES = frozenset(
    """overdue indispensable essential vital crucial fragile regrettable unacceptable inadequate insufficient
    unsustainable irreplaceable pivotal unprecedented historic underrated overrated modest cumbersome opaque archaic
    premature unrealistic infeasible credible untenable tenable defensible indefensible timely
    unnecessary superfluous ambitious unwise wise destabilising destabilizing provocative weak inevitable
    marginal symbolic ineffective generous fickle cheap dear right wrong misguided reckless unfair""".split()
)
LINKING = frozenset("be remain become constitute represent seem".split())
OPINIONS = ("view", "opinion", "eyes", "eye", "judgement", "judgment", "mind", "words", "assessment")
