from __future__ import annotations

import json


def test_a_report_is_written_as_a_page_and_as_markdown(call, affair_record, folder):
    result = call("report", "-o", "out")
    assert result.stdout == (
        "out/report.html: 1 claim, 1 change, 1 conflict, 2 sources\nout/report.md: the same in Markdown\n"
    )
    assert "Ada Quill" in (folder / "out" / "report.html").read_text(encoding="utf-8")


def test_a_report_for_programs_says_where_it_is_and_how_much_is_in_it(call, affair_record):
    assert json.loads(call("report", "--party", "Rowe", "--json").stdout) == {
        "files": {"html": "report/report.html", "markdown": "report/report.md"},
        "claims": 1,
        "conflicts": 1,
        "changes": 0,
        "contacts": 1,
        "timeline": 0,
    }


def test_the_articles_come_with_it_unless_they_are_not_wanted(call, affair_record, folder):
    call("report")
    assert "Inspector Rowe said on Tuesday" in (folder / "report" / "report.html").read_text(encoding="utf-8")
    call("report", "--without-articles")
    assert "Inspector Rowe said on Tuesday" not in (folder / "report" / "report.html").read_text(encoding="utf-8")
