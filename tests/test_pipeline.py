from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import ArticleError, ModelError, RecordError
from onrecord.pipeline import read_into
from onrecord.record import Record, open_record
from onrecord.vocabulary import Article, Form, Reading, Run, Span, Statement

GOOD, ODD, LAST = (Article(ref, f"Ada said it rained in {ref}.") for ref in ("Arden", "Barrow", "Corby"))


class Reader:
    """Finds nothing, and does with the odd article as it is told."""

    run = Run(model="none", code="1")

    def __init__(self, with_odd: Callable[[Article], Reading]) -> None:
        self.with_odd = with_odd

    def __call__(self, article: Article) -> Reading:
        return self.with_odd(article) if article is ODD else Reading(article, (), self.run)


def raises(error: Exception) -> Callable[[Article], Reading]:
    def read(article: Article) -> Reading:
        raise error

    return read


def reads_too_far(article: Article) -> Reading:
    beyond = Span(0, len(article.text) + 1)
    return Reading(article, (Statement(article.id, None, None, (beyond,), Form.DIRECT),), Reader.run)


def reads_backwards(article: Article) -> Reading:
    return Reading(article, (Statement(article.id, Span(8, 3), None, (Span(0, 3),), Form.DIRECT),), Reader.run)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "onrecord.db") as opened:
        yield opened


@pytest.mark.parametrize(
    ("with_odd", "reason"),
    [
        (raises(IndexError("list index\nout of range")), "failed on it (IndexError: list index out of range)"),
        (raises(ArticleError("nine columns", "one", "split it")), "found nine columns; expected one; split it"),
        (reads_too_far, "found a span beyond the end of the text; expected a reading that holds together"),
        (reads_backwards, "failed on it (ValueError: a span needs 0 <= start < end, found [8, 3))"),
    ],
)
def test_an_article_that_the_reader_fails_on_is_refused_and_the_rest_is_read(
    record: Record, with_odd: Callable[[Article], Reading], reason: str
) -> None:
    outcomes = list(read_into(record.writer, [GOOD, ODD, LAST], Reader(with_odd)))
    assert [outcome.result.value for outcome in outcomes] == ["read", "refused", "read"]
    assert reason in (outcomes[1].detail or "")
    assert outcomes[1].detail in [outcome.detail for outcome in record.reader.outcomes()]


@pytest.mark.parametrize("error", [ModelError("found no weights"), RecordError("found damage")])
def test_what_would_fail_for_every_article_ends_the_reading(record: Record, error: Exception) -> None:
    with pytest.raises(type(error)):
        list(read_into(record.writer, [GOOD, ODD, LAST], Reader(raises(error))))
    assert [kept.article for kept in record.reader.articles()] == [GOOD]
