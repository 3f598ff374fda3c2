"""A brief as PDF, and its pictures as PNG, set by Typst: no system library, its own fonts, nothing fetched."""

from __future__ import annotations

import json
from typing import Any

from foedera.names.data import data_path
from foedera.views.brief.content import Brief, Picture
from foedera.views.brief.plain import brief_to_json

_PICTURE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")\n'


def brief_as_pdf(brief: Brief) -> bytes:
    """The brief as a tagged PDF."""
    made: bytes = _typeset(data_path("brief/brief.typ").read_bytes(), {"brief": _words(brief)}, format="pdf")
    return made


def brief_as_pages(brief: Brief, ppi: float = 90) -> list[bytes]:
    """The pages of the PDF as PNG pictures, for a look."""
    made = _typeset(data_path("brief/brief.typ").read_bytes(), {"brief": _words(brief)}, format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)


def picture_as_png(picture: Picture, ppi: float = 220) -> bytes:
    """A picture as PNG, fine enough for print."""
    made = _typeset(_PICTURE, {"svg": picture.svg}, format="png", ppi=ppi)
    return made if isinstance(made, bytes) else bytes(made[0])


def _words(brief: Brief) -> str:
    return json.dumps(brief_to_json(brief), ensure_ascii=False)


def _typeset(source: bytes, inputs: dict[str, str], **options: Any) -> Any:
    import typst  # heavy: a compiler of its own

    # Fonts of the machine come in only for scripts that the typesetter's own lack.
    return typst.compile(source, sys_inputs=inputs, **options)
