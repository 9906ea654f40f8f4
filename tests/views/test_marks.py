from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.marks import Role, bracketed, mark_text
from onrecord.vocabulary import ArticleId, Form, Span, Statement

TEXT = "Orr said that Pell had denied it."
OUTER = Statement(ArticleId("a"), Span(0, 3), Span(4, 8), (Span(9, 32),), Form.INDIRECT)
INNER = Statement(ArticleId("a"), Span(14, 18), Span(23, 29), (Span(30, 32),), Form.INDIRECT, nested_in=OUTER.id)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Statement, ...]]:
    text = draw(st.text(min_size=1, max_size=40))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(
        lambda pair: Span(min(pair), max(max(pair), min(pair) + 1))
    )
    statements = st.builds(
        Statement,
        article=st.just(ArticleId("a")),
        source=st.none() | spans,
        cue=st.none() | spans,
        content=st.tuples(spans),
        form=st.sampled_from(Form),
    )
    return text, tuple(draw(st.lists(statements, max_size=5)))


@given(marked_texts())
def test_the_pieces_together_are_the_text_whatever_the_spans(example):
    text, statements = example
    assert "".join(piece.text for piece in mark_text(text, statements)) == text


@given(marked_texts())
def test_the_pieces_in_a_span_together_are_its_characters(example):
    text, statements = example
    pieces = list(mark_text(text, statements))
    for number, statement in enumerate(statements, 1):
        inside = [p.text for p in pieces if any((m.number, m.role) == (number, Role.CONTENT) for m in p.marks)]
        assert "".join(inside) == statement.content[0].of(text)


@given(marked_texts())
def test_brackets_are_balanced_and_without_them_the_text_is_left(example):
    text, statements = example
    text = text.replace("[", "(").replace("]", ")")
    marked = "".join(bracketed(mark_text(text, statements)))
    depth = 0
    for character in marked:
        depth += {"[": 1, "]": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


def test_a_nested_statement_stands_in_the_brackets_of_the_outer_content():
    assert "".join(bracketed(mark_text(TEXT, (OUTER, INNER)))) == (
        "[1 source: Orr] [1 cue: said] [1 content: that [2 source: Pell] had [2 cue: denied] [2 content: it]]."
    )


def test_where_spans_cross_the_inner_one_is_closed_and_opened_again():
    left = Statement(ArticleId("a"), None, None, (Span(0, 4),), Form.DIRECT)
    right = Statement(ArticleId("a"), None, None, (Span(2, 6),), Form.DIRECT)
    assert "".join(bracketed(mark_text("abcdef", (left, right)))) == ("[1 content: ab[2 content: cd]][2 content: ef]")


def test_only_what_stands_in_another_statement_is_marked_as_nested():
    nested = {m.number for p in mark_text(TEXT, (OUTER, INNER)) for m in p.marks if m.is_nested}
    assert nested == {2}


def test_a_text_without_statements_is_one_plain_piece():
    (piece,) = mark_text(TEXT, ())
    assert (piece.text, piece.marks) == (TEXT, ())
