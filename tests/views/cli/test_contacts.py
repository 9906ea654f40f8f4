from __future__ import annotations

import json


def test_a_contact_is_told_with_its_day_channel_and_words(call, affair_record):
    assert call("contacts").stdout == (
        "3 Mar 2031           Rowe and Ada Quill · in person\n"
        "                     Rowe met Quill on Monday. [The Lamp, lamp-1]\n"
    )


def test_a_contact_for_programs_is_the_row_of_the_export(call, affair_record):
    exported = json.loads(call("export", "contacts").stdout)
    assert json.loads(call("contacts", "--json").stdout) == {"contacts": [exported], "total": 1}


def test_contacts_are_narrowed_down_by_words_party_and_days(call, affair_record):
    def total(*filters: str) -> int:
        return json.loads(call("contacts", *filters, "--json").stdout)["total"]

    assert total("met", "quill") == 1
    assert total("phoned") == 0
    assert total("--party", "Brand") == 0
    assert total("--since", "2031-03-04") == 0


def test_a_record_without_contacts_says_so(call, read_record):
    assert call("contacts").stdout == "No contacts were found.\n"
