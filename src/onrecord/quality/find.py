"""Where gold lies: the project's own beside the source, public gold in a folder of the user's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.quality import polnear, samples, stories
from onrecord.quality.gold import GoldSet

OWN_GOLD = Path(__file__).parents[3] / "evaluation" / "gold" / "samples.jsonl"
"""In a checkout. Installed without one, the package has no gold of its own: it is for those who change the code."""


@dataclass(frozen=True, slots=True)
class Found:
    """The gold sets that are there, and a sentence for each that is not."""

    sets: tuple[GoldSet, ...]
    absent: tuple[str, ...]

    def __add__(self, other: Found) -> Found:
        return Found(self.sets + other.sets, self.absent + other.absent)


def own_gold(path: Path = OWN_GOLD, *, limit: int | None = None) -> Found:
    """The project's own gold."""
    if not path.is_file():
        return Found((), ("The project's own gold is not here: it comes with the source, not with the package.",))
    return Found((samples.load(path, limit),), ())


def public_gold(
    folder: Path | None,
    *,
    split: str = "dev",
    limit: int | None = None,
    wanted: Callable[[str], bool] = lambda part: True,
) -> Found:
    """The public gold in a folder: data/polnear/SPLIT.jsonl.gz (or without data/), stories/ and examples/.

    wanted: which story folders to take, by the name of their part ("stories/grid-outage").
    """
    if folder is None:
        return Found((), ("Public gold is absent: no folder was named (--gold DIR, or ONRECORD_GOLD).",))
    return _polnear(folder, split, limit) + _stories(folder, limit, wanted)


def _polnear(folder: Path, split: str, limit: int | None) -> Found:
    places = [base / "polnear" / f"{split}.jsonl.gz" for base in (folder / "data", folder)]
    there = next((path for path in places if path.is_file()), None)
    if there is None:
        return Found((), (f"PolNeAR's {split} split is absent: no {places[0]}.",))
    return Found((polnear.load(there, split, limit),), ())


def _stories(folder: Path, limit: int | None, wanted: Callable[[str], bool]) -> Found:
    found = Found((), ())
    for name, about in (("stories", "invented stories"), ("examples", "the model example")):
        folders = [each for each in _story_folders(folder / name) if wanted(f"{name}/{each.name}")]
        if folders:
            found += Found((stories.load(folders, name, f"{about}: what was said, outer and nested", limit),), ())
        else:
            found += Found((), (f"The {name} are absent: no folder with a key.json in {folder / name}.",))
    return found


def _story_folders(folder: Path) -> Sequence[Path]:
    return sorted(path.parent for path in folder.glob("*/key.json"))
