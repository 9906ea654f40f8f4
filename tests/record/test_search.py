from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record import Hit, Record, open_record
from onrecord.vocabulary import Article, Form, Reading, Span, Statement

from .invented import RUN, read

HARBOUR = Article(
    "harbour",
    "It rained. Ada said the café 😀 in the harbour was closing. Bert denied that it closed.",
    title="Harbour dispute",
    publisher="The Tern",
    published="2021-03-04",
)
MARKET = Article(
    "market",
    "Ada said the market stays open. Ümit said she discussed sanctions AND prices.",
    title="Market day",
    publisher="Morning Gull",
    published="2021-03-05T23:30:00-05:00",
)
UNDATED = Article("undated", "Cleo said harbour masters closed the harbour.")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("search") / Path("onrecord.db")) as record:
        read(record, HARBOUR, MARKET, UNDATED)
        yield record


def words(hit: Hit) -> tuple[str, list[str]]:
    text = hit.kept.article.text
    return hit.snippet.of(text), [mark.of(text) for mark in hit.marks]


@pytest.mark.parametrize(
    ("query", "snippets"),
    [
        ("cafe harbour", [("Ada said the café 😀 in the harbour was closing", ["café", "harbour"])]),
        ("CAFÉ", [("Ada said the café 😀 in the harbour was closing", ["café"])]),
        ('"in the harbour"', [("Ada said the café 😀 in the harbour was closing", ["in the harbour"])]),
        ("“in the harbour”", [("Ada said the café 😀 in the harbour was closing", ["in the harbour"])]),
        ('"harbour the in"', []),
        ("sanct*", [("Ümit said she discussed sanctions AND prices", ["sanctions"])]),
        ('"discussed sanct"*', [("Ümit said she discussed sanctions AND prices", ["discussed sanctions"])]),
        ("discuss", [("Ümit said she discussed sanctions AND prices", ["discussed"])]),
        ("sanctions AND prices", [("Ümit said she discussed sanctions AND prices", ["sanctions", "AND", "prices"])]),
        ("umit", [("Ümit said she discussed sanctions AND prices", ["Ümit"])]),
        ("rained", []),  # said by nobody
        ("market NOT open", []),
    ],
)
def test_statements_are_found_by_the_words_of_source_and_content(
    opened: Record, query: str, snippets: list[tuple[str, list[str]]]
) -> None:
    assert [words(hit) for hit in opened.reader.search(query)] == snippets


def test_articles_are_found_by_the_words_of_title_and_text(opened: Record) -> None:
    found = opened.reader.search("rain harbour", within="articles")
    assert [words(hit) for hit in found] == [(HARBOUR.text, ["rained", "harbour"])]
    assert [hit.statement for hit in found] == [None]


def test_an_article_found_by_its_title_alone_shows_its_beginning_unmarked(opened: Record) -> None:
    (hit,) = opened.reader.search("dispute", within="articles")
    assert words(hit) == (HARBOUR.text, [])


@pytest.mark.parametrize("within", ["statements", "articles"])
@pytest.mark.parametrize(
    ("filters", "refs"),
    [
        ({"speaker": "ada"}, {"harbour", "market"}),
        ({"speaker": "umit"}, {"market"}),
        ({"speaker": "harbour"}, set()),
        ({"speaker": "—"}, set()),
        ({"publisher": "gull"}, {"market"}),
        ({"publisher": "%"}, set()),
        ({"since": date(2021, 3, 5)}, {"market"}),
        ({"until": date(2021, 3, 4)}, {"harbour"}),
        ({"since": date(2021, 3, 4), "until": date(2021, 3, 5)}, {"harbour", "market"}),
        ({"until": date(2021, 3, 5), "speaker": "ada", "publisher": "tern"}, {"harbour"}),
        ({}, {"harbour", "market", "undated"}),
    ],
)
def test_filters_narrow_a_search_and_work_without_words(
    opened: Record, within: str, filters: dict[str, object], refs: set[str]
) -> None:
    found = opened.reader.search("", within=within, **filters)  # type: ignore[arg-type]
    assert {hit.kept.article.ref for hit in found} == refs


def test_words_and_speaker_must_both_fit(opened: Record) -> None:
    assert len(opened.reader.search("closed", speaker="Bert")) == 1
    assert opened.reader.search("closed", speaker="Umit") == ()


def test_at_most_so_many_hits_come_as_asked_for_best_first(opened: Record) -> None:
    (best,) = opened.reader.search("harbour closed", limit=1)
    assert best.kept.article == UNDATED  # "harbour" twice, in fewer words


