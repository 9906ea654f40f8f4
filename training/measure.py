"""Measures a torch reader on gold articles with the decoder that ships: exact spans a role, whole triples, content characters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import torch
from torch import nn

from corpora import ROLES, GoldArticle
from model import Reader
from onrecord.attribution.decode import Attribution, Heads, Scores, join_windows, read_windows
from onrecord.attribution.encode import Encoder

EDGE = set(" \t\n\r\u00a0.,;:!?\"'“”‘’`")


@dataclass(frozen=True)
class F1:
    """Counts of one measure, in per cent."""

    hit: float
    predicted: float
    gold: float

    @property
    def f1(self) -> float:
        return 200 * self.hit / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


def heads_of(model: Reader) -> Heads:
    """The weights that work outside the encoder, as arrays."""

    def array(tensor: torch.Tensor):
        return tensor.detach().cpu().float().numpy()

    def both(chain: nn.Module):
        return array(chain.steps + chain.forbidden), array(chain.starts + chain.forbidden_starts)

    return Heads(
        *both(model.role_chain), *both(model.link_chain), array(model.distance.weight), array(model.links.weight.T),
        array(model.links.bias), array(model.from_roles.weight.T), array(model.link_first.weight.T),
        array(model.link_last.weight.T), array(model.link_first.bias),
    )  # fmt: skip


@torch.no_grad()
def score_window(model: Reader, window) -> Scores:
    """What the torch model says of one window."""
    device = model.roles.weight.device
    inputs = [torch.from_numpy(a)[None].to(device) for a in (window.pieces, window.shapes, window.quotes)]
    positions = torch.arange(len(window.pieces), device=device)[None]
    return Scores(*(o[0].cpu().float().numpy() for o in model.look(*inputs, positions)))


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space, punctuation and quotation marks at its edges."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return (start, end) if start < end else None


def by_role(text: str, source, cue, content) -> dict[str, tuple[tuple[int, int], ...]]:
    """Trimmed pieces of one attribution by role."""
    spans = {"source": source, "cue": cue, "content": content}
    return {r: tuple(sorted(t for t in (trim(text, a, b) for a, b in spans[r]) if t)) for r in ROLES}


def predicted_roles(text: str, attribution: Attribution) -> dict[str, tuple[tuple[int, int], ...]]:
    """Trimmed pieces of a decoded attribution."""
    pairs = [[(s.start, s.end)] if s else [] for s in (attribution.source, attribution.cue)]
    return by_role(text, *pairs, [(s.start, s.end) for s in attribution.content])


def count_article(text: str, gold: list[dict], predicted: list[dict], weight: float, tally: Counter) -> None:
    """Add one article, against one annotator, to the tally."""

    def add(name: str, one: set, two: set) -> None:
        tally[name, "hit"] += weight * len(one & two)
        tally[name, "gold"] += weight * len(one)
        tally[name, "predicted"] += weight * len(two)

    for role in ROLES:
        g, p = ({s for a in side for s in a[role]} for side in (gold, predicted))
        add(f"exact {role}", g, p)
        if role == "content":
            add("characters content", *({i for a, b in side for i in range(a, b)} for side in (g, p)))
    add("triple", *({(n, *(a[r] for r in ROLES)) for n, a in _numbered(side)} for side in (gold, predicted)))


def _numbered(side: list[dict]):
    seen: Counter = Counter()
    for a in side:
        key = tuple(a[r] for r in ROLES)
        yield seen[key], a
        seen[key] += 1


def measure_articles(model: Reader, encoder: Encoder, articles: list[GoldArticle]) -> dict[str, F1]:
    """All measures over articles; one with several annotators is scored against each and counts once."""
    heads = heads_of(model)
    tally: Counter = Counter()
    for article in articles:
        windows = list(encoder.windows(article.text))
        read = join_windows(article.text, read_windows(windows, [score_window(model, w) for w in windows], heads))
        predicted = [predicted_roles(article.text, a) for a in read]
        for version in article.versions:
            gold = [by_role(article.text, a.source, a.cue, a.content) for a in version]
            count_article(article.text, gold, predicted, 1 / len(article.versions), tally)
    names = dict.fromkeys(name for name, _ in tally)
    return {n: F1(tally[n, "hit"], tally[n, "predicted"], tally[n, "gold"]) for n in names}


def headline(rows: dict[str, F1]) -> str:
    """One line: the figures that a run is chosen by."""
    exact = " / ".join(f"{rows[f'exact {r}'].f1:.1f}" for r in ROLES)
    return f"exact {exact}, triple {rows['triple'].f1:.1f}, content characters {rows['characters content'].f1:.1f}"
