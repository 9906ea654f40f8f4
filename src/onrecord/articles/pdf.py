"""A PDF with a text layer → its article: lines joined into paragraphs again."""

from __future__ import annotations

import re
import statistics
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from onrecord.articles.draft import Draft, Fields
from onrecord.articles.options import Limits
from onrecord.errors import ArticleError

# PDFium keeps its state in globals.
_PDFIUM = threading.Lock()
_WRONG_PASSWORD = 4
_END_MARK = b"%%EOF"
_TAIL_BYTES = 4096
_FEWEST_WORDS = 20
_MOST_UNREADABLE = 0.05
_HYPHENS = "-\u00ad\u2010"
_HYPHEN_AT_LINE_END = "\x02"  # PDFium writes this for it, and leaves the line break out
_CLOSERS = ".,;:!?\"'”’)"
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
_MADE_UP_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|indd|pdf|html?|qxd)\b|^https?:|^about:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a page, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def read_pdf(data: bytes, limits: Limits) -> Draft:
    """The article of a PDF's bytes.

    A PDF's own dates say when the file was made, not when the article came out, and are left alone.
    Raises ArticleError for a damaged, encrypted or scanned one.
    """
    if not data.lstrip().startswith(b"%PDF-"):
        raise ArticleError("a file that does not begin as a PDF does", "a PDF", "check what it is and name it so")
    if _END_MARK not in data[-_TAIL_BYTES:]:
        raise ArticleError("a PDF that breaks off before its end mark", "a whole file", "get a sound copy")
    with _PDFIUM:
        pages, title = _read_document(data, limits)
    text = "\n\n".join(_join_pages([_paragraphs(page) for page in _without_margins(pages)]))
    _refuse_unreadable(text)
    return Draft(text, Fields(title=_trusted_title(title, text)))


def _read_document(data: bytes, limits: Limits) -> tuple[list[list[TextLine]], str]:
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            raise ArticleError("a PDF locked by a password", "an open one", "unlock it and save a copy") from error
        raise ArticleError(f"a damaged PDF ({error})", "a sound one", "get another copy") from error
    try:
        if len(document) > limits.pdf_pages:
            raise ArticleError(
                f"a PDF of {len(document):,} pages", f"at most {limits.pdf_pages:,}", "split it into its articles"
            )
        return [_read_page(document, number) for number in range(len(document))], document.get_metadata_dict()["Title"]
    except (pypdfium2.PdfiumError, UnicodeError) as error:
        raise ArticleError(f"a damaged PDF ({error})", "a sound one", "get another copy") from error
    finally:
        document.close()


def _read_page(document: Any, number: int) -> list[TextLine]:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            return list(_lines(text_page))
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(text_page: Any) -> Iterator[TextLine]:
    from pypdfium2 import raw

    line: list[tuple[int, str]] = []
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        character = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if character == _HYPHEN_AT_LINE_END:
            line.append((index, "-"))
        elif character not in "\r\n":
            line.append((index, character))
            continue
        if line:
            yield from _line(text_page, line)
        line = []
    if line:
        yield from _line(text_page, line)


def _line(text_page: Any, characters: list[tuple[int, str]]) -> Iterator[TextLine]:
    # PDFium gives what lies beyond the 16-bit plane as two halves.
    text = (
        "".join(character for _, character in characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )
    seen = [index for index, character in characters if not character.isspace()]
    if not seen:
        return
    left, bottom, _, top = text_page.get_charbox(seen[0], loose=True)
    right = text_page.get_charbox(seen[-1], loose=True)[2]
    yield TextLine(" ".join(text.split()), left, right, bottom, top - bottom)


def _without_margins(pages: list[list[TextLine]]) -> list[list[TextLine]]:
    """The pages without page numbers, and without first and last lines that stand on every page."""
    repeated: set[str] = set()
    if len(pages) > 2:
        edges = [{_masked(line.text) for line in (page[:1] + page[-1:])} for page in pages if page]
        repeated = set.intersection(*edges) if edges else set()
    cleaned = []
    for page in pages:
        is_edge = [index in (0, len(page) - 1) for index in range(len(page))]
        cleaned.append(
            [
                line
                for line, edge in zip(page, is_edge, strict=True)
                if not (edge and (_PAGE_NUMBER.fullmatch(line.text) or _masked(line.text) in repeated))
            ]
        )
    return cleaned


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _paragraphs(page: list[TextLine]) -> list[str]:
    """Lines joined: a new paragraph begins after a wider gap, at an indent, after a short line that ends a sentence,
    and where the size of the letters changes."""
    if not page:
        return []
    gaps = [above.bottom - below.bottom for above, below in pairwise(page)]
    usual_gap = statistics.median([gap for gap in gaps if gap > 0] or [0.0])
    full_right = max(line.right for line in page)
    paragraphs = [[page[0].text]]
    for (above, below), gap in zip(pairwise(page), gaps, strict=True):
        is_short = above.right < full_right - 0.15 * (full_right - above.left)
        if (
            gap > 1.4 * usual_gap
            or (
                gap < -usual_gap  # the next column begins
                and _SENTENCE_END.search(above.text)
            )
            or abs(above.height - below.height) > 0.2 * above.height
            or (_SENTENCE_END.search(above.text) and (is_short or below.left > above.left + above.height))
        ):
            paragraphs.append([below.text])
        else:
            paragraphs[-1].append(below.text)
    whole = " ".join(line.text for line in page)
    return [_join(lines, whole) for lines in paragraphs]


def _join(lines: list[str], whole: str) -> str:
    text = lines[0]
    for line in lines[1:]:
        if text[-1:] in _HYPHENS and text[-2:-1].isalpha() and line[:1].islower():
            text = _rejoin(text, line, whole)
        else:
            text += f" {line}"
    return text


def _rejoin(text: str, line: str, whole: str) -> str:
    """A word broken at a line's end, without its hyphen, unless the text elsewhere writes it with one."""
    head, tail = text[:-1].split()[-1], line.split()[0].rstrip(_CLOSERS)
    keeps_hyphen = f"{head}-{tail}" in whole
    return f"{text[:-1]}-{line}" if keeps_hyphen else f"{text[:-1]}{line}"


def _join_pages(pages: list[list[str]]) -> list[str]:
    """All paragraphs; one that runs over a page's end is joined again."""
    joined: list[str] = []
    for page in pages:
        rest = page
        if joined and page and page[0][:1].islower() and not _SENTENCE_END.search(joined[-1]):
            joined[-1] = _join([joined[-1], page[0]], joined[-1])
            rest = page[1:]
        joined.extend(rest)
    return joined


def _refuse_unreadable(text: str) -> None:
    if len(text.split()) < _FEWEST_WORDS:
        raise ArticleError(
            "a PDF with no text layer (a scan, or pictures only)",
            "a PDF with text",
            "run text recognition over it first",
        )
    unreadable = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in text)
    if unreadable > _MOST_UNREADABLE * len(text):
        raise ArticleError(
            "a PDF whose letters carry no meaning (its fonts have no character table)",
            "a PDF with text",
            "run text recognition over it first",
        )


def _trusted_title(title: str, text: str) -> str | None:
    """The title in the file's properties, if it also stands at the head of the text: most are left from a template."""
    words = " ".join(title.split())
    if not words or _MADE_UP_TITLE.search(words):
        return None
    head = " ".join(text[: 500 + len(words)].split())
    return words if words.casefold() in head.casefold() else None