def test_only_the_newest_version_is_searched(record: Record) -> None:
    read(record, Article("one", "Ada said it rained."), Article("one", "Ada said it snowed."))
    assert record.reader.search("rained") == ()
    assert record.reader.search("rained", within="articles") == ()
    assert len(record.reader.search("snowed")) == 1


def test_a_phrase_that_runs_over_an_interruption_is_marked_on_both_sides(record: Record) -> None:
    article = Article("odd", '"We never," she said, "met them."')
    statement = Statement(article.id, Span(12, 15), Span(16, 20), (Span(1, 9), Span(23, 32)), Form.DIRECT)
    record.writer.write(Reading(article, (statement,), RUN))
    (hit,) = record.reader.search('"never met"')
    assert words(hit) == ('We never," she said, "met them.', ["never", "met"])


def test_a_snippet_of_a_long_article_is_where_the_words_are_densest(record: Record) -> None:
    filler = "Nothing of note was to be told that day. " * 40
    read(record, Article("long", f"A harbour. {filler}The harbour strike shut the harbour. {filler}"))
    (hit,) = record.reader.search("harbour strike", within="articles")
    snippet, marked = words(hit)
    assert marked == ["harbour", "strike", "harbour"]
    assert 240 <= len(snippet) < 300
    assert not snippet[0].isspace()


def test_a_text_without_spaces_still_gives_a_short_snippet(record: Record) -> None:
    read(record, Article("long", "界" * 1000 + " harbour " + "界" * 1000))
    (hit,) = record.reader.search("harbour", within="articles")
    assert len(hit.snippet.of(hit.kept.article.text)) < 400


def test_a_text_that_has_the_marking_characters_itself_is_found_but_not_marked(record: Record) -> None:
    read(record, Article("odd", "Ada said \ufdd0 it rained \ufdd1 there."))
    (hit,) = record.reader.search("rained")
    assert hit.marks == ()


QUERY_PARTS = st.sampled_from(
    ("harbour", "“", "”", "text:", "source_text : x", "café", "界", "\u0301", "½", "²", "😀", ",", "%", " ", '"', "*")
) | st.sampled_from(
    ("(", ")", "AND", "OR", "NOT", "NEAR(", "^", ":", "-", "+", "{", "}", "\\", "'", ";", "\0", "\ud800")
)


@settings(max_examples=60, deadline=None)
@given(query=st.one_of(st.text(max_size=30), st.lists(QUERY_PARTS, max_size=12).map("".join)))
def test_no_query_is_an_error_and_every_mark_lies_in_its_snippet(opened: Record, query: str) -> None:
    for within in ("statements", "articles"):
        for hit in opened.reader.search(query, within=within):  # type: ignore[arg-type]
            assert all(hit.snippet.contains(mark) for mark in hit.marks)
        opened.reader.search("harbour", speaker=query, publisher=query, within=within)  # type: ignore[arg-type]


def test_a_very_long_query_is_no_error(opened: Record) -> None:
    assert opened.reader.search("harbour " * 1000) != ()
    assert opened.reader.search(" ".join(f"word{n}*" for n in range(1000))) == ()


def test_common_words_are_looked_for_in_what_came_last_but_in_all_that_a_filter_leaves(opened, monkeypatch):
    from onrecord.record import search

    def refs(**filters: object) -> list[str]:
        return sorted({hit.kept.article.ref for hit in opened.reader.search("close", limit=1, **filters)})

    assert refs() == ["harbour"]
    monkeypatch.setattr(search, "LOOKED_THROUGH", 1)
    assert len(refs()) == 1
    assert refs(publisher="The Tern") == ["harbour"]
    monkeypatch.setattr(search, "FEW", 0)
    assert refs(publisher="The Tern") in ([], ["harbour"])


def test_what_ranks_alike_stands_by_reference_and_none_is_cut_off_between(monkeypatch, tmp_path):
    from onrecord.record import search

    monkeypatch.setattr(search, "IDS_AT_ONCE", 2)
    with open_record(tmp_path / "alike.db") as record:
        read(
            record,
            *(Article(f"ref-{n}", "Ada said the pier was sold.", publisher=f"P{n % 2}") for n in (5, 2, 4, 1, 3)),
        )
        found = [[h.kept.article.ref for h in record.reader.search("pier", limit=n)] for n in (2, 5)]
        assert found == [["ref-1", "ref-2"], ["ref-1", "ref-2", "ref-3", "ref-4", "ref-5"]]
        assert [h.kept.article.ref for h in record.reader.search("pier", publisher="P0", limit=2)] == ["ref-2", "ref-4"]
