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


def test_a_statement_in_one_line_has_the_characters_of_the_text_and_no_line_break():
    assert present.sentence(STATEMENT, TEXT) == "he said: “We knew,” … “nothing at all.”"


def test_a_paraphrase_gets_no_quotation_marks():
    text = "Orr said the sea was calm."
    paraphrase = Statement(Article("r", text).id, Span(0, 3), Span(4, 8), (Span(9, 25),), Form.INDIRECT)
    assert present.sentence(paraphrase, text) == "Orr said: the sea was calm"


def test_a_cue_before_its_source_comes_first_in_the_line_too():
    text = "It was calm, according to Orr."
    statement = Statement(Article("r", text).id, Span(26, 29), Span(13, 25), (Span(0, 11),), Form.INDIRECT)
    assert present.sentence(statement, text) == "according to Orr: It was calm"


def test_what_is_missing_is_left_out_of_the_line_or_named():
    assert present.sentence(Statement(ARTICLE.id, None, Span(14, 18), (Span(0, 10),), Form.DIRECT), TEXT) == (
        "(no source named) said: “We knew,”"
    )
    assert present.sentence(Statement(ARTICLE.id, Span(11, 13), None, (Span(0, 10),), Form.DIRECT), TEXT) == (
        "he: “We knew,”"
    )


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
