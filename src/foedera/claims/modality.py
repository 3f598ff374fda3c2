"""Whether something is said to be so, to be planned or to be possible, and whether it is denied."""

from __future__ import annotations

from foedera.claims.tokens import Token
from foedera.model.kinds import Modality, Polarity

POSSIBLE_AUXILIARIES = frozenset({"may", "might", "could", "would", "can"})
PLANNED_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo", "sha"})
PLANNING = frozenset(
    """plan intend expect schedule aim agree announce decide commit pledge promise prepare set order approve
    undertake slate undertake due ready envisage foresee project earmark mandate task vow""".split()
)
SUPPOSING = frozenset(
    """hope consider propose explore suggest discuss study examine recommend urge call wish want seek invite
    encourage contemplate mull weigh mention speculate imagine advocate free entitled eligible welcome keen eager willing
    bid request application wish desire willingness attempt float""".split()
)
# What hangs on one of these is somebody's suspicion: “no evidence that they build”, “accuses them of trying to build”.
DOUBTING = frozenset(
    """suspicion concern fear allegation accusation evidence worry charge rumour rumor suspect accuse allege fear doubt
    belief claim""".split()
)
_HANGING = frozenset("acl ccomp prep pcomp xcomp".split())
_LETTING = frozenset("allow enable permit".split())
_TELLING = frozenset("say announce tell confirm add declare report state decide promise agree pledge vow".split())
_POSSIBLE_WORDS = frozenset(
    "possible possibly potential potentially perhaps maybe likely hypothetical prospective proposed opportunity possibility prospect scope room proposal contender candidate bidder hopeful favourite".split()
)
_PLANNED_WORDS = frozenset("planned scheduled upcoming forthcoming future expected due".split())
_NEGATIONS = frozenset("not n't never no nor neither without cannot none hardly".split())
_FAILING = frozenset(
    "fail refuse decline reject deny refrain avoid stop cease prevent prohibit bar ban exclude unable unwilling".split()
)
# What is done so is to come: “the session is foreseen for September”; what “was planned” may never have come.
_FORESEEING = frozenset("foresee schedule plan envisage expect slate anticipate".split())
# What one of these is done to has not happened: “waited to reschedule the launch”, “shelved efforts to draft a treaty”.
_PUTTING_OFF = frozenset("reschedule postpone delay defer await".split())
_GIVING_UP = frozenset("shelve abandon cancel scrap drop forgo abort scrub".split())
_MOMENTS = frozenset("when once before after until till".split())
_DONE_TO = frozenset({"dobj", "nsubjpass"})


def modality_of(token: Token) -> Modality:
    """How real the clause of a verb (or the noun that names an event) is said to be.

    The nearest sign wins: an auxiliary, an "if", the governing verb of an infinitive, an adjective.
    """
    chain = _chain(token)
    for position, each in enumerate(chain):
        own = _own_modality(each)
        if own is not None:
            return own
        if each.lemma_.lower() in _FORESEEING and _is_present_passive(each):
            return Modality.PLANNED
        if position and each.lemma_.lower() in _PUTTING_OFF and chain[position - 1].dep_ in _DONE_TO:
            return Modality.PLANNED
        if position and each.lemma_.lower() in DOUBTING and chain[position - 1].dep_ in _HANGING:
            return Modality.POSSIBLE
    return Modality.PLANNED if _is_when_planned(chain[-1]) else Modality.ACTUAL


def _is_when_planned(verb: Token) -> bool:
    """“will sign when he welcomes them on Monday”: the present of a clause that tells when something will be."""
    told = any(child.lower_ in _MOMENTS and child.dep_ in {"advmod", "mark"} for child in verb.children)
    if verb.dep_ != "advcl" or verb.tag_ not in {"VBZ", "VBP"} or not told:
        return False
    return any(child.dep_ == "aux" and child.lower_ in PLANNED_AUXILIARIES for child in verb.head.children)


def _is_present_passive(verb: Token) -> bool:
    """“is foreseen”, “have been scheduled”; not “was planned”."""
    helping = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return bool(helping & {"is", "are"}) or ("been" in helping and bool(helping & {"has", "have"}))


