from __future__ import annotations

import json


def test_a_party_is_told_with_names_roles_positions_changes_statements_and_contacts(call, affair_record):
    told = call("who", "quill").stdout
    for line in (
        "Ada Quill  person · 2 statements, in 2 articles\n  also called Quill\n  Mayor\n",
        "Positions\n  The contract was signed in May\n    denies 4 Mar 2031 → unsure 8 Mar 2031\n",
        "Changes\nAda Quill  denies → unsure  walk-back, 8 Mar 2031\n",
        "Statements\n  4 Mar 2031           denies    Ada Quill said: “I signed nothing,” [The Lamp, lamp-1]\n"
        "  8 Mar 2031           unsure    Brand, for Ada Quill, said could not be certain",
        "Contacts\n3 Mar 2031           Rowe and Ada Quill · in person\n",
    ):
        assert line in told


def test_a_party_for_programs_has_the_rows_of_the_export(call, affair_record):
    answer = json.loads(call("who", "Ada", "Quill", "--json").stdout)
    assert answer["party"]["name"] == "Ada Quill"
    assert answer["changes"] == [json.loads(call("export", "changes").stdout)]
    assert answer["contacts"] == [json.loads(call("export", "contacts").stdout)]
    positions = map(json.loads, call("export", "positions").stdout.splitlines())
    assert answer["positions"] == [row for row in positions if row["party"]["name"] == "Ada Quill"]
    statements = map(json.loads, call("export", "statements").stdout.splitlines())
    assert answer["statements"] == [
        row for row in statements if "Quill" in json.dumps(row["on_behalf_of"] or row["speaker"])
    ]
    assert answer["others"] == []


def test_a_party_is_found_by_its_office_or_its_id(call, affair_record):
    for name in ("inspector", "q-rowe"):
        assert call("who", name).stdout.startswith("Rowe  person")


def test_who_means_nobody_is_wrong_use(call, affair_record):
    result = call("who", "Nemo")
    assert result.exit_code == 2
    assert result.stderr.startswith("onrecord: NAME: found nobody called 'Nemo' in the record; expected ")


def test_days_narrow_down_what_is_told_of_a_party(call, affair_record):
    answer = json.loads(call("who", "Quill", "--since", "2031-03-08", "--json").stdout)
    assert [len(answer[kind]) for kind in ("positions", "changes", "statements", "contacts")] == [1, 1, 1, 0]
