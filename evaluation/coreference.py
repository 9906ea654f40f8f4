"""How well names and pronouns of an article are given to whom they mean: MUC, B3 and CEAF of GUM's dev part.

    python evaluation/coreference.py --gold FOLDER [--genre news]

FOLDER holds gum/dev.conllu.gz. Mentions are GUM's of persons and organisations whose head is a name or a personal pronoun of the
third person; mentions of ours that meet none of these are left out of account, since GUM's others (descriptions, things) are
not asked for here, and gold mentions that we do not find stay alone. So this is coreference over names and pronouns,
found by ourselves, and not the score of the whole task. CEAF is the one over entities (phi 4); CoNLL is the mean of the three.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.attribution.who.coreference import Scene, cast_of
from onrecord.attribution.who.page import read_page

KINDS = ("person", "organization")
_PRONOUNS = "he him his himself she her hers herself it its itself they them their theirs themselves"
PRONOUNS = frozenset(_PRONOUNS.split())

Clusters = Sequence[frozenset[str]]


@dataclass(slots=True)
class Document:
    """A text of GUM with its mentions: entity → [start, end) of each, and the genre it is of."""

    name: str
    genre: str
    text: str
    mentions: list[tuple[str, int, int]] = field(default_factory=list)


# ---------------------------------------------------------------- GUM


def documents(lines: Iterable[str]) -> Iterator[Document]:
    """The texts of a CoNLL-U file with their mentions of persons and organisations by name or pronoun."""
    block: list[str] = []
    for line in lines:
        if line.startswith("# newdoc id") and block:
            yield _document(block)
            block = []
        block.append(line)
    if block:
        yield _document(block)


def _document(lines: Sequence[str]) -> Document:
    name = lines[0].split("=")[1].strip()
    text, tokens = "", list[tuple[int, int, str, str]]()  # start, end, tag, MISC
    for line in lines:
        if line.startswith("# newpar") and text and "block" not in line:
            text = text.rstrip() + "\n\n"
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            tokens.append((len(text), len(text) + len(cells[1]), cells[3], cells[9]))
            text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
    document = Document(name, name.split("_")[1], text)
    document.mentions = sorted(_mentions(text, tokens), key=lambda m: (m[1], -m[2]))
    return document


def _mentions(text: str, tokens: Sequence[tuple[int, int, str, str]]) -> Iterator[tuple[str, int, int]]:
    open_: defaultdict[str, list[int]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for at, (_, end, _, misc) in enumerate(tokens):
        entity = re.search(r"Entity=([^|]+)", misc)
        for opening, label, closing in re.findall(r"(\()?([^()]+)(\))?", entity.group(1)) if entity else ():
            parts = label.split("-")
            if opening:
                kinds[parts[0]] = parts[1]
                open_[parts[0]].append(at)
            if closing:
                first = open_[parts[0]].pop()
                if kinds[parts[0]] in KINDS and _counts(text, tokens[first : at + 1]):
                    yield parts[0], tokens[first][0], end


def _counts(text: str, tokens: Sequence[tuple[int, int, str, str]]) -> bool:
    """Whether a mention is a name or a pronoun of the third person."""
    if len(tokens) == 1 and text[tokens[0][0] : tokens[0][1]].lower() in PRONOUNS:
        return True
    tags = [tag for _, _, tag, _ in tokens if tag not in {"PUNCT", "DET", "ADP", "PART"}]
    return bool(tags) and tags[0] == "PROPN"


# ---------------------------------------------------------------- ours


def found(document: Document) -> list[tuple[int, str]]:
    """Which of the gold mentions (by number) we give to which figure."""
    casting = cast_of(read_page(document.text), Scene({}), None)
    places = {name.last for name in casting.names} | {pronoun.place for pronoun in casting.pronouns}
    heads = sorted(
        (casting.page.words[at].start, figure.number) for at, figure in casting.cast.at.items() if at in places
    )
    pairs = []
    for number, (_, start, end) in enumerate(document.mentions):
        inside = [figure for offset, figure in heads if start <= offset < end]
        if inside:
            pairs.append((number, str(inside[0])))
    return pairs


def clusters_of(pairs: Iterable[tuple[int, str]]) -> Clusters:
    """Mentions by whom they mean."""
    grouped: defaultdict[str, set[str]] = defaultdict(set)
    for mention, whom in pairs:
        grouped[whom].add(str(mention))
    return [frozenset(group) for group in grouped.values()]


# ---------------------------------------------------------------- measures


def muc(key: Clusters, other: Clusters) -> tuple[float, float]:
    """Links of `key` that `other` has, and all of them (Vilain et al. 1995): the recall of `other`."""
    where = {mention: number for number, cluster in enumerate(other) for mention in cluster}
    kept = sum(len(c) - len({where.get(m, f"alone {m}") for m in c}) for c in key)
    return kept, sum(len(c) - 1 for c in key)


def b_cubed(key: Clusters, other: Clusters) -> tuple[float, float]:
    """Per mention of `key` the share of its cluster that is with it in `other` (Bagga and Baldwin 1998)."""
    where = {mention: cluster for cluster in other for mention in cluster}
    share = sum(len(c & where.get(m, frozenset())) / len(c) for c in key for m in c)
    return share, sum(len(c) for c in key)


def ceaf(key: Clusters, other: Clusters) -> float:
    """The best one-to-one likeness of clusters, phi 4 (Luo 2005), by greedy choice: an exact one differs by little."""
    likes = sorted(
        ((2 * len(a & b) / (len(a) + len(b)), i, j) for i, a in enumerate(key) for j, b in enumerate(other) if a & b),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = set(), set()
    total = 0.0
    for like, i, j in likes:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            total += like
    return total


class Tally:
    """Sums over documents."""

    def __init__(self) -> None:
        self.sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])

    def add(self, gold: Clusters, ours: Clusters) -> None:
        """One more document."""
        for name, measure in (("MUC", muc), ("B3", b_cubed)):
            for at, value in enumerate((*measure(gold, ours), *measure(ours, gold))):
                self.sums[name][at] += value
        same = ceaf(gold, ours)
        for at, value in enumerate((same, len(gold), same, len(ours))):
            self.sums["CEAF"][at] += value

    def f1(self, name: str) -> float:
        """In per cent."""
        hit, gold, right, ours = self.sums[name]
        recall, precision = hit / gold if gold else 0.0, right / ours if ours else 0.0
        return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


def main() -> int:
    """Print the measures; 1 where the gold is absent."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--genre", help="only this one: news, interview, bio, ...")
    options = parser.parse_args()
    path = options.gold / "gum/dev.conllu.gz"
    if not path.exists():
        print(f"no {path}", file=sys.stderr)
        return 1
    tally, seen, met = Tally(), 0, 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for document in documents(lines):
            if options.genre in {None, document.genre}:
                pairs = found(document)
                seen, met = seen + len(document.mentions), met + len(pairs)
                tally.add(clusters_of((n, m[0]) for n, m in enumerate(document.mentions)), clusters_of(pairs))
    scores = {name: tally.f1(name) for name in ("MUC", "B3", "CEAF")}
    print(f"{seen} mentions, {met} of them found; F1 in per cent")
    print(*(f"{name} {score:.1f}" for name, score in scores.items()), f"CoNLL {sum(scores.values()) / 3:.1f}", sep="  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
