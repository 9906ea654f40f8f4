"""What must hold of the weights that ship, in plain sentences; how well they read is measured by the gate."""

from __future__ import annotations

import json

import pytest

from onrecord.attribution import load_reader
from onrecord.attribution.model import SHIPPED, Model
from onrecord.vocabulary import Article, Form, Reading


def are_trained() -> bool:
    about = SHIPPED / "about.json"
    return about.exists() and "scores" in json.loads(about.read_text(encoding="utf-8"))["trained"]


pytestmark = pytest.mark.skipif(
    not are_trained(), reason="no trained weights lie in the package; training/runs/reader.sh makes them"
)


def read(text: str) -> Reading:
    return load_reader()(Article(ref="r", text=text))


def test_a_plain_sentence_is_read_with_source_cue_and_content() -> None:
    text = "The road will reopen on Monday, Mayor Ann Lee said on Friday."
    (statement,) = read(text).statements
    assert statement.source is not None
    assert statement.cue is not None
    assert "Lee" in statement.source.of(text)
    assert statement.cue.of(text) == "said"
    assert statement.content[0].of(text).startswith("The road will reopen")
    assert statement.form == Form.INDIRECT


@pytest.mark.parametrize("marks", ["“”", '""', "‘’"])
def test_a_quotation_is_read_whatever_its_marks(marks: str) -> None:
    text = f"{marks[0]}We never saw the map,{marks[1]} Ann Lee, a clerk at the town hall, told reporters on Tuesday."
    (statement,) = read(text).statements
    assert statement.content[0].of(text) == f"{marks[0]}We never saw the map,{marks[1]}"
    assert statement.form == Form.DIRECT


def test_where_nobody_says_anything_nothing_is_found() -> None:
    assert read("The road is 12 kilometres long and runs along the river.").statements == ()


def test_the_scores_of_a_window_do_not_depend_on_what_was_run_before_it() -> None:
    model = Model()
    one, other = (next(model.encoder.windows(t)) for t in ("Ann said it was old.", "Bob denied that. " * 9))
    first = model.scores(one)
    model.scores(other)
    again = model.scores(one)
    assert (first.roles == again.roles).all()
    assert (first.piece == again.piece).all()
