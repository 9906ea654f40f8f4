from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from invented_affair import LAMP, NOTHING

from onrecord.errors import SettingsError
from onrecord.record import open_record
from onrecord.views.affair import Affair, Wanted
from onrecord.views.report import gather_dossier, render_html, render_markdown, write_report

VOID = {"meta", "br", "link", "img"}


class Page(HTMLParser):
    """Ids, addresses and tags of a page; fails where a tag is closed that is not open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        known = dict(attributes)
        self.ids += [known["id"]] if "id" in known else []
        self.addresses += [known["href"]] if "href" in known else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def dossier(affair_record):
    with open_record(affair_record) as record:
        return gather_dossier(Affair(record.reader))


def test_the_page_has_the_affair_at_a_glance_changes_conflicts_contacts_and_the_timeline(dossier):
    text = re.sub(r"\s+", " ", Page(render_html(dossier)).text)
    for words in (
        "1claims 1in conflict 1changes of position 1contacts 1dated events",
        "Ada Quill walk-back, 8 Mar 2031",
        "“I signed nothing,”",
        "Brand, for Ada Quill",
        "affirms on 1 independent origin. Rests on Rowe",
        "3 Mar 2031Rowe, Ada Quill in person",
        "9 Mar 2031",
        "not reviewed by a person",
    ):
        assert words in text


def test_every_line_leads_to_its_words_in_the_articles_that_come_with_it(dossier):
    html = render_html(dossier)
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert {address[1:] for address in page.addresses if address.startswith("#")} <= set(page.ids)
    start, end = NOTHING.content[0].start, NOTHING.content[0].end
    (anchor,) = (each for each in page.ids if each.endswith(f"-{start}-{end}"))
    assert f'id="{anchor}">{LAMP.text[start:end]}</span>' in html


def test_without_the_articles_lines_lead_to_the_original_pages_at_their_words(dossier):
    page = Page(render_html(dossier, with_articles=False))
    assert any(
        address.startswith("https://lamp.example/harbour?id=1#:~:text=%E2%80%9CI%20signed")
        for address in page.addresses
    )
    assert "told <The Lamp>" not in page.text
    assert "Mayor not certain" in page.text
    assert {address[1:] for address in page.addresses if address.startswith("#")} <= set(page.ids)


def test_the_page_stands_by_itself_runs_nothing_and_shows_markup_of_articles_as_text(dossier):
    html = render_html(dossier)
    page = Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "the"}
    assert "told <The Lamp>" in page.text
    assert "url(" not in html
    assert "@media print" in html
    assert "prefers-color-scheme: dark" in html


def test_plots_are_drawn_in_the_page(dossier):
    html = render_html(dossier)
    assert html.count('<figure class="tracks">') == 1
    assert html.count('<figure class="network') == 1
    assert "Ada Quill denies, 4 Mar 2031: “I signed nothing,”" in html


def test_the_markdown_says_the_same_and_leads_into_the_page(dossier):
    text = render_markdown(dossier)
    assert "- **Ada Quill**: denies → unsure (walk-back, 8 Mar 2031), on: The contract was signed in May" in text
    assert "[“I signed nothing,”](report.html#at-1-" in text
    assert "- Rowe: affirms 4–8 Mar 2031 (2)" in text
    assert "1. Who signed the harbour contract?, The Lamp, Tue 4 Mar 2031: <https://lamp.example/harbour?id=1>" in text
    assert "\n\n\n" not in text
    assert "(https://lamp.example/harbour?id=1#:~:text=" in render_markdown(dossier, with_articles=False)


def test_a_report_says_what_it_is_narrowed_down_to(affair_record):
    with open_record(affair_record) as record:
        dossier = gather_dossier(Affair(record.reader, Wanted("contract", "Quill")))
    assert "<h1>On record: <bdi>“contract”, Quill</bdi></h1>" in render_html(dossier)


def test_an_empty_record_makes_a_report_that_says_so(tmp_path):
    with open_record(tmp_path / "onrecord.db") as record:
        dossier = gather_dossier(Affair(record.reader))
    assert "Nobody was found to have changed position." in Page(render_html(dossier)).text
    assert "Nobody was found to have changed position." in render_markdown(dossier)


def test_files_are_written_whole_and_the_same_each_time(dossier, tmp_path):
    files = write_report(dossier, tmp_path / "report")
    first = files["html"].read_bytes()
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == ["report.html", "report.md"]
    assert write_report(dossier, tmp_path / "report")["html"].read_bytes() == first


def test_a_folder_that_cannot_be_written_is_told(dossier, tmp_path):
    (tmp_path / "report").write_text("Dear diary")
    with pytest.raises(SettingsError, match=r"found that it cannot be written \(File exists\)"):
        write_report(dossier, tmp_path / "report")
