"""A brief as one HTML page that holds all it needs and loads nothing."""

from __future__ import annotations

import base64

from foedera.names.data import data_path
from foedera.views.brief.content import Brief
from foedera.views.brief.plain import brief_to_json


def brief_as_html(brief: Brief) -> str:
    """The page. Every sentence has the ids of its claims beside it, in `data-claims`."""
    from jinja2 import Environment
    from markupsafe import Markup

    environment = Environment(autoescape=True, trim_blocks=True)
    environment.filters["as_picture"] = _as_picture
    template = environment.from_string(data_path("brief/brief.html.jinja").read_text("utf-8"))
    style = Markup(data_path("brief/brief.css").read_text("utf-8"))  # ours: no word of a record stands in it
    return template.render(brief=brief_to_json(brief), style=style) + "\n"


def _as_picture(svg: str) -> str:
    """A drawing as an address that carries it; as a picture it can run nothing."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
