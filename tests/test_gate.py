"""The quality gate: what shuts it, and what pinning refuses.

`world` is a folder with gold of one article each for the project's own set, PolNeAR and one story, and floors
beside it; a test runs the gate with a reader that is as good as it says.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from scripts import load_script

from onrecord.vocabulary import Article, Form, Reading, Run, Span, Statement

TEXT = "Rowe said that it rained. Quill denied that it snowed. Brand said that it hailed."
CLAUSES = (
    ("Rowe", "said", "that it rained"),
    ("Quill", "denied", "that it snowed"),
    ("Brand", "said", "that it hailed"),
)


gate = load_script("evaluation/gate.py")


def at(piece: str) -> list[int]:
    start = TEXT.index(piece)
    return [start, start + len(piece)]


ATTRIBUTIONS = [
    {"source": [at(source)], "cue": [[at(source)[1] + 1, at(source)[1] + 1 + len(cue)]], "content": [at(content)]}
    for source, cue, content in CLAUSES
]


WEIGHTS = Run("weights-1", "0")


@dataclass(frozen=True)
class Fake:
    """Finds the first `finds` of the three statements of the text, and none in any other."""

    finds: int
    run: Run = WEIGHTS

    def __call__(self, article: Article) -> Reading:
        statements = tuple(
            Statement(
                article.id,
                Span(*row["source"][0]),
                Span(*row["cue"][0]),
                (Span(*row["content"][0]),),
                Form.INDIRECT,
            )
            for row in (ATTRIBUTIONS[: self.finds] if article.text == TEXT else ())
        )
        return Reading(article, statements, self.run)


Gate = Callable[..., int]


@pytest.fixture
def world(tmp_path: Path) -> Path:
    own = [{**row, "nested_in": None, "kind": "said"} for row in ATTRIBUTIONS]
    (tmp_path / "own.jsonl").write_text(json.dumps({"id": "own", "text": TEXT, "attributions": own}) + "\n")
    polnear = tmp_path / "gold" / "data" / "polnear"
    polnear.mkdir(parents=True)
    with gzip.open(polnear / "dev.jsonl.gz", "wt") as lines:
        lines.write(json.dumps({"id": "p", "text": TEXT, "annotations": [{"attributions": ATTRIBUTIONS}]}) + "\n")
    write_story(tmp_path / "gold" / "stories" / "rain")
    return tmp_path


def write_story(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "01.txt").write_text(TEXT)
    unknown = dict.fromkeys(("on_behalf_of", "count", "said", "channel", "told_to", "claim", "side"))
    statements = [
        {"id": source, "article": "01.txt", "source": source, "cue": cue, "content": content, "form": "indirect"}
        | unknown
        | {"speaker": source, "anonymous": False, "stance": "asserts", "via": []}
        for source, cue, content in CLAUSES
    ]
    article = {"file": "01.txt", "title": "Rain", "publisher": "The Lamp", "published": "2031-03-04", "byline": None}
    parties = [{"id": name, "name": name, "kind": "person", "aliases": [], "roles": []} for name, _, _ in CLAUSES]
    links = {kind: [] for kind in ("claims", "changes", "steady", "conflicts", "contacts", "origins")}
    key = {"story": folder.name, "articles": [article], "parties": parties, "statements": statements} | links
    (folder / "key.json").write_text(json.dumps(key))


@pytest.fixture
def run_gate(world: Path) -> Gate:
    def run(*options: str, finds: int = 3, environment: dict[str, str] | None = None) -> int:
        paths = (
            "--floors",
            str(world / "floors.json"),
            "--own-gold",
            str(world / "own.jsonl"),
            "--own-stories",
            str(world / "own"),
        )
        known = {"ONRECORD_GOLD": str(world / "gold")} if environment is None else environment
        status: int = gate.main([*paths, *options], lambda: Fake(finds), known)
        return status

    return run


def pinned(world: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((world / "floors.json").read_text())
    return found


def test_the_gate_passes_what_was_pinned(run_gate: Gate) -> None:
    assert run_gate("--pin") == 0
    assert run_gate("--require-gold") == 0


def test_pinned_floors_lie_a_slack_below_what_was_measured(run_gate: Gate, world: Path) -> None:
    run_gate("--pin")
    floors = pinned(world)
    assert floors["weights"] == "weights-1"
    assert floors["sets"]["polnear dev"]["floors"]["triple"] == pytest.approx(100 - gate.SLACK["polnear dev"])
    assert set(floors["sets"]["stories"]["digests"]) == {"stories/rain"}


def test_what_is_linked_has_more_slack_where_few_claims_decide() -> None:
    assert gate.slack_of("stories", "conflicts") > gate.slack_of("stories", "speaker") == gate.SLACK["stories"]
    assert gate.slack_of("frozen stories", "conflicts") == gate.SLACK["frozen stories"]


def test_the_gate_fails_without_floors(run_gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_gate() == 1
    assert "found no floors" in capsys.readouterr().err


def test_the_gate_fails_when_quality_drops(run_gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run_gate("--pin")
    assert run_gate(finds=2) == 1
    said = capsys.readouterr().err
    assert "samples, statements: found 80.00; expected at least 98.0" in said
    assert "polnear dev, triple: found 80.00" in said
    assert "stories, statements: found 80.00" in said


def test_the_gate_fails_when_own_gold_has_changed(
    run_gate: Gate, world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_gate("--pin")
    with (world / "own.jsonl").open("a") as lines:
        lines.write(json.dumps({"id": "more", "text": "Nobody spoke.", "attributions": []}) + "\n")
    assert run_gate() == 1
    assert "samples: found own.jsonl changed" in capsys.readouterr().err


def test_the_gate_fails_when_public_gold_has_changed(
    run_gate: Gate, world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_gate("--pin")
    key = world / "gold" / "stories" / "rain" / "key.json"
    key.write_text(key.read_text().replace('"Rain"', '"Heavy rain"'))
    assert run_gate() == 1
    assert "stories: found stories/rain changed" in capsys.readouterr().err


def test_pinning_refuses_to_lower_a_floor(run_gate: Gate, world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_gate("--pin")
    before = pinned(world)
    assert run_gate("--pin", finds=2) == 1
    assert "samples, triple: the floor is 98.0 and would be 78.0" in capsys.readouterr().err
    assert pinned(world) == before


def test_a_floor_is_lowered_when_asked_out_loud(run_gate: Gate, world: Path) -> None:
    run_gate("--pin")
    assert run_gate("--pin", "--lower-deliberately", finds=2) == 0
    assert pinned(world)["sets"]["samples"]["floors"]["triple"] == pytest.approx(78.0)


def test_pinning_raises_floors_unasked(run_gate: Gate, world: Path) -> None:
    run_gate("--pin", finds=2)
    assert run_gate("--pin") == 0
    assert pinned(world)["sets"]["samples"]["floors"]["triple"] == pytest.approx(98.0)


def test_lowering_without_pinning_is_wrong_use(run_gate: Gate) -> None:
    with pytest.raises(SystemExit) as stopped:
        run_gate("--lower-deliberately")
    assert stopped.value.code == 2


def test_without_public_gold_the_own_gold_is_still_checked(run_gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run_gate("--pin")
    assert run_gate(environment={}) == 0
    assert "Public gold is absent" in capsys.readouterr().out
    assert run_gate(environment={}, finds=2) == 1


def test_public_gold_can_be_insisted_on(run_gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run_gate("--pin")
    assert run_gate("--require-gold", environment={}) == 1
    assert "ONRECORD_GOLD: found nothing" in capsys.readouterr().err
    assert run_gate("--require-gold", environment={"ONRECORD_GOLD": "nowhere"}) == 1


def test_a_missing_part_of_public_gold_is_insisted_on_too(
    run_gate: Gate, world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_gate("--pin")
    (world / "gold" / "data" / "polnear" / "dev.jsonl.gz").unlink()
    assert run_gate() == 0
    assert run_gate("--require-gold") == 1
    assert "polnear/dev.jsonl.gz is absent" in capsys.readouterr().err


def test_pinning_without_public_gold_keeps_its_floors(run_gate: Gate, world: Path) -> None:
    run_gate("--pin")
    before = pinned(world)
    assert run_gate("--pin", environment={}) == 0
    assert pinned(world) == before


def test_a_story_that_came_later_moves_no_pinned_figure(
    run_gate: Gate, world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_gate("--pin")
    later = world / "gold" / "stories" / "snow"
    write_story(later)
    (later / "01.txt").write_text("Nothing of the kind. " + TEXT)
    assert run_gate("--require-gold") == 0
    assert "stories/snow is not pinned" in capsys.readouterr().out


def test_damaged_floors_are_named(run_gate: Gate, world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (world / "floors.json").write_text("[]")
    assert run_gate() == 1
    assert "floors.json: found what are no floors" in capsys.readouterr().err
