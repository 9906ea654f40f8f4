"""Whatever the user names → articles, one at a time, and a refusal for each that cannot be read."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from onrecord.articles.addresses import without_login
from onrecord.articles.draft import Draft, Fields, complete
from onrecord.articles.fetch import Fetch, Fetcher
from onrecord.articles.folders import Found, unknown_kind, unreadable, walk_folder
from onrecord.articles.kinds import Kind, kind_by_answer, kind_by_content, kind_by_name
from onrecord.articles.language import foreign_language
from onrecord.articles.lines import read_lines, unzipped
from onrecord.articles.options import Defaults, Limits
from onrecord.errors import ArticleError
from onrecord.vocabulary import Article, Refusal, Result

STANDARD_INPUT = "-"
_HEAD_BYTES = 4096
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_COUNTED_BYTES = 256 * 1024 * 1024
_COUNTED_GZIP_BYTES = 32 * 1024 * 1024


def collect(
    inputs: Iterable[str],
    *,
    defaults: Defaults | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Article | Refusal]:
    """Read files, folders, web addresses and standard input ("-"), in the order given.

    Every input gives at least one Article or Refusal, and nothing that an input holds is raised. One article is
    held at a time, whatever the inputs' size. stdin and fetch stand in for the real ones.
    """
    limits = limits or Limits()
    reader = _Collector(defaults or Defaults(), limits, stdin, fetch or Fetcher(limits))
    for given in inputs:
        yield from reader.read(given)


def measure(inputs: Iterable[str]) -> int | None:
    """How many articles and refusals `collect` will give, where that can be told cheaply; else None (progress bars)."""
    total = 0
    for given in inputs:
        count = 1 if _is_address(given) else _count(given)
        if count is None:
            return None
        total += count
    return total


@dataclass(frozen=True, slots=True)
class _Source:
    """Something opened. place: what it is called where it has no id or address. address: where it was fetched."""

    kind: Kind
    stream: BinaryIO
    place: str
    address: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class _Collector:
    defaults: Defaults
    limits: Limits
    stdin: BinaryIO | None
    fetch: Fetch

    def read(self, given: str) -> Iterator[Article | Refusal]:
        place = _storable(given)
        try:
            if given == STANDARD_INPUT:
                yield from self._read_stdin()
            elif _is_address(given):
                place = without_login(place)
                yield from self._read_address(given, place)
            elif not given.strip():
                # pathlib takes an empty name for the folder it runs in.
                raise ArticleError("an empty name", "a file, folder or web address", "check the command")
            else:
                yield from self._read_path(Path(_one_spelling(given)))
        except ArticleError as error:
            yield _refusal(place, error)
        except (OSError, ValueError) as error:
            # ValueError: a NUL in a path.
            yield _refusal(place, unreadable(error if isinstance(error, OSError) else OSError(str(error))))

    def _read_stdin(self) -> Iterator[Article | Refusal]:
        """Standard input has no name to go by, and is read as the kind that it begins like."""
        stream = io.BufferedReader(
            cast(io.RawIOBase, self.stdin or (sys.stdin.buffer if sys.stdin else io.BytesIO())), _HEAD_BYTES
        )
        try:
            head = stream.peek(_HEAD_BYTES)
            if not head:
                raise ArticleError(
                    "nothing on standard input", "an article, or JSON Lines", "pipe something in, or name a file"
                )
            yield from self._read_source(_Source(kind_by_content(head), cast(BinaryIO, stream), STANDARD_INPUT))
        finally:
            # Not ours to close: the wrapper would do so when it goes.
            stream.detach()

    def _read_path(self, path: Path) -> Iterator[Article | Refusal]:
        for found in walk_folder(path) if path.is_dir() else (Found(path),):
            if found.refusal:
                yield _refusal(_storable(str(found.path)), found.refusal)
            else:
                yield from self._read_file(found.path)

    def _read_file(self, path: Path) -> Iterator[Article | Refusal]:
        place = _storable(str(path))
        try:
            mode = path.stat().st_mode
            if not stat.S_ISREG(mode):
                # Opening a pipe would wait for whoever writes to it.
                raise ArticleError(
                    "no regular file (a pipe or device)", "a file", "pipe it in, and give - as the input"
                )
            kind = kind_by_name(path.name)
            if kind is None:
                raise unknown_kind(path.name)
            with path.open("rb") as stream:
                yield from self._read_source(_Source(kind, cast(BinaryIO, stream), place))
        except ArticleError as error:
            yield _refusal(place, error)
        except OSError as error:
            yield _refusal(place, unreadable(error))

    def _read_address(self, given: str, place: str) -> Iterator[Article | Refusal]:
        fetched = self.fetch(given)
        kind = kind_by_answer(fetched.media_type, urlsplit(fetched.url).path, fetched.body)
        stream = cast(BinaryIO, io.BytesIO(fetched.body))
        yield from self._read_source(_Source(kind, stream, place, fetched.url, fetched.charset))

    def _read_source(self, source: _Source) -> Iterator[Article | Refusal]:
        if source.kind is Kind.LINES:
            yield from self._read_lines(source, source.stream)
        elif source.kind is Kind.ZIPPED_LINES:
            yield from self._read_lines(source, unzipped(source.stream))
        else:
            # What comes through a pipe shares the name "-" with all that ever came.
            holder = source.place if source.place == STANDARD_INPUT else None
            yield self._finish(self._read_one(source), source.place, holder)

    def _read_lines(self, source: _Source, stream: BinaryIO) -> Iterator[Article | Refusal]:
        for line in read_lines(stream, self.limits):
            place = source.place if line.number is None else f"{source.place}:{line.number}"
            yield self._finish(line.draft, place, source.place)

    def _read_one(self, source: _Source) -> Draft | ArticleError:
        try:
            data = self._whole(source)
            if source.kind is Kind.PAGE:
                from onrecord.articles.page import read_page

                return read_page(data, source.charset, source.address)
            if source.kind is Kind.PDF:
                from onrecord.articles.pdf import read_pdf

                draft = read_pdf(data, self.limits)
            else:
                from onrecord.articles.plain import read_plain

                draft = read_plain(data)
        except ArticleError as error:
            return error
        return Draft(draft.text, draft.fields.over(Fields(url=source.address)))

    def _whole(self, source: _Source) -> bytes:
        limits = self.limits
        most = {Kind.PAGE: limits.page_bytes, Kind.PDF: limits.pdf_bytes}.get(source.kind, limits.text_bytes)
        data = source.stream.read(most + 1)
        if len(data) > most:
            raise ArticleError(
                f"a {source.kind.value} of more than {most:,} bytes",
                "one article",
                "split it into its articles, or write them as JSON Lines",
            )
        if not data:
            raise ArticleError("an empty file", "an article's text", "check that it was saved whole")
        return data

    def _finish(self, draft: Draft | ArticleError, place: str, holder: str | None) -> Article | Refusal:
        """holder: what holds other articles beside this one, so that its text has to tell it from them.

        A line's number would not: it changes with every line that is added above.
        """
        if isinstance(draft, ArticleError):
            return _refusal(place, draft)
        name = place if holder is None else f"{holder}#{_digest(draft.text)}"
        try:
            article = complete(draft, name, self.defaults, self.limits)
        except ArticleError as error:
            return _refusal(place, error)
        language = foreign_language(article.text)
        if language is None:
            return article
        return Refusal(
            place if article.ref == name else article.ref,
            f"an article in {language}",
            "English",
            "nothing to do: OnRecord reads English only, so far",
            Result.NOT_ENGLISH,
        )


def _refusal(place: str, error: ArticleError) -> Refusal:
    return Refusal(place, _storable(error.found), error.expected, error.advice)


def _storable(words: str) -> str:
    """A name that no encoding is known for (it comes with half surrogates), with question marks instead."""
    return words.encode("utf-8", "replace").decode("utf-8").replace("\x00", "?")


def _one_spelling(given: str) -> str:
    """The path without detours, and relative where it lies in the current folder: one file, one reference."""
    try:
        path = os.path.normpath(given)
        absolute = Path(os.path.abspath(path))
        here = next((folder for folder in (absolute, *absolute.parents) if os.path.samefile(folder, os.curdir)), None)
        if here:
            path = os.path.relpath(absolute, here)
        # Behind a link to a folder "..", which is struck out here, leads elsewhere.
        return path if os.path.samefile(path, given) else given
    except OSError:
        return given


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _is_address(given: str) -> bool:
    # Of any kind: fetching says what is wrong with ftp:// better than a search for such a file would.
    return _ADDRESS.match(given) is not None


def _count(given: str) -> int | None:
    if given == STANDARD_INPUT:
        return None
    try:
        path = Path(given)
        if path.is_dir():
            return _count_all(found.path for found in walk_folder(path) if found.refusal is None)
        return _count_file(path)
    except (OSError, EOFError, ValueError, zlib.error):
        return None


def _count_all(paths: Iterable[Path]) -> int | None:
    total = 0
    for path in paths:
        count = _count_file(path)
        if count is None:
            return None
        total += count
    return total


def _count_file(path: Path) -> int | None:
    kind = kind_by_name(path.name)
    if kind not in (Kind.LINES, Kind.ZIPPED_LINES):
        return 1
    most = _COUNTED_BYTES if kind is Kind.LINES else _COUNTED_GZIP_BYTES
    if path.stat().st_size > most:
        return None
    with path.open("rb") as file:
        stream = unzipped(cast(BinaryIO, file)) if kind is Kind.ZIPPED_LINES else file
        return sum(1 for line in stream if not line.isspace())
