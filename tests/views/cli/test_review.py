"""`onrecord review`: the queue, and the log to take along."""

from __future__ import annotations

import json

from invented_affair import LAMP, NOTHING, QUAY, SIGNED, write_affair

from onrecord.record import open_record
from onrecord.views import judging
from onrecord.views.cli import review as command
from onrecord.views.judging import Decider
from onrecord.vocabulary import Review, Stance


def judge(record_path, *decisions):
    with open_record(record_path) as record:
        for statement, decide in decisions:
            record.judgements.append(decide(judging.case_of(record.reader, statement.id), Decider("Ada")))


def accept(case, decider):
    return case.reviewed(decider, Review.ACCEPTED)


def reject(case, decider):
    return case.reviewed(decider, Review.REJECTED)


def deny(case, decider):
    return case.corrected(decider, "stance", "denies")


def test_without_a_terminal_the_queue_is_listed_with_changes_first(call, affair_record):
    answer = call("review")
    assert answer.stdout.index("I signed nothing") < answer.stdout.index("The contract was signed")
    assert "0 statements judged" in answer.stderr
    assert len(json.loads(call("review", "--limit", "2", "--json").stdout)["statements"]) == 2


def test_the_log_can_be_taken_to_another_record_and_works_there(call, affair_record, folder):
    judge(affair_record, (SIGNED, deny), (NOTHING, reject))
    assert "2 judgements: log.jsonl" in call("review", "export", "log.jsonl").stdout
    other = write_affair(folder / "other.db")
    for count in (2, 0):
        answer = call("review", "import", "log.jsonl", "--record", str(other), "--json")
        assert json.loads(answer.stdout)["judgements"] == count
    with open_record(other) as record:
        found = {s.id: s for s in record.reader.statements(LAMP.id)}
    assert (found[SIGNED.id].stance, found[NOTHING.id].review) == (Stance.DENIES, Review.REJECTED)


def test_an_undoing_is_taken_along_too(call, affair_record, folder):
    judge(affair_record, (SIGNED, deny))
    with open_record(affair_record) as record:
        (made,) = record.judgements.all()
        record.judgements.undo(made.id, who="Eve", at="2031")
    call("review", "export", "log.jsonl")
    other = write_affair(folder / "other.db")
    call("review", "import", "log.jsonl", "--record", str(other))
    with open_record(other) as record:
        assert record.reader.statements(LAMP.id)[0].stance is Stance.ASSERTS
        assert len(list(record.judgements.all())) == 2


def test_a_file_that_is_no_log_is_refused_with_what_is_wrong(call, affair_record, folder):
    (folder / "bad.jsonl").write_text('{"who": "Ada"}\n')
    for arguments in (("import", "bad.jsonl"), ("import", "none.jsonl"), ("import",), ("export", "no/x"), ("sing",)):
        answer = call("review", *arguments)
        assert answer.exit_code == 2, arguments
        assert "expected" in answer.stderr


def test_only_articles_that_were_decided_on_whole_are_for_training(call, affair_record, folder):
    judge(affair_record, (SIGNED, accept))
    assert "0 articles" in call("review", "--retrain-data", "gold.jsonl").stdout
    judge(affair_record, (NOTHING, reject))
    call("review", "--retrain-data", "gold.jsonl")
    (row,) = [json.loads(line) for line in (folder / "gold.jsonl").read_text().splitlines()]
    (attribution,) = row["annotations"][0]["attributions"]
    assert row["id"] == LAMP.id
    assert [row["text"][a:b] for a, b in attribution["content"]] == ["“The contract was signed in May,”"]
    assert QUAY.text != row["text"]


def test_in_a_terminal_one_key_is_one_decision(call, affair_record, monkeypatch):
    monkeypatch.setattr(command.terminal, "is_interactive", lambda: True)
    answer = call("review", "--as", "Ada", stdin="a\nt\nhedges\nx\nr\nu\nq\n")
    assert answer.exit_code == 0
    with open_record(affair_record) as record:
        log = [(j.who, j.field, j.undoes is not None) for j in record.judgements.all()]
    assert log[:3] == [("Ada", "review", False), ("Ada", "stance", False), ("Ada", "review", False)]
    assert log[3] == ("Ada", "review", True)


def test_a_value_that_there_is_not_is_asked_for_again(call, affair_record, monkeypatch):
    monkeypatch.setattr(command.terminal, "is_interactive", lambda: True)
    answer = call("review", "--as", "Ada", stdin="t\nshouts\nq\n")
    assert "expected one of asserts" in answer.stderr
    with open_record(affair_record) as record:
        assert list(record.judgements.all()) == []
