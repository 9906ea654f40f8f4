from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.plain import read_plain, split_front_matter
from onrecord.errors import ArticleError
from onrecord.vocabulary import PublishedFrom


def test_front_matter_gives_the_fields_and_the_rest_is_the_text() -> None:
    draft = read_plain(
        b"---\ntitle: 'Mayor: no comment'\nbyline: [Ida Fenn, Rolf Aske]\npublished: 2017-02-10\nmood: dark\n---\n\r\nShe said so. \n"
    )
    assert draft.text == "\r\nShe said so. \n"
    assert draft.fields.title == "Mayor: no comment"
    assert draft.fields.byline == "Ida Fenn, Rolf Aske"
    assert (draft.fields.published, draft.fields.published_from) == ("2017-02-10", PublishedFrom.INPUT)


@pytest.mark.parametrize("published", ["2017-02-10T09:21:00-05:00", "2017-02-10T09:21:00Z", "2017-02-10"])
def test_a_yaml_date_stays_as_it_is_written(published: str) -> None:
    assert split_front_matter(f"---\npublished: {published}\n---\nx").fields.published == published


def test_a_title_that_yaml_takes_for_a_number_or_a_truth_value_stays_a_title() -> None:
    assert split_front_matter("---\ntitle: No\nid: 017\n---\nx").fields.title == "No"
    assert split_front_matter("---\ntitle: No\nid: 017\n---\nx").fields.id == "017"


def test_a_headline_with_a_colon_needs_no_quotation_marks() -> None:
    draft = split_front_matter("---\ntitle: ‘Say sorry’: trustees face full house\npublisher:\n---\nx")
    assert draft.fields.title == "‘Say sorry’: trustees face full house"
    assert draft.fields.publisher is None


@pytest.mark.parametrize("title", ["Harbour", "Mayor: no comment"])
def test_keys_of_a_front_matter_mean_the_same_in_capitals(title: str) -> None:
    fields = split_front_matter(f"---\nTitle: {title}\nPUBLISHED: 2017-02-10\nId: h-1\n---\nx").fields
    assert (fields.title, fields.published, fields.id) == (title, "2017-02-10", "h-1")


def test_front_matter_with_windows_line_ends_is_read() -> None:
    draft = split_front_matter("---\r\ntitle: A\r\n---\r\nBody\r\n")
    assert (draft.fields.title, draft.text) == ("A", "Body\r\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe mayor said so.\n---\nAnd left.",
        "---\nHe said: it works\n---\nAnd left.",
        "---\n- one\n- two\n---\nAnd left.",
        "---\n\n---\n",
        "--- a dash, she said",
        "---\nThe mayor [said so.\n---\nAnd left.",
        "---\nno end",
    ],
)
def test_a_text_that_merely_begins_with_a_rule_is_kept_whole(text: str) -> None:
    assert split_front_matter(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [never closed\n---\nx",
        "---\ntitle: A\nno end",
        "---\nTitle: A\nno end",
        "---\nPublished: 02/10/2017\n---\nx",
        "---\ntitle: {a: b}\n---\nx",
        "---\npublished: 02/10/2017\n---\nx",
        "---\npublished: last Friday\n---\nx",
    ],
)
def test_a_broken_front_matter_is_refused(text: str) -> None:
    with pytest.raises(ArticleError):
        split_front_matter(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t"), min_size=1))
def test_plain_text_comes_back_character_for_character(text: str) -> None:
    body = "x" + text  # neither a mark nor a rule at the start
    assert read_plain(body.encode("utf-8")).text == body
    assert read_plain(f"---\ntitle: A\n---\n{body}".encode()).text == body
