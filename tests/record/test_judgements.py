from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import JudgementError
from onrecord.record import Anchor, Evidence, Judgement, Place, Record, Subject, anchor, locate
from onrecord.vocabulary import Article, Span

from .invented import NEWER_RUN, RUN, read, read_statements

ARTICLE = Article("visit", "Ada said it rained. Bert said it snowed.")
STATEMENT = next(read_statements(ARTICLE))
REJECTION = Judgement(
    at="2021-03-04T10:00:00+00:00",
    who="Edith",
    subject_kind=Subject.STATEMENT,
    subject=STATEMENT.id,
    field="review",
    old="unreviewed",
    new="rejected",
    reason="a rumour",
    base_run=RUN.id,
    evidence=Evidence(ARTICLE.ref, ARTICLE.id, anchor(ARTICLE.text, STATEMENT.content[0]), source="Ada"),
)
SAME_PARTY = Judgement("2021-03-04T11:00:00+00:00", "Edith", Subject.PARTY, "p-1", "same", None, "p-2")


# --- the log ---


def test_judgements_come_back_in_the_order_of_adding(record: Record) -> None:
    read(record, ARTICLE)
    record.judgements.append(SAME_PARTY)
    record.judgements.append(REJECTION)
    assert list(record.judgements.all()) == [SAME_PARTY, REJECTION]
    assert list(record.judgements.all(subject=STATEMENT.id)) == [REJECTION]
    assert list(record.judgements.in_force(article_ref="visit")) == [REJECTION]


def test_a_log_brought_in_twice_is_the_same_log(record: Record) -> None:
    record.judgements.append(SAME_PARTY)
    record.judgements.append(SAME_PARTY)
    assert list(record.judgements.all()) == [SAME_PARTY]


def test_an_undoing_is_another_entry_and_neither_is_in_force_then(record: Record) -> None:
    record.judgements.append(SAME_PARTY)
    record.judgements.append(REJECTION)
    undoing = record.judgements.undo(REJECTION.id, who="Ed", at="2021-03-05T09:00:00+00:00", reason="it was said")
    assert (undoing.old, undoing.new, undoing.undoes) == ("rejected", "unreviewed", REJECTION.id)
    assert list(record.judgements.all()) == [SAME_PARTY, REJECTION, undoing]
    assert list(record.judgements.in_force()) == [SAME_PARTY]


def test_what_was_undone_can_be_decided_again(record: Record) -> None:
    record.judgements.append(REJECTION)
    record.judgements.undo(REJECTION.id, who="Ed", at="2021-03-05T09:00:00+00:00")
    again = record.judgements.append(replace(REJECTION, at="2021-03-06T09:00:00+00:00"))
    assert list(record.judgements.in_force()) == [again]


