"""The weights that ship: word pieces → scores.

One window a run, without padding: dynamic int8 takes its scale from everything in a run, so a batch would make an article's result
depend on its neighbours. One thread a run: articles are read side by side instead.
"""

from __future__ import annotations

import io
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.attribution.decode import Heads, Scores
from onrecord.attribution.encode import Encoder, Window
from onrecord.weights import Weights

SHIPPED = Path(__file__).parent / "weights"
FILES = ("reader.onnx", "heads.npz", "tokenizer.json")


class Model:
    """Weights in a folder: reader.onnx, heads.npz, tokenizer.json, and about.json with their digests."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Opens nothing yet: the files are read and checked when they are first needed."""
        self._weights = Weights(folder, FILES)

    @property
    def digest(self) -> str:
        """What the files together are."""
        return self._weights.digest

    @cached_property
    def encoder(self) -> Encoder:
        """Cuts texts into windows with the tokenizer that belongs to the weights."""
        return Encoder(self._weights.tokenizer("tokenizer.json"))

    @cached_property
    def heads(self) -> Heads:
        """The small weights that work outside the graph."""
        data = self._weights.read("heads.npz")
        try:
            arrays = np.load(io.BytesIO(data))
            return Heads(**{name: arrays[name] for name in Heads.__slots__})
        except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
            raise self._weights.unusable("heads.npz", error) from error

    def scores(self, window: Window) -> Scores:
        """What the encoder says of a window. Safe to call from several threads."""
        inputs = {
            "pieces": window.pieces,
            "shapes": window.shapes,
            "quotes": window.quotes,
            "positions": np.arange(len(window.pieces), dtype=np.int64),
        }
        return Scores(*self._session.run(["roles", "piece", "vectors"], inputs))

    @cached_property
    def _session(self) -> Any:
        return self._weights.session("reader.onnx")
