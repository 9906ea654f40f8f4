"""The weights that ship: word pieces → scores, in onnxruntime. The only module that knows ONNX.

One window a run, without padding: dynamic int8 takes its scale from everything in a run, so a batch would make an article's result
depend on its neighbours. One thread a run: articles are read side by side instead.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.attribution.decode import Heads, Scores
from onrecord.attribution.encode import Encoder, Window
from onrecord.errors import ModelError

SHIPPED = Path(__file__).parent / "weights"
FILES = ("reader.onnx", "heads.npz", "tokenizer.json")


class Model:
    """Weights in a folder: reader.onnx, heads.npz, tokenizer.json, and about.json with their digests."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Opens nothing yet: the files are read and checked when they are first needed."""
        self._folder = folder

    @cached_property
    def digest(self) -> str:
        """What the files together are, as about.json says; checked against them when they are loaded."""
        return hashlib.sha256("".join(sorted(self._expected.values())).encode()).hexdigest()[:16]

    @cached_property
    def encoder(self) -> Encoder:
        """Cuts texts into windows with the tokenizer that belongs to the weights."""
        # tokenizers brings a client for a model hub; nothing here may reach for a network
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from tokenizers import Tokenizer

        data = self._read("tokenizer.json")
        try:
            return Encoder(Tokenizer.from_str(data.decode("utf-8")))
        except Exception as error:  # tokenizers has no exception type of its own
            raise self._unusable("tokenizer.json", error) from error

    @cached_property
    def heads(self) -> Heads:
        """The small weights that work outside the graph."""
        data = self._read("heads.npz")
        try:
            arrays = np.load(io.BytesIO(data))
            return Heads(**{name: arrays[name] for name in Heads.__slots__})
        except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
            raise self._unusable("heads.npz", error) from error

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
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        data = self._read("reader.onnx")
        # Adding and normalising in one step takes onnxruntime four times as long as in two (LOG.md, 2026-11-30).
        try:
            return onnxruntime.InferenceSession(
                data, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
            )
        except Exception as error:  # onnxruntime has no exception type of its own for a graph it cannot load
            raise self._unusable("reader.onnx", error) from error

    @cached_property
    def _expected(self) -> dict[str, str]:
        """Digests of the files by name."""
        try:
            files = json.loads((self._folder / "about.json").read_text(encoding="utf-8"))["files"]
            return {name: str(files[name]) for name in FILES}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"{self._folder}: found no readable about.json ({error}); expected the weights that came with this "
                "version; install onrecord again"
            ) from error

    def _unusable(self, name: str, error: Exception) -> ModelError:
        """What is said of a file that is whole, but of no use to this code."""
        return ModelError(
            f"{self._folder / name}: found a file that does not load ({error}); expected the one that came with this "
            "version; install onrecord again"
        )

    def _read(self, name: str) -> bytes:
        """A file of the folder, whole, with the digest that it should have."""
        path = self._folder / name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ModelError(
                f"{path}: {error.strerror}; expected the weights of this version; install onrecord again"
            ) from error
        found, expected = hashlib.sha256(data).hexdigest(), self._expected[name]
        if found != expected:
            raise ModelError(
                f"{path}: found a file with digest {found[:12]}; expected {expected[:12]}; install onrecord again"
            )
        return data
