"""Several at once, reading and judging: no error, and no judgement lost."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from fastapi.testclient import TestClient
from web_clients import HOST, form_key

from onrecord.views.web import desk as desk_module
from onrecord.vocabulary import Article

CLIENTS, DECISIONS = 8, 4


def test_no_judgement_is_lost_when_many_judge_at_once(opened):
    names = [f"{chr(65 + a)}{chr(97 + b)}" for a in range(CLIENTS) for b in range(DECISIONS)]
    articles = [Article(f"pier-{name}", f"“It is mine,” Mayor {name}y said.") for name in names]
    first = opened(*articles)
    ids = [row["id"] for each in articles for row in first.get(f"/api/articles/{each.id}").json()["statements"]]
    assert len(ids) == CLIENTS * DECISIONS

    def work(number: int) -> list[int]:
        client = TestClient(first.app, base_url=HOST)
        client.headers["x-form-key"] = form_key(client)
        client.post("/name", data={"name": f"Reviewer {number}"})
        found = []
        for id_ in ids[number * DECISIONS : (number + 1) * DECISIONS]:
            found.append(client.post(f"/review/statement/{id_}", data={"action": "accept"}).status_code)
            found.append(client.get("/articles").status_code)
        return found

    with ThreadPoolExecutor(CLIENTS) as pool:
        statuses = {status for found in pool.map(work, range(CLIENTS)) for status in found}
    assert statuses == {200}
    judgements = first.get("/api/judgements?limit=1000").json()["judgements"]
    assert {each["subject"] for each in judgements} == set(ids)
    assert {each["who"] for each in judgements} == {f"Reviewer {number}" for number in range(CLIENTS)}


def test_of_many_who_decide_on_the_same_one_is_heard_and_the_others_are_told(opened):
    article = Article("pier", "“It is mine,” Mayor Quill said.")
    first = opened(article)
    (row,) = first.get(f"/api/articles/{article.id}").json()["statements"]

    def work(number: int) -> int:
        client = TestClient(first.app, base_url=HOST)
        client.headers["x-form-key"] = form_key(client)
        client.post("/name", data={"name": f"Reviewer {number}"})
        return client.post(f"/review/statement/{row['id']}", data={"action": "reject", "after": ""}).status_code

    with ThreadPoolExecutor(CLIENTS) as pool:
        statuses = sorted(pool.map(work, range(CLIENTS)))
    assert statuses == [200] + [409] * (CLIENTS - 1)
    assert len(first.get("/api/judgements").json()["judgements"]) == 1


def test_who_ends_the_application_does_not_wait_for_links_that_take_long(opened, monkeypatch):
    is_over, has_begun = threading.Event(), threading.Event()

    def link_for_long(_):
        has_begun.set()
        is_over.wait(30)

    monkeypatch.setattr(desk_module, "bring_links_up_to_date", link_for_long)
    monkeypatch.setattr(desk_module, "PATIENCE_SECONDS", 0.05)
    desk = opened(Article("pier", "“It is mine,” Mayor Quill said.")).app.state.desk
    assert has_begun.wait(30)
    began = time.monotonic()
    desk.close()
    assert time.monotonic() - began < 10
    assert desk.is_settling
    is_over.set()
