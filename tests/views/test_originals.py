from __future__ import annotations

import pytest

from onrecord.views.originals import original_url, web_url


@pytest.mark.parametrize("url", ["https://a.example/x", "http://a.example", " https://a.example/x "])
def test_addresses_of_the_web_may_be_followed(url):
    assert web_url(url) == url.strip()


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:text/html,x", "https://", "//a.example", "http://[x"]
)
def test_nothing_else_may(url):
    assert web_url(url) is None
    assert original_url(url, "words") is None


def test_the_original_page_is_opened_at_the_words():
    assert original_url("https://a.example/x#top", "well-known, so") == (
        "https://a.example/x#:~:text=well%2Dknown%2C%20so"
    )


def test_of_a_long_quotation_only_both_ends_are_named():
    words = " ".join(map(str, range(20)))
    assert original_url("https://a.example", words) == (
        "https://a.example#:~:text=0%201%202%203%204,15%2016%2017%2018%2019"
    )
