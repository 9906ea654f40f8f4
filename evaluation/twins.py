"""Makes twins of stories: the same articles and keys with other names and dates.

    python evaluation/twins.py STORY... --output DIR [--seed 1]

They show what a reader owes to the names that it happens to know. A story is a folder of NN.txt and key.json. Its
twin is DIR/NAME of the same name, so that a DIR called stories can be scored as the stories themselves are. Names
change as renaming.py says, dates as redating.py does; every piece of text in the key is cut from the new text where
the old one stood. Ids in the key stay. Prints, for each story, by how much dates moved and which capitalised words
were left as they are. Ends with 1 where a key holds what its text does not.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from redating import Shift, find_dates, find_shift
from renaming import Names, find_names
from rewriting import Rewriting

PIECES = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Twin:
    """A story retold: its articles' texts by file, its key, and what was done."""

    texts: Mapping[str, str]
    key: dict[str, Any]
    names: Names
    shift: Shift


class TwinError(Exception):
    """A key holds a piece that its text does not, before or after."""


def retell(key: dict[str, Any], texts: Mapping[str, str], seed: int) -> Twin:
    """The twin of a story; the same for the same seed. Raises TwinError."""
    rng = random.Random(f"{seed} {key['story']}")
    names = find_names(key, texts.values(), rng)
    shift = find_shift(_dates(key), rng.choice((-1, 1)) * rng.randint(60, 200))
    published = {article["file"]: date.fromisoformat(article["published"][:10]) for article in key["articles"]}
    rewritten = {
        file: Rewriting(text, [*names.find(text), *find_dates(text, shift, published[file])])
        for file, text in texts.items()
    }
    first_day = min(published.values())

    def free(text: str) -> str:
        """A string of the key that stands in no article."""
        return Rewriting(text, [*names.find(text), *find_dates(text, shift, first_day)]).after

    def piece(file: str, text: str) -> str:
        new = rewritten[file].piece(text)
        if new is None or times(new, rewritten[file].after) != times(text, texts[file]):
            raise TwinError(
                f"{key['story']}/{file}: found {text!r} otherwise in the twin ({new!r}); expected it as often"
            )
        return new

    new_key = _retold_key(key, shift, free, piece)
    return Twin({file: each.after for file, each in rewritten.items()}, new_key, names, shift)


def times(piece: str, text: str) -> int:
    """How often a piece stands in a text as whole words: "he" is not in "the"."""
    return len(re.findall(rf"(?<!\w){re.escape(piece)}(?!\w)", text))


def _dates(key: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    published = {article["file"]: article["published"] for article in key["articles"]}
    for day in published.values():
        yield day[:10], day[:10]
    for statement in key["statements"]:
        if statement["said"]:
            yield statement["said"], published[statement["article"]][:10]
    for contact in key["contacts"]:
        if contact["on"]:
            yield contact["on"], published[contact["article"]][:10]


def _retold_key(key: dict[str, Any], shift: Shift, free: Any, piece: Any) -> dict[str, Any]:
    def moved(value: str | None) -> str | None:
        return shift.value(value) if value else value

    def pieces(file: str, value: Any) -> Any:
        return [piece(file, each) for each in value] if isinstance(value, list) else value and piece(file, value)

    articles = [
        {
            **row,
            "title": free(row["title"]),
            "publisher": free(row["publisher"]),
            "published": moved(row["published"]),
            "byline": row["byline"] and free(row["byline"]),
        }
        for row in key["articles"]
    ]
    parties = [
        {
            **row,
            "name": free(row["name"]),
            "aliases": [free(each) for each in row["aliases"]],
            "roles": [free(each) for each in row["roles"]],
        }
        for row in key["parties"]
    ]
    statements = [
        {**row, **{name: pieces(row["article"], row[name]) for name in PIECES}, "said": moved(row["said"])}
        for row in key["statements"]
    ]
    contacts = [{**row, "on": moved(row["on"]), "text": piece(row["article"], row["text"])} for row in key["contacts"]]
    return {
        **key,
        "articles": articles,
        "parties": parties,
        "statements": statements,
        "claims": [{**row, "text": free(row["text"])} for row in key["claims"]],
        "changes": [{**row, "on": moved(row["on"])} for row in key["changes"]],
        "steady": [{**row, "why": row["why"] and free(row["why"])} for row in key["steady"]],
        "contacts": contacts,
        "origins": [{**row, "why": row["why"] and free(row["why"])} for row in key["origins"]],
    }


def read_story(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """A story's key, and its texts by file, line ends as they are."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    texts = {row["file"]: (folder / row["file"]).read_bytes().decode("utf-8") for row in key["articles"]}
    return key, texts


def write_story(folder: Path, twin: Twin) -> None:
    """Write a twin as a story folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in twin.texts.items():
        (folder / file).write_bytes(text.encode("utf-8"))
    text = json.dumps(twin.key, ensure_ascii=False, indent=1)
    (folder / "key.json").write_text(text + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Make the twins; gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    status = 0
    for folder in options.stories:
        key, texts = read_story(folder)
        try:
            twin = retell(key, texts, options.seed)
        except TwinError as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        write_story(options.output / folder.name, twin)
        print(f"{folder.name}: {len(twin.names.words)} words and {len(twin.names.phrases)} phrases renamed, ", end="")
        print(f"dates moved by {twin.shift.days} days; left as they are: {', '.join(twin.names.kept) or 'nothing'}")
    return status


if __name__ == "__main__":
    sys.exit(main())
