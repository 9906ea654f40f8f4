from __future__ import annotations

import json

import pytest


def test_without_an_article_all_are_listed_in_the_order_of_publication(call, read_record):
    rows = json.loads(call("show", "--json").stdout)["articles"]
    assert [(row["ref"], row["statements"]) for row in rows] == [("undated", 0), ("harbour-1", 1), ("harbour-2", 2)]
    lines = call("show").stdout.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["1", "2", "3"]
    assert "Tue 4 Mar 2031" in lines[2]
    assert "Who signed the harbour contract?" in lines[2]


def test_an_empty_record_says_how_to_fill_it(call, folder):
    (folder / "empty.txt").write_text("")
    call("read", "empty.txt")
    assert call("show").stdout == "The record holds no articles yet. Read some with: onrecord read ARTICLES\n"


@pytest.mark.parametrize("name", ["harbour-2", "3", "harbour-2 by id", "harbour-2 by a prefix of its id"])
def test_an_article_is_found_by_reference_number_id_or_prefix(call, read_record, name):
    known = {row["ref"]: row["id"] for row in json.loads(call("show", "--json").stdout)["articles"]}
    given = {"harbour-2 by id": known["harbour-2"], "harbour-2 by a prefix of its id": known["harbour-2"][:9]}
    answer = json.loads(call("show", given.get(name, name), "--json").stdout)
    assert answer["article"]["ref"] == "harbour-2"
    assert len(answer["statements"]) == 2


def test_a_reference_that_is_a_number_wins_over_the_place_in_the_list(call, folder):
    for ref, day in (("2", "2031-03-04"), ("b", "2031-03-05")):
        (folder / f"{ref}.txt").write_text(
            f"---\nid: '{ref}'\npublished: {day}\n---\nThe harbour was quiet on that day, and no ship came in.\n"
        )
    call("read", "2.txt", "b.txt")
    assert json.loads(call("show", "2", "--json").stdout)["article"]["ref"] == "2"
    assert json.loads(call("show", "1", "--json").stdout)["article"]["ref"] == "2"


def test_a_name_that_fits_several_articles_is_refused_with_the_candidates(call, read_record):
    result = call("show", "harbour")
    assert result.exit_code == 2
    assert "harbour-1" in result.stderr
    assert "harbour-2" in result.stderr


@pytest.mark.parametrize("name", ["99", "0", "²", "9" * 5000])
def test_an_unknown_article_is_wrong_use(call, read_record, name):
    result = call("show", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"onrecord: ARTICLE: found none called '{name}'" in result.stderr


def test_no_record_is_wrong_use_and_makes_none(call, folder):
    result = call("show")
    assert result.exit_code == 2
    assert "found no record" in result.stderr
    assert list(folder.iterdir()) == []


def test_without_colour_brackets_mark_the_text_and_the_list_has_the_same_numbers(call, read_record):
    shown = call("show", "harbour-2").stdout
    assert "[1 content: “I signed nothing,”] [1 source: Mayor Ada Quill] [1 cue: said]." in shown
    assert "[2 content: “Nor I,”] [2 source: Clerk Brand] [2 cue: said]." in shown
    assert "   1  no day · Mayor Ada Quill said: “I signed nothing,”\n" in shown
    assert "   2  no day · Clerk Brand said: “Nor I,”\n" in shown


def test_on_a_terminal_the_roles_have_colours_and_the_text_is_whole(call, read_record):
    shown = call("show", "harbour-1", environment={}, terminal={"FORCE_COLOR": "1", "TERM": "xterm-256color"}).stdout
    assert "\x1b[1;36mInspector Rowe\x1b[0m" in shown
    assert "\x1b[1;33msaid\x1b[0m" in shown
    assert "\x1b[32m“The contract was signed in May,”\x1b[0m" in shown
    assert "[1 source:" not in shown


def test_no_color_turns_to_brackets_on_a_terminal_too(call, read_record):
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "NO_COLOR": "1"}
    shown = call("show", "harbour-1", terminal=terminal).stdout
    assert "[1 source: Inspector Rowe]" in shown
    assert "\x1b" not in shown


def test_escape_sequences_of_an_article_do_not_reach_the_terminal(call, folder):
    (folder / "a.txt").write_text("“All is \x1b[31mwell\x1b]0;owned\x07,” Keeper Orr said to the harbour that night.")
    call("read", "a.txt")
    for answer in (call("show", "a.txt"), call("search", "well"), call("show")):
        assert "\x1b" not in answer.stdout
        assert "\x07" not in answer.stdout
