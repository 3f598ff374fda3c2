"""/exports: a selection of claims in other people's formats."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from foedera.exchange.outgoing import FORMATS, Selection, export_to
from foedera.model.errors import NameUnknown
from foedera.record import ClaimQuery
from foedera.server.api.parameters import FILTERS, Parameter, described, read_parameters, read_selected
from foedera.server.etags import answer
from foedera.server.paging import read_limit
from foedera.server.records import TheRecord
from foedera.views.shapes import Formats

router = APIRouter(prefix="/api/v1/exports", tags=["exports"])

# Format -> the end of the file's name and its media type. A folder (Parquet) leaves as an archive.
_FILES = {
    "csv": ("csv", "text/csv"),
    "jsonl": ("jsonl", "application/jsonl"),
    "parquet": ("parquet.zip", "application/zip"),
    "sqlite": ("sqlite", "application/vnd.sqlite3"),
    "geojson": ("geojson", "application/geo+json"),
    "graphml": ("graphml", "application/graphml+xml"),
    "gexf": ("gexf", "application/gexf+xml"),
    "followthemoney": ("ftm.jsonl", "application/jsonl"),
    "jsonld": ("jsonld", "application/ld+json"),
    "plover": ("plover.csv", "text/csv"),
    "bibtex": ("bib", "application/x-bibtex"),
    "csl": ("csl.json", "application/vnd.citationstyles.csl+json"),
    "html": ("html", "text/html"),
}
_PLAIN = ("application/octet-stream", "")
_LIMIT = Parameter("limit", "At most so many claims.", "1000")
_TITLE = Parameter("title", "What to write over an html page.")
_MOST = 10_000_000


@router.get("", response_model=Formats)
def list_formats(request: Request, record: TheRecord) -> Response:
    """The formats in which claims can be exported."""
    read_parameters(request, ())
    formats = [
        {"format": name, "says": says, "media_type": _FILES.get(name, _PLAIN)[1]}
        for name, (_, _, says) in FORMATS.items()
    ]
    return answer(request, record, lambda: {"formats": formats})


@router.get(
    "/{format}",
    response_class=FileResponse,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
    openapi_extra=described(*FILTERS, _LIMIT, _TITLE),
)
def export(format: str, request: Request, record: TheRecord) -> FileResponse:
    """The claims of a selection as a file. The headers `Foedera-Claims` and `Foedera-Left-Out` count what it holds and lacks."""
    if format not in FORMATS:
        raise NameUnknown(format[:40], tuple(FORMATS), what="format")
    selected, given = read_selected(request, (_LIMIT, _TITLE))
    limit = read_limit(given.get("limit"), most=_MOST) if "limit" in given else None
    query = replace(selected.query(record), limit=limit)
    title = given.get("title", "Defence cooperation on the record")
    folder = Path(tempfile.mkdtemp(prefix="foedera-"))
    try:
        made = folder / f"foedera.{_FILES.get(format, (format, ''))[0].removesuffix('.zip')}"
        written = export_to(format, Selection(record, None if query == ClaimQuery() else query, title), made)
        sent = Path(shutil.make_archive(str(made), "zip", made)) if made.is_dir() else made
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    headers = {
        "Foedera-Claims": str(written.claims),
        "Foedera-Left-Out": str(written.left_out.total()),
        "Cache-Control": "no-store",
    }
    media_type = _FILES.get(format, _PLAIN)[1]
    done = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(sent, 200, headers, media_type, done, filename=sent.name)
