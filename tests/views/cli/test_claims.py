from __future__ import annotations

import json

import pytest


def test_a_claim_is_told_with_a_track_for_each_party(call, affair_record):
    assert call("claims").stdout == (
        "The contract was signed in May\n"
        "  1 affirms, 1 denies, 1 is unsure · 4 statements · 4–8 Mar 2031 · conflict · 1 change\n"
        "  Rowe                          affirms 4–8 Mar (2)\n"
        "  Ada Quill                     denies 4 Mar → unsure 8 Mar\n"
        "\n"
    )


def test_a_claim_for_programs_is_the_row_of_the_export(call, affair_record):
    answer = json.loads(call("claims", "--json").stdout)
    exported = json.loads(call("export", "claims").stdout)
    assert answer == {"claims": [exported], "total": 1}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), 1),
        (("contract", "SIGNED"), 1),
        (("nothing",), 1),  # a statement on the claim has the word
        (("mackerel",), 0),
        (("--party", "Quill"), 1),
        (("--party", "mayor"), 1),
        (("--party", "Brand"), 0),  # speaks for another, and takes no side itself
        (("--since", "2031-03-08"), 1),
        (("--since", "2031-03-09"), 0),
        (("--until", "2031-03-03"), 0),
        (("--party", "Rowe", "--until", "2031-03-05", "May"), 1),
    ],
)
def test_claims_are_narrowed_down_by_words_party_and_days(call, affair_record, filters, found):
    assert json.loads(call("claims", *filters, "--json").stdout)["total"] == found


def test_where_there_is_no_claim_it_says_so(call, affair_record):
    result = call("claims", "mackerel")
    assert (result.exit_code, result.stdout) == (0, "No claim was found on which several statements take sides.\n")


def test_a_party_that_nobody_knows_is_wrong_use(call, affair_record):
    result = call("claims", "--party", "Nemo")
    assert result.exit_code == 2
    assert "found nobody called 'Nemo' in the record; expected a name, an office or an id" in result.stderr


def test_a_day_that_is_none_is_wrong_use(call, affair_record):
    result = call("claims", "--until", "May")
    assert result.exit_code == 2
    assert "--until: found 'May'; expected a day; write it like 2025-05-14" in result.stderr
