from __future__ import annotations

import json

from onrecord.record import Judgement, Subject, open_record
from onrecord.views.affair import Affair
from onrecord.views.cli.demo import say_demo
from onrecord.views.report import gather_dossier
from onrecord.views.summary import Summary
from onrecord.vocabulary import Run


def test_the_demo_reads_the_samples_shows_the_affair_and_writes_its_report(call, folder):
    result = call("demo")
    assert result.exit_code == 0
    assert (folder / "demo" / "onrecord.db").exists()
    assert (folder / "demo" / "report" / "report.html").exists()
    for line in ("11 articles, ", "to read and to print: demo/report/report.html", "Try next:"):
        assert line in result.stdout


def test_the_demo_shows_changes_then_conflicts_then_claims(affair_record, folder, capsys):
    with open_record(affair_record) as opened:
        dossier = gather_dossier(Affair(opened.reader))
    say_demo(Summary("onrecord.db"), dossier, folder / "report.html", "onrecord.db")
    told = capsys.readouterr().out
    headings = (
        "WHO CHANGED POSITION",
        "WHERE ACCOUNTS STAND AGAINST EACH OTHER",
        "WHAT IS CLAIMED",
        "All of it",
        "Try",
    )
    places = [told.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "denies 4 Mar → unsure 8 Mar" in told


def test_the_demo_for_programs_has_the_rows_of_the_export(call):
    answer = json.loads(call("demo", "--json").stdout)
    assert set(answer) == {"reading", "articles", "changes", "conflicts", "claims", "report"}
    assert answer["report"] == {"html": "demo/report/report.html", "markdown": "demo/report/report.md"}


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


def test_the_demo_leaves_alone_what_only_lies_beside_its_record(call, folder):
    call("demo")
    (folder / "demo" / "onrecord.db.backup").write_text("of last year")
    assert call("demo").exit_code == 0
    assert (folder / "demo" / "onrecord.db.backup").read_text() == "of last year"


def test_the_demo_replaces_no_record_that_holds_anything_else(call, articles, folder):
    (folder / "demo").mkdir()
    call("read", "articles.jsonl", "--record", "demo/onrecord.db")
    result = call("demo")
    assert result.exit_code == 2
    assert "found a record with 3 other inputs; expected nothing there but an earlier demo" in result.stderr
    assert len(json.loads(call("show", "--record", "demo/onrecord.db", "--json").stdout)["articles"]) == 3


def test_the_demo_replaces_no_record_that_a_person_has_judged(call, folder):
    call("demo")
    with open_record("demo/onrecord.db") as opened:
        opened.judgements.append(Judgement("2031-03-05", "Ines", Subject.PARTY, "p-1", "same", None, "p-2"))
    result = call("demo")
    assert result.exit_code == 2
    assert "found a record with a person's judgements" in result.stderr


def test_the_demo_replaces_no_file_that_is_no_record(call, folder):
    (folder / "demo").mkdir()
    (folder / "demo" / "onrecord.db").write_text("Dear diary")
    assert call("demo").exit_code == 2
    assert (folder / "demo" / "onrecord.db").read_text() == "Dear diary"


def test_a_place_where_the_demo_cannot_be_made_is_wrong_use(call, folder):
    (folder / "demo").write_text("Dear diary")
    result = call("demo")
    assert result.exit_code == 2
    assert result.stderr.startswith("onrecord: demo/onrecord.db: found that it cannot be made (File exists); expected ")


def test_ctrl_c_ends_the_demo_as_it_ends_a_reading(call, folder):
    class Interrupted:
        run = Run(model="none", code="1")

        def __call__(self, article):
            raise KeyboardInterrupt

    result = call("demo", reader=Interrupted())
    assert result.exit_code == 130
    assert "Stopped. What was read is kept in demo/onrecord.db" in result.stdout
    assert "Try next:" not in result.stdout
