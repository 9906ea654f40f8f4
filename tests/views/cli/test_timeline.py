from __future__ import annotations

import json


def test_an_event_is_told_with_its_day_and_words(call, affair_record):
    assert call("timeline").stdout == "9 Mar 2031           Quill resigned on Sunday. [The Quay, quay-1]\n"


def test_an_event_for_programs_is_the_row_of_the_export(call, affair_record):
    exported = json.loads(call("export", "timeline").stdout)
    assert json.loads(call("timeline", "--json").stdout) == {"timeline": [exported], "total": 1}


def test_events_are_narrowed_down_by_words_party_and_days(call, affair_record):
    def total(*filters: str) -> int:
        return json.loads(call("timeline", *filters, "--json").stdout)["total"]

    assert total("resigned") == 1
    assert total("--party", "Rowe") == 0
    assert total("--until", "2031-03-08") == 0


def test_a_record_without_dated_events_says_so(call, read_record):
    assert call("timeline", "--until", "1999-01-01").stdout == "No dated events were found.\n"
