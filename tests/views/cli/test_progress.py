from __future__ import annotations

import pytest

from onrecord.views.cli.progress import plain_lines, progress_line


@pytest.mark.parametrize(
    ("done", "total", "seconds", "line"),
    [
        (20, 200, 2.0, "20 of 200 articles, 10.0 a second, about 18 s left"),
        (20, None, 2.0, "20 articles, 10.0 a second"),
        (0, 200, 0.0, "0 of 200 articles, 0.0 a second"),
        (1, 1, 0.5, "1 of 1 article, 2.0 a second, about 0 s left"),
        (3, 2, 1.0, "3 of 2 articles, 3.0 a second, about 0 s left"),
    ],
)
def test_a_line_tells_how_far_and_how_long(done, total, seconds, line):
    assert progress_line(done, total, seconds) == line


def test_off_a_terminal_a_line_comes_now_and_then_and_not_for_each_article(capsys):
    hours = iter(range(0, 1000, 4))
    advance = plain_lines(100, lambda: next(hours))
    for _ in range(7):
        advance()
    assert capsys.readouterr().err.splitlines() == [
        "3 of 100 articles, 0.2 a second, about 388 s left",
        "6 of 100 articles, 0.2 a second, about 376 s left",
    ]
