"""/: the affair at a glance."""

from __future__ import annotations


def test_the_first_page_counts_what_there_is(browser):
    page = browser.get("/").text
    assert "<b>3</b> articles" in page
    assert "<b>2</b> outlets" in page
    assert "<b>3</b> statements" in page
    assert "Mayor answers" in page


def test_what_waits_for_review_is_counted_and_leads_there(affair):
    page = affair.get("/").text
    assert "<b>4</b> of 4 statements, first what 1 change and 1 conflict rest on." in page
    assert 'href="/review">Begin to review</a>' in page


def test_an_empty_record_says_how_to_begin(opened):
    assert "The record holds nothing yet" in opened().get("/").text
