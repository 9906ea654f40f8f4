"""Twins of stories: new names and dates that stay consistent, and a key whose pieces still stand in the texts."""

from __future__ import annotations

import json
import random
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))

import redating
import renaming
import twins
from rewriting import Edit, Rewriting

FIRST = (
    "HOLLAND FERRY, Oct. 28 - Mayor Ida Quarrel said on Monday that the Saltmarsh Ferry Trust (SFT) had no debts.\n\n"
    "“Nobody asked us,” Ms. Quarrel told the Evening Lamp. Quarrel's lawyer, Tom O’Hare, denied in October that a letter "
    "of Sept. 30 and Oct. 1 existed. He had signed it, and will again. Will the trust pay? Will Penrose, a Saltmarshian, hoped so.\n\n"
    "An official at the Water Board said the SFT owed $2,019 for water since 2024. May had been quiet; the 3rd of October was not."
)
SECOND = "Ida Quarrel “misspoke”, O’HARE said on 4 November 2025. “I may have,” Quarrel said."


def party(id_: str, name: str, kind: str, *aliases: str) -> dict[str, Any]:
    return {"id": id_, "name": name, "kind": kind, "aliases": list(aliases), "roles": [f"friend of {name}"]}


def statement(id_: str, file: str, source: str, cue: str, content: Any, said: str | None) -> dict[str, Any]:
    return {"id": id_, "article": file, "source": source, "cue": cue, "content": content, "said": said}


KEY: dict[str, Any] = {
    "story": "ferry",
    "articles": [
        {"file": "1.txt", "title": "Quarrel denies debts", "publisher": "The Evening Lamp", "published": "2025-10-28"},
        {"file": "2.txt", "title": "“I may have”", "publisher": "Northern Post", "published": "2025-11-05T09:00:00"},
    ],
    "parties": [
        party("quarrel", "Ida Quarrel", "person", "Quarrel", "Mayor Ida Quarrel"),
        party("ohare", "Tom O’Hare", "person", "O’Hare"),
        party("penrose", "Will Penrose", "person"),
        party("trust", "Saltmarsh Ferry Trust", "organization", "SFT", "the trust"),
        party("board", "Water Board", "organization", "the board"),
        party("official", "an official at the Water Board", "person"),
        party("lamp", "The Evening Lamp", "outlet", "the Evening Lamp"),
    ],
    "statements": [
        statement(
            "1", "1.txt", "Mayor Ida Quarrel", "said", "that the Saltmarsh Ferry Trust (SFT) had no debts", "2025-10-27"
        ),
        statement("2", "1.txt", "Ms. Quarrel", "told", "“Nobody asked us,”", None),
        statement("3", "1.txt", "Tom O’Hare", "denied", ["that a letter of Sept. 30 and Oct. 1 existed"], "2025-10"),
        statement("4", "2.txt", "O’HARE", "said", "Ida Quarrel “misspoke”", "2025-11-04"),
    ],
    "claims": [{"id": "debts", "text": "The Saltmarsh Ferry Trust had debts"}],
    "changes": [{"party": "quarrel", "on": "2025-11-04"}],
    "steady": [{"why": "Quarrel jokes"}],
    "conflicts": [],
    "contacts": [{"on": "2025-10-03", "article": "1.txt", "text": "told the Evening Lamp"}],
    "origins": [{"why": "O’Hare alone"}],
}
for article in KEY["articles"]:
    article["byline"] = None
TEXTS = {"1.txt": FIRST, "2.txt": SECOND}


@pytest.fixture(scope="module")
def twin() -> twins.Twin:
    return twins.retell(KEY, TEXTS, seed=1)


def test_no_name_is_left(twin: twins.Twin) -> None:
    told = json.dumps([twin.key, list(twin.texts.values())], ensure_ascii=False)
    ids = re.compile(r'"(?:id|party)": "[^"]*"')
    for name in ("Quarrel", "Ida", "O’Hare", "O’HARE", "Penrose", "Saltmarsh", "SFT", "Lamp", "HOLLAND"):
        assert name not in ids.sub("", told)


def test_a_name_is_the_same_everywhere(twin: twins.Twin) -> None:
    new = twin.names.words["Quarrel"]
    assert twin.texts["1.txt"].count(new) == FIRST.count("Quarrel")
    assert f"{new}'s lawyer" in twin.texts["1.txt"]
    assert twin.key["parties"][0]["aliases"] == [new, f"Mayor {twin.names.words['Ida']} {new}"]
    assert twin.key["articles"][0]["title"] == f"{new} denies debts"


def test_what_is_made_from_a_name_follows_it(twin: twins.Twin) -> None:
    words = twin.names.words
    assert words["Saltmarshian"] == words["Saltmarsh"] + "ian"
    trust = twin.key["parties"][3]["name"]
    assert words["SFT"] == "".join(word[0] for word in trust.split())
    assert words["O’Hare"].upper() in twin.texts["2.txt"]


def test_an_organisation_of_ordinary_words_is_renamed_as_a_whole(twin: twins.Twin) -> None:
    new = twin.key["parties"][4]["name"]
    assert new.endswith(" Board")
    assert new != "Water Board"
    assert f"An official at the {new}" in twin.texts["1.txt"]
    assert twin.key["parties"][4]["aliases"] == ["the board"]


