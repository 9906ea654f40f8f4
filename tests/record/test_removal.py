"""An article that is removed for good leaves one line, and not a word of it in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onrecord.record import REMOVED, Evidence, Judgement, Record, Subject, anchor
from onrecord.vocabulary import Article, Span

from .invented import RUN, read, read_statements

ARTICLE = Article("https://lamp.example/x", "Xylander said Quorvash fell.", title="Quorvash", byline="Xylander")
OTHER = Article("other", "Ada said it rained.")


def remove(record: Record, article: Article) -> None:
    change = (REMOVED, None, REMOVED)
    line = Judgement("2031-03-01", "Eve", Subject.ARTICLE, article.id, *change, reason="asked for by the court")
    record.remove(article.ref, (line,))


def test_what_stays_is_that_it_was_removed_when_by_whom_and_why(record: Record) -> None:
    (statement,) = read_statements(ARTICLE)
    read(record, replace(ARTICLE, text="Earlier, Xylander said Quorvash rose."), ARTICLE, OTHER)
    evidence = Evidence(ARTICLE.ref, ARTICLE.id, anchor(ARTICLE.text, statement.content[0]))
    accepted = record.judgements.append(
        Judgement("2031", "Ada", Subject.STATEMENT, statement.id, "review", None, "accepted", None, RUN.id, evidence)
    )
    record.judgements.undo(accepted.id, who="Ada", at="2032")
    remove(record, ARTICLE)
    assert [kept.article for kept in record.reader.articles(newest=False)] == [OTHER]
    assert [(j.who, j.field, j.reason) for j in record.judgements.all()] == [
        ("Eve", "removed", "asked for by the court")
    ]
    assert [outcome.ref for outcome in record.reader.outcomes()] == ["other"]
    assert record.reader.search("Quorvash") == ()


def test_not_a_word_of_it_is_left_in_the_file(record: Record) -> None:
    read(record, ARTICLE, OTHER)
    remove(record, ARTICLE)
    path = Path(record.path)
    for file in path.parent.glob(path.name + "*"):
        assert b"uorvash" not in file.read_bytes(), file.name
        assert b"uorvash" not in file.read_bytes().lower(), file.name


def test_the_log_is_append_only_again_afterwards(record: Record) -> None:
    import sqlite3
    from contextlib import closing

    import pytest

    read(record, ARTICLE)
    remove(record, ARTICLE)
    with (
        closing(sqlite3.connect(record.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute("DELETE FROM judgements")


def test_it_is_not_taken_in_again(record: Record) -> None:
    read(record, ARTICLE)
    remove(record, ARTICLE)
    assert read(record, ARTICLE) == ["refused"]
    assert list(record.reader.articles()) == []


def test_the_rest_can_still_be_judged_and_linked(record: Record) -> None:
    read(record, ARTICLE, OTHER)
    remove(record, ARTICLE)
    evidence = Evidence(OTHER.ref, OTHER.id, anchor(OTHER.text, Span(0, 3)))
    (statement,) = read_statements(OTHER)
    record.judgements.append(
        Judgement("2031", "Ada", Subject.STATEMENT, statement.id, "review", None, "accepted", None, RUN.id, evidence)
    )
    assert record.links.are_stale()
