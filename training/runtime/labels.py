"""The kinds, roles and closed lists of the grammar of claims, in the order in which the model knows them."""

KINDS = (
    "instrument_event", "commitment", "activity", "participation", "capability",
    "measure", "dependency", "remark", "assessment", "affiliation",
)  # fmt: skip

CLOSED = {
    "instrument_event": ("event", "proposed negotiating agreed announced adopted signed provisionally_applied ratified in_force amended extended suspended terminated".split()),
    "commitment": ("strength", "binding commits intends explores encourages".split()),
    "activity": ("type", "exercise port_call deployment patrol transit operation dialogue summit visit consultation exchange training exhibition".split()),
    "participation": ("as", "lead partner member observer candidate beneficiary contractor contributor host exhibitor".split()),
    "capability": ("stage", "develops produces tests upgrades procures fields transfers retires".split()),
    "dependency": ("relation", "requires enables limits permits excludes".split()),
}  # fmt: skip

LABELS = tuple((kind, label) for kind, (_, labels) in CLOSED.items() for label in labels)
MODALITIES = ("actual", "planned", "possible")

SPANS = {
    "instrument_event": ("instrument", "party", "place"),
    "commitment": ("party", "undertaking", "instrument", "provision"),
    "activity": ("participant", "name", "asset", "place", "element"),
    "participation": ("actor", "in"),
    "capability": ("actor", "system"),
    "measure": ("subject", "metric", "value", "unit", "basis"),
    "dependency": ("condition", "outcome"),
    "remark": ("speaker", "content", "occasion"),
    "assessment": ("assessor", "target", "label"),
    "affiliation": ("member", "of", "as"),
}
ROLES = (*dict.fromkeys(role for roles in SPANS.values() for role in roles), "when")
REQUIRED = {
    "instrument_event": ("instrument",), "commitment": ("party", "undertaking"), "activity": ("participant",),
    "participation": ("actor", "in"), "capability": ("actor", "system"), "measure": ("subject", "metric", "value"),
    "dependency": ("condition", "outcome"), "remark": ("speaker", "content"),
    "assessment": ("assessor", "target", "label"), "affiliation": ("member", "of"),
}  # fmt: skip
SEVERAL = frozenset(
    ("party", "participant", "asset", "place", "element", "actor", "subject", "speaker", "assessor", "member")
)
TEXTS = frozenset(("undertaking", "element", "metric", "condition", "outcome", "content", "label", "occasion"))

# Heads read at the anchor beside the closed labels: modality (3), polarity, "when is the document's date", "author".
FLAGS = ("denied", "document_date", "author")
