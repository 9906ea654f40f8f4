"""/articles and /articles/{id}."""

from __future__ import annotations

import re
from dataclasses import replace

from invented_affair import LAMP, LINKED, QUAY, write_affair
from kept_links import keep_links
from web_clients import article_id

from onrecord.record import open_record
from onrecord.vocabulary import Article

HOSTILE = (
    '“<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }} </span></p>” Mayor <b onclick="x">Quill said it. '
    "“\u202eevil\u2066 javascript:alert(1) &amp; \u0000ffff” Brand said."
).replace("\u0000ffff", "\ufdd0")


def test_the_list_has_the_latest_first_and_the_undated_last(browser):
    page = browser.get("/articles").text
    titles = [page.index(title) for title in ("Mayor answers", "Who signed the harbour contract?", "undated")]
    assert titles == sorted(titles)
    assert "no date" in page


def test_the_list_can_be_narrowed_to_an_outlet_and_to_days(browser):
    page = browser.get("/articles?publisher=The+Quay").text
    assert "Mayor answers" in page
    assert "Who signed" not in page
    page = browser.get("/articles?since=2031-03-05&until=").text
    assert "Mayor answers" in page
    assert "Who signed" not in page


def test_what_was_not_read_is_listed_with_its_reason(opened, tmp_path):
    from onrecord.pipeline import read_into
    from onrecord.record import open_record
    from onrecord.vocabulary import Refusal

    record = tmp_path / "r.db"
    with open_record(record) as kept:
        refusal = Refusal("/home/ada/story.docx", "a kind that is not read", "text", "save it as text")
        list(read_into(kept.writer, [refusal], None))
    page = opened(record=record).get("/articles").text
    assert "story.docx" in page
    assert "save it as text" in page
    assert "/home/ada" not in page


def test_an_article_shows_its_text_with_the_statements_numbered_in_place(browser):
    page = browser.get(f"/articles/{article_id(browser, 'Mayor answers')}").text
    assert re.search(r'<a class="at" id="s-s-\w+" href="#n-1"', page)
    assert re.search(r'<span class="m content" data-s="1" data-at="\d+">“I signed nothing,”</span>', page)
    assert re.search(r'<span class="m source" data-s="1" data-at="\d+">Mayor Ada Quill</span>', page)
    assert page.count('class="note ') == 2
    assert "unreviewed" in page


def test_nothing_that_an_article_says_becomes_part_of_the_page(opened):
    url = "javascript:alert(1)"
    article = Article("hostile", HOSTILE, url=url, title="<script>t</script>", publisher='"><script>p', byline="<i>b")
    browser = opened(article)
    for page in ("/", "/articles", f"/articles/{article.id}", "/search?q=evil", "/search?q=%22%3E%3Cscript%3E"):
        text = browser.get(page).text
        assert re.findall(r"<script[^>]*>", text) == [
            '<script src="/static/vendor/htmx.min.js" defer>',
            '<script src="/static/app.js" defer>',
        ], page
        assert "<img" not in text
        assert not re.search(r"<[^>]*\son\w+=", text)
        assert 'href="javascript:' not in text
        assert 'style="' not in text


def test_the_folders_of_the_machine_are_in_no_page(opened):
    article = Article("/home/ada/work/story.txt", "“Yes,” Mayor Quill said.")
    browser = opened(article)
    for page in (
        "/",
        "/articles",
        f"/articles/{article.id}",
        "/search?q=yes",
        f"/api/articles/{article.id}",
        "/api/articles",
    ):
        assert "/home/ada" not in browser.get(page).text
        assert "story.txt" in browser.get(page).text


def test_a_statement_leads_to_its_words_in_the_original(opened):
    article = Article("x", "“The pier is ours - for good,” Mayor Quill said.", url="https://quay.example/a?b=1#top")
    page = opened(article).get(f"/articles/{article.id}").text
    assert "https://quay.example/a?b=1#:~:text=%E2%80%9CThe%20pier%20is%20ours%20%2D%20for%20good%2C%E2%80%9D" in page


def test_a_page_of_the_list_leads_to_the_next(opened):
    browser = opened(*(Article(f"a{n:02}", f"Story {n}.", published=f"2031-03-{n % 28 + 1:02}") for n in range(60)))
    assert 'rel="next" href="?page=2"' in browser.get("/articles").text
    assert 'rel="prev"' in browser.get("/articles?page=2").text


def test_a_copy_says_what_it_changed_and_the_earlier_article_who_copied_it(opened, tmp_path):
    record = write_affair(tmp_path / "copied.db")
    with open_record(record) as kept:
        keep_links(kept, replace(LINKED, copies={QUAY.id: LAMP.id}))
    client = opened(record=record)
    copy, earlier = (client.get(f"/articles/{id_}").text for id_ in (QUAY.id, LAMP.id))
    assert "A copy of" in copy
    assert f'href="/articles/{LAMP.id}"' in copy
    assert "<ins><bdi>The mayor could not be certain that nothing was signed" in copy
    assert f'href="/articles/{QUAY.id}"' in earlier.split("Copied by")[1]
