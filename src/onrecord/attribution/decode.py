"""Emissions of one window → attributions: the best tag sequence, then for each cue its own source and content.

Works on plain arrays, so that it can be tested on hand-written scores. Roles follow Pareti et al. 2013, EMNLP.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

MUCH = 0.6
"""The share of the longer of two spans that must be common to both for them to be one content with two opinions on its edges."""

CONTENT = [LINK_TAGS.index("B-content"), LINK_TAGS.index("I-content")]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window. roles: (T, R) emissions; piece: (T, 2W) the view that links are scored from;
    vectors: (T, H) its own, from which cues get theirs."""

    roles: FloatArray
    piece: FloatArray
    vectors: FloatArray


@dataclass(frozen=True, slots=True)
class Heads:
    """The small weights that work outside the encoder: both chains and the link scorer. R = 7, K = 5, W = link width, H = 384."""

    role_steps: FloatArray  # (R, R)
    role_starts: FloatArray  # (R,)
    link_steps: FloatArray  # (K, K)
    link_starts: FloatArray  # (K,)
    distance: FloatArray  # (bins, W)
    links: FloatArray  # (2W, K)
    links_bias: FloatArray  # (K,)
    from_roles: FloatArray  # (R, K)
    link_first: FloatArray  # (H, 2W)
    link_last: FloatArray  # (H, 2W)
    link_bias: FloatArray  # (2W,)


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


def viterbi(chains: Sequence[FloatArray], steps: FloatArray, starts: FloatArray) -> list[IntArray]:
    """The best tag sequence of each chain. chains: emissions (T, L), T may differ → (T,) each. Equal scores favour the lower tag.

    All chains take a step together: a window has too few tags for numpy to be quick at one. The longest come first, so that
    those still going on at a step are a beginning of the rows.
    """
    if not chains:
        return []
    lengths = np.array([len(chain) for chain in chains])
    order = np.argsort(-lengths, kind="stable")
    scores = np.zeros((lengths.max(), len(chains), len(starts)), np.float32)
    for row, at in enumerate(order):
        scores[: lengths[at], row] = chains[at]
    going_on = (lengths > np.arange(len(scores))[:, None]).sum(1).tolist()
    scores[0] += starts
    from_tag = steps[:, None, :]
    for at in range(1, len(scores)):
        some = going_on[at]
        paths = scores[at - 1, :some].T[:, :, None] + from_tag  # (from, chains, to)
        scores[at, :some] += np.maximum.reduce(paths, axis=0)
    best = np.zeros(scores.shape[:2], np.int64)
    ends = lengths[order] - 1
    best[ends, np.arange(len(order))] = scores[ends, np.arange(len(order))].argmax(1)
    to_tag = np.ascontiguousarray(steps.T)
    for at in range(len(scores) - 1, 0, -1):
        some = going_on[at]
        best[at - 1, :some] = (scores[at - 1, :some] + to_tag[best[at, :some]]).argmax(1)
    rows = np.argsort(order)
    return [best[:length, row] for row, length in zip(rows, lengths, strict=True)]


def tagged_runs(tags: IntArray, begin: int) -> list[tuple[int, int]]:
    """First and last position of each run of a role whose B tag is `begin` and whose I tag follows it."""
    runs: list[tuple[int, int]] = []
    places = np.flatnonzero((tags == begin) | (tags == begin + 1))
    for at, tag in zip(places.tolist(), tags[places].tolist(), strict=True):
        if tag == begin or not runs or runs[-1][1] != at - 1:
            runs.append((at, at))
        else:
            runs[-1] = (runs[-1][0], at)
    return runs


def link_emissions(scores: Scores, cues: IntArray, heads: Heads) -> FloatArray:
    """(C, T, K) what each piece is to each cue. cues: (C, 2) first and last piece."""
    width = heads.distance.shape[1]
    first, last = (scores.vectors[cues[:, end]] for end in (0, 1))
    cue = (first @ heads.link_first + heads.link_bias + last @ heads.link_last)[:, None]  # (C, 1, 2W)
    bins = distance_bins(len(scores.roles), cues[:, 0], cues[:, 1])
    added = np.maximum(scores.piece[:, :width] + cue[..., :width] + heads.distance[bins], 0)
    multiplied = scores.piece[:, width:] * cue[..., width:]
    both = np.concatenate([added, multiplied], -1) @ heads.links + heads.links_bias
    found: FloatArray = both + scores.roles @ heads.from_roles
    return found


