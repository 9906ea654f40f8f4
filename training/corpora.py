"""Gold data → windows with labels. Data is read where `--gold` points; none of it is part of this repository."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.attribution.encode import Encoder, Window
from onrecord.attribution.labels import LINK_TAGS, ROLE_TAGS

ROLES = ("source", "cue", "content")
LOOSE_EDGE = " \t\r\n\u00a0.,;:"  # annotators include or leave out these without system; quotation marks they include

ROLE_TAG = {tag: n for n, tag in enumerate(ROLE_TAGS)}
LINK_TAG = {tag: n for n, tag in enumerate(LINK_TAGS)}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of one gold attribution by role."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with every annotator's version of its attributions."""

    id: str
    text: str
    versions: tuple[tuple[Attribution, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its labels. roles: (T,). cues: (C, 2) first and last piece. links: (C, T)."""

    window: Window
    roles: np.ndarray
    cues: np.ndarray
    links: np.ndarray


def digest(path: Path) -> str:
    """sha-256 of a data file, for the log."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def read_polnear(path: Path) -> list[GoldArticle]:
    """PolNeAR as JSON Lines: attributions by annotator, spans as character offsets."""
    articles = []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            versions = tuple(
                tuple(_attribution(row["text"], a) for a in annotation["attributions"])
                for annotation in row["annotations"]
            )
            articles.append(GoldArticle(row["id"], row["text"], versions))
    return articles


def _attribution(text: str, raw: dict) -> Attribution:
    return Attribution(*(tuple(s for s in (_tighten(text, a, b) for a, b in raw[role]) if s) for role in ROLES))


def _tighten(text: str, start: int, end: int) -> tuple[int, int] | None:
    # a colon or a dash alone may be a cue ("Graham: ..."): what is nothing but punctuation keeps it
    edge = LOOSE_EDGE if text[start:end].strip(LOOSE_EDGE) else " \t\r\n\u00a0"
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return (start, end) if start < end else None


def vary_quotes(text: str, rng: random.Random) -> str:
    """The same text, of the same length, with other quotation marks: real pages have every kind, and lose some."""
    draw = rng.random()
    if draw < 0.25:
        text = text.translate(str.maketrans("“”‘’", "\"\"''"))
    elif draw < 0.32:
        text = text.translate(str.maketrans('“”"', "‘’'"))
    if rng.random() < 0.1:
        marks = [n for n, c in enumerate(text) if c in '“”"']
        for at in rng.sample(marks, min(len(marks), 2)):
            text = text[:at] + " " + text[at + 1 :]
    return text


def examples(article: GoldArticle, encoder: Encoder, rng: random.Random | None) -> Iterator[Example]:
    """The windows of an article with labels; with `rng` quotation marks and the annotator are drawn anew."""
    text = vary_quotes(article.text, rng) if rng else article.text
    version = rng.choice(article.versions) if rng else article.versions[0]
    for window in encoder.windows(text):
        yield label(window, version)


def label(window: Window, attributions: tuple[Attribution, ...]) -> Example:
    """Where attributions overlap, the flat tags keep a cue before a source before a content; the links keep all."""
    length = len(window.pieces)
    roles = np.zeros(length, np.int64)
    priority = np.zeros(length, np.int64)
    cues, links = [], []
    for attribution in attributions:
        marked = {role: [_covered(window, s) for s in getattr(attribution, role)] for role in ROLES}
        for rank, role in ((1, "content"), (2, "source"), (3, "cue")):
            for pieces in marked[role]:
                if (
                    len(pieces)
                    and (priority[pieces] <= rank).all()
                    and not (roles[pieces] == ROLE_TAG[f"I-{role}"]).any()
                ):
                    roles[pieces] = ROLE_TAG[f"I-{role}"]
                    roles[pieces[0]] = ROLE_TAG[f"B-{role}"]
                    priority[pieces] = rank
        cue = marked["cue"][0] if marked["cue"] else ()
        if len(cue):
            link = np.zeros(length, np.int64)
            for role in ("source", "content"):
                for pieces in marked[role]:
                    if len(pieces):
                        link[pieces] = LINK_TAG[f"I-{role}"]
                        link[pieces[0]] = LINK_TAG[f"B-{role}"]
            cues.append((cue[0], cue[-1]))
            links.append(link)
    _mend(roles)
    for link in links:
        _mend(link)
    return Example(
        window, roles, np.array(cues, np.int64).reshape(-1, 2), np.array(links, np.int64).reshape(-1, length)
    )


def _covered(window: Window, span: tuple[int, int]) -> np.ndarray:
    """The pieces that a span touches, and the marks between paragraphs that it runs over."""
    start, end = span
    a, b = window.offsets[:, 0], window.offsets[:, 1]
    touched = np.flatnonzero((b > a) & (a < end) & (b > start))
    return np.arange(touched[0], touched[-1] + 1) if len(touched) else touched


def _mend(tags: np.ndarray) -> None:
    """An I whose B was taken by another role becomes a B."""
    for at in range(len(tags)):
        tag = tags[at]
        if tag and tag % 2 == 0 and (at == 0 or tags[at - 1] not in (tag, tag - 1)):
            tags[at] = tag - 1
