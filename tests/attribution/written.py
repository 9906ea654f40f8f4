"""What the tests of the reader share: a tokenizer of letters, and scores written by hand in place of a model's.

Every letter, digit and mark is a piece ("map" is m, ##a, ##p), so that no text of these tests lacks a vocabulary.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.attribution.decode import Heads, Scores
from onrecord.attribution.encode import Encoder, Window
from onrecord.attribution.labels import DISTANCES, LINK_TAGS, ROLE_TAGS, forbidden_transitions
from onrecord.vocabulary import Span

MOST_CUES = 8
WIDTH = 4 * MOST_CUES
SURE = 10.0


def letter_tokenizer() -> Tokenizer:
    """WordPiece over single characters, normalised and split as the tokenizer that ships."""
    letters = string.ascii_lowercase + string.digits
    tokens = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        *letters,
        *(f"##{c}" for c in letters),
        *string.punctuation,
        *"“”‘’«»„—–",
    ]
    tokenizer = Tokenizer(WordPiece({t: n for n, t in enumerate(tokens)}, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


@dataclass(frozen=True)
class Wanted:
    """One attribution that the scores shall speak for, by its words; an empty source is none."""

    source: str
    cue: str
    content: tuple[str, ...]

    def spans(self, text: str) -> Iterator[tuple[str, Span]]:
        """Role and span of each part, at its first place in the text."""
        for role, words in (("source", self.source), ("cue", self.cue), *(("content", c) for c in self.content)):
            if words:
                assert words in text, f"{words!r} is not in the text"
                yield role, Span(text.index(words), text.index(words) + len(words))


def hand_heads() -> Heads:
    """Heads that pass on what `scores_for` writes: a view of its own for each cue and link tag, and the rules of the tags."""
    role_steps, role_starts = forbidden_transitions(ROLE_TAGS)
    link_steps, link_starts = forbidden_transitions(LINK_TAGS)
    links = np.zeros((2 * WIDTH, len(LINK_TAGS)), np.float32)
    for at in range(WIDTH):
        links[WIDTH + at, 1 + at % 4] = 2 * SURE
    bias = np.array([SURE, 0, 0, 0, 0], np.float32)
    distance = np.zeros((DISTANCES, WIDTH), np.float32)
    from_roles = np.zeros((len(ROLE_TAGS), len(LINK_TAGS)), np.float32)
    # of a cue's first piece the vector is the view
    first, last, none = (
        np.eye(2 * WIDTH, dtype=np.float32),
        np.zeros((2 * WIDTH,) * 2, np.float32),
        np.zeros(2 * WIDTH, np.float32),
    )
    return Heads(role_steps, role_starts, link_steps, link_starts, distance, links, bias, from_roles, first, last, none)


def covered(window: Window, span: Span) -> np.ndarray:
    """The pieces between the first and the last that touch a span; none where a part of it is outside the window."""
    starts, ends = window.offsets.T
    touched = np.flatnonzero((ends > starts) & (starts < span.end) & (ends > span.start))
    return np.arange(touched[0], touched[-1] + 1) if len(touched) else touched


def scores_for(window: Window, text: str, wanted: Sequence[Wanted]) -> Scores:
    """Scores under which `wanted`, as far as the window shows it, is by far the best reading."""
    length = len(window.pieces)
    roles = np.zeros((length, len(ROLE_TAGS)), np.float32)
    roles[:, 0] = SURE
    piece, vectors = (np.zeros((length, 2 * WIDTH), np.float32) for _ in range(2))
    for nth, attribution in enumerate(wanted):
        view = WIDTH + 4 * nth
        for role, span in attribution.spans(text):
            pieces = covered(window, span)
            if not len(pieces):
                continue
            begin = ROLE_TAGS.index(f"B-{role}")
            roles[pieces[0], begin] = roles[pieces[1:], begin + 1] = 2 * SURE
            if role == "cue":
                vectors[pieces[0], view : view + 4] = 1
            else:
                tag = LINK_TAGS.index(f"B-{role}") - 1
                piece[pieces[0], view + tag] = piece[pieces[1:], view + tag + 1] = 1
    return Scores(roles, piece, vectors)


class HandModel:
    """A model that finds in each window the outermost of the attributions written for its text, and no others."""

    digest = "by-hand"

    def __init__(self, text: str, wanted: Sequence[Wanted], window_pieces: int = 254) -> None:
        self.text, self.wanted = text, wanted
        self.encoder = Encoder(letter_tokenizer(), window_pieces)
        self.heads = hand_heads()
        self.seen: list[str] = []

    def scores(self, window: Window) -> Scores:
        real = window.offsets[window.offsets[:, 1] > 0]
        shown = Span(int(real[0, 0]), int(real[-1, 1]))
        self.seen.append(shown.of(self.text))
        whole = [w for w in self.wanted if all(shown.contains(s) for _, s in w.spans(self.text))]
        return scores_for(window, self.text, [w for w in whole if not any(self._inside(w, other) for other in whole)])

    def _inside(self, one: Wanted, other: Wanted) -> bool:
        contents = [span for role, span in other.spans(self.text) if role == "content"]
        return one is not other and any(
            all(content.contains(span) for _, span in one.spans(self.text)) for content in contents
        )
