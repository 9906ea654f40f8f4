"""What kind of input something is: by its name, by what the server says, or by its first bytes."""

from __future__ import annotations

import re
from enum import Enum

from onrecord.errors import ArticleError

READABLE = ".txt, .md, .html, .jsonl, .jsonl.gz or .pdf"


class Kind(Enum):
    """The kinds of input that hold articles."""

    PLAIN = "plain text"
    PAGE = "web page"
    LINES = "JSON Lines"
    ZIPPED_LINES = "JSON Lines, gzipped"
    PDF = "PDF"


_BY_ENDING = {
    ".txt": Kind.PLAIN,
    ".md": Kind.PLAIN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".jsonl": Kind.LINES,
    ".jsonl.gz": Kind.ZIPPED_LINES,
    ".pdf": Kind.PDF,
}
_BY_MEDIA_TYPE = {
    "text/plain": Kind.PLAIN,
    "text/markdown": Kind.PLAIN,
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "application/pdf": Kind.PDF,
    "application/x-ndjson": Kind.LINES,
    "application/ndjson": Kind.LINES,
    "application/jsonl": Kind.LINES,
    "application/x-jsonlines": Kind.LINES,
    "application/json-lines": Kind.LINES,
}
# What servers say when they do not know.
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip"})
_JSON_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_MARKUP = re.compile(rb"\s*<(?:!--|(?:!doctype\s+html|html|head|body|\?xml|meta|title)\b)", re.IGNORECASE)
_MARKUP_INSIDE = re.compile(rb"<html[\s>]", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_by_name(name: str) -> Kind | None:
    """The kind that a file's ending stands for; None where it stands for nothing we read."""
    lowered = name.lower()
    return next((kind for ending, kind in _BY_ENDING.items() if lowered.endswith(ending)), None)


def kind_by_answer(media_type: str, address_path: str, body: bytes) -> Kind:
    """The kind of a fetched document. Raises ArticleError for what is no article (pictures, sound, data)."""
    by_name = kind_by_name(address_path)
    if media_type in _UNTOLD:
        return by_name or kind_by_content(body)
    if media_type == "text/plain" and by_name is Kind.LINES:
        return by_name
    if media_type in _BY_MEDIA_TYPE:
        return _BY_MEDIA_TYPE[media_type]
    raise ArticleError(
        f"a document of type {media_type}", "a web page, plain text, PDF or JSON Lines", "check the address"
    )


def kind_by_content(head: bytes) -> Kind:
    """The kind that the first bytes look like; plain text where they look like nothing else."""
    if head.startswith(b"\x1f\x8b"):
        return Kind.ZIPPED_LINES
    if head.lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if _JSON_OBJECT.match(head):
        return Kind.LINES
    # UTF-16 markup has a NUL beside every sign.
    narrow = head.replace(b"\x00", b"")
    if _MARKUP.match(narrow) or _MARKUP_INSIDE.search(narrow[:2048]):
        return Kind.PAGE
    return Kind.PLAIN
