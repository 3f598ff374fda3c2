"""The JSON schema of a line of claims and the help on the grammar, both drawn from `KINDS`."""

from __future__ import annotations

from typing import Any

from foedera.model.kinds import KINDS, Holds, KindSpec, Modality, Polarity, Role

_PLACE = {"type": "integer", "minimum": 0}
_MENTION = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string"},
        "start": _PLACE,
        "end": _PLACE,
        "entity": {"type": "string"},
        "name": {"type": "string"},
    },
    "additionalProperties": False,
}
_QUOTED = {
    "type": "object",
    "required": ["start", "end", "quote"],
    "properties": {"start": _PLACE, "end": _PLACE, "quote": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}
_SOURCED = {
    "type": "object",
    "required": ["source"],
    "properties": {
        "source": {
            "type": "object",
            "required": ["title"],
            "properties": {name: {"type": "string"} for name in ("title", "url", "publisher", "date", "reliability")},
            "additionalProperties": False,
        }
    },
    "additionalProperties": False,
}


def claim_schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of one claim as a line of JSON."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claim",
        "type": "object",
        "required": ["id", "kind", "document", "roles", "modality", "polarity", "evidence", "confidence", "extractor"],
        "properties": {
            "id": {"type": "string"},
            "kind": {"enum": [kind.value for kind in KINDS]},
            "document": {"type": ["string", "null"]},
            "roles": {"type": "object"},
            "when": {"type": "string", "description": "EDTF (ISO 8601-2)"},
            "modality": {"enum": [modality.value for modality in Modality]},
            "polarity": {"enum": [polarity.value for polarity in Polarity]},
            "evidence": {"type": "array", "minItems": 1, "items": {"anyOf": [_QUOTED, _SOURCED]}},
            "cites": {"type": "array", "items": {"type": "string"}},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "extractor": {"type": "string"},
        },
        "allOf": [_roles_of(spec) for spec in KINDS.values()],
        "additionalProperties": False,
    }


def grammar_help() -> str:
    """The ten kinds with their roles and closed lists, as text for a person."""
    lines = []
    for spec in KINDS.values():
        lines.append(f"{spec.kind.value}: {spec.says}")
        lines += [f"    {_role_help(role)}" for role in spec.roles]
    return "\n".join(lines)


def _roles_of(spec: KindSpec) -> dict[str, Any]:
    roles = {
        "type": "object",
        "required": [role.name for role in spec.roles if role.required],
        "properties": {role.name: _fillers_of(role) for role in spec.roles},
        "additionalProperties": False,
    }
    return {"if": {"properties": {"kind": {"const": spec.kind.value}}}, "then": {"properties": {"roles": roles}}}


def _fillers_of(role: Role) -> dict[str, Any]:
    items: dict[str, Any] = {"enum": [word.value for word in role.closed]} if role.closed else _MENTION
    fillers = {"type": "array", "minItems": 1, "items": items}
    return fillers if role.several else fillers | {"maxItems": 1}


def _role_help(role: Role) -> str:
    sign = ("" if role.required else "?") + ("*" if role.several else "")
    if role.holds is Holds.CLOSED and role.closed is not None:
        return f"{role.name}{sign}: {' | '.join(word.value for word in role.closed)}"
    return f"{role.name}{sign}: {role.help or role.holds.value}"
