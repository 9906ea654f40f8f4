"""Emissions of one window → attributions: the best tag sequence, then for each cue its own source and content.

Works on plain arrays, so that it can be tested on hand-written scores. Roles follow Pareti et al. 2013, EMNLP.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.attribution.encode import Window
from onrecord.attribution.labels import FORBIDDEN, LINK_TAGS, ROLE_TAGS, distance_bins
from onrecord.attribution.quotes import MARKS
from onrecord.vocabulary import Span

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

BETWEEN = " \t\r\n\u00a0.,;:!?" + MARKS
"""What may stand between two pieces of one content without parting them."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window. roles: (T, R) emissions; piece, first, last: (T, 2W) views that links are scored from."""

    roles: FloatArray
    piece: FloatArray
    first: FloatArray
    last: FloatArray


@dataclass(frozen=True, slots=True)
class Heads:
    """The small weights that work outside the encoder: both chains and the link scorer. R = 7, K = 5, W = link width."""

    role_steps: FloatArray  # (R, R)
    role_starts: FloatArray  # (R,)
    link_steps: FloatArray  # (K, K)
    link_starts: FloatArray  # (K,)
    distance: FloatArray  # (bins, W)
    links: FloatArray  # (2W, K)
    links_bias: FloatArray  # (K,)
    from_roles: FloatArray  # (R, K)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as decoded, before marks and edges are looked at."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class WindowReading:
    """What one window says. Attributions may still lack content; orphans are contents that no cue took."""

    attributions: tuple[Attribution, ...]
    orphans: tuple[Span, ...]


def viterbi(emissions: FloatArray, steps: FloatArray, starts: FloatArray) -> IntArray:
    """The best tag sequence of each of N chains. emissions: (N, T, L) → (N, T). Equal scores favour the lower tag."""
    count, length, tags = emissions.shape
    back = np.zeros((count, length, tags), np.int64)
    score = starts + emissions[:, 0]
    for at in range(1, length):
        paths = score[:, :, None] + steps
        back[:, at] = paths.argmax(1)
        score = paths.max(1) + emissions[:, at]
    best = np.zeros((count, length), np.int64)
    best[:, -1] = score.argmax(1)
    every = np.arange(count)
    for at in range(length - 1, 0, -1):
        best[:, at - 1] = back[every, at, best[:, at]]
    return best


def tagged_runs(tags: IntArray, begin: int) -> list[tuple[int, int]]:
    """First and last position of each run of a role whose B tag is `begin` and whose I tag follows it."""
    runs: list[tuple[int, int]] = []
    for at in np.flatnonzero((tags == begin) | (tags == begin + 1)):
        if tags[at] == begin or not runs or runs[-1][1] != at - 1:
            runs.append((int(at), int(at)))
        else:
            runs[-1] = (runs[-1][0], int(at))
    return runs


def link_emissions(scores: Scores, cues: IntArray, heads: Heads) -> FloatArray:
    """(C, T, K) what each piece is to each cue. cues: (C, 2) first and last piece."""
    width = heads.distance.shape[1]
    cue = (scores.first[cues[:, 0]] + scores.last[cues[:, 1]])[:, None]  # (C, 1, 2W)
    bins = distance_bins(len(scores.roles), cues[:, 0], cues[:, 1])
    added = np.maximum(scores.piece[:, :width] + cue[..., :width] + heads.distance[bins], 0)
    multiplied = scores.piece[:, width:] * cue[..., width:]
    both = np.concatenate([added, multiplied], -1) @ heads.links + heads.links_bias
    found: FloatArray = both + scores.roles @ heads.from_roles
    return found


