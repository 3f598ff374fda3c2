"""`foedera review`: decisions of people about claims and entities. Every decision is kept, with who made it and when."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedera.cli.records import open_place
from foedera.cli.settings import Format, OutputFormat, RecordPlace

if TYPE_CHECKING:
    from foedera.record import Decision, Record, Verdict

review_app = typer.Typer(
    no_args_is_help=True,
    help="Accept, reject, correct or undo, claim by claim; say that two entities are one. Every decision is kept.",
)

ClaimIds = Annotated[
    list[str], typer.Argument(help="Ids of claims, as “foedera claims -f jsonl” gives them.", show_default=False)
]
OneClaim = Annotated[str, typer.Argument(help="The id of a claim.", show_default=False)]
Who = Annotated[str | None, typer.Option("--who", help="Who decides. Without it, your user name.", show_default=False)]
Note = Annotated[str, typer.Option("--note", help="Why.", show_default=False)]


@review_app.command()
def accept(claims: ClaimIds, who: Who = None, note: Note = "", record: RecordPlace = None) -> None:
    """Accept claims: somebody read the sentence, and it does say so."""
    from foedera.record import Verdict

    _decide(claims, Verdict.ACCEPTED, who, note, record)


@review_app.command()
def reject(claims: ClaimIds, who: Who = None, note: Note = "", record: RecordPlace = None) -> None:
    """Reject claims: they count no longer, also when their document is read again."""
    from foedera.record import Verdict

    _decide(claims, Verdict.REJECTED, who, note, record)


@review_app.command()
def correct(
    claim: OneClaim,
    when: Annotated[str | None, typer.Option("--when", help="When it holds (EDTF); “none” for no time.")] = None,
    modality: Annotated[str | None, typer.Option("--modality", help="actual, planned or possible.")] = None,
    polarity: Annotated[str | None, typer.Option("--polarity", help="affirmed or denied.")] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", help="ROLE=WORDS of the document, or a word of a closed list; “ROLE=” empties it."),
    ] = None,
    who: Who = None,
    note: Note = "",
    record: RecordPlace = None,
) -> None:
    """Correct a claim: what is given here counts instead, with the same sentence as its evidence."""
    from foedera.record import Decision, Verdict
    from foedera.views.corrections import corrected

    ledger = open_place(record)
    original = _claim(ledger, claim)
    said = corrected(ledger, original, when=when, modality=modality, polarity=polarity, roles=tuple(role or ()))
    decision = ledger.decide(Decision(original.id, Verdict.CORRECTED, who or getpass.getuser(), note), said)
    typer.echo(f"{claim} corrected; {decision.replacement} counts instead.")


@review_app.command()
def undo(claims: ClaimIds, who: Who = None, note: Note = "", record: RecordPlace = None) -> None:
    """Take back the last decision about each claim; what stood before stands again."""
    from foedera.model.claims import ClaimId

    ledger = open_place(record)
    _each(claims, lambda claim: ledger.undo(ClaimId(claim), who=who or getpass.getuser(), note=note))


@review_app.command("list")
def list_decisions(record: RecordPlace = None, format: OutputFormat = Format.TABLE) -> None:
    """List the decisions, oldest first."""
    from foedera.cli.output import print_rows

    ledger = open_place(record)
    rows = [_row(ledger, decision) for decision in ledger.decisions()]
    print_rows(rows, ("decided_at", "who", "verdict", "claim", "instead", "quote", "note"), format)


@review_app.command()
def merge(
    entity: Annotated[str, typer.Argument(help="The id of an entity.", show_default=False)],
    into: Annotated[str, typer.Argument(help="The id of the entity that it is.", show_default=False)],
    who: Who = None,
    note: Note = "",
    record: RecordPlace = None,
) -> None:
    """Say that two entities are one: claims then name the second."""
    from foedera.model.entities import EntityId
    from foedera.record import Merge

    open_place(record).merge(Merge(EntityId(entity), EntityId(into), who or getpass.getuser(), note))
    typer.echo(f"{entity} is {into}.")


@review_app.command()
def part(
    entity: Annotated[str, typer.Argument(help="The id of an entity that was merged.", show_default=False)],
    who: Who = None,
    note: Note = "",
    record: RecordPlace = None,
) -> None:
    """Say that an entity is one of its own again."""
    from foedera.model.entities import EntityId
    from foedera.record import Merge

    open_place(record).merge(Merge(EntityId(entity), None, who or getpass.getuser(), note))
    typer.echo(f"{entity} is an entity of its own again.")


@review_app.command()
def merges(record: RecordPlace = None, format: OutputFormat = Format.TABLE) -> None:
    """List what was said of entities that are one, oldest first."""
    from foedera.cli.output import print_rows

    rows = [
        {
            "decided_at": _moment(each.decided_at),
            "who": each.who,
            "entity": each.entity,
            "into": each.into or "",
            "note": each.note,
        }
        for each in open_place(record).merges()
    ]
    print_rows(rows, ("decided_at", "who", "entity", "into", "note"), format)


def _decide(claims: list[str], verdict: Verdict, who: str | None, note: str, place: str | None) -> None:
    from foedera.model.claims import ClaimId
    from foedera.record import Decision

    ledger = open_place(place)
    _each(claims, lambda claim: ledger.decide(Decision(ClaimId(claim), verdict, who or getpass.getuser(), note)))


def _each(claims: list[str], decide: Any) -> None:
    """Decide about each; what cannot be decided is named at the end, and the rest is done."""
    from foedera.cli.output import say
    from foedera.model.errors import DecisionInvalid

    failed = []
    for claim in claims:
        try:
            typer.echo(f"{claim} {decide(claim).verdict.value}.")
        except DecisionInvalid as error:
            failed.append(error)
    for refused in failed:
        say(refused.message)
    if failed:
        raise typer.Exit(1)


def _claim(ledger: Record, claim: str) -> Any:
    from foedera.model.claims import ClaimId
    from foedera.model.errors import DecisionInvalid

    found = ledger.claim(ClaimId(claim))
    if found is None:
        raise DecisionInvalid(f"the record has no claim {claim}.", mend="Take the id from “foedera claims -f jsonl”.")
    return found


def _row(ledger: Record, decision: Decision) -> dict[str, Any]:
    about = ledger.claim(decision.claim)
    return {
        "decided_at": _moment(decision.decided_at),
        "who": decision.who,
        "verdict": decision.verdict.value,
        "claim": decision.claim,
        "instead": decision.replacement or "",
        "quote": about.evidence[0].quote if about else "",
        "note": decision.note,
    }


def _moment(at: Any) -> str:
    return at.strftime("%Y-%m-%d %H:%M") if at else ""
