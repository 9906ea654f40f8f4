from __future__ import annotations

import json


def test_a_conflict_is_told_with_the_last_words_of_each_party_on_its_side(call, affair_record):
    assert call("conflicts").stdout == (
        "The contract was signed in May\n"
        "  affirms\n"
        "    8 Mar 2031           Rowe said again: The contract was signed in May [The Quay, quay-1]\n"
        "  denies\n"
        "    4 Mar 2031           Ada Quill said: “I signed nothing,” [The Lamp, lamp-1]\n"
        "\n"
    )


def test_a_conflict_for_programs_is_the_row_of_the_export(call, affair_record):
    exported = json.loads(call("export", "conflicts").stdout)
    assert json.loads(call("conflicts", "--json").stdout) == {"conflicts": [exported], "total": 1}


def test_conflicts_are_narrowed_down_by_who_stands_in_them(call, affair_record):
    assert json.loads(call("conflicts", "--party", "Brand", "--json").stdout)["total"] == 0
    assert json.loads(call("conflicts", "--party", "Rowe", "--json").stdout)["total"] == 1


def test_a_record_without_conflicts_says_so(call, read_record):
    assert call("conflicts").stdout == "No accounts were found that stand against each other.\n"
