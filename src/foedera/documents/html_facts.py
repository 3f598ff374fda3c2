"""What a page's own metadata says of it: JSON-LD, Open Graph, Dublin Core, <time>."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from foedera.documents.dates import read_timestamp
from foedera.documents.normalise import clean
from foedera.model.documents import DocumentFacts
from foedera.model.time import Span

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "publish-date",
    "pubdate",
    "date",
)
_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
    "publisher",
)


def page_facts(page: BeautifulSoup) -> DocumentFacts:
    """The facts that the page states, the more exact statement first; None for each it does not."""
    meta = _metas(page)
    linked = list(_json_ld(page))
    return DocumentFacts(
        title=_title(page, meta, linked),
        date=_date(page, meta, linked),
        publisher=_first(_name(item.get("publisher")) for item in linked)
        or _first(meta.get(key) for key in _PUBLISHERS),
        url=_url(page, meta),
        language=_language(page),
    )


def _first(values: Iterator[str | None]) -> str | None:
    return next((cleaned for value in values if value and (cleaned := clean(value))), None)


def _metas(page: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in page.find_all("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if name and content:
            found.setdefault(str(name).lower(), str(content))
    return found


def _json_ld(page: BeautifulSoup) -> Iterator[Mapping[str, Any]]:
    """The JSON-LD objects that describe a text. One that is no JSON says nothing."""
    for script in page.find_all("script", attrs={"type": "application/ld+json"}):
        try:
            found = json.loads(script.string or "")
        except (ValueError, RecursionError):
            continue
        items = found if isinstance(found, list) else [found]
        for item in items:
            graph = item.get("@graph") if isinstance(item, dict) else None
            for one in graph if isinstance(graph, list) else [item]:
                if isinstance(one, dict) and ("headline" in one or "datePublished" in one):
                    yield one


def _name(value: object) -> str | None:
    named = value.get("name") if isinstance(value, dict) else value
    return named if isinstance(named, str) else None


def _title(page: BeautifulSoup, meta: Mapping[str, str], linked: list[Mapping[str, Any]]) -> str | None:
    headings = page.find_all("h1")
    if len(headings) == 1 and (title := clean(headings[0].get_text(" "))):
        return title
    stated = _first(_name(item.get("headline")) for item in linked) or _first(meta.get(key) for key in _TITLES)
    return stated or (clean(page.title.get_text()) or None if page.title else None)


def _date(page: BeautifulSoup, meta: Mapping[str, str], linked: list[Mapping[str, Any]]) -> Span | None:
    stated = [str(item["datePublished"]) for item in linked if item.get("datePublished")]
    stated += [meta[key] for key in _DATES if key in meta]
    times = page.find_all("time", attrs={"datetime": True})
    if len(times) == 1 or any(time.has_attr("pubdate") or time.get("itemprop") == "datePublished" for time in times):
        marked = [time for time in times if time.has_attr("pubdate") or time.get("itemprop") == "datePublished"]
        stated.append(str((marked or times)[0]["datetime"]))
    return next((date for value in stated if (date := read_timestamp(value))), None)


def _url(page: BeautifulSoup, meta: Mapping[str, str]) -> str | None:
    link = page.find("link", attrs={"rel": "canonical"})
    found = str(link.get("href") or "") if link else meta.get("og:url", "")
    return found if found.startswith(("http://", "https://")) else None


def _language(page: BeautifulSoup) -> str | None:
    root = page.find("html")
    return str(root.get("lang") or root.get("xml:lang") or "").strip() or None if root else None
