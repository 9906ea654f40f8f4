from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quay closed last summer.", [("last summer", "2030-SU")]),
        ("The quay will reopen next spring.", [("next spring", "2032-SP")]),
        ("The quay closed this winter.", [("this winter", "2030-WI")]),
        ("The quay closed in the fall.", [("in the fall", "2030-FA")]),
        ("The quay closed in the winter of 1998.", [("in the winter of 1998", "1998-WI")]),
        ("The vote this summer will be close.", [("this summer", "2031-SU")]),
        ("Prices fall, hopes spring up.", []),
        ("The fall hurt her.", []),
    ],
)
def test_a_season_is_one_where_a_word_says_so(read, text, expected):
    assert read(text) == expected
