"""/review: decisions, each one line with who and when; nothing is lost when two decide at once."""

from __future__ import annotations

import html
import json
import re

import pytest
from invented_affair import LAMP, NOTHING, QUAY, QUILL, QUILL_1, SIGNED, UNSURE
from web_clients import form_key

from onrecord.record import open_record
from onrecord.views.exporting import Format, write_files


def rows(browser, article=LAMP):
    return {row["id"]: row for row in browser.get(f"/api/articles/{article.id}").json()["statements"]}


def decide(browser, statement, **fields):
    card = browser.get(f"/review?statement={statement.id}").text
    kept = {
        "after": re.search(r'name="after" value="([^"]*)"', card)[1],
        **dict(
            re.findall(r'<input (?:form="[^"]*" )?name="(speaker|on_behalf_of|told_to|said)" value="([^"]*)"', card)
        ),
        "stance": (re.search(r"<option selected>(\w+)</option>", card) or ["", ""])[1],
    }
    return browser.post(f"/review/statement/{statement.id}", data=kept | fields, follow_redirects=False)


def test_what_a_change_rests_on_comes_first(affair):
    page = affair.get("/review").text
    places = [page.index(f'id="card-{statement.id}"') for statement in (NOTHING, UNSURE, SIGNED)]
    assert max(places[:2]) < places[2]


def test_nobody_judges_without_a_name(affair):
    affair.headers["x-form-key"] = form_key(affair)
    answer = affair.post(f"/review/statement/{SIGNED.id}", data={"action": "accept"})
    assert answer.status_code == 403
    assert "Say under which name" in answer.text


def test_accepting_is_one_line_and_leaves_the_queue(reviewer):
    assert decide(reviewer, SIGNED, action="accept").status_code == 303
    assert rows(reviewer)[SIGNED.id]["review"] == "accepted"
    (judgement,) = reviewer.get("/api/judgements").json()["judgements"]
    assert (judgement["who"], judgement["field"]) == ("Ada", "review")
    assert f'id="card-{SIGNED.id}"' not in reviewer.get("/review").text


def test_rejecting_keeps_the_statement_and_says_so(reviewer):
    decide(reviewer, SIGNED, action="reject", reason="a headline")
    assert rows(reviewer)[SIGNED.id]["review"] == "rejected"
    assert "a headline" in reviewer.get("/review").text


def test_corrections_are_one_line_a_value_and_stand_in_pages_and_exports(reviewer, tmp_path, affair_record):
    decide(reviewer, NOTHING, action="correct", speaker="Dora Lane", stance="hedges", said="2031-03")
    row = rows(reviewer)[NOTHING.id]
    assert (row["speaker"]["name"], row["stance"], row["said"]["end"]) == ("Dora Lane", "hedges", "2031-03-31")
    assert row["review"] == "corrected"
    assert len(reviewer.get("/api/judgements").json()["judgements"]) == 3
    assert "Dora Lane" in reviewer.get(f"/articles/{LAMP.id}").text
    with open_record(affair_record) as record:
        write_files(record.reader, ["statements"], Format.JSONL, tmp_path / "out")
    exported = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["stance"] for line in exported if NOTHING.id in line] == ["hedges"]


def test_a_form_that_changes_nothing_writes_nothing(reviewer):
    decide(reviewer, NOTHING, action="correct")
    assert reviewer.get("/api/judgements").json()["judgements"] == []


@pytest.mark.parametrize("fields", [{"said": "Tuesday"}, {"stance": "shouts"}])
def test_what_is_no_value_is_refused_with_what_is(reviewer, fields):
    answer = decide(reviewer, NOTHING, action="correct", **fields)
    assert answer.status_code == 422
    assert "expected" in answer.text


def test_of_two_who_decide_at_once_the_second_is_shown_both(reviewer):
    assert decide(reviewer, SIGNED, action="reject", after="").status_code == 303
    late = decide(reviewer, SIGNED, action="correct", stance="denies", after="")
    assert late.status_code == 409
    assert "rejected" in late.text
    assert "asserts → denies" in late.text
    assert rows(reviewer)[SIGNED.id]["stance"] == "asserts"


def test_a_decision_is_undone_by_another_one(reviewer):
    decide(reviewer, SIGNED, action="reject")
    (judgement,) = reviewer.get("/api/judgements").json()["judgements"]
    reviewer.post("/review/undo", data={"judgement": judgement["id"]})
    assert rows(reviewer)[SIGNED.id]["review"] == "unreviewed"
    assert len(reviewer.get("/api/judgements").json()["judgements"]) == 2
    assert reviewer.post("/review/undo", data={"judgement": judgement["id"]}).status_code == 422


def test_spans_are_given_as_words_of_the_article(reviewer):
    words = {"source": "Inspector Rowe", "cue": "said", "content": "The contract was signed in May"}
    assert reviewer.post(f"/review/spans/{SIGNED.id}", data=words, follow_redirects=False).status_code == 303
    moved = next(row for row in rows(reviewer).values() if row["source"] and row["source"]["text"] == "Inspector Rowe")
    assert moved["content"][0]["text"] == "The contract was signed in May"
    assert moved["review"] == "corrected"


def test_words_that_do_not_stand_there_are_refused(reviewer):
    answer = reviewer.post(f"/review/spans/{SIGNED.id}", data={"content": "signed in June"})
    assert answer.status_code == 422
    assert "do not stand in the article exactly so" in answer.text
    assert reviewer.post(f"/review/add/{LAMP.id}", data={"content": "  "}).status_code == 422


