"""Drawing pairs for a judge who does not know which of them were found to be changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scripts import load_script

judged = load_script("evaluation/judged_changes.py")


def span(text: str, part: str) -> dict[str, object]:
    return {"start": text.index(part), "end": text.index(part) + len(part), "text": part}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    articles, statements, changes = [], [], []
    for n, content in enumerate(("I signed nothing", "I signed it", "the sea is cold", "the choir sang")):
        text = f"It rained. Ada Quill said: {content}."
        articles.append({"id": f"a-{n}", "published": f"2031-03-0{n + 1}", "text": text})
        party = {"id": "q-1" if n < 2 else "q-2", "name": "Ada Quill" if n < 2 else "Bert Orr"}
        statements.append({"id": f"s-{n}", "article": f"a-{n}", "speaker": party, "on_behalf_of": None, "anonymous": False,
                           "kind": "said", "content": [span(text, content)]})  # fmt: skip
    changes.append({"id": "x", "confidence": 0.9, "party": {"name": "Ada Quill"}, "statements": ["s-0", "s-1"]})
    for name, found in (("articles", articles), ("statements", statements), ("changes", changes)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found))
    return tmp_path


def test_changes_are_mixed_with_other_pairs_of_one_party(export: Path) -> None:
    drawn = judged.draw(export, 1)
    assert sorted((a, b, change) for _, a, b, change in drawn) == [("s-0", "s-1", True), ("s-2", "s-3", False)]
    first = judged.sheet(export, drawn)[0]
    assert set(first) == {"pair", "party", "before", "after"}
    assert first["before"]["statement"] in first["before"]["around"]


def test_the_same_seed_draws_the_same(export: Path) -> None:
    assert judged.draw(export, 3) == judged.draw(export, 3)


def test_what_was_judged_is_counted_and_nothing_may_be_missing() -> None:
    key = [{"pair": 1, "change": True}, {"pair": 2, "change": False}]
    verdicts = [{"pair": 1, "real": True}, {"pair": 2, "real": False}]
    assert judged.count(key, verdicts) == {"changes": 1, "real changes": 1, "other pairs": 1, "real other pairs": 0}
    with pytest.raises(SystemExit, match=r"\[2\]"):
        judged.count(key, verdicts[:1])
