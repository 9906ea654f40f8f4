"""/read: articles by upload, as pasted text, or by address, with progress."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from onrecord.articles import Defaults
from onrecord.views.originals import web_url
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.jobs import Pile, Upload
from onrecord.vocabulary import content_id

router = APIRouter(include_in_schema=False)
MOST_ADDRESSES = 100


@router.get("/read")
def ask(request: Request) -> Response:
    """The forms."""
    return pages_of(request)(request, "read.html")


@router.post("/read")
def take(
    request: Request,
    files: Annotated[list[UploadFile] | None, File()] = None,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    addresses: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    byline: Annotated[str, Form()] = "",
) -> Response:
    """Begin to read what was given, and lead to how far it is."""
    defaults = Defaults(*(" ".join(value.split()) or None for value in (published, publisher, byline)))
    uploads = [Upload(file.filename or "upload", file.file.read()) for file in files or () if file.filename]
    if text.strip():
        uploads.append(_pasted(text.replace("\r\n", "\n"), title.strip() or None))
    named = tuple(addresses.split())
    if len(named) > MOST_ADDRESSES or not all(map(web_url, named)):
        raise HTTPException(422, f"Web addresses begin with http:// or https://, at most {MOST_ADDRESSES} at once.")
    if not uploads and not named:
        raise HTTPException(422, "There is nothing to read: choose files, paste a text, or give an address.")
    job = desk_of(request).jobs.start(Pile(tuple(uploads), named, defaults))
    return RedirectResponse(f"/read/{job.id}", status_code=303)


def _pasted(text: str, title: str | None) -> Upload:
    """A pasted text as a line of JSON: nothing in it is taken for front matter. The same text again is the same article."""
    row = {"id": content_id("pasted", text), "title": title, "text": text}
    return Upload("pasted.jsonl", json.dumps({k: v for k, v in row.items() if v}).encode())


@router.get("/read/{job_id}")
def progress(request: Request, job_id: str) -> Response:
    """How far a pile is read, and what became of its articles."""
    desk = desk_of(request)
    job = desk.jobs.find(job_id)
    if job is None:
        raise HTTPException(404)
    with desk.record.reader.snapshot() as reader:
        kept = {outcome.ref: reader.article(outcome.ref) for outcome in job.outcomes}
    addresses = {ref: version.article.id for ref, version in kept.items() if version and version.article.ref == ref}
    return pages_of(request)(request, "reading.html", {"job": job, "addresses": addresses})