def read_windows(windows: Sequence[Window], scores: Sequence[Scores], heads: Heads) -> list[WindowReading]:
    """What each window says: attributions in the order of their cues, and the contents that no cue of the window took."""
    tags = viterbi([s.roles for s in scores], heads.role_steps, heads.role_starts)
    cues = [np.array(tagged_runs(t, ROLE_TAGS.index("B-cue")), np.int64).reshape(-1, 2) for t in tags]
    links = _links(scores, cues, heads)
    return [_reading(*of_window) for of_window in zip(windows, tags, cues, links, strict=True)]


def _reading(window: Window, tags: IntArray, cues: IntArray, links: list[IntArray]) -> WindowReading:
    contents = _spans(window, tags, ROLE_TAGS.index("B-content"))
    linked = (_attribution(window, c, k) for c, k in zip(cues, links, strict=True))
    found = [replace(a, content=tuple(_settled(piece, contents) for piece in a.content)) for a in linked if a]
    taken = [s for a in found for s in (a.cue, a.source, *a.content) if s]
    return WindowReading(tuple(found), tuple(c for c in contents if not any(_touch(c, t) for t in taken)))


def _links(scores: Sequence[Scores], cues: Sequence[IntArray], heads: Heads) -> list[list[IntArray]]:
    """For each window the best link tags (T,) of each of its cues.

    Cues may share a source, but what is said is mostly said once: a content that two cues want goes to the one that scores it higher,
    and the other is decoded again without it. A cue that would be left with nothing keeps what it wanted.
    """
    emissions = [link_emissions(s, c, heads) for s, c in zip(scores, cues, strict=True)]
    gains = [e[:, :, CONTENT].max(-1) - e[:, :, 0] for e in emissions]
    links = _decode_links(emissions, heads)
    free = list(links)
    contested = list(range(len(links)))
    while contested := [n for n in contested if _forbid_losers(emissions[n], gains[n], links[n])]:
        for n, again in zip(contested, _decode_links([emissions[n] for n in contested], heads), strict=True):
            links[n] = again
    return [
        [own if _is_content(own).any() else wanted for own, wanted in zip(*of_window, strict=True)]
        for of_window in zip(links, free, strict=True)
    ]


def _decode_links(emissions: Sequence[FloatArray], heads: Heads) -> list[list[IntArray]]:
    """The best link tags of every cue of every window, decoded together."""
    best = iter(viterbi([chain for of_window in emissions for chain in of_window], heads.link_steps, heads.link_starts))
    return [[next(best) for _ in of_window] for of_window in emissions]


def _is_content(tags: IntArray) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (tags == CONTENT[0]) | (tags == CONTENT[1])
    return found


def _forbid_losers(emissions: FloatArray, gain: FloatArray, links: list[IntArray]) -> bool:
    """Forbids every content that several cues of a window want to all but the best of them; says whether there was any.

    emissions: (C, T, K), changed in place. gain: (C, T), how much more a cue scores a piece as content than as nothing.
    """
    if len(links) < 2:
        return False
    wanted = _is_content(np.array(links))
    contested = np.flatnonzero(wanted.sum(0) > 1)
    if not len(contested):
        return False
    for run in np.split(contested, np.flatnonzero(np.diff(contested) > 1) + 1):
        rivals = np.flatnonzero(wanted[:, run].any(1))
        for loser in np.delete(rivals, gain[rivals][:, run].sum(1).argmax()):
            emissions[loser, run[:, None], CONTENT] = FORBIDDEN
    return True


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


def _settled(piece: Span, contents: Iterable[Span]) -> Span:
    """The piece with the edges that the role tags give it, where they see much the same: links learn from the cues of the gold alone,
    tags from every content, and know better where one ends."""
    for tagged in contents:
        shared = min(piece.end, tagged.end) - max(piece.start, tagged.start)
        if shared > MUCH * max(piece.end - piece.start, tagged.end - tagged.start):
            return tagged
    return piece


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
