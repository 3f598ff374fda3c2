"""The parameters of the addresses: what they mean, once for those who read about them and for those who check them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from foedera.model.errors import UsageWrong
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.server.paging import DEFAULT_LIMIT, MOST
from foedera.server.selection import PARAMETERS, Selection, checked_value, read_selection


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an address. `several`: it may be given often. `choices`: what it takes; empty for any text."""

    name: str
    says: str
    example: str = ""
    needed: bool = False
    several: bool = False
    choices: tuple[str, ...] = ()

    def described(self) -> dict[str, Any]:
        """The parameter as OpenAPI wants it."""
        word: dict[str, Any] = {"type": "string"} | ({"enum": list(self.choices)} if self.choices else {})
        schema = {"type": "array", "items": word} if self.several else word
        told: dict[str, Any] = {"name": self.name, "in": "query", "description": self.says, "required": self.needed}
        told |= {"schema": schema}
        if self.example:
            told["example"] = [self.example] if self.several else self.example
        return told


_EXAMPLES = {"actor": "Japan", "kind": "activity", "from": "2014", "to": "2020", "instrument": "EU-Japan SPA"}
_YES_NO = ("yes", "no")
_CHOICES = {
    "kind": tuple(kind.value for kind in Kind),
    "modality": tuple(modality.value for modality in Modality),
    "polarity": tuple(polarity.value for polarity in Polarity),
    "reviewed": _YES_NO,
    "baseline": _YES_NO,
}
FILTERS = tuple(
    Parameter(
        name,
        says,
        _EXAMPLES.get(name, ""),
        several=name in ("actor", "kind", "entity"),
        choices=_CHOICES.get(name, ()),
    )
    for name, says in PARAMETERS.items()
)
PAGING = (
    Parameter("limit", f"How many entries a page holds at most, 1 to {MOST}; {DEFAULT_LIMIT} if not given.", "20"),
    Parameter("cursor", "Where the page begins: from “next” of the page before."),
)
ON = Parameter("on", "On which day (EDTF); today if not given.", "2025-02-01")
KNOWN_ON = Parameter("known_on", "As the record stood at the end of this day.")


def described(*parameters: Parameter) -> dict[str, Any]:
    """The parameters as FastAPI takes them into its description of the interface."""
    return {"parameters": [parameter.described() for parameter in parameters]}


def read_selected(request: Request, besides: Sequence[Parameter] = ()) -> tuple[Selection, dict[str, str]]:
    """The selection of an address, and its further parameters by name. Raises UsageWrong."""
    items = request.query_params.multi_items()
    names = {parameter.name for parameter in besides}
    return read_selection(items, besides=names), _single(items, besides)


def read_parameters(request: Request, parameters: Sequence[Parameter]) -> dict[str, str]:
    """What an address gives for parameters that stand once each. Raises UsageWrong for others, or where one lacks."""
    items = request.query_params.multi_items()
    known = {parameter.name for parameter in parameters}
    for name, _ in items:
        if name not in known:
            told = f"Known parameters: {', '.join(sorted(known))}." if known else "This address takes none."
            raise UsageWrong(f"there is no parameter “{name[:100]}”.", mend=told)
    given = _single(items, parameters)
    for parameter in parameters:
        if parameter.needed and not parameter.several and parameter.name not in given:
            raise UsageWrong(f"the parameter “{parameter.name}” is missing.", mend=parameter.says)
    return given


def read_several(request: Request, name: str, most: int = 8) -> tuple[str, ...]:
    """What an address gives for a parameter that may be given often. Raises UsageWrong."""
    values = [checked_value(name, value) for value in request.query_params.getlist(name) if value.strip()]
    if len(values) > most:
        raise UsageWrong(f"{name} is given {len(values)} times.", mend=f"Give it at most {most} times.")
    return tuple(dict.fromkeys(values))


def _single(items: Sequence[tuple[str, str]], parameters: Sequence[Parameter]) -> dict[str, str]:
    """The values of the parameters that stand once each, without those that are empty."""
    single = {parameter.name: parameter for parameter in parameters if not parameter.several}
    found: dict[str, str] = {}
    for name, typed in items:
        value = checked_value(name, typed)
        if name not in single or not value:
            continue
        if name in found:
            raise UsageWrong(f"{name} is given more than once.", mend="Give it once.")
        choices = single[name].choices
        if choices and value not in choices:
            raise UsageWrong(f"{name} does not take “{value}”.", mend=f"It takes: {', '.join(choices)}.")
        found[name] = value
    return found
