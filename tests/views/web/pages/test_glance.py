"""/: the affair at a glance."""

from __future__ import annotations


def test_the_first_page_counts_what_there_is(browser):
    page = browser.get("/").text
    assert "3 articles from 2 outlets, 3 statements" in page
    assert "Mayor answers" in page


def test_an_empty_record_says_how_to_begin(opened):
    assert "The record holds nothing yet" in opened().get("/").text
