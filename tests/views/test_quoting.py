"""Statements away from their articles: the sentence, with what is marked in it."""

from __future__ import annotations

from invented_affair import LAMP, NOTHING, QUAY, SIGNED, UNSURE

from onrecord.record import open_record
from onrecord.views.quoting import parts_of, quote
from onrecord.vocabulary import Article, Form, Span, Statement


def test_the_sentence_is_given_whole_with_its_parts_marked():
    parts = parts_of(SIGNED, LAMP)
    assert "".join(text for text, _ in parts) == "“The contract was signed in May,” Inspector Rowe said on Tuesday."
    assert [(text, roles) for text, roles in parts if roles] == [
        ("“The contract was signed in May,”", "content"),
        ("Rowe", "source"),
        ("said", "cue"),
    ]


def test_sentences_before_and_after_are_left_out():
    assert (
        "".join(text for text, _ in parts_of(NOTHING, LAMP)) == "“I signed nothing,” Mayor Ada Quill told <The Lamp>."
    )
    assert "".join(text for text, _ in parts_of(UNSURE, QUAY)).endswith("on Saturday.")


def test_without_an_end_of_a_sentence_nearby_nothing_is_added():
    text = "word " * 100 + "Ada said it rained" + " word" * 100
    start = text.index("Ada")
    statement = Statement(
        Article("x", text).id, Span(start, start + 3), None, (Span(start + 9, start + 18),), Form.INDIRECT
    )
    assert "".join(t for t, _ in parts_of(statement, Article("x", text))) == "Ada said it rained"


def test_a_statement_knows_its_place_and_its_day(affair_record):
    with open_record(affair_record) as record:
        quoted = quote(record.reader, [SIGNED.id])[SIGNED.id]
    assert quoted.address == f"/articles/{LAMP.id}#s-{SIGNED.id}"
    assert quoted.day == "2031-03-04"
    assert quoted.row["speaker"]["name"] == "Rowe"
    assert quoted.row["side"] == "affirms"
