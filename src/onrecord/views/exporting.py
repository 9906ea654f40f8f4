"""The record as files for other tools: one file a kind, the same bytes for the same record."""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from onrecord.errors import SettingsError
from onrecord.views import links
from onrecord.views.present import KINDS, Row, article_row, fields, statement_row
from onrecord.vocabulary import Review

if TYPE_CHECKING:
    from onrecord.record import RecordReader
    from onrecord.vocabulary import Article, ArticleId, Passage


class Format(StrEnum):
    """What a file of an export is written in."""

    JSONL = "jsonl"
    CSV = "csv"


Write = Callable[[Row], None]


def write_files(reader: RecordReader, kinds: Iterable[str], form: Format, folder: Path) -> Mapping[str, int]:
    """Write one file for each kind and say how many rows it has. A file appears under its name only when it is whole.

    Raises SettingsError if the folder cannot be made or written to.
    """
    targets = {kind: folder / f"{kind}.{form.value}" for kind in kinds}
    partial = {kind: target.with_name(target.name + ".tmp") for kind, target in targets.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _check_replaceable([*targets.values(), *partial.values()])
        try:
            counts = _write_partial(reader, partial, form)
            for kind, target in targets.items():
                os.replace(partial[kind], target)
        finally:
            for path in partial.values():
                path.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(
            f"--output {folder}: found that it cannot be written ({error.strerror}); expected a folder of yours with "
            "room in it; name another"
        ) from error
    return counts


def _check_replaceable(paths: Iterable[Path]) -> None:
    """Raise an OSError if a folder stands where a file should: found out before, it leaves the other files as they were."""
    for path in paths:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, f"{path.name} is a folder", str(path))


def _write_partial(reader: RecordReader, partial: Mapping[str, Path], form: Format) -> Mapping[str, int]:
    with ExitStack() as files:
        streams = {
            kind: files.enter_context(path.open("w", encoding="utf-8", newline="")) for kind, path in partial.items()
        }
        return write_streams(reader, streams, form)


def write_streams(reader: RecordReader, streams: Mapping[str, TextIO], form: Format) -> Mapping[str, int]:
    """Write the kinds of `streams`, each to its stream, in one pass over one state of the record.

    The streams keep line ends as they are written (newline="").
    """
    writers = {kind: _WRITERS[form](stream, kind) for kind, stream in streams.items()}
    counts = dict.fromkeys(streams, 0)
    for kind, row in export_rows(reader, frozenset(streams)):
        writers[kind](row)
        counts[kind] += 1
    return counts


def export_rows(reader: RecordReader, kinds: frozenset[str]) -> Iterator[tuple[str, Row]]:
    """The rows of these kinds, each with its kind: articles by reference, statements in text order, then what links them."""
    with reader.snapshot() as snapshot:
        if kinds & {"articles", "statements"}:
            yield from _article_rows(snapshot, kinds)
        for kind, rows in _LINKED_ROWS.items():
            if kind in kinds:
                yield from ((kind, row) for row in rows(snapshot))


def _article_rows(reader: RecordReader, kinds: frozenset[str]) -> Iterator[tuple[str, Row]]:
    copies = reader.copies()
    for kept in reader.articles():
        if "articles" in kinds:
            yield "articles", article_row(kept.article, kept.version, copies.get(kept.article.id))
        if "statements" in kinds:
            statements = reader.statements(kept.article.id)
            shown, stands = reader.shown_parties(statements), reader.stands_of(s.id for s in statements)
            yield from (("statements", statement_row(s, kept.article, shown, stands.get(s.id))) for s in statements)


def check_kind(name: str) -> tuple[str, ...]:
    """The kinds that a name stands for: itself, or every one for "all". Raises SettingsError for any other name."""
    if name == "all":
        return KINDS
    if name not in KINDS:
        raise SettingsError(f"KIND: found {name!r}; expected all or one of {', '.join(KINDS)}; choose one of these")
    return (name,)


def _jsonl_writer(stream: TextIO, kind: str) -> Write:
    def write(row: Row) -> None:
        # Texts may hold U+2028 and its like, which JSON leaves as they are: only "\n" ends a row.
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")

    return write


def _csv_writer(stream: TextIO, kind: str) -> Write:
    # Rows end in \r\n, so that the csv module puts quotation marks round fields that hold either character.
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(fields(kind))

    def write(row: Row) -> None:
        writer.writerow([_csv_cell(value) for value in row.values()])

    return write


def _csv_cell(value: object) -> object:
    """Strings as they are, null as an empty cell, anything else as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _party_rows(reader: RecordReader) -> Iterator[Row]:
    return map(links.linked_party_row, reader.linked_parties())


def _claim_rows(reader: RecordReader) -> Iterator[Row]:
    for claim in reader.claims():
        yield links.claim_row(claim, reader.parties_by_id(s.principal for s in claim.stands if s.principal))


def _position_rows(reader: RecordReader) -> Iterator[Row]:
    for position in reader.positions():
        yield links.position_row(position, reader.parties_by_id([position.party]))


def _change_rows(reader: RecordReader) -> Iterator[Row]:
    reviews = reader.change_reviews()
    for change in reader.changes():
        review = reviews.get(change.id, Review.UNREVIEWED)
        yield links.change_row(change, reader.parties_by_id([change.party]), review)


def _conflict_rows(reader: RecordReader) -> Iterator[Row]:
    for conflict in reader.conflicts():
        yield links.conflict_row(conflict, reader.parties_by_id((*conflict.affirms, *conflict.denies)))


def _origin_rows(reader: RecordReader) -> Iterator[Row]:
    return map(links.origin_row, reader.origins())


def _contact_rows(reader: RecordReader) -> Iterator[Row]:
    for contact in reader.contacts():
        articles = _articles_of(reader, contact.evidence)
        yield links.contact_row(contact, reader.parties_by_id(contact.parties), articles)


def _event_rows(reader: RecordReader) -> Iterator[Row]:
    for event in reader.timeline():
        yield links.event_row(event, reader.parties_by_id(event.parties), _articles_of(reader, event.evidence))


def _articles_of(reader: RecordReader, evidence: Iterable[Passage]) -> dict[ArticleId, Article]:
    found = (reader.article(id_) for id_ in dict.fromkeys(passage.article for passage in evidence))
    return {kept.article.id: kept.article for kept in found if kept}


_LINKED_ROWS: Mapping[str, Callable[[RecordReader], Iterator[Row]]] = {
    "parties": _party_rows,
    "claims": _claim_rows,
    "positions": _position_rows,
    "changes": _change_rows,
    "conflicts": _conflict_rows,
    "origins": _origin_rows,
    "contacts": _contact_rows,
    "timeline": _event_rows,
}

_WRITERS: Mapping[Format, Callable[[TextIO, str], Write]] = {Format.JSONL: _jsonl_writer, Format.CSV: _csv_writer}
