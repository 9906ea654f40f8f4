from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attribution.quotes import MARKS, Quotation, find_quotations, paragraphs

MARKED_TEXT = st.text(
    st.sampled_from(MARKS + " \n\r\tab.s,1—\u2060\u200f\u0301😀é") | st.characters(codec="utf-8"), max_size=80
)


def found(text: str) -> list[str]:
    return [q.span.of(text) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("She said “the map is old” twice.", ["“the map is old”"]),
        ('She said "the map is old" twice.', ['"the map is old"']),
        ("She said ‘the map is old’ twice.", ["‘the map is old’"]),
        ("She said 'the map is old' twice.", ["'the map is old'"]),
        ("She said ''the map is old'' twice.", ["''the map is old''"]),
        ("She said ``the map is old'' twice.", ["``the map is old''"]),
        ("She said «the map is old» twice.", ["«the map is old»"]),
        ("She said „the map is old” twice.", ["„the map is old”"]),
        ('"One," she said, "and two."', ['"One,"', '"and two."']),
        ('("In brackets")', ['("In brackets")'[1:-1]]),
        ('the plan—"a mistake"—was dropped', ['"a mistake"']),
        ('He called it "old " and left.', ['"old "']),
        ("Nothing is quoted here.", []),
        ("", []),
    ],
)
def test_a_quotation_is_what_a_pair_of_marks_encloses_whatever_the_marks(text: str, quotations: list[str]) -> None:
    assert found(text) == quotations


def test_a_quotation_inside_a_quotation_is_found_with_the_outer_one_first() -> None:
    text = "“He told me ‘never again’ and left,” she said."
    assert found(text) == ["“He told me ‘never again’ and left,”", "‘never again’"]
    assert [q.is_single for q in find_quotations(text)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's map didn't show the workers' huts.",
        "The mayor’s map didn’t show the workers’ huts.",
        "Back in the '80s it wasn't so.",
        "Back in the ’80s it wasn’t so, rock ’n’ roll and all.",
        "It was 6' wide and 12\" long.",
    ],
)
def test_apostrophes_possessives_and_inches_quote_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“We don’t know the mayor’s mind,” he said.", ["“We don’t know the mayor’s mind,”"]),
        ("‘We don’t know the mayor’s mind,’ he said.", ["‘We don’t know the mayor’s mind,’"]),
        ("'We don't know the mayor's mind,' he said.", ["'We don't know the mayor's mind,'"]),
        ("‘The workers’ huts are gone,’ he said.", ["‘The workers’ huts are gone,’"]),
    ],
)
def test_an_apostrophe_does_not_end_a_quotation(text: str, quotations: list[str]) -> None:
    assert found(text) == quotations


def test_a_quotation_over_several_paragraphs_runs_on_until_the_mark_that_closes_it() -> None:
    text = "“First we looked.\n\n“Then we asked.\n\n“Then we left,” he said."
    assert [(q.span.of(text), q.closed) for q in find_quotations(text)] == [
        ("“First we looked.", False),
        ("“Then we asked.", False),
        ("“Then we left,”", True),
    ]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('He said "the map is old.\n\nIt is not. "Quite new," she said.', ['"Quite new,"']),
        ("He said “the map is old.\n\nIt is not. “Quite new,” she said.", ["“Quite new,”"]),
        ("He said “the map is old. She said “it is not” and left.", ["“it is not”"]),
        ('The map is old," he said.\n\n"It is not," she said.', ['"It is not,"']),
        ("The map is old,” he said.\n\n“It is not,” she said.", ["“It is not,”"]),
    ],
)
def test_a_lost_mark_costs_its_own_quotation_and_not_the_next_paragraphs(text: str, quotations: list[str]) -> None:
    assert found(text) == quotations


def test_lines_are_paragraphs_where_no_empty_line_parts_any() -> None:
    one_a_line, parted = "One.\nTwo.\r\nThree.", "One,\nstill one.\n\n  \r\n\r\nTwo."
    assert [p.of(one_a_line) for p in paragraphs(one_a_line)] == ["One.", "Two.", "Three."]
    assert [p.of(parted) for p in paragraphs(parted)] == ["One,\nstill one.", "Two."]


@settings(deadline=None, max_examples=60)
@given(MARKED_TEXT)
def test_paragraphs_hold_every_visible_character_once_and_in_order(text: str) -> None:
    parts = list(paragraphs(text))
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert "".join("".join(p.of(text).split()) for p in parts) == "".join(text.split())


@settings(deadline=None, max_examples=60)
@given(MARKED_TEXT)
def test_quotations_of_any_text_start_and_end_with_marks_and_stay_in_their_paragraph(text: str) -> None:
    parts = list(paragraphs(text))
    quotations = find_quotations(text)
    for quotation in quotations:
        assert quotation.span.end <= len(text)
        assert quotation.span.of(text)[0] in MARKS
        assert not quotation.closed or quotation.span.of(text).rstrip("\u2060")[-1] in MARKS
        assert any(p.contains(quotation.span) for p in parts)
    for single in (False, True):
        alike: list[Quotation] = [q for q in quotations if q.is_single == single]
        assert all(a.span.end <= b.span.start for a, b in pairwise(alike))
