"""A reader without its scaling says what it says with it. Needs torch and onnx, which only training/requirements.txt brings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is installed for training only (training/requirements.txt)")
onnx = pytest.importorskip("onnx", reason="onnx is installed for training only (training/requirements.txt)")
pytest.importorskip("safetensors", reason="safetensors is installed for training only (training/requirements.txt)")

import onnxruntime  # noqa: E402

from export import INPUTS, OUTPUTS, Evened, export_float, quantise  # noqa: E402
from lighten import fold_scales  # noqa: E402
from model import Reader, Shape  # noqa: E402

# torch's older exporter, which export.py uses, warns of its age
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")

SMALL = Shape(layers=2, width=32, heads=4, vocabulary=200, positions=64, link_width=6)


def small_reader() -> Reader:
    torch.manual_seed(0)
    model = Reader(SMALL).eval()
    for layer in model.encoder.layers:
        layer.attend.weight.data *= 8  # sharp enough for a wrong scale to show
        for name in ("widen", "narrow"):
            linear = getattr(layer, name)
            setattr(layer, name, Evened(linear, torch.ones(linear.in_features)))
    return model


def outputs(path: Path, values: list[np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found: list[np.ndarray] = session.run(OUTPUTS, dict(zip(INPUTS, values, strict=True)))
    return found


def test_a_reader_without_scaling_says_the_same_with_fewer_nodes(tmp_path: Path) -> None:
    export_float(small_reader(), tmp_path / "float.onnx")
    quantise(tmp_path / "float.onnx", tmp_path / "reader.onnx")
    before_nodes = len(onnx.load(str(tmp_path / "reader.onnx")).graph.node)
    rng = np.random.default_rng(1)
    values = [rng.integers(0, most, 21) for most in (200, 16, 6)] + [np.arange(21)]
    before = outputs(tmp_path / "reader.onnx", values)
    fold_scales(tmp_path / "reader.onnx")
    assert len(onnx.load(str(tmp_path / "reader.onnx")).graph.node) <= before_nodes - 4
    # a rounding may fall the other way in int8
    for one, other in zip(before, outputs(tmp_path / "reader.onnx", values), strict=True):
        np.testing.assert_allclose(one, other, atol=0.05)


def test_a_graph_without_scaled_queries_is_refused(tmp_path: Path) -> None:
    export_float(small_reader(), tmp_path / "float.onnx")
    quantise(tmp_path / "float.onnx", tmp_path / "reader.onnx")
    fold_scales(tmp_path / "reader.onnx")
    with pytest.raises(SystemExit, match="found no product of scaled queries"):
        fold_scales(tmp_path / "reader.onnx")
