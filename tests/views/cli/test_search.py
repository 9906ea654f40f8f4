from __future__ import annotations

import json

import pytest


def refs(result) -> list[str]:
    return [hit["article"]["ref"] for hit in json.loads(result.stdout)["hits"]]


def test_a_statement_is_found_by_its_words_with_who_when_and_where(call, read_record):
    result = call("search", "sign", "contract", "--exact")
    assert result.stdout == (
        "no day · Inspector Rowe said: “The contract was signed in May,” · The Lamp, Tue 4 Mar 2031 [harbour-1]\n"
    )
    assert result.stderr == "1 statement found.\n"


def test_after_what_has_the_words_comes_what_is_near_in_meaning(call, read_record):
    told = call("search", "sign", "contract").stdout.splitlines()
    assert told[1] == "Near in meaning"
    assert "“I signed nothing,”" in told[2]
    near, *_ = json.loads(call("search", "sign", "contract", "--json").stdout)["near"]
    assert (near["statement"]["content"][0]["text"], near["nearness"] > 0.4) == ("“I signed nothing,”", True)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), {"harbour-1", "harbour-2"}),
        (("--speaker", "Quill"), {"harbour-2"}),
        (("--publisher", "lamp"), {"harbour-1"}),
        (("--since", "2031-03-05"), {"harbour-2"}),
        (("--until", "2031-03-04"), {"harbour-1"}),
        (("--speaker", "Rowe", "--since", "2031-03-05"), set()),
    ],
)
def test_filters_narrow_the_hits(call, read_record, filters, found):
    assert set(refs(call("search", "signed", *filters, "--json"))) == found


def test_whole_articles_are_searched_on_demand(call, read_record):
    assert refs(call("search", "pier", "--json")) == []
    assert refs(call("search", "pier", "--articles", "--json")) == ["undated"]
    found = call("search", "pier", "--articles").stdout
    assert found.startswith("(untitled): It rained")
    assert found.endswith(" · The Lamp, no date [undated]\n")


def test_a_hit_for_programs_has_the_statement_and_the_words_found_in_it(call, read_record):
    (hit,) = json.loads(call("search", "contract", "--json").stdout)["hits"]
    assert hit["statement"]["source"]["text"] == "Inspector Rowe"
    assert [mark["text"] for mark in hit["marks"]] == ["contract"]
    assert "text" not in hit["article"]


def test_at_most_so_many_hits_come_and_more_are_hinted_at(call, read_record):
    result = call("search", "signed", "--limit", "1")
    assert result.stdout.count("\n") == 1
    assert "There may be more: --limit." in result.stderr


def test_a_day_that_is_none_is_wrong_use(call, read_record):
    result = call("search", "signed", "--since", "March")
    assert result.exit_code == 2
    assert "--since: found 'March'; expected a day; write it like 2025-05-14" in result.stderr


@pytest.mark.parametrize("words", ["", "***", "😀", '""'])
def test_with_neither_a_word_nor_a_filter_there_is_nothing_to_find(call, read_record, words):
    result = call("search", words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"onrecord: WORDS: found {words!r}, in which there is no word; expected ")
    assert refs(call("search", words, "--speaker", "Quill", "--json")) == ["harbour-2"]


@pytest.mark.parametrize("limit", ["0", "10001", "99999999999999999999"])
def test_a_number_of_hits_that_cannot_be_asked_for_is_wrong_use(call, read_record, limit):
    result = call("search", "signed", "--limit", limit)
    assert result.exit_code == 2
    assert "--limit" in result.stderr
    assert call("search", "signed", "--limit", "10000").exit_code == 0
