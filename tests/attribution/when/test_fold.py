from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.when.fold import fold


def test_letters_dashes_apostrophes_and_spaces_become_one_kind():
    assert fold("MAY’S\u00a0mid–March\tgale") == "may's mid-march gale"


def test_a_line_break_is_a_space_and_a_blank_line_ends_a_paragraph():
    assert fold("on Jan.\n5\n \nNext") == "on jan. 5\n\n\nnext"


def test_letters_that_would_become_two_stay_as_they_are():
    assert fold("İzmir") == "İzmir"


@given(st.text())
def test_every_offset_is_as_before(text):
    assert len(fold(text)) == len(text)
