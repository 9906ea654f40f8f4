"""From the glance to a correction that outlives a reread, as a person would go."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.articles import collect
from onrecord.pipeline import read_into
from onrecord.vocabulary import Run

VENDOR = Path(__file__).parent / "vendor"


def begin_to_judge(page, site, name="Ada"):
    page.goto(site.address + "/review")
    page.fill("#name [name=name]", name)
    page.click("#name button")
    page.wait_for_selector(f".reviewer summary:has-text('{name}')")


def test_from_the_glance_to_a_correction_that_outlives_a_reread(page, site, reader):
    page.goto(site.address + "/")
    change = page.locator(".change").first
    before, after = (change.locator(".half .quoted").nth(n).get_attribute("href") for n in (0, 1))
    for address in (before, after):
        page.goto(site.address + address)
        assert page.locator(".note.on").count() == 1
        assert page.locator(".m.on").first.is_visible()

    page.goto(site.address + "/")
    claim = page.locator(".change h3 .that a").first
    name = claim.inner_text()
    claim.click()
    assert page.locator("h1").inner_text() == name
    page.locator(".lane .lane-name").first.click()
    assert page.locator(".track .mark").count() > 0
    assert "/parties/" in page.url
    party = page.locator("h1").inner_text()

    begin_to_judge(page, site)
    accepted = page.locator(".card").first.get_attribute("id").removeprefix("card-")
    page.keyboard.press("a")
    page.wait_for_selector(".log li")
    assert page.locator(f"#card-{accepted}").count() == 0

    corrected = page.locator(".card").first.get_attribute("id").removeprefix("card-")
    page.keyboard.press("e")
    page.fill(f"#card-{corrected} [name=speaker]", "Nora Quillfeather")
    page.locator(f"#card-{corrected} button[value=correct]").click()
    page.wait_for_selector(".log li:has-text('Nora Quillfeather')")

    third = page.locator(".card").first.get_attribute("id").removeprefix("card-")
    page.keyboard.press("r")
    page.wait_for_selector(".log li:has-text('rejected')")
    page.keyboard.press("u")
    page.wait_for_selector(".log li:has-text('undid')")
    # What was corrected before is linked anew meanwhile, so that its card need not be among the first any more.
    page.goto(f"{site.address}/review?statement={third}")
    page.wait_for_selector(f"#card-{third}")

    site.desk.wait()
    page.goto(site.address + "/parties?q=Nora+Quillfeather")
    page.click(".parties h2 a")
    page.click("summary:has-text('the same as another party')")
    page.fill("[name=other]", party)
    page.click("button:has-text('Make one of both')")
    page.wait_for_load_state()
    site.desk.wait()

    read_everything_again(site, reader)
    statements = statements_of(site)
    assert statements[accepted]["review"] == "accepted"
    assert statements[corrected]["review"] == "corrected"
    assert statements[third]["review"] == "unreviewed"
    shown = statements[corrected]["speaker"]
    assert {"Nora Quillfeather", party} <= {shown["name"], *shown["aliases"]}


def test_everything_is_done_by_keyboard_alone(page, site):
    """No mouse: from the first page to a change, into its article, to review, and back by undo."""

    def tab_to(selector: str, most: int = 400) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    page.goto(site.address + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    tab_to(".half .quoted")
    page.keyboard.press("Enter")
    page.wait_for_selector(".note.on")

    page.goto(site.address + "/review")
    tab_to("#name [name=name]")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.wait_for_selector(".reviewer summary:has-text('Ada')")
    first, second = (page.locator(".card").nth(n).get_attribute("id") for n in (0, 1))
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == second
    page.keyboard.press("k")
    for key, field in (("e", "speaker"), ("w", "content"), ("p", "other"), ("c", "other")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.name") == field
        assert page.evaluate("document.activeElement.closest('.card').id") == first
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("a")
    page.wait_for_selector(".log li:has-text('accepted')")
    page.keyboard.press("u")
    page.wait_for_selector(".log li:has-text('undid')")
    assert page.locator(f"#{first}").count() == 1

    page.goto(site.address + "/claims")
    page.keyboard.press("/")
    page.keyboard.type("warned/or not")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits li")
    assert page.input_value("#find") == "warned/or not"

    page.goto(site.address + "/network")
    tab_to(".network li a")
    assert page.locator(".network path.on").count() > 0
    page.goto(site.address + "/parties")
    tab_to(".parties h2 a")
    page.keyboard.press("Enter")
    page.wait_for_selector(".track")
    tab_to(".track .mark")
    page.keyboard.press("Enter")
    page.wait_for_selector(".note.on")


def read_everything_again(site, reader):
    class Newer:
        run = Run("another model", "2")

        def __call__(self, article):
            from dataclasses import replace

            return replace(reader(article), run=self.run)

    with as_file(files("onrecord").joinpath("samples")) as samples:
        outcomes = list(read_into(site.record.writer, collect([str(samples)]), Newer()))
    assert {outcome.result.value for outcome in outcomes} == {"reread"}
    site.desk.settle_all()
    site.desk.wait()


def statements_of(site):
    from fastapi.testclient import TestClient

    client = TestClient(site.app, base_url="http://localhost")
    articles = client.get("/api/articles").json()["articles"]
    rows = [row for each in articles for row in client.get(f"/api/articles/{each['id']}").json()["statements"]]
    return {row["id"]: row for row in rows}


def test_a_missed_statement_is_taken_from_a_selection(page, site):
    begin_to_judge(page, site)
    page.goto(site.address + "/articles")
    page.click(".articles h2 a")
    page.wait_for_url("**/articles/a-*", wait_until="load")  # a click does not wait for the text to be there
    words = page.evaluate(
        """() => {
          const stretch = Array.from(document.querySelectorAll('.para span[data-at]:not(.m)')).find(s => s.textContent.length > 40);
          const range = document.createRange();
          range.setStart(stretch.firstChild, 2); range.setEnd(stretch.firstChild, 30);
          getSelection().removeAllRanges(); getSelection().addRange(range);
          return range.toString();
        }"""
    )
    page.wait_for_selector("#selection:not([hidden])")
    page.click("#selection [data-role=content]")
    assert page.input_value("form.missed [name=content]") == words
    page.click("form.missed button")
    page.wait_for_selector(".note.corrected")
    assert any(row["content"][0]["text"] == words for row in statements_of(site).values())


def test_other_words_for_a_statement_are_taken_from_a_selection(page, site):
    begin_to_judge(page, site)
    words = page.evaluate(
        """() => {
          const node = document.querySelector('.card blockquote .m.content').firstChild;
          const range = document.createRange();
          range.setStart(node, 0);
          range.setEnd(node, Math.min(12, node.length));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return range.toString();
        }"""
    )
    page.wait_for_selector("#other-words:not([hidden])")
    page.click("#other-words [data-role=content]")
    form = page.locator(".card form[action^='/review/spans/']").first
    assert form.locator("[name=content]").first.input_value() == words
    form.locator("button").click()
    page.wait_for_selector(".log li")
    assert any([each["text"] for each in row["content"]] == [words] for row in statements_of(site).values())


def test_text_and_notes_are_joined_by_hover_and_by_focus(page, site):
    page.goto(site.address + "/articles")
    page.click(".articles h2 a")
    page.hover(".note >> nth=1")
    number = page.locator(".note").nth(1).get_attribute("data-n")
    lit = page.evaluate("Array.from(document.querySelectorAll('.m.on')).map(e => e.dataset.s)")
    assert lit
    assert all(number in each.split(" ") for each in lit)
    page.locator(".at").first.focus()
    first = page.locator(".at").first.get_attribute("data-n")
    assert "on" in page.locator(f"#n-{first}").get_attribute("class").split()


def test_notes_stand_beside_their_lines_and_none_lies_on_another(page, site):
    page.set_viewport_size({"width": 1600, "height": 900})
    page.goto(site.address + "/articles")
    page.click(".articles h2 a")
    page.wait_for_timeout(300)
    boxes = page.evaluate(
        """() => Array.from(document.querySelectorAll('.note')).map((note) => {
          const box = note.getBoundingClientRect();
          const at = document.querySelector(`.at[data-n="${note.dataset.n}"]`);
          return [box.top, box.bottom, at.getBoundingClientRect().top];
        })"""
    )
    assert all(below[0] >= above[1] - 1 for above, below in pairwise(boxes))
    assert all(top >= line - 12 for top, _, line in boxes)


@pytest.mark.parametrize("width", [400, 900, 1600])
def test_no_name_is_cut_off_where_there_is_room_for_it(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    for address in pages_of(site):
        if address == "/nowhere":  # which the console tells of
            continue
        page.goto(site.address + address)
        cut = page.evaluate(
            """() => Array.from(document.querySelectorAll('a.who')).filter((name) => {
              const words = document.createRange();
              words.selectNodeContents(name);
              const [shown, whole] = [name.getBoundingClientRect(), words.getBoundingClientRect()];
              return whole.left < shown.left - 1 || (whole.width > shown.width + 1 && shown.width < 200);
            }).map((name) => name.textContent)"""
        )
        assert cut == [], address


def test_articles_are_added_in_the_browser(page, site):
    page.goto(site.address + "/read")
    page.fill("[name=text]", "The pier was sold, Mayor Ada Quill said on Tuesday. “I signed nothing,” she added.")
    page.fill("[name=title]", "A pier is sold")
    page.fill("[name=published]", "2031-03-06")
    page.click("main form button")
    page.wait_for_selector("h1:has-text('Read')", timeout=60_000)
    page.wait_for_selector("#progress a[href^='/articles/a-']", timeout=60_000)
    page.click("#progress a[href^='/articles/a-']")
    assert page.locator("h1").inner_text() == "A pier is sold"


def pages_of(site):
    from fastapi.testclient import TestClient

    client = TestClient(site.app, base_url="http://localhost")
    article = client.get("/api/articles").json()["articles"][0]["id"]
    party = client.get("/api/parties").json()["parties"][0]["id"]
    claim = client.get("/api/claims").json()["claims"][0]["id"]
    return [
        "/", "/articles", f"/articles/{article}", "/parties", f"/parties/{party}", "/claims", f"/claims/{claim}",
        "/changes", "/conflicts", "/timeline", "/network", "/search?q=warned", "/search", "/review", "/read", "/api", "/login",
        f"/claims/{claim}?side=denies", f"/timeline?party={party}", f"/network?party={party}", "/search?q=zzyzx", "/nowhere",
    ]  # fmt: skip


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 400)])
def test_no_page_has_a_serious_fault_of_access(chromium, site, scheme, width):
    axe = (VENDOR / "axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page, faults = context.new_page(), []
    begin_to_judge(page, site)
    for address in pages_of(site):
        page.goto(site.address + address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        faults += [
            f"{address}: {each['id']}: {each['nodes'][0]['html'][:160]}"
            for each in found
            if each["impact"] in ("serious", "critical")
        ]
    context.close()
    assert faults == []


@pytest.mark.parametrize("width", [400, 900, 1600])
def test_every_page_fits_its_window_and_first_paint_needs_little(chromium, site, width):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    faults, sizes = [], {}
    page.on("console", lambda message: "/nowhere" in page.url or faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("request", lambda asked: asked.url.startswith(site.address) or faults.append(f"elsewhere: {asked.url}"))
    for address in pages_of(site):
        page.goto(site.address + address)
        sizes[address] = page.evaluate(
            "performance.getEntries().filter(e => e.decodedBodySize).reduce((sum, e) => sum + e.decodedBodySize, 0)"
        )
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{address} is wider than {width} pixels")
    context.close()
    assert faults == []
    assert {address: size for address, size in sizes.items() if size > 300_000} == {}


def test_pages_work_without_a_script(chromium, site):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 900})
    page = context.new_page()
    begin_to_judge(page, site)
    card = page.locator(".card").first
    name = card.get_attribute("id")
    card.locator("button[value=accept]").click()
    page.wait_for_selector(".log li")
    assert page.locator(f"#{name}").count() == 0
    page.goto(site.address + "/articles")
    page.click(".articles h2 a")
    assert page.locator(".note").first.is_visible()
    context.close()


def test_what_others_wrote_is_what_the_lock_says():
    lock = json.loads((VENDOR / "lock.json").read_text(encoding="utf-8"))
    assert {path.name for path in VENDOR.iterdir()} == {"lock.json", *lock}
    for name, facts in lock.items():
        assert re.fullmatch(r"[0-9a-f]{64}", facts["sha256"])
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == facts["sha256"]
