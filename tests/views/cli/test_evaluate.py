"""`onrecord evaluate`, with a reader that is no model: what is measured, shown and said to be absent."""

from __future__ import annotations

import gzip
import json


def write_gold(folder):
    text = "“It rained,” Inspector Rowe said."
    attribution = {"source": [[13, 27]], "cue": [[28, 32]], "content": [[0, 12]]}
    (folder / "data" / "polnear").mkdir(parents=True)
    with gzip.open(folder / "data" / "polnear" / "dev.jsonl.gz", "wt") as lines:
        for name in ("a", "b"):
            row = {"id": name, "text": text, "annotations": [{"annotator": "x", "attributions": [attribution]}]}
            lines.write(json.dumps(row) + "\n")
    return str(folder)


def test_the_table_stands_beside_two_people_and_the_best_published(call, tmp_path):
    answer = call("evaluate", "--gold", write_gold(tmp_path / "gold"))
    assert answer.exit_code == 0
    of_polnear = answer.stdout.partition("polnear dev · PolNeAR, dev split")[2].splitlines()
    (row,) = [line for line in of_polnear if line.startswith("exact content")]
    assert row.split() == ["exact", "content", "100.0", "100.0", "100.0", "2", "2", "69.0"]
    (row,) = [line for line in of_polnear if line.startswith("cofenet exact cue")]
    assert row.split() == ["cofenet", "exact", "cue", "100.0", "100.0", "100.0", "2", "2", "75.3"]
    assert "The stories are absent" in answer.stdout


def test_the_answer_for_programs_has_digests_and_what_is_absent(call, tmp_path):
    answer = json.loads(call("evaluate", "--gold", write_gold(tmp_path / "gold"), "--json").stdout)
    sets = {each["name"]: each for each in answer["sets"]}
    assert set(sets) == {"samples", "polnear dev"}
    assert sets["polnear dev"]["articles"] == 2
    assert len(sets["polnear dev"]["digests"]["polnear/dev.jsonl.gz"]) == 64
    assert sets["polnear dev"]["scores"]["triple"] == {
        "f1": 100.0,
        "precision": 100.0,
        "recall": 100.0,
        "gold": 2.0,
        "predicted": 2.0,
        "two_people": 57.6,
        "published": None,
    }
    assert answer["model"] == "quotes"
    assert len(answer["absent"]) == 2


def test_the_environment_names_the_gold_too(call, tmp_path):
    environment = {"ONRECORD_GOLD": write_gold(tmp_path / "gold")}
    answer = json.loads(call("evaluate", "--limit", "1", "--json", environment=environment).stdout)
    assert {each["name"]: each["articles"] for each in answer["sets"]} == {"samples": 1, "polnear dev": 1}


def test_without_public_gold_its_absence_is_said(call):
    answer = call("evaluate", "--limit", "1")
    assert answer.exit_code == 0
    assert "Public gold is absent: no folder was named (--gold DIR, or ONRECORD_GOLD)." in answer.stdout


def test_a_folder_that_is_not_there_is_wrong_use(call):
    answer = call("evaluate", "--gold", "nowhere")
    assert answer.exit_code == 2
    assert "--gold: found no folder nowhere" in answer.stderr
