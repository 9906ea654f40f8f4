"""Weights in a folder: files with the digests that about.json gives them, read whole or not at all.

The only module that knows ONNX and tokenizers.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from onrecord.errors import ModelError


class Weights:
    """The files of one model. Nothing is opened before it is asked for."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._folder = folder
        self._names = tuple(names)

    @cached_property
    def digest(self) -> str:
        """What the files together are, as about.json says; each is checked against it when it is read."""
        return hashlib.sha256("".join(sorted(self._expected.values())).encode()).hexdigest()[:16]

    def read(self, name: str) -> bytes:
        """A file, whole, with the digest that it should have."""
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

    def unusable(self, name: str, error: Exception) -> ModelError:
        """What is said of a file that is whole, but of no use to this code."""
        return ModelError(
            f"{self._folder / name}: found a file that does not load ({error}); expected the one that came with this "
            "version; install onrecord again"
        )

    def tokenizer(self, name: str) -> Any:
        """A tokenizer from its file."""
        # tokenizers brings a client for a model hub; nothing here may reach for a network
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from tokenizers import Tokenizer

        data = self.read(name)
        try:
            return Tokenizer.from_str(data.decode("utf-8"))
        except Exception as error:  # tokenizers has no exception type of its own
            raise self.unusable(name, error) from error

    def session(self, name: str) -> Any:
        """A graph, ready to run on one thread."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        data = self.read(name)
        try:
            return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has no exception type of its own for a graph it cannot load
            raise self.unusable(name, error) from error

    @cached_property
    def _expected(self) -> dict[str, str]:
        """Digests of the files by name."""
        try:
            files = json.loads((self._folder / "about.json").read_text(encoding="utf-8"))["files"]
            return {name: str(files[name]) for name in self._names}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"{self._folder}: found no readable about.json ({error}); expected the weights that came with this "
                "version; install onrecord again"
            ) from error