def test_undoing_nothing_twice_or_an_undoing_contradicts_the_log(record: Record) -> None:
    with pytest.raises(JudgementError, match="no judgement 'j-absent' to undo"):
        record.judgements.undo("j-absent", who="Ed", at="2021-03-05T09:00:00+00:00")
    with pytest.raises(JudgementError, match="no judgement 'j-absent' to undo"):
        record.judgements.append(replace(SAME_PARTY, undoes="j-absent"))
    record.judgements.append(REJECTION)
    undoing = record.judgements.undo(REJECTION.id, who="Ed", at="2021-03-05T09:00:00+00:00")
    with pytest.raises(JudgementError, match=f"undone already, by {undoing.id}"):
        record.judgements.undo(REJECTION.id, who="Ed", at="2021-03-06T09:00:00+00:00")
    with pytest.raises(JudgementError, match="itself an undoing"):
        record.judgements.undo(undoing.id, who="Ed", at="2021-03-06T09:00:00+00:00")


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE judgements SET new = 'accepted'",
        "UPDATE OR REPLACE judgements SET who = 'nobody'",
        "DELETE FROM judgements",
        "INSERT OR REPLACE INTO judgements SELECT * FROM judgements",
        "INSERT OR REPLACE INTO judgements (id, at, who, subject_kind, subject, field) "
        "SELECT id, at, 'nobody', subject_kind, subject, field FROM judgements",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_a_judgement(record: Record, command: str) -> None:
    record.judgements.append(REJECTION)
    with (
        closing(sqlite3.connect(record.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(command)
    assert list(record.judgements.all()) == [REJECTION]


def test_a_judgement_on_a_statement_needs_the_words_it_stands_on() -> None:
    with pytest.raises(ValueError, match="needs the words"):
        replace(REJECTION, evidence=None)


@pytest.mark.parametrize("span", [Span(0, 9), Span(30, 100)])
def test_a_judgement_whose_words_stand_elsewhere_in_the_kept_text_is_refused(record: Record, span: Span) -> None:
    read(record, ARTICLE)
    words = "x" * (span.end - span.start)
    wrong = Evidence(ARTICLE.ref, ARTICLE.id, Anchor(words, "", "", span))
    with pytest.raises(JudgementError, match="found other words"):
        record.judgements.append(replace(REJECTION, evidence=wrong))


def test_a_judgement_that_cannot_be_stored_exactly_is_refused(record: Record) -> None:
    with pytest.raises(JudgementError, match="in the reason"):
        record.judgements.append(replace(SAME_PARTY, reason="a\0b"))


def test_neither_a_reread_nor_a_new_version_loses_a_judgement(record: Record) -> None:
    changed = replace(ARTICLE, text=f"Updated. {ARTICLE.text}")
    read(record, ARTICLE)
    record.judgements.append(REJECTION)
    read(record, ARTICLE, run=NEWER_RUN)
    read(record, changed, run=NEWER_RUN)
    (kept,) = record.judgements.in_force(article_ref="visit")
    assert kept == REJECTION
    assert kept.subject in {statement.id for statement in record.reader.statements(ARTICLE.id)}
    assert kept.evidence is not None
    located = locate(changed.text, kept.evidence.anchor)
    assert located.place is Place.MOVED
    assert located.span == next(read_statements(changed)).content[0]


# --- anchors ---


def test_an_anchor_keeps_the_exact_words_and_32_code_points_on_either_side() -> None:
    text = "é" * 40 + "Ada 😀 said" + "שלום" * 20
    made = anchor(text, Span(40, 50))
    assert (made.exact, made.prefix, made.suffix) == ("Ada 😀 said", "é" * 32, ("שלום" * 20)[:32])


def test_a_span_outside_the_text_cannot_be_anchored() -> None:
    with pytest.raises(JudgementError, match="inside the text"):
        anchor("short", Span(3, 6))


SENTENCE = "He said he would resign. Later he said he would not. Nobody asked again that week."


def found(text: str, span: Span, other: str) -> tuple[Place, str | None]:
    located = locate(other, anchor(text, span))
    around = located.span and other[located.span.start : located.span.end + 4]
    return located.place, around


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (SENTENCE, (Place.SAME, "he would not. No")),
        (SENTENCE.replace("Nobody", "No one"), (Place.SAME, "he would not. No")),
        (f"New first line. {SENTENCE}", (Place.MOVED, "he would not. No")),
        (SENTENCE.replace("resign", "quit"), (Place.MOVED, "he would not. No")),
        (SENTENCE.replace("he would not", "he'd not"), (Place.ORPHANED, None)),
        (f"{SENTENCE} {SENTENCE} Nobody asked again that week.", (Place.SAME, "he would not. No")),
        ("Asked whether he would not go, he left.", (Place.MOVED, "he would not go,")),
        ("Did she know he would nothave it?", (Place.ORPHANED, None)),  # only as part of longer words
        ("That he would not was clear; that he would not was said.", (Place.ORPHANED, None)),  # which of the two?
        ("", (Place.ORPHANED, None)),
    ],
)
def test_an_anchor_is_found_by_exact_words_and_context_or_not_at_all(
    other: str, expected: tuple[Place, str | None]
) -> None:
    start = SENTENCE.index("he would not")
    assert found(SENTENCE, Span(start, start + len("he would not")), other) == expected


@given(text=st.text("ab .", min_size=1, max_size=60), data=st.data())
def test_in_an_unchanged_text_every_anchor_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    located = locate(text, anchor(text, span))
    assert (located.place, located.span) == (Place.SAME, span)


@given(text=st.text("ab .", min_size=1, max_size=60), other=st.text("ab .", max_size=60), data=st.data())
def test_an_anchor_is_never_found_on_other_words(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    sought = anchor(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    located = locate(other, sought)
    assert (located.span is None) == (located.place is Place.ORPHANED)
    assert located.span is None or located.span.of(other) == sought.exact
