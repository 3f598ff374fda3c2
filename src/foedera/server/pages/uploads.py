"""Adding documents: a form, and how far their reading has come."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile
from starlette.types import Message

from foedera.model.errors import DocumentUnreadable, FoederaError, NameUnknown, UsageWrong
from foedera.model.time import Span
from foedera.server.pages.rendering import is_partial, render_page
from foedera.server.uploads import UploadDesk, UploadLimits

router = APIRouter()

_TOLD = ("title", "date", "publisher", "url")
_FORM = 64 * 1024  # bytes of a form besides its files


async def desk_of(request: Request) -> UploadDesk:
    """The desk of the application that got this request."""
    desk: UploadDesk = request.app.state.uploads
    return desk


TheDesk = Annotated[UploadDesk, Depends(desk_of)]


async def _sent(request: Request, desk: TheDesk) -> FormData:
    """What the form sends, read no further than is allowed. Raises DocumentUnreadable."""
    limits = desk.limits
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limits.all + _FORM:
        raise _too_much(limits)
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > limits.all + _FORM:
            raise _too_much(limits)
        return message

    return await Request(request.scope, receive).form(max_files=limits.files, max_fields=20)


def _too_much(limits: UploadLimits) -> DocumentUnreadable:
    return DocumentUnreadable(
        "what was sent is too large.",
        mend=f"Send files of at most {limits.size_in_words} each, and {4 * limits.size // 2**20} MB together.",
    )


Sent = Annotated[FormData, Depends(_sent)]


@router.get("/upload")
def show_uploads(request: Request, desk: TheDesk) -> HTMLResponse:
    """The form, and the uploads of the last days."""
    return render_page(request, "upload.html", limits=desk.limits, uploads=desk.spool.recent(), errors=())


@router.post("/upload")
def upload(request: Request, desk: TheDesk, sent: Sent) -> Response:
    """Take the files of a form. Each that cannot be taken is told of; the rest is read."""
    files = [each for each in sent.getlist("file") if isinstance(each, UploadFile) and each.filename]
    facts = {name: str(sent.get(name, "")).strip()[:1000] for name in _TOLD}
    if not files:
        raise UsageWrong("no file was sent.", mend="Choose one or more files.")
    if len(files) > 1:
        facts = {}  # they speak of one file
    if facts.get("date"):
        Span.parse(facts["date"])  # told now rather than after the reading
    taken, errors = [], []
    for file in files:
        try:
            taken.append(desk.hand_in(file.filename or "", file.file, facts))
        except FoederaError as error:
            errors.append((file.filename, error))
    if is_partial(request):
        return render_page(request, "upload_rows.html", uploads=taken, errors=errors)
    if errors:
        values: dict[str, Any] = {"limits": desk.limits, "uploads": desk.spool.recent(), "errors": errors}
        return render_page(request, "upload.html", status_code=422, **values)
    return RedirectResponse("/upload", 303)


@router.get("/upload/{id}")
def show_progress(request: Request, desk: TheDesk, id: str) -> HTMLResponse:
    """How far the reading of one upload has come, as a line of the list."""
    found = desk.spool.get(id)
    if found is None:
        raise NameUnknown(id, what="upload")
    return render_page(request, "upload_rows.html", uploads=[found], errors=())
