from __future__ import annotations

import json

from onrecord.vocabulary import NO_DATE


def test_reading_keeps_the_articles_and_counts_them(call, articles):
    result = call("read", "articles.jsonl")
    assert result.exit_code == 0
    assert result.stdout.startswith("3 articles, 3 statements, ")
    assert "3 new" in result.stdout


def test_reading_twice_adds_nothing(call, articles):
    call("read", "articles.jsonl")
    exported = call("export", "statements").stdout
    again = call("read", "articles.jsonl")
    assert "3 unchanged" in again.stdout
    assert "new" not in again.stdout
    assert call("export", "statements").stdout == exported


def test_a_changed_text_is_a_new_version(call, folder):
    (folder / "a.txt").write_text("“It holds,” Engineer Pell said of the old bridge on Monday morning.")
    call("read", "a.txt")
    (folder / "a.txt").write_text("“It fell,” Engineer Pell said of the old bridge on Tuesday morning.")
    assert json.loads(call("read", "a.txt", "--json").stdout)["results"]["new version"] == 1
    assert json.loads(call("export", "articles").stdout)["version"] == 2


def test_unreadable_input_is_listed_with_its_reason_and_the_rest_is_read(call, articles, folder):
    (folder / "empty.txt").write_text("")
    result = call("read", "empty.txt", "missing.txt", "articles.jsonl")
    assert result.exit_code == 1
    assert "3 articles" in result.stdout
    assert "2 inputs not read:" in result.stdout
    for line in ("  empty.txt: found ", "  missing.txt: found "):
        assert line in result.stdout


def test_an_article_without_a_date_is_named_until_one_is_given(call, articles):
    first = call("read", "articles.jsonl")
    assert "1 article without a publication date" in first.stdout
    assert "undated" in first.stdout
    second = call("read", "articles.jsonl", "--published", "2031-03-06")
    assert "without a publication date" not in second.stdout
    assert "known, read again" in second.stdout


def test_options_fill_only_what_the_input_does_not_say(call, articles):
    call("read", "articles.jsonl", "--publisher", "The Buoy", "--byline", "Ines Toll", "--published", "2031-03-06")
    rows = {row["ref"]: row for row in map(json.loads, call("export", "articles").stdout.splitlines())}
    assert rows["harbour-1"]["publisher"] == "The Lamp"
    assert rows["harbour-1"]["byline"] == "Ines Toll"
    assert (rows["harbour-1"]["published"], rows["harbour-1"]["published_from"]) == ("2031-03-04", "input")
    assert (rows["undated"]["published"], rows["undated"]["published_from"]) == ("2031-03-06", "option")


def test_a_date_that_is_none_is_wrong_use(call, articles):
    result = call("read", "articles.jsonl", "--published", "last week")
    assert result.exit_code == 2
    assert result.stderr.startswith("onrecord: --published: found 'last week'; expected ")
    assert result.stderr.count("\n") == 1


def test_a_minus_reads_standard_input(call):
    text = "“The lamp is lit,” Keeper Orr said on the evening of the storm."
    assert call("read", "-", stdin=text).exit_code == 0
    assert json.loads(call("export", "articles").stdout)["text"] == text


def test_the_summary_for_programs_has_every_count(call, articles, folder):
    (folder / "empty.txt").write_text("")
    answer = json.loads(call("read", "articles.jsonl", "empty.txt", "--json").stdout)
    assert answer["articles"] == 3
    assert answer["statements"] == 3
    assert answer["results"] == {
        "read": 3, "unchanged": 0, "new version": 0, "reread": 0, "not English": 0, "refused": 1
    }  # fmt: skip
    assert answer["undated"] == ["undated"]
    assert [(row["ref"], row["result"]) for row in answer["unread"]] == [("empty.txt", "refused")]
    assert answer["interrupted"] is False


def test_ctrl_c_keeps_what_was_read_and_says_how_to_go_on(call, articles, quote_reader):
    class Interrupted(type(quote_reader)):
        def __call__(self, article):
            if article.ref == "harbour-1":
                raise KeyboardInterrupt
            return super().__call__(article)

    stopped = call("read", "articles.jsonl", "--threads", "1", reader=Interrupted())
    assert stopped.exit_code == 130
    assert "Stopped. What was read is kept in onrecord.db; run the same command again" in stopped.stdout
    kept = [json.loads(line)["ref"] for line in call("export", "articles").stdout.splitlines()]
    assert kept == ["harbour-2"]
    finished = call("read", "articles.jsonl")
    assert "2 new" in finished.stdout
    assert "1 unchanged" in finished.stdout


def test_what_was_given_wrongly_is_corrected_by_reading_again_and_said(call, folder):
    (folder / "a.txt").write_text("“It holds,” Engineer Pell said of the old bridge on Monday morning.")
    call("read", "a.txt", "--published", "2013-05-14", "--publisher", "The Bouy")
    result = call("read", "a.txt", "--published", "2031-05-14", "--publisher", "The Buoy")
    assert "a.txt: publisher 'The Buoy' replaces 'The Bouy'; published '2031-05-14' replaces '2013-05-14'" in (
        result.stdout
    )
    row = json.loads(call("export", "articles").stdout)
    assert (row["published"], row["publisher"], row["version"]) == ("2031-05-14", "The Buoy", 1)


def test_a_date_of_the_record_that_is_better_known_is_kept_and_said(call, folder):
    text = "“It holds,” Engineer Pell said of the old bridge on Monday morning."
    (folder / "a.jsonl").write_text(json.dumps({"id": "a", "text": text, "published": "2031-05-14"}))
    call("read", "a.jsonl")
    (folder / "a.jsonl").write_text(json.dumps({"id": "a", "text": text}))
    result = call("read", "a.jsonl", "--published", "2031-05-20")
    assert "a: kept published '2031-05-14', not '2031-05-20'" in result.stdout
    assert NO_DATE not in result.stdout