def test_a_word_that_is_a_name_as_well_stays_where_a_sentence_begins(twin: twins.Twin) -> None:
    assert "Will the trust pay?" in twin.texts["1.txt"]
    assert f"{twin.names.words['Will']} {twin.names.words['Penrose']}, a " in twin.texts["1.txt"]
    assert "May had been quiet" in twin.texts["1.txt"]


def test_titles_weekdays_and_sums_stay(twin: twins.Twin) -> None:
    for piece in ("Mayor ", "on Monday", "Ms. ", "$2,019"):
        assert piece in twin.texts["1.txt"]


def test_dates_move_by_whole_weeks_in_texts_and_key_alike(twin: twins.Twin) -> None:
    shift = twin.shift
    assert shift.days % 7 == 0
    assert shift.days != 0
    day = shift.day(date(2025, 11, 4))
    assert f"on {day.day} {redating.MONTHS[day.month - 1]} {day.year}" in twin.texts["2.txt"]
    assert twin.key["statements"][3]["said"] == day.isoformat()
    assert twin.key["changes"][0]["on"] == day.isoformat()
    assert twin.key["articles"][1]["published"] == f"{shift.day(date(2025, 11, 5))}T09:00:00"
    assert f"since {2024 + shift.years}" in twin.texts["1.txt"]


def test_every_piece_of_the_key_stands_in_its_text(twin: twins.Twin) -> None:
    for row in twin.key["statements"]:
        contents = row["content"] if isinstance(row["content"], list) else [row["content"]]
        for piece in (row["source"], row["cue"], *contents):
            assert piece in twin.texts[row["article"]]
    assert twin.key["contacts"][0]["text"] in twin.texts["1.txt"]


def test_the_same_seed_gives_the_same_twin_and_another_gives_another(twin: twins.Twin) -> None:
    assert twins.retell(KEY, TEXTS, seed=1) == twin
    assert twins.retell(KEY, TEXTS, seed=2).names != twin.names


def test_a_key_that_does_not_fit_its_text_is_refused() -> None:
    wrong = {**KEY, "contacts": [{"on": None, "article": "1.txt", "text": "told the Morning Lamp"}]}
    with pytest.raises(twins.TwinError, match="found 'told the Morning Lamp' otherwise"):
        twins.retell(wrong, TEXTS, seed=1)


def test_twins_are_written_beside_each_other(tmp_path: Path) -> None:
    story = tmp_path / "stories" / "ferry"
    story.mkdir(parents=True)
    (story / "key.json").write_text(json.dumps(KEY), encoding="utf-8")
    for file, text in TEXTS.items():
        (story / file).write_text(text, encoding="utf-8")
    assert twins.main([str(story), "--output", str(tmp_path / "twins")]) == 0
    key, texts = twins.read_story(tmp_path / "twins" / "ferry")
    assert key["story"] == "ferry"
    assert texts.keys() == TEXTS.keys()


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("on Jan. 18", "on Feb. 22"),
        ("on January 18", "on February 22"),
        ("on Jan 18", "on Feb 22"),
        ("the 18th of January", "the 22nd of February"),
        ("on Jan. 18 and 30", "on Feb. 22 and March 6"),
        ("Feb. 20-21, 2023", "March 27-28, 2023"),
        ("on 18 January 2023", "on 22 February 2023"),
        ("since January", "since February"),
        ("in January 2023", "in February 2023"),
        ("on 2023-01-18", "on 2023-02-22"),
        ("may 3 of them, at 10.50 p.m., in 1934", "may 3 of them, at 10.50 p.m., in 1934"),
        ("on Dec. 30", "on Feb. 3"),
    ],
)
def test_a_date_keeps_the_style_in_which_it_is_written(text: str, moved: str) -> None:
    shift = redating.Shift(days=35, years=0)
    assert Rewriting(text, redating.find_dates(text, shift, date(2023, 1, 20))).after == moved


def test_a_shift_keeps_years_apart_and_dates_before_publication() -> None:
    pairs = [("2023-01-06", "2023-01-06"), ("2022-12", "2023-01-06"), ("2023-01", "2023-01-06"), ("2021", "2023-01-06")]
    shift = redating.find_shift(pairs, 150)
    assert shift.value("2023-01-06")[:4] == str(2023 + shift.years)
    assert shift.value("2022-12")[:4] == str(2022 + shift.years)
    assert shift.value("2023-01") <= shift.value("2023-01-06")


def test_offsets_follow_the_edits() -> None:
    rewriting = Rewriting("Ida said so to Ida.", [Edit(0, 3, "Rosalind"), Edit(15, 18, "Jo"), Edit(16, 18, "x")])
    assert rewriting.after == "Rosalind said so to Jo."
    assert rewriting.piece("said so") == "said so"
    assert rewriting.piece("to Ida") == "to Jo"
    assert rewriting.piece("da said") is None
    assert rewriting.piece("nobody") is None


def test_made_up_names_do_not_run_out_or_repeat() -> None:
    maker = renaming._Maker(random.Random(0), frozenset({"irene"}))
    made = [maker.given(renaming.WOMEN) for _ in range(40)]
    assert len(set(made)) == 40
    assert "Irene" not in made
