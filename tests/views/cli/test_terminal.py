from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from onrecord.views.cli import terminal
from onrecord.views.cli.terminal import printable


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("plain “text” é 🚢 שלום", "plain “text” é 🚢 שלום"),
        ("one\r\ntwo\tthree", "one\ntwo\tthree"),
        ("a\x1b[2Jb", "a\N{REPLACEMENT CHARACTER}[2Jb"),
        ("a\x9b2Jb\x7f", "a\N{REPLACEMENT CHARACTER}2Jb\N{REPLACEMENT CHARACTER}"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_what_would_steer_the_terminal_is_replaced_and_all_else_kept(given, shown):
    assert printable(given) == shown


@pytest.fixture
def narrow(monkeypatch):
    """A terminal of 40 columns."""
    consoles = []

    def console() -> Console:
        consoles.append(Console(file=io.StringIO(), width=40, force_terminal=True, color_system="standard"))
        return consoles[-1]

    monkeypatch.setattr(terminal, "_answer_console", console)
    return lambda: re.sub(r"\x1b\[[\d;]*m", "", "".join(each.file.getvalue() for each in consoles))


def test_a_line_is_broken_between_words_and_goes_on_further_in(narrow):
    terminal.say_styled(("4 Mar  ", "dim"), "the mayor said that she had signed nothing at all", indent=2, hanging=7)
    assert [line.rstrip() for line in narrow().splitlines()] == [
        "  4 Mar  the mayor said that she had",
        "         signed nothing at all",
    ]


def test_a_word_too_long_for_a_line_is_not_lost(narrow):
    terminal.say_styled("x" * 100, indent=2, hanging=2)
    assert narrow().replace(" ", "").replace("\n", "") == "x" * 100


def test_elsewhere_a_line_stays_one_line_without_colour(capsys):
    terminal.say_styled(("4 Mar  ", "dim"), "the mayor \x1b[2J " * 20, indent=2, hanging=7)
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    assert "\x1b" not in told
    assert told.startswith("  4 Mar  the mayor")
