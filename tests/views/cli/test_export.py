from __future__ import annotations

import json

from kept_links import let_links_be_made_anew

from onrecord.views.present import KINDS


def test_all_kinds_become_one_file_each(call, read_record, folder):
    result = call("export", "all", "--output", "out")
    assert result.exit_code == 0
    assert {path.name for path in (folder / "out").iterdir()} == {f"{kind}.jsonl" for kind in KINDS}
    assert "statements.jsonl: 3 rows" in result.stdout


def test_a_single_kind_goes_to_standard_output(call, read_record):
    rows = [json.loads(line) for line in call("export", "statements").stdout.splitlines()]
    assert [row["source"]["text"] for row in rows] == ["Inspector Rowe", "Mayor Ada Quill", "Clerk Brand"]


def test_links_that_another_version_made_are_made_anew_before_they_are_written(call, affair_record):
    let_links_be_made_anew(affair_record)
    result = call("export", "claims")
    assert result.stderr == "linking …\n"
    assert result.stdout


def test_all_kinds_without_a_folder_are_wrong_use(call, read_record):
    result = call("export", "all")
    assert result.exit_code == 2
    assert "give one: onrecord export all --output DIR" in result.stderr


def test_an_unknown_kind_is_wrong_use_and_the_known_are_named(call, read_record):
    result = call("export", "quotes")
    assert result.exit_code == 2
    assert all(kind in result.stderr for kind in KINDS)


def test_a_folder_that_cannot_be_made_is_wrong_use(call, read_record):
    result = call("export", "all", "--output", "onrecord.db/out")
    assert result.exit_code == 2
    assert "found that it cannot be written" in result.stderr


def test_what_was_written_is_told_to_programs(call, read_record):
    files = json.loads(call("export", "articles", "--format", "csv", "-o", "out", "--json").stdout)["files"]
    assert files == [{"kind": "articles", "file": "out/articles.csv", "rows": 3}]
