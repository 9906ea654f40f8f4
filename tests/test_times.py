"""The evaluation of dates: what it counts as found, as the same value, and as out of scope."""

from __future__ import annotations

from datetime import date
from types import ModuleType
from xml.etree import ElementTree

import pytest
from scripts import load_script


@pytest.fixture(scope="module")
def times() -> ModuleType:
    return load_script("evaluation/times.py")


MARKED = """<TimeML>
<DCT><TIMEX3 type="DATE" value="2031-03-06">March 6, 2031</TIMEX3></DCT>
<TEXT>The quay <EVENT>closed</EVENT> <TIMEX3 type="DATE" value="2031-03-04">Tuesday</TIMEX3> for
<TIMEX3 type="DURATION" value="P2W">two weeks</TIMEX3>.</TEXT></TimeML>"""


def test_a_document_is_its_text_without_marks_and_its_marks_are_slices(times):
    document = times.document("quay.tml", ElementTree.fromstring(MARKED))
    assert document.published == date(2031, 3, 6)
    assert [document.text[t.start : t.end] for t in document.gold] == ["Tuesday", "two weeks"]


def test_spans_need_to_overlap_and_values_to_be_equal(times):
    document = times.document("quay.tml", ElementTree.fromstring(MARKED))
    tuesday, weeks = document.gold
    found = [times.Timex(tuesday.start, tuesday.end + 3, "DATE", "2031-03-11"), weeks]
    both = times.score([(document, found)], {"DATE", "DURATION"})
    assert (both["span F1"], both["value F1"], both["value accuracy"]) == (100.0, 50.0, 50.0)
    assert times.score([(document, [])], {"DATE"})["span F1"] == 0.0


@pytest.mark.parametrize(
    ("written", "standard"),
    [("2031-W7", "2031-W07"), ("1949-XX", "1949"), ("1949-XX-XX", "1949"), ("197X", "197"), ("2031-03-04T17", "2031-03-04T17:00")],
)  # fmt: skip
def test_slips_of_form_are_mended_in_one_column_only(times, written, standard):
    assert times.one_form(written) == standard
    assert times.one_form(standard) == standard


def spoken(times: ModuleType, sentence: str, text: str, **value: object) -> object:
    result = {"Text": text, "Start": sentence.index(text), "Value": value}
    return times.case({"Input": sentence, "Context": {"ReferenceDateTime": "2031-03-06T00:00:00"}, "Results": [result]})


def test_a_case_is_right_whichever_way_its_open_year_is_filled_in(times):
    resolutions = {"FutureResolution": {"date": "2031-11-30"}, "PastResolution": {"date": "2030-11-30"}}
    sentence = "the ferry came on November 30"
    assert times.is_right(spoken(times, sentence, "November 30", Timex="XXXX-11-30", **resolutions))
    resolutions = {"FutureResolution": {"date": "2032-11-30"}, "PastResolution": {"date": "2029-11-30"}}
    assert not times.is_right(spoken(times, sentence, "November 30", Timex="XXXX-12-30", **resolutions))


@pytest.mark.parametrize(
    ("text", "is_in_scope"),
    [("next Tuesday", True), ("from 5 to 6pm", False), ("4/22", False), ("eod", False), ("12:34:56", False)],
)
def test_what_news_does_not_write_is_out_of_scope_with_a_reason(times, text, is_in_scope):
    assert (times.why_out_of_scope([text]) is None) == is_in_scope
