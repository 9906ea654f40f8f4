"""Checks that every span of an export is a slice of its article's text.

    onrecord export all --format jsonl --output DIR
    python evaluation/spans.py DIR

Looks at every row of every file, at whatever depth a span stands. Prints how many spans there are of each kind and
field, and each that is none. Ends with 0 where all are slices, 1 where one is not, 2 where there is no export.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SPAN = frozenset({"start", "end", "text"})


@dataclass(frozen=True, slots=True)
class Found:
    """A span of an export, and where it stands. article: the id of the article that it is a slice of."""

    kind: str
    row: str
    field: str
    article: str | None
    span: Mapping[str, Any]


def spans_of(kind: str, row: Mapping[str, Any]) -> Iterator[Found]:
    """Every span in a row, with the id of the nearest article around it."""

    def walk(value: Any, field: str, article: str | None) -> Iterator[Found]:
        if isinstance(value, list):
            for each in value:
                yield from walk(each, field, article)
        elif isinstance(value, dict):
            if value.keys() >= SPAN:
                yield Found(kind, str(row.get("id")), field, article, value)
                return
            article = value.get("article", article)
            for name, each in value.items():
                yield from walk(each, f"{field}.{name}" if field else name, article)

    yield from walk(row, "", None)


def fault(found: Found, texts: Mapping[str, str]) -> str | None:
    """What is wrong with a span; None if it is a slice of its article's text."""
    start, end, text = (found.span[name] for name in ("start", "end", "text"))
    if found.article is None or found.article not in texts:
        return f"of an article that the export lacks ({found.article})"
    whole = texts[found.article]
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(whole):
        return f"[{start}, {end}) of a text of {len(whole)} characters"
    if whole[start:end] != text:
        return f"says {text!r}, but [{start}, {end}) is {whole[start:end]!r}"
    return None


def read_rows(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of an export with its kind."""
    for path in sorted(folder.glob("*.jsonl")):
        # Texts may hold U+2028 and its like: only "\n" ends a row.
        with path.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield path.stem, json.loads(line)


def check(folder: Path) -> tuple[Counter[str], list[str]]:
    """How many spans of each kind and field there are, and a line for each that is no slice."""
    texts = {row["id"]: row["text"] for kind, row in read_rows(folder) if kind == "articles"}
    counts: Counter[str] = Counter()
    faults = []
    for kind, row in read_rows(folder):
        for found in spans_of(kind, row):
            counts[f"{kind}.{found.field}"] += 1
            if wrong := fault(found, texts):
                faults.append(f"{kind} {found.row}, {found.field}: {wrong}")
    return counts, faults


def main(arguments: list[str]) -> int:
    """Check one folder; gives the exit status."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "articles.jsonl").is_file():
        print("spans.py: found no articles.jsonl; expected the folder of `onrecord export all --format jsonl`; name it")
        return 2
    counts, faults = check(Path(arguments[0]))
    for line in faults:
        print(line)
    for name, count in sorted(counts.items()):
        print(f"{count:8,}  {name}")
    print(f"{counts.total():,} spans, {len(faults):,} of them no slices of their article")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
