"""Fits the weights of src/onrecord/attribution/who/company.py: what a name is of by the company that it keeps.

    python training/name_kinds.py STORY... --gum FILE [--leave-out N]

Stories give people, bodies and outlets by their keys; twins of them (evaluation/twins.py) teach that names themselves say
little. GUM gives places, works and events too. With --leave-out every N-th part of the stories is scored by weights of the others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.company import KINDS, signs_of_company
from onrecord.attribution.who.coreference import Casting, Scene
from onrecord.attribution.who.descriptions import find_descriptions, find_pronouns
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.names import find_names
from onrecord.attribution.who.page import Page, read_page

OUTPUT = Path(__file__).parents[1] / "src/onrecord/attribution/who/company.json"
OF_GUM = {"person": NameKind.PERSON, "organization": NameKind.ORGANIZATION, "place": NameKind.PLACE}
Example = tuple[set[str], NameKind, float, NameKind | None]  # signs, kind, weight, what the rules alone say


def figures_of(page: Page) -> Iterator[tuple[Figure, set[str]]]:
    """The named figures of a text with their signs."""
    names = find_names(page)
    casting = Casting(page, Scene({}), names, find_descriptions(page, names), find_pronouns(page))
    casting.gather()
    for figure, apposed in casting.named_figures():
        yield figure, signs_of_company(page, figure.names, apposed)


# --- examples ---


def of_story(folder: Path) -> Iterator[Example]:
    """The named figures of a story's articles that its key knows; a name of which it knows no word is weighed little."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    known, words = {}, set()
    for party in key["parties"]:
        for name in (party["name"], *party["aliases"]):
            known[name.lower().removeprefix("the ")] = party["kind"]
        words |= {w for n in (party["name"], *party["aliases"], *party["roles"]) for w in re.findall(r"\w+", n.lower())}
    for article in key["articles"]:
        page = read_page((folder / article["file"]).read_text(encoding="utf-8"))
        for figure, signs in figures_of(page):
            kinds = Counter(k for n in figure.names if (k := known.get(" ".join(n.words).lower().removeprefix("the "))))
            kind = kinds.most_common(1)[0][0] if kinds else None
            if kind in {"person", "organization", "outlet"}:
                yield signs, NameKind(kind), 1.0, figure.kind
            elif kind is None and figure.kind in {NameKind.PLACE, NameKind.THING}:
                yield signs, figure.kind, 0.5, figure.kind


def of_gum(path: Path) -> Iterator[Example]:
    """The named figures of GUM's documents, by the entities that their mentions are."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for document in lines.read().split("# newdoc id")[1:]:
            text, entities = _text_of(document)
            page = read_page(text)
            for figure, signs in figures_of(page):
                kinds = Counter(k for n in figure.names if (k := entities.get(page.words[n.last].start)))
                if kinds:
                    kind = kinds.most_common(1)[0][0]
                    yield signs, OF_GUM.get(kind, NameKind.THING), 0.5, figure.kind


def _text_of(document: str) -> tuple[str, dict[int, str]]:
    """The words of a document, and what the smallest entity around each begins as, by where it begins."""
    text, entities, stack = "", {}, list[str]()
    for line in document.splitlines():
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        misc = dict(part.partition("=")[::2] for part in cells[9].split("|"))
        for mark in re.findall(r"\((\d+)-(\w+)|(\d+)\)", misc.get("Entity", "")):
            if mark[1]:
                stack.append(f"{mark[0]}-{mark[1]}")
        if stack:
            entities[len(text)] = stack[-1].split("-")[1]
        for closed in re.findall(r"(?<![\w-])(\d+)\)|\((\d+)-[^()]*\)", misc.get("Entity", "")):
            number = closed[0] or closed[1]
            stack = [each for each in stack if each.split("-")[0] != number]
        text += cells[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
    return text, entities


# --- softmax regression ---


def fit(examples: Sequence[Example], ridge: float = 2.0, steps: int = 400) -> dict[str, list[float]]:
    """Weights of each sign for each kind, by gradient descent with momentum."""
    counts = Counter(sign for signs, *_ in examples for sign in signs)
    vocabulary = ["always", *sorted(sign for sign, n in counts.items() if n >= 8)]
    place = {sign: at for at, sign in enumerate(vocabulary)}
    x = np.zeros((len(examples), len(vocabulary)))
    for row, (signs, *_) in enumerate(examples):
        x[row, [0, *(place[s] for s in signs if s in place)]] = 1
    y = np.array([[kind is k for k in KINDS] for _, kind, *_ in examples], float)
    weight = np.array([w for _, _, w, _ in examples])[:, None]
    w = np.zeros((len(vocabulary), len(KINDS)))
    velocity = np.zeros_like(w)
    for _ in range(steps):
        scores = x @ w
        p = np.exp(scores - scores.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        gradient = x.T @ ((p - y) * weight) + ridge * w
        velocity = 0.9 * velocity - 0.5 / len(examples) ** 0.5 / 10 * gradient
        w += velocity
    return {sign: [round(float(v), 3) for v in w[at]] for sign, at in place.items()}


def answer(weights: dict[str, list[float]], signs: Iterable[str]) -> tuple[NameKind, float]:
    """The likeliest kind and its share."""
    totals = sum((np.array(weights[s]) for s in {"always", *signs} if s in weights), np.zeros(len(KINDS)))
    p = np.exp(totals - totals.max())
    p /= p.sum()
    return KINDS[int(p.argmax())], float(p.max())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--leave-out", type=int, default=0)
    options = parser.parse_args()
    stories: dict[str, list[Example]] = defaultdict(list)
    for folder in options.stories:
        stories[folder.name] += of_story(folder)  # a twin stays with its story
    gum = list(of_gum(options.gum))
    print(len(gum), "figures of GUM,", sum(map(len, stories.values())), "of stories", file=sys.stderr)
    if options.leave_out:
        tally: Counter[str] = Counter()
        names = sorted(stories)
        for part in range(options.leave_out):
            held = names[part :: options.leave_out]
            weights = fit([e for n in names if n not in held for e in stories[n]] + gum)
            for signs, kind, weight, ruled in (e for n in held for e in stories[n]):
                if weight < 1:
                    continue
                got, _ = answer(weights, signs)
                tally[f"{kind} all"] += 1
                tally[f"{kind} rules"] += (ruled or NameKind.PERSON) is kind
                tally[f"{kind} weighed"] += got is kind
        for name, n in sorted(tally.items()):
            print(name, n)
        return
    weights = fit([e for story in stories.values() for e in story] + gum)
    lines = (f" {json.dumps(sign)}: {json.dumps(row)}" for sign, row in weights.items())
    OUTPUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
