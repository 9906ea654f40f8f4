"""JSON Lines: one article a line; a bad line is refused by its number, and the rest goes on."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from onrecord.articles.decode import refuse_unstorable
from onrecord.articles.draft import Draft, read_fields
from onrecord.articles.options import Limits
from onrecord.errors import ArticleError

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DOS_END = b"\x1a"  # behind the last line; inside JSON it cannot stand
_EXPECTED = 'one JSON object a line, {"text": …} or {"html": …}'


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line: an article, or why there is none. number: from 1; None for the whole file."""

    number: int | None
    draft: Draft | ArticleError


def unzipped(stream: BinaryIO) -> BinaryIO:
    """The stream inside a gzip stream."""
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))


def read_lines(stream: BinaryIO, limits: Limits) -> Iterator[Line]:
    """Every article of the stream, one at a time; blank lines are passed over.

    A stream that breaks off (a cut gzip file) is read up to the break, and then refused once.
    """
    number = 0
    blank = True
    while True:
        number += 1
        try:
            raw = stream.readline(limits.line_bytes + 1)
            if not raw:
                break
            is_whole = len(raw) <= limits.line_bytes or raw.endswith(b"\n")
            if not is_whole:
                _skip_line(stream, limits.line_bytes)
        except (EOFError, zlib.error, OSError) as error:
            yield Line(None, _broken_stream(error, number - 1))
            return
        if number == 1:
            raw = raw.removeprefix(_UTF8_MARK)
            if wrong := _no_lines_at_all(raw):
                yield Line(None, wrong)
                return
        raw = raw.rstrip(_DOS_END)
        if raw.strip():
            blank = False
            yield Line(number, _read_line(raw) if is_whole else _too_long(limits))
    if blank:
        yield Line(None, ArticleError("an empty file", _EXPECTED, "check that it was saved whole"))


def _read_line(raw: bytes) -> Draft | ArticleError:
    try:
        return _to_draft(_parse(raw))
    except ArticleError as error:
        return error


def _parse(raw: bytes) -> dict[str, object]:
    try:
        found = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        at = f"(first broken byte of the line: {error.start})"
        raise ArticleError(f"text that is not UTF-8 {at}", "UTF-8", "write the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        what = "nested too deep, or a number without end"
        if isinstance(error, json.JSONDecodeError):
            what = f"{error.msg}, column {error.colno}"
        raise ArticleError(f"a line that is no JSON ({what})", _EXPECTED, "correct or remove the line") from error
    if not isinstance(found, dict):
        raise ArticleError("a line that is no JSON object", _EXPECTED, "correct or remove the line")
    return found


def _to_draft(said: dict[str, object]) -> Draft:
    fields = read_fields(said)
    text, html = _body("text", said), _body("html", said)
    if text is not None and (text.strip() or html is None):
        return Draft(text, fields)
    if html is None:
        raise ArticleError("neither 'text' nor 'html'", _EXPECTED, "name the field that holds the article so")
    from onrecord.articles.page import read_markup

    page = read_markup(html, fields.url)
    return Draft(page.text, fields.over(page.fields), page.remarks)


def _body(name: str, said: dict[str, object]) -> str | None:
    value = said.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ArticleError(f"a field {name!r} that is no string", "a string or null", f"correct {name!r}")
    refuse_unstorable(f"the field {name!r}", value)
    return value


def _skip_line(stream: BinaryIO, step: int) -> None:
    while (rest := stream.readline(step)) and not rest.endswith(b"\n"):
        pass


def _no_lines_at_all(first: bytes) -> ArticleError | None:
    """One refusal for the file instead of one a line, where the first line shows that it is something else."""
    if first.startswith(_UTF16_MARKS):
        return ArticleError("UTF-16 text", "JSON Lines in UTF-8", "save it as UTF-8")
    if first.startswith(b"\x1f\x8b"):
        return ArticleError("a gzip file", "JSON Lines", "give it the ending .jsonl.gz")
    if first.strip() in (b"[", b"{"):
        return ArticleError("one JSON document over many lines", _EXPECTED, "write each article on a line of its own")
    return None


def _too_long(limits: Limits) -> ArticleError:
    return ArticleError(
        "a line that goes on and on", f"at most {limits.line_bytes:,} bytes a line", "write one article a line"
    )


def _broken_stream(error: Exception, lines: int) -> ArticleError:
    return ArticleError(
        f"a file that breaks off or is damaged after {lines:,} lines ({error})",
        "a whole file",
        "get a sound copy; what stood before the damage has been read",
    )
