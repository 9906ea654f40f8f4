from __future__ import annotations

import json


def test_origins_are_counted_for_each_side_and_say_why(call, affair_record):
    assert call("origins").stdout == (
        "The contract was signed in May\n"
        "  affirms in 2 statements, on 1 independent origin\n"
        "  Rests on Rowe; the same source each time is counted once.\n"
        "    1  Rowe said: “The contract was signed in May,” [The Lamp, lamp-1] and 1 more\n"
        "\n"
        "The contract was signed in May\n"
        "  denies in 1 statement, on 1 independent origin\n"
        "  Rests on Ada Quill.\n"
        "    1  Ada Quill said: “I signed nothing,” [The Lamp, lamp-1]\n"
        "\n"
    )


def test_a_limit_says_how_much_there_is(call, affair_record):
    result = call("origins", "--limit", "1")
    assert "denies" not in result.stdout
    assert result.stderr == "1 of 2 sides. All of them: --limit 2\n"


def test_origins_for_programs_are_the_rows_of_the_export(call, affair_record):
    exported = [json.loads(line) for line in call("export", "origins").stdout.splitlines()]
    assert json.loads(call("origins", "--json").stdout) == {"origins": exported, "total": 2}


def test_where_there_is_no_claim_there_are_no_origins(call, affair_record):
    assert call("origins", "mackerel").stdout == "No claim was found whose origins could be counted.\n"
