from __future__ import annotations

import json


def test_a_change_is_told_with_both_quotations_both_days_and_where_they_stand(call, affair_record):
    assert call("changes").stdout == (
        "Ada Quill  denies → unsure  walk-back, 8 Mar 2031\n"
        "  The contract was signed in May\n"
        "  4 Mar 2031           denies    Ada Quill said: “I signed nothing,” [The Lamp, lamp-1]\n"
        "  8 Mar 2031           unsure    Brand, for Ada Quill, said could not be certain that nothing was signed"
        " [The Quay, quay-1]\n"
        "\n"
    )


def test_a_change_for_programs_is_the_row_of_the_export(call, affair_record):
    exported = json.loads(call("export", "changes").stdout)
    assert json.loads(call("changes", "--json").stdout) == {"changes": [exported], "total": 1}


def test_changes_are_narrowed_down_by_who_changed_and_when(call, affair_record):
    def total(*filters: str) -> int:
        return json.loads(call("changes", *filters, "--json").stdout)["total"]

    assert total("--party", "Rowe") == 0
    assert total("--party", "Quill", "--since", "2031-03-08") == 1
    assert total("--until", "2031-03-07") == 0
    assert total("harbour") == 0


def test_a_record_without_changes_says_so(call, read_record):
    assert call("changes").stdout == "Nobody was found to have changed position.\n"