def test_a_statement_that_the_reader_missed_is_added(reviewer):
    words = {"content": "Rowe met Quill on Monday", "speaker": "Dora Lane", "stance": "asserts"}
    reviewer.post(f"/review/add/{LAMP.id}", data=words)
    added = [row for row in rows(reviewer).values() if row["review"] == "corrected"]
    assert [row["speaker"]["name"] for row in added] == ["Dora Lane"]
    assert f'id="s-{added[0]["id"]}"' in reviewer.get(f"/articles/{LAMP.id}").text


def test_an_article_is_dated_by_judgement_and_undone(reviewer):
    address = f"/review/article/{QUAY.id}"
    reviewer.post(address, data={"published": "2031-03-12", "publisher": "The Quay", "byline": "N. N."})
    article = reviewer.get(f"/api/articles/{QUAY.id}").json()["article"]
    assert (article["published"], article["published_from"], article["byline"]) == ("2031-03-12", "judgement", "N. N.")
    dated = next(j for j in reviewer.get("/api/judgements").json()["judgements"] if j["field"] == "published")
    reviewer.post("/review/undo", data={"judgement": dated["id"]})
    article = reviewer.get(f"/api/articles/{QUAY.id}").json()["article"]
    assert (article["published"], article["byline"]) == (QUAY.published, "N. N.")


def test_of_two_who_date_an_article_at_once_the_second_is_shown_both(reviewer):
    address = f"/review/article/{QUAY.id}"
    seen = re.search(r'name="after" value="([^"]*)"', reviewer.get(f"/articles/{QUAY.id}").text)[1]
    first = {"published": "2031-03-12", "publisher": QUAY.publisher, "after": seen}
    assert reviewer.post(address, data=first, follow_redirects=False).status_code == 303
    late = reviewer.post(address, data={**first, "published": "2031-04-01"})
    assert late.status_code == 409
    assert "2031-03-12" in late.text
    assert "2031-04-01" in late.text
    assert reviewer.get(f"/api/articles/{QUAY.id}").json()["article"]["published"] == "2031-03-12"
    seen = re.search(r'name="after" value="([^"]*)"', reviewer.get(f"/articles/{QUAY.id}").text)[1]
    again = {**first, "published": "2031-04-01", "after": seen}
    assert reviewer.post(address, data=again, follow_redirects=False).status_code == 303


def test_a_card_tells_the_claim_that_its_statement_is_on_in_words(reviewer):
    claims = {each["id"]: each["text"] for each in reviewer.get("/api/claims").json()["claims"]}
    on = next(row for row in rows(reviewer).values() if row["claim"])
    page = html.unescape(reviewer.get(f"/review?statement={on['id']}").text)
    assert f'<a href="/claims/{on["claim"]}"><bdi>{claims[on["claim"]]}</bdi></a>' in page


def test_an_article_is_not_dated_by_what_is_no_date(reviewer):
    assert reviewer.post(f"/review/article/{QUAY.id}", data={"published": "soon"}).status_code == 422


def test_an_article_is_removed_for_good_with_a_reason_only(reviewer):
    address = f"/review/remove/{LAMP.id}"
    assert reviewer.post(address, data={"reason": " ", "sure": "yes"}).status_code == 422
    reviewer.post(address, data={"reason": "a court", "sure": "yes"})
    assert reviewer.get(f"/articles/{LAMP.id}").status_code == 404
    (line,) = reviewer.get("/api/judgements").json()["judgements"]
    assert (line["field"], line["who"], line["reason"], line["evidence"]) == ("removed", "Ada", "a court", None)
    reviewer.app.state.desk.wait()
    for page in ("/", "/parties", "/claims", "/changes", "/conflicts", "/timeline", "/network", "/review"):
        assert "signed nothing" not in reviewer.get(page).text


def test_what_nobody_can_find_again_waits_in_the_queue(reviewer):
    decide(reviewer, SIGNED, action="correct", stance="denies")
    desk = reviewer.app.state.desk
    kept = desk.record.reader.article(LAMP.id)
    from onrecord.vocabulary import Reading, Run

    desk.record.writer.write(Reading(kept.article, (), Run("newer", "2")))
    page = reviewer.get("/review").text
    assert "Judgements whose words are gone" in page
    assert "The contract was signed in May" in page


def test_what_is_read_otherwise_since_is_told(reviewer):
    from dataclasses import replace

    from onrecord.vocabulary import Reading, Run, Stance

    decide(reviewer, SIGNED, action="correct", stance="denies")
    desk = reviewer.app.state.desk
    kept = desk.record.reader.article(LAMP.id)
    parties = desk.record.reader.parties(LAMP.id)
    newer = Reading(kept.article, (replace(SIGNED, stance=Stance.VOWS),), Run("newer", "2"), parties)
    desk.record.writer.write(newer)
    assert rows(reviewer)[SIGNED.id]["stance"] == "denies"
    page = reviewer.get("/review").text
    assert "Read otherwise since" in page
    assert "<bdi>vows</bdi>" in page


def test_who_a_party_is_and_which_claim_it_is_are_decided_in_the_queue(reviewer):
    page = reviewer.get(f"/review?statement={NOTHING.id}").text
    assert f'action="/review/party/{QUILL}"' in page
    assert f'name="other" value="{QUILL_1.id}"' in page  # in this article it is somebody else
    assert f'action="/review/claim/{NOTHING.id}"' in page
    given = {"action": "different", "other": QUILL_1.id, "next": "/review"}
    answer = reviewer.post(f"/review/party/{QUILL}", data=given, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    given = {"action": "different", "next": "/review"}
    assert reviewer.post(f"/review/claim/{NOTHING.id}", data=given, follow_redirects=False).status_code == 303
    fields = {(each["subject_kind"], each["field"]) for each in reviewer.get("/api/judgements").json()["judgements"]}
    assert fields == {("party", "different"), ("claim", "different")}