def read_window(window: Window, scores: Scores, heads: Heads) -> WindowReading:
    """The attributions of a window, in the order of their cues, and the contents that no cue of the window took."""
    tags = viterbi(scores.roles[None], heads.role_steps, heads.role_starts)[0]
    cues = np.array(tagged_runs(tags, ROLE_TAGS.index("B-cue")), np.int64).reshape(-1, 2)
    found = [
        a for a in (_attribution(window, c, k) for c, k in zip(cues, _links(scores, cues, heads), strict=True)) if a
    ]
    taken = [s for a in found for s in (a.cue, a.source, *a.content) if s]
    contents = _spans(window, tags, ROLE_TAGS.index("B-content"))
    return WindowReading(tuple(found), tuple(c for c in contents if not any(_touch(c, t) for t in taken)))


def _links(scores: Scores, cues: IntArray, heads: Heads) -> IntArray:
    """(C, T) the best link tags of every cue.

    Cues may share a source, but what is said is mostly said once: a content that two cues want goes to the one that scores it higher,
    and the other is decoded again without it. A cue that would be left with nothing keeps what it wanted.
    """
    if not len(cues):
        return np.zeros((0, len(scores.roles)), np.int64)
    emissions = link_emissions(scores, cues, heads)
    content = [LINK_TAGS.index("B-content"), LINK_TAGS.index("I-content")]
    gain = emissions[:, :, content].max(-1) - emissions[:, :, 0]
    free = links = viterbi(emissions, heads.link_steps, heads.link_starts)
    while True:
        wanted = np.isin(links, content)
        contested = np.flatnonzero(wanted.sum(0) > 1)
        if not len(contested):
            emptied = np.flatnonzero(wanted.sum(1) == 0)
            links[emptied] = free[emptied]
            return links
        for run in np.split(contested, np.flatnonzero(np.diff(contested) > 1) + 1):
            rivals = np.flatnonzero(wanted[:, run].any(1))
            for loser in np.delete(rivals, gain[rivals][:, run].sum(1).argmax()):
                emissions[loser, run[:, None], content] = FORBIDDEN
        links = viterbi(emissions, heads.link_steps, heads.link_starts)


def _attribution(window: Window, cue: IntArray, link: IntArray) -> Attribution | None:
    """What the best link tags of one cue say."""
    span = _span(window, int(cue[0]), int(cue[1]))
    if span is None:
        return None
    sources = _spans(window, link, LINK_TAGS.index("B-source"))
    return Attribution(_nearest(sources, span), span, tuple(_spans(window, link, LINK_TAGS.index("B-content"))))


def join_windows(text: str, readings: Iterable[WindowReading]) -> list[Attribution]:
    """The attributions of all windows of a text; those without any content are left out.

    A quotation may run on into the next window, where nothing says whose it is: a content that no cue took goes to the attribution
    that ends right before it, with nothing but white space and quotation marks between.
    """
    found: list[Attribution] = []
    here = 0
    for reading in readings:
        earlier, here = here, len(found)
        found += reading.attributions
        for orphan in reading.orphans:
            for at in range(len(found) - 1, earlier - 1, -1):
                end = max(s.end for s in (found[at].cue, *found[at].content))
                if end <= orphan.start and not text[end : orphan.start].strip(BETWEEN):
                    found[at] = replace(found[at], content=(*found[at].content, orphan))
                    break
    return [a for a in found if a.content]


def _spans(window: Window, tags: IntArray, begin: int) -> list[Span]:
    """The characters of each run of a role."""
    return [s for s in (_span(window, *run) for run in tagged_runs(tags, begin)) if s]


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _span(window: Window, first: int, last: int) -> Span | None:
    """The characters from piece `first` to `last`, without the model's own marks at the ends."""
    offsets = window.offsets[first : last + 1]
    real = offsets[offsets[:, 1] > offsets[:, 0]]
    return Span(int(real[0, 0]), int(real[-1, 1])) if len(real) else None


def _nearest(spans: list[Span], cue: Span) -> Span | None:
    """A statement has one source; of two the nearer to the cue, and of equals the longer."""
    return min(spans, key=lambda s: (max(s.start - cue.end, cue.start - s.end, 0), s.start - s.end), default=None)
