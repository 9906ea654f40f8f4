from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import Record, open_record
from onrecord.vocabulary import Article, Result

from .invented import NEWER_RUN, dump, many_inputs, read

ONE = Article("https://echo.example/one", "Ada said it rained.")
TWO = Article("https://echo.example/two", "Bert said it snowed.")


def test_the_order_and_the_ids_do_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    inputs = [Article(f"item-{n:02}", f"Ada{n} said that Bert denied {n}. Cleo said so.") for n in range(12)]
    with open_record(tmp_path / "one.db") as one, open_record(tmp_path / "two.db") as two:
        read(one, *inputs)
        read(two, *random.Random(7).sample(inputs, len(inputs)))
        assert dump(one) == dump(two)
        assert [kept.article.ref for kept in one.reader.articles()] == [article.ref for article in inputs]


def test_articles_come_by_reference_then_version_and_statements_in_text_order(record: Record) -> None:
    longer = replace(ONE, text="Cleo said that Ada said it rained. Ada said no.")
    read(record, TWO, ONE, longer)
    kept = list(record.reader.articles(newest=False))
    assert [(k.article, k.version, k.is_newest) for k in kept] == [(ONE, 1, False), (longer, 2, True), (TWO, 1, True)]
    statements = record.reader.statements(longer.id)
    assert [(s.start, s.nested_in) for s in statements] == [(0, None), (15, statements[0].id), (35, None)]


@pytest.mark.parametrize("name", [ONE.ref, ONE.id, ONE.ref[:-2], ONE.id[:12]])
def test_an_article_is_found_by_reference_id_or_the_beginning_of_either(record: Record, name: str) -> None:
    read(record, ONE, TWO)
    kept = record.reader.article(name)
    assert kept is not None
    assert kept.article == ONE


def test_a_reference_names_the_newest_version_and_an_id_its_own(record: Record) -> None:
    changed = replace(ONE, text="Ada denied it rained.")
    read(record, ONE, changed)
    found = [record.reader.article(name) for name in (ONE.ref, ONE.ref[:-1], ONE.id)]
    assert [kept.version for kept in found if kept] == [2, 2, 1]


@pytest.mark.parametrize("name", ["", "echo", "%", "_ttps", "\udcff", "\0"])
def test_a_name_that_no_article_begins_with_finds_nothing(record: Record, name: str) -> None:
    read(record, ONE, TWO)
    assert record.reader.article(name) is None


def test_a_beginning_of_several_names_is_told_with_the_names(record: Record) -> None:
    read(record, ONE, TWO)
    with pytest.raises(RecordError, match=r"several.*echo\.example/one.*echo\.example/two.*give more of its name"):
        record.reader.article("https://")


def test_outcomes_tell_what_became_of_every_input_in_a_fixed_order(record: Record) -> None:
    changed = replace(ONE, text="Ada denied it rained.")
    read(record, TWO, ONE, changed)
    read(record, TWO, run=NEWER_RUN)
    results = [(outcome.ref[-3:], outcome.result) for outcome in record.reader.outcomes()]
    assert results == [
        ("one", Result.READ),
        ("one", Result.NEW_VERSION),
        ("two", Result.READ),
        ("two", Result.REREAD),
    ]


def test_counts_are_of_newest_versions(record: Record) -> None:
    changed = replace(ONE, text="Ada denied it. Bert said so. Cleo said no.")
    read(record, ONE, TWO, changed)
    counts = record.reader.counts()
    assert (counts.articles, counts.versions, counts.statements, counts.unread) == (2, 3, 4, 0)


def test_a_snapshot_sees_one_moment_while_others_write(record: Record) -> None:
    read(record, ONE)
    with record.reader.snapshot() as snapshot:
        assert snapshot.counts().articles == 1
        read(record, TWO)
        assert [kept.article for kept in snapshot.articles()] == [ONE]
        assert snapshot.article(TWO.id) is None
    assert record.reader.counts().articles == 2


def test_articles_stream_while_their_statements_are_asked_for_and_others_write(record: Record) -> None:
    read(record, *many_inputs(120))
    with record.reader.snapshot() as snapshot:
        for number, kept in enumerate(snapshot.articles(newest=False)):
            assert snapshot.statements(kept.article.id)
            if number == 3:
                read(record, ONE)
    assert number == 119
