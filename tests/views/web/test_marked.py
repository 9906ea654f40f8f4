"""Paragraphs with marks give the article back, and number each statement where it begins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.web.marked import notes, paragraphs
from onrecord.vocabulary import ArticleId, Form, Span, Statement

ARTICLE = ArticleId("a-1")


def statement(*content: Span, source: Span | None = None, nested_in=None) -> Statement:
    return Statement(ARTICLE, source, None, content, Form.INDIRECT, nested_in=nested_in)


def texts(text, statements=()):
    return ["".join(s.text for s in paragraph.stretches) for paragraph in paragraphs(text, statements)]


def test_blank_lines_part_paragraphs_and_single_line_ends_do_not():
    assert texts("One line\nand its end.\n\nAnother.\n \nLast.") == ["One line\nand its end.", "Another.", "Last."]


def test_where_there_is_no_blank_line_every_line_is_a_paragraph():
    assert texts("Headline\nFirst.\nSecond.") == ["Headline", "First.", "Second."]


def test_a_statement_over_two_paragraphs_is_marked_in_both_and_numbered_once():
    text = "He said so.\n\nAnd more."
    first, second = paragraphs(text, [statement(Span(0, len(text)))])
    assert [s.numbers for s in (*first.stretches, *second.stretches)] == [(1,), (1,)]
    assert (first.begins, second.begins) == ((1,), ())


def test_what_is_nested_is_numbered_inside():
    text = "She said he denied it."
    outer = statement(Span(9, 21), source=Span(0, 3))
    inner = statement(Span(19, 21), source=Span(9, 11), nested_in=outer.id)
    (only,) = paragraphs(text, [outer, inner])
    assert [(s.text, s.begins) for s in only.stretches if s.begins] == [("She", (1,)), ("he", (2,))]
    assert only.stretches[-2].roles == ("content", "nested")


@given(st.text(alphabet="ab \n\t‮é", max_size=60), st.data())
def test_nothing_but_white_space_is_lost_and_every_stretch_stands_where_it_says(text, data):
    spans = []
    if text:
        edges = data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8))
        spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]
    stretches = [s for p in paragraphs(text, [statement(span) for span in spans]) for s in p.stretches]
    assert all(text[s.start : s.start + len(s.text)] == s.text for s in stretches)
    kept = [n for s in stretches for n in range(s.start, s.start + len(s.text))]
    assert kept == sorted(set(kept))
    assert all(text[n].isspace() for n in set(range(len(text))) - set(kept))


def test_notes_go_by_their_number():
    rows = [{"id": "s-1", "nested_in": None}, {"id": "s-2", "nested_in": "s-1"}]
    assert [(note.number, note.is_nested) for note in notes(rows).values()] == [(1, False), (2, True)]
