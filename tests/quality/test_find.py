"""Where gold is looked for, and what is said where it is not."""

from __future__ import annotations

import gzip
import json

import pytest

from onrecord.quality import public_gold, reference


@pytest.fixture
def folder(tmp_path):
    def write(polnear, *folders):
        polnear.mkdir(parents=True)
        with gzip.open(polnear / "dev.jsonl.gz", "wt") as lines:
            lines.write(json.dumps({"id": "a", "text": "Rain.", "annotations": []}) + "\n")
        for name in folders:
            story = tmp_path / name
            story.mkdir(parents=True)
            article = {"file": "01.txt", "title": "Rain", "publisher": "The Lamp", "published": "2031"}
            (story / "01.txt").write_text("It rained.")
            (story / "key.json").write_text(json.dumps({"story": story.name, "articles": [article], "statements": []}))
        return tmp_path

    return write


@pytest.mark.parametrize("level", ["data", "."])
def test_polnear_is_found_with_or_without_the_data_level(tmp_path, folder, level):
    found = public_gold(folder(tmp_path / level / "polnear", "stories/rain", "examples/one"))
    assert [each.name for each in found.sets] == ["polnear dev", "stories", "examples"]
    assert [part.name for each in found.sets for part in each.parts] == [
        "polnear/dev.jsonl.gz",
        "stories/rain",
        "examples/one",
    ]
    assert found.absent == ()


def test_what_is_absent_is_said(tmp_path, folder):
    found = public_gold(folder(tmp_path / "polnear", "stories/rain"), split="test")
    assert [each.name for each in found.sets] == ["stories"]
    assert "PolNeAR's test split is absent" in found.absent[0]
    assert "The examples are absent" in found.absent[1]
    assert "no folder was named" in public_gold(None).absent[0]


def test_stories_can_be_chosen(tmp_path, folder):
    found = public_gold(
        folder(tmp_path / "polnear", "stories/rain", "stories/snow"), wanted=lambda part: part == "stories/snow"
    )
    assert [article.ref for article in found.sets[1].articles] == ["snow/01.txt"]


def test_a_limit_is_a_number_of_articles(tmp_path, folder):
    found = public_gold(folder(tmp_path / "polnear", "stories/rain", "stories/snow"), limit=1)
    assert [len(each.articles) for each in found.sets] == [1, 1]


def test_published_figures_are_of_polnear_alone():
    assert reference("polnear dev", "cofenet exact source").published == 83.2
    assert reference("polnear dev", "triple").two_people == 57.6
    assert reference("samples", "triple").two_people is None
