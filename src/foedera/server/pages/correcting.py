"""The form on which a claim is corrected, or a missing one is added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData

from foedera.model.claims import Claim, Filler
from foedera.model.documents import Document
from foedera.model.entities import Entity
from foedera.model.errors import ClaimInvalid, FoederaError, UsageWrong
from foedera.model.kinds import KINDS, Holds, Kind, Modality, Polarity, Role
from foedera.record import RecordReader
from foedera.views.corrections import Wording, candidates_for, chosen, fill, kept


@dataclass(frozen=True, slots=True)
class Choice:
    """A filler on the form: what it is called, its words in the text, and what the form sends for it.

    `others` are further things that the words can stand for, each with what the form sends if it is chosen.
    """

    value: str
    name: str
    text: str
    others: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class RoleField:
    """One role on the form."""

    role: Role
    choices: Sequence[Choice]
    word: str = ""
    typed: str = ""

    @property
    def words(self) -> Sequence[str]:
        """The closed list to choose from; empty if the role is filled from the text."""
        return [word.value for word in self.role.closed] if self.role.closed else []


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """The form as it is shown: `original` is the claim that it corrects, None for one that is added."""

    document: Document
    wording: Wording
    fields: Sequence[RoleField]
    original: Claim | None
    note: str = ""
    error: FoederaError | None = None

    @property
    def quote(self) -> str:
        """The sentence that says the claim."""
        return self.document.text[self.wording.start : self.wording.end]


def wording_of(claim: Claim) -> Wording:
    """What the form says of a claim that nobody changed yet."""
    first = claim.evidence[0]
    open_roles = {role.name for role in KINDS[claim.kind].roles if role.holds is not Holds.CLOSED}
    return Wording(
        kind=claim.kind,
        start=first.start or 0,
        end=first.end or 0,
        fillers=tuple(
            kept(role, index)
            for role, found in claim.roles.items()
            if role in open_roles
            for index in range(len(found))
        ),
        words={role: claim.word(role) for role in claim.roles if role not in open_roles},
        when=claim.when.edtf if claim.when else "",
        modality=claim.modality,
        polarity=claim.polarity,
    )


def wording_from(form: FormData, kind: Kind) -> Wording:
    """What a form says that was sent. Raises UsageWrong."""

    def text(name: str) -> str:
        value = form.get(name, "")
        return value if isinstance(value, str) else ""

    try:
        start, end = int(text("start")), int(text("end"))
        modality, polarity = Modality(text("modality") or "actual"), Polarity(text("polarity") or "affirmed")
    except ValueError as error:
        raise UsageWrong("the form cannot be read.", mend="Open it again and send it anew.") from error
    roles = KINDS[kind].roles
    return Wording(
        kind=kind,
        start=start,
        end=end,
        fillers=tuple(value for value in form.getlist("filler") if isinstance(value, str) and value),
        words={role.name: text(f"word-{role.name}") for role in roles if role.holds is Holds.CLOSED},
        typed={role.name: text(f"typed-{role.name}") for role in roles if role.holds is not Holds.CLOSED},
        when=text("when"),
        modality=modality,
        polarity=polarity,
    )


def show_form(
    record: RecordReader,
    document: Document,
    wording: Wording,
    original: Claim | None = None,
    *,
    note: str = "",
    error: FoederaError | None = None,
) -> ClaimForm:
    """The form with these words filled in."""
    fields = [
        RoleField(
            role,
            [
                choice
                for written in wording.fillers
                if (choice := _choice(record, document, role, written, original)) is not None
            ],
            wording.words.get(role.name, ""),
            wording.typed.get(role.name, ""),
        )
        for role in KINDS[wording.kind].roles
    ]
    return ClaimForm(document, wording, fields, original, note, error)


def choose(record: RecordReader, document: Document, role: Role, start: int, end: int) -> Choice:
    """The words of a selection as a filler on the form, with all that they can stand for."""
    text = document.text[start:end]
    if role.holds not in (Holds.ENTITY, Holds.EITHER):
        return Choice(chosen(role.name, start, end), text, text)
    known = candidates_for(record, role.name, text)
    options = [(chosen(role.name, start, end, entity.id), _named(entity)) for entity in known]
    options.append((chosen(role.name, start, end), f"{text} (a name of its own)"))
    return Choice(options[0][0], options[0][1], text, options)


def _named(entity: Entity) -> str:
    return f"{entity.name} ({entity.kind.value})"


def _choice(
    record: RecordReader, document: Document, role: Role, written: str, original: Claim | None
) -> Choice | None:
    sort, name, *rest = written.split("|", 4)
    if name != role.name:
        return None
    try:
        if sort == "old":
            return _shown(written, original.fillers(name)[int(rest[0])]) if original else None
        return _shown(written, fill(record, document, role, int(rest[0]), int(rest[1]), rest[2]))
    except (ValueError, IndexError, ClaimInvalid):
        return None  # a form that somebody wrote by hand; what cannot be read is not shown again


def _shown(written: str, filler: Filler) -> Choice:
    return Choice(written, filler.name or filler.text, filler.text)
