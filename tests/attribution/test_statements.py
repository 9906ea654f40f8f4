from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attribution.decode import Scores
from onrecord.attribution.encode import Window
from onrecord.attribution.labels import ROLE_TAGS
from onrecord.attribution.statements import DEEPEST, ArticleReader
from onrecord.vocabulary import Article, Form, Kind, Reading, Statement

from .written import WIDTH, HandModel, Wanted

NESTED = (
    "The Post said that Ann had told clerks that Bob denied the mayor claimed to have burnt it. Cat hopes for rain."
)
LEVELS = (
    Wanted("The Post", "said", ("that Ann had told clerks that Bob denied the mayor claimed to have burnt it",)),
    Wanted("Ann", "had told", ("clerks that Bob denied the mayor claimed to have burnt it",)),
    Wanted("Bob", "denied", ("the mayor claimed to have burnt it",)),
    Wanted("the mayor", "claimed", ("to have burnt it",)),
    Wanted("Cat", "hopes", ("for rain",)),
)


def read(text: str, *wanted: Wanted, window_pieces: int = 254) -> Reading:
    model = HandModel(text, wanted, window_pieces)
    return ArticleReader(model)(Article(ref="an-article", text=text))


def cues(reading: Reading) -> list[str]:
    return [s.cue.of(reading.article.text) for s in reading.statements if s.cue]


def test_a_statement_has_tidy_spans_and_its_form_and_kind() -> None:
    text = "“It is old,” said Ann, “and dusty.”"
    (statement,) = read(text, Wanted("Ann,", "said", ("It is old", "and dusty"))).statements
    assert statement.source is not None
    assert statement.source.of(text) == "Ann"
    assert [c.of(text) for c in statement.content] == ["“It is old,”", "“and dusty.”"]
    assert (statement.form, statement.kind, statement.nested_in) == (Form.DIRECT, Kind.SAID, None)


def test_a_reading_names_its_article_and_the_run_that_made_it() -> None:
    reading = read("Ann said it.", Wanted("Ann", "said", ("it",)))
    assert reading.article.ref == "an-article"
    assert reading.run.model == HandModel.digest
    assert reading.run.code
    assert {s.article for s in reading.statements} == {reading.article.id}


def test_statements_come_in_text_order_each_followed_by_what_is_nested_in_it() -> None:
    assert cues(read(NESTED, *reversed(LEVELS))) == ["said", "had told", "denied", "hopes"]


def test_a_statement_inside_anothers_content_names_the_one_it_stands_in() -> None:
    outer, inner, innermost, beside = read(NESTED, *LEVELS).statements
    assert [s.nested_in for s in (outer, inner, innermost, beside)] == [None, outer.id, inner.id, None]


def test_no_more_than_the_deepest_allowed_stand_inside_each_other() -> None:
    by_id = {s.id: s for s in read(NESTED, *LEVELS).statements}

    def depth(statement: Statement) -> int:
        return 1 + (depth(by_id[statement.nested_in]) if statement.nested_in else 0)

    assert max(map(depth, by_id.values())) == DEEPEST


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Ann said that he had denied it all.", Wanted("he", "had denied", ("it all",))),
        ("Ann said that Bob believed it was old.", Wanted("Bob", "believed", ("it was old",))),
        ("Ann said that Bob was told it was old.", Wanted("Bob", "was told", ("it was old",))),
        ("Ann said that I denied it all then.", Wanted("I", "denied", ("it all then",))),
        ("Ann said that nobody has claimed it.", Wanted("nobody", "has claimed", ("it",))),
        ("Ann said that it was denied all along.", Wanted("", "was denied", ("it",))),
    ],
)
def test_nested_is_only_what_somebody_else_is_said_to_have_uttered(text: str, inner: Wanted) -> None:
    content = text[text.index("that") : -1]
    nested = [s for s in read(text, Wanted("Ann", "said", (content,)), inner).statements if s.nested_in]
    assert bool(nested) == (inner.source == "he")


def test_a_content_without_a_word_of_speech_is_not_read_again() -> None:
    text = "Ann said that the old road is closed."
    model = HandModel(text, [Wanted("Ann", "said", ("that the old road is closed",))])
    ArticleReader(model)(Article(ref="r", text=text))
    assert model.seen == [text]


def test_a_quoted_content_is_read_again_without_its_marks() -> None:
    text = "“Bob denied that he was there,” Ann said."
    model = HandModel(text, [Wanted("Ann", "said", ("“Bob denied that he was there,”",))])
    ArticleReader(model)(Article(ref="r", text=text))
    assert model.seen == [text, "Bob denied that he was there,"]


def test_what_is_nothing_but_punctuation_is_no_statement() -> None:
    text = "Ann said ... and left."
    assert read(text, Wanted("Ann", "said", ("...",))).statements == ()


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "No one speaks here."])
def test_a_text_that_says_nothing_has_no_statements(text: str) -> None:
    assert read(text).statements == ()


def test_statements_do_not_depend_on_how_the_article_is_cut() -> None:
    text = "Ann said it was old.\n\nBob denied that it burnt.\n\nCat warned them of rats."
    wanted = [
        Wanted("Ann", "said", ("it was old",)),
        Wanted("Bob", "denied", ("that it burnt",)),
        Wanted("Cat", "warned", ("them of rats",)),
    ]
    whole, cut = read(text, *wanted), read(text, *wanted, window_pieces=30)
    assert cues(whole) == ["said", "denied", "warned"]
    assert cut == whole


def test_reading_again_and_in_several_threads_gives_the_same() -> None:
    articles = [Article(ref=f"article-{n}", text=NESTED) for n in range(12)]
    reader = ArticleReader(HandModel(NESTED, LEVELS))
    one_by_one = [reader(a) for a in articles]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(reader, articles)) == one_by_one
    assert reader(articles[0]) == one_by_one[0]
    assert len({s.id for r in one_by_one for s in r.statements}) == 12 * 4, "ids belong to one article"


class Noise(HandModel):
    """A model that says anything at all, though always the same of one window."""

    def __init__(self) -> None:
        super().__init__("", [])

    def scores(self, window: Window) -> Scores:
        rng = np.random.default_rng(int(window.pieces.sum()))
        length = len(window.pieces)
        roles = rng.normal(scale=6, size=(length, len(ROLE_TAGS))).astype(np.float32)
        return Scores(roles, *(rng.random((length, 2 * WIDTH)).astype(np.float32) for _ in range(2)))


WORDS = st.sampled_from(
    [
        "said",
        "denied",
        "Ann",
        "they",
        " ",
        "\n\n",
        "\r\n",
        ".",
        ",",
        "“",
        "”",
        '"',
        "'",
        "’s",
        "e\u0301",
        "😀",
        "שלום",
        "\u200b",
        "İ",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=60).map("".join))
def test_whatever_the_model_says_every_span_is_a_slice_of_the_text_and_every_outer_statement_is_there(
    text: str,
) -> None:
    article = Article(ref="r", text=text)
    statements = ArticleReader(Noise())(article).statements
    ids = [s.id for s in statements]
    assert len(set(ids)) == len(ids)
    for at, statement in enumerate(statements):
        for span in filter(None, (statement.source, statement.cue, *statement.content)):
            assert span.of(text) == text[span.start : span.end] != ""
            assert span.end <= len(text)
        assert statement.nested_in is None or statement.nested_in in ids[:at]