def polarity_of(token: Token) -> Polarity:
    """Whether the clause of a verb (or the noun that names an event) is denied."""
    chain = _chain(token)
    for position, each in enumerate(chain):
        if _is_negated(each) or (position and each.lemma_.lower() in _FAILING):
            return Polarity.DENIED
        if position and each.lemma_.lower() in _GIVING_UP and chain[position - 1].dep_ in _DONE_TO:
            return Polarity.DENIED
        if any(child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and _is_negated(child) for child in each.children):
            return Polarity.DENIED
        if _is_yet_to(each) or _is_too_much(each):
            return Polarity.DENIED
    return Polarity.AFFIRMED


def _chain(token: Token) -> list[Token]:
    """The token and what governs it within its statement: infinitives, conjoined verbs, the verb over a noun."""
    chain, at = [token], token
    while len(chain) < 8:
        head = at.head
        if head == at or (
            at.dep_ == "acl" and at.tag_ == "VBN" and head.pos_ in {"NOUN", "PROPN"} and head.dep_ == "pobj"
        ):
            break  # "under a contract signed last year, the yard will build": what has been done is no plan
        if (
            at.dep_
            in {
                "xcomp",
                "auxpass",
                "aux",
                "dobj",
                "nsubjpass",
                "attr",
                "pobj",
                "prep",
                "acl",
                "pcomp",
                "oprd",
                "acomp",
            }
            or (at.dep_ == "nsubj" and head.pos_ == "AUX")
            or (at.dep_ == "ccomp" and (_has_to(at) or head.lemma_.lower() in DOUBTING))
        ):
            chain.append(head)
            at = head
        elif at.dep_ == "conj" and not any(
            child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for child in at.children
        ):
            chain.append(head)
            at = head
        else:
            break
    return chain


def _own_modality(token: Token) -> Modality | None:
    for child in token.children:
        word = child.lower_
        if child.dep_ in {"aux", "auxpass"} or child.tag_ == "MD":
            if (
                word == "would"
                and token.dep_ == "ccomp"
                and token.head.lemma_.lower() in _TELLING
                and _is_past(token.head)
            ):
                return Modality.PLANNED  # "said that it would": the future of the past
            if word in POSSIBLE_AUXILIARIES or word == "should":
                return Modality.POSSIBLE
            if word in PLANNED_AUXILIARIES:
                return Modality.PLANNED
        if child.dep_ == "mark" and word in {"if", "unless", "whether"}:
            return Modality.POSSIBLE
        if word in _POSSIBLE_WORDS and child.dep_ in {"amod", "advmod", "acomp"}:
            return Modality.POSSIBLE
        if word in _PLANNED_WORDS and child.dep_ in {"amod", "acomp"}:
            return Modality.PLANNED
    if token.dep_ == "xcomp" or (token.dep_ in {"acl", "advcl", "ccomp"} and _has_to(token)):
        governor = token.head.lemma_.lower()
        if governor in PLANNING or (token.head.lower_ == "going"):
            return Modality.PLANNED
        if governor in SUPPOSING | _LETTING or governor in _POSSIBLE_WORDS:
            return Modality.POSSIBLE
    if (
        token.pos_ == "AUX"
        and any(child.dep_ == "xcomp" and _has_to(child) for child in token.children)
        and not any(child.dep_ == "attr" for child in token.children)  # "is the first state to sign"
    ):
        return Modality.PLANNED  # "talks are to begin"
    return None


def _is_past(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBN"}


def _has_to(token: Token) -> bool:
    return any(child.lower_ == "to" and child.tag_ == "TO" for child in token.children)


def _is_negated(token: Token) -> bool:
    return any(
        child.dep_ == "neg" or (child.lower_ in _NEGATIONS and child.dep_ in {"det", "advmod", "preconj", "cc"})
        for child in token.children
    )


def _is_too_much(token: Token) -> bool:
    """Whether something is too much so to be done: “came too late to benefit”."""
    governor = token.head
    too = governor.pos_ in {"ADJ", "ADV"} and governor.i > 0 and governor.doc[governor.i - 1].lower_ == "too"
    return too and token.i > governor.i and token.pos_ == "VERB" and _has_to(token)


def _is_yet_to(token: Token) -> bool:
    children = {child.lower_ for child in token.children}
    return "yet" in children and (_has_to(token) or token.lemma_ in {"have", "be"}) and "not" not in children
