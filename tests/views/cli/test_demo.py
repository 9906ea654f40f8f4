from __future__ import annotations

import json


def test_the_demo_reads_the_samples_and_shows_what_was_said(call, folder):
    result = call("demo")
    assert result.exit_code == 0
    assert (folder / "demo" / "onrecord.db").exists()
    for line in ("outlet ", "Try next:", "[1 source: "):
        assert line in result.stdout


def test_the_demo_tells_articles_in_the_order_of_publication(call):
    told = json.loads(call("demo", "--json").stdout)["articles"]
    days = [each["article"]["published"] for each in told]
    assert len(days) >= 8
    assert days == sorted(days)
    assert any(each["statements"] for each in told)


def test_the_demo_begins_afresh_each_time(call):
    call("demo")
    again = json.loads(call("demo", "--json").stdout)["reading"]
    assert again["results"]["unchanged"] == 0
    assert again["results"]["read"] == again["articles"]


def test_the_demo_leaves_the_record_of_the_user_alone(call, folder):
    call("demo", environment={"ONRECORD_RECORD": "mine.db"})
    assert not (folder / "mine.db").exists()


def test_the_demo_can_be_read_into_a_named_record(call, folder):
    call("demo", "--record", "other.db")
    assert (folder / "other.db").exists()
    assert not (folder / "demo").exists()
