from __future__ import annotations

import pytest

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
