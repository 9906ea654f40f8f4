"""samples.yaml, marked by hand, → samples.jsonl, with character offsets into the articles as OnRecord stores them.

    python evaluation/gold/build.py            write samples.jsonl
    python evaluation/gold/build.py --check    exit with 1 where samples.jsonl is not what samples.yaml says

Stops, naming the article and the passage, where a passage is missing, stands more than once, or is marked wrongly.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import onrecord
from onrecord.articles import collect
from onrecord.errors import EvaluationError
from onrecord.vocabulary import Article, Kind, Span

GOLD = Path(__file__).parent
SAMPLES = Path(onrecord.__file__).parent / "samples"
ROLES = {"s": "source", "q": "cue", "c": "content"}
GAP = "<...>"
_MARK = re.compile(r"<(?P<closing>/?)(?P<tag>[sqc])>")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One marked attribution: spans into the article, and the place in the list of the one it is nested in."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    nested_in: int | None
    kind: Kind


def read_samples() -> dict[str, Article]:
    """Every sample article under its file's name, with "#1", "#2" where the file holds several."""
    articles: dict[str, Article] = {}
    for path in sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html", ".jsonl"}):
        found = list(collect([str(path)]))
        for number, article in enumerate(found, start=1):
            if not isinstance(article, Article):
                raise EvaluationError(f"found a sample that cannot be read ({article}); expected an article; mend it")
            articles[f"{path.name}#{number}" if path.suffix == ".jsonl" else path.name] = article
    return articles


def marked_spans(passage: str, text: str) -> dict[str, list[Span]]:
    """Where the marked pieces of a passage stand in the text, by role."""
    spans: dict[str, list[Span]] = {role: [] for role in ROLES.values()}
    for part in passage.split(GAP):
        bare, marks = _without_marks(part.strip())
        places = _places(bare, text)
        if len(places) != 1:
            raise EvaluationError(
                f"found the passage {bare!r} {len(places)} times; expected it once; quote exactly, with more around"
            )
        for role, start, end in marks:
            spans[role].append(Span(start, end).shifted(places[0]))
    return spans


def _places(bare: str, text: str) -> list[int]:
    """Where the passage stands as whole words: "he said" does not stand in "she said"."""
    before, after = (r"(?<!\w)" if bare[:1].isalnum() else ""), (r"(?!\w)" if bare[-1:].isalnum() else "")
    return [match.start() for match in re.finditer(before + re.escape(bare) + after, text)]


def _without_marks(part: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The passage without its marks, and (role, start, end) of what they enclosed."""
    bare, at, opened, marks = "", 0, None, []
    for mark in _MARK.finditer(part):
        bare += part[at : mark.start()]
        at = mark.end()
        if mark["closing"]:
            if opened is None or opened[0] != mark["tag"]:
                raise EvaluationError(
                    f"found {mark[0]} that closes nothing in {part!r}; expected its opening mark; add it"
                )
            marks.append((ROLES[mark["tag"]], opened[1], len(bare)))
            opened = None
        elif opened is not None:
            raise EvaluationError(
                f"found {mark[0]} inside another mark in {part!r}; expected marks side by side; close it"
            )
        else:
            opened = (mark["tag"], len(bare))
    if opened is not None:
        raise EvaluationError(f"found <{opened[0]}> that is never closed in {part!r}; expected </{opened[0]}>; add it")
    return bare + part[at:], marks


def resolve(entries: list[dict[str, Any]], text: str) -> list[Attribution]:
    """Every entry of one article with what is within it, outer before nested."""
    found: list[Attribution] = []

    def visit(entry: dict[str, Any], nested_in: int | None) -> None:
        kinds = [kind for kind in Kind if kind.value in entry]
        if len(kinds) != 1 or entry.keys() - {kinds[0].value, "within"}:
            raise EvaluationError(f"found an entry with {sorted(entry)}; expected said or thought, and within; mend it")
        passage = entry[kinds[0].value]
        spans = marked_spans(passage, text)
        _check(spans, passage, found[nested_in] if nested_in is not None else None)
        found.append(
            Attribution(tuple(spans["source"]), tuple(spans["cue"]), tuple(spans["content"]), nested_in, kinds[0])
        )
        place = len(found) - 1
        for inner in entry.get("within", ()):
            visit(inner, place)

    for entry in entries:
        visit(entry, None)
    return found


def _check(spans: dict[str, list[Span]], passage: str, outer: Attribution | None) -> None:
    if not spans["content"] or len(spans["source"]) > 1 or len(spans["cue"]) > 1:
        raise EvaluationError(f"found {passage!r}; expected content, and at most one source and one cue; mark it again")
    if outer is not None and not all(any(o.contains(s) for o in outer.content) for s in spans["content"]):
        raise EvaluationError(
            f"found {passage!r} outside the content that it is nested in; expected it inside; move it"
        )


def build_lines() -> Iterator[str]:
    """The lines of samples.jsonl, one an article, in the order of the files."""
    marked: dict[str, list[dict[str, Any]]] = yaml.safe_load((GOLD / "samples.yaml").read_text(encoding="utf-8"))
    articles = read_samples()
    if marked.keys() != articles.keys():
        odd = sorted(marked.keys() ^ articles.keys())
        raise EvaluationError(
            f"found {odd} only in the samples or only in samples.yaml; expected both; mark or drop them"
        )
    for name, article in articles.items():
        try:
            attributions = resolve(marked[name], article.text)
        except EvaluationError as error:
            raise EvaluationError(f"{name}: {error}") from error
        yield json.dumps(_row(name, article, attributions), ensure_ascii=False) + "\n"


def _row(name: str, article: Article, attributions: list[Attribution]) -> dict[str, Any]:
    def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    return {
        "id": article.ref,
        "file": name,
        "annotator": "a",
        "text": article.text,
        "attributions": [
            {
                "source": pairs(a.source),
                "cue": pairs(a.cue),
                "content": pairs(a.content),
                "nested_in": a.nested_in,
                "kind": a.kind.value,
            }
            for a in attributions
        ],
    }


def main() -> int:
    """Write samples.jsonl, or with --check compare it."""
    target = GOLD / "samples.jsonl"
    built = "".join(build_lines())
    if "--check" not in sys.argv[1:]:
        target.write_text(built, encoding="utf-8", newline="\n")
        return 0
    if not target.exists() or target.read_bytes() != built.encode("utf-8"):
        print(f"found {target.name} that is not what samples.yaml says; run evaluation/gold/build.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
