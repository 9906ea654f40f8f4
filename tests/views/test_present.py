from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.views import present
from onrecord.vocabulary import (
    Article,
    Basis,
    Form,
    Interval,
    Kind,
    Party,
    PartyKind,
    PublishedFrom,
    Said,
    Span,
    Stance,
    Statement,
)

TEXT = "“We knew,”\nhe said, “nothing\nat all.” Rain fell."
ARTICLE = Article("r", TEXT, publisher="The Lamp", published="2031-03-04", published_from=PublishedFrom.PAGE)
STATEMENT = Statement(ARTICLE.id, Span(11, 13), Span(14, 18), (Span(0, 10), Span(20, 37)), Form.DIRECT)


@pytest.mark.parametrize("kind", present.KINDS)
def test_a_blank_row_has_every_field_null_or_empty(kind):
    row = present.blank(kind)
    assert tuple(row) == present.fields(kind)
    assert all(value is None or value == [] for value in row.values())


def test_lists_of_two_rows_are_not_one_list():
    assert present.blank("claims")["affirms"] is not present.blank("claims")["affirms"]


def test_an_article_is_exported_with_every_field_of_the_contract():
    row = present.article_row(ARTICLE, 2)
    assert tuple(row) == present.fields("articles")
    assert (row["version"], row["words"], row["published_from"], row["copy_of"]) == (2, 9, "page", None)


def test_a_statement_is_exported_with_every_field_and_its_spans_are_slices():
    row = present.statement_row(STATEMENT, ARTICLE, {})
    assert tuple(row) == present.fields("statements")
    assert row["review"] == "unreviewed"
    assert (row["kind"], row["form"], row["via"], row["speaker"]) == (None, "direct", [], None)
    for span in (row["source"], row["cue"], *row["content"]):
        assert span["text"] == TEXT[span["start"] : span["end"]]


def test_a_whole_statement_is_exported_with_its_parties_and_its_day():
    ada = Party(ARTICLE.id, "Ada Orr", PartyKind.PERSON, (Span(0, 2),), ("Ada", "Orr"))
    post = Party(ARTICLE.id, "the Post", PartyKind.OUTLET)
    both = Party(ARTICLE.id, "both", PartyKind.GROUP, members=(ada.id, post.id))
    said = Said(Interval(date(2021, 3, 1), date(2021, 3, 31), "month"), Basis.RELATIVE, Span(0, 2))
    whole = replace(STATEMENT, stance=Stance.DENIES, speaker=both.id, told_to=post.id, via=(post.id,), said=said)
    row = present.statement_row(whole, ARTICLE, {each.id: each for each in (ada, post, both)})
    assert (row["stance"], row["told_to"]) == ("denies", row["via"][0])
    assert row["told_to"] == {"id": post.id, "name": "the Post", "kind": "outlet", "aliases": []}
    assert row["speaker"]["members"] == [ada.id, post.id]
    assert row["said"] == {
        "start": "2021-03-01",
        "end": "2021-03-31",
        "granularity": "month",
        "basis": "relative",
        "phrase": {"start": 0, "end": 2, "text": TEXT[0:2]},
    }


def test_a_missing_source_is_null():
    bare = Statement(ARTICLE.id, None, None, (Span(0, 10),), Form.DIRECT)
    row = present.statement_row(bare, ARTICLE, {})
    assert (row["source"], row["cue"]) == (None, None)


def test_thoughts_are_kept_from_people_and_what_has_no_kind_yet_is_not():
    thought = Statement(ARTICLE.id, None, None, (Span(0, 1),), Form.INDIRECT, kind=Kind.THOUGHT)
    assert present.said([thought, STATEMENT]) == (STATEMENT,)


@pytest.mark.parametrize(
    ("published", "label"),
    [
        ("2025-05-14", "Wed 14 May 2025"),
        ("2025-05-14T22:05:00-04:00", "Wed 14 May 2025"),
        ("2025-05", "May 2025"),
        ("2025", "2025"),
        (None, "no date"),
        ("last week", "last week"),
        ("2025-13-40", "2025-13-40"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(published, label):
    assert present.day_label(published) == label


def test_counts_have_their_plural():
    assert [present.count_of(n, "word") for n in (0, 1, 2000)] == ["0 words", "1 word", "2,000 words"]
