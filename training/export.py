"""Export a trained reader: torch → ONNX → int8, checked against torch, into the package's weights folder.

    python training/export.py training/out/reader/best.pt --minilm FOLDER --out src/onrecord/attribution/weights

Dynamic quantisation, per channel, with weights in seven bits: without special instructions eight bits saturate, and results would
differ from machine to machine. Only the encoder's products are quantised; tags and links keep full precision.
"""

from __future__ import annotations

import argparse
import copy
import dataclasses
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor

from lighten import fold_scales
from measure import heads_of, score_window
from model import Reader, load
from onrecord.attribution.decode import Heads
from onrecord.attribution.encode import Encoder, Window
from onrecord.attribution.labels import LINK_TAGS, ROLE_TAGS

SAMPLES = Path(__file__).parents[1] / "src/onrecord/samples"
EVENNESS = 0.8  # of 0.5, 0.7, 0.8, 0.85, 0.9 on held-out articles (LOG.md, 2026-11-23)
MORE_OF_ROLES = 0.1  # of 0, 0.05, 0.1, 0.2 on held-out articles (LOG.md, 2026-11-24)
INPUTS = ["pieces", "shapes", "quotes", "positions"]
OUTPUTS = ["roles", "piece", "vectors"]


class Rows(torch.nn.Module):
    """Word embeddings in int8 with a scale a row. (The quantiser knows one scale a table only, which costs as much as all products do.)"""

    def __init__(self, table: torch.nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """(B, T) → (B, T, H)."""
        return self.rows[pieces].float() * self.scale[pieces]


class Evened(torch.nn.Module):
    """A linear layer whose inputs are brought to like size a channel, the weights taking up the difference (Xiao et al. 2023, SmoothQuant).

    A few channels are ten times as large as the others, and one scale has to serve them all: without this, int8 costs 0.7 points of F1.
    """

    def __init__(self, linear: torch.nn.Linear, largest: Tensor) -> None:
        super().__init__()
        weights = linear.weight.detach()
        scale = largest.clamp_min(1e-3) ** EVENNESS / weights.abs().amax(0).clamp_min(1e-4) ** (1 - EVENNESS)
        scale = scale / scale.mean()
        self.inverse = torch.nn.Parameter(1 / scale)
        self.linear = torch.nn.Linear(linear.in_features, linear.out_features)
        self.linear.weight = torch.nn.Parameter(weights * scale)
        self.linear.bias = linear.bias

    def forward(self, x: Tensor) -> Tensor:
        """The same result as the layer it stands for."""
        return self.linear(x * self.inverse)


@torch.no_grad()
def even_out(model: Reader, windows: list[Window]) -> None:
    """Even out the inputs of both feed-forward products of every layer, by their sizes on the given windows."""
    largest: dict[torch.nn.Module, Tensor] = {}

    def note(module: torch.nn.Module, inputs: tuple[Tensor, ...], _: Tensor) -> None:
        seen = inputs[0].abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest[module], seen) if module in largest else seen

    parts = [(layer, name) for layer in model.encoder.layers for name in ("widen", "narrow")]
    hooks = [getattr(layer, name).register_forward_hook(note) for layer, name in parts]
    for window in windows:
        score_window(model, window)
    for hook in hooks:
        hook.remove()
    for layer, name in parts:
        linear = getattr(layer, name)
        setattr(layer, name, Evened(linear, largest[linear]))


def sample_windows(tokenizer: Path) -> list[Window]:
    """The windows of the project's own samples: text to see sizes on that may be shown to anybody."""
    encoder = Encoder(Tokenizer.from_file(str(tokenizer)))
    return [
        window for path in sorted(SAMPLES.glob("*.txt")) for window in encoder.windows(path.read_text(encoding="utf-8"))
    ]


class OneWindow(torch.nn.Module):
    """The reader on one window without a batch dimension: windows are run one by one, so that none depends on its neighbours."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, positions: Tensor) -> tuple[Tensor, ...]:
        """(T,) each → (T, R), (T, 2W), (T, H)."""
        return tuple(o[0] for o in self.reader.look(pieces[None], shapes[None], quotes[None], positions[None]))


def export_float(model: Reader, path: Path) -> None:
    """The graph in float32, with a free number of pieces."""
    example = tuple(torch.randint(0, 5, (37,)) for _ in INPUTS)
    torch.onnx.export(
        OneWindow(model).eval(), example, str(path), input_names=INPUTS, output_names=OUTPUTS, opset_version=17, dynamo=False,
        dynamic_axes={name: {0: "T"} for name in INPUTS + OUTPUTS},
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """int8 for the products with weights inside the encoder."""
    graph = onnx.load(str(source)).graph
    weights = {i.name for i in graph.initializer}
    wide = [n.name for n in graph.node if n.op_type == "MatMul" and n.input[1] in weights and "/encoder/" in n.name]
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_quantize=wide,
    )


def with_ear_to_roles(heads: Heads) -> Heads:
    """The heads, with links that listen a little more to the role tags: what is a content by its tags is one to some cue.

    Trained links miss contents that the tags see; a tenth more weight finds them (LOG.md, 2026-11-24).
    """
    from_roles = heads.from_roles.copy()
    for tag in ("B-content", "I-content"):
        from_roles[ROLE_TAGS.index(tag), LINK_TAGS.index(tag)] += MORE_OF_ROLES
        from_roles[ROLE_TAGS.index("O"), LINK_TAGS.index(tag)] -= MORE_OF_ROLES
    return dataclasses.replace(heads, from_roles=from_roles)


def largest_difference(model: Reader, path: Path, windows: int = 8) -> float:
    """The largest difference between torch and an exported graph in role emissions, on drawn windows."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(0)
    worst = 0.0
    for _ in range(windows):
        T = int(rng.integers(5, 250))
        values = [rng.integers(1000, 30000, T), rng.integers(0, 16, T), rng.integers(0, 6, T), np.arange(T)]
        got = session.run(OUTPUTS, dict(zip(INPUTS, values, strict=True)))
        with torch.no_grad():
            wanted = model(*(torch.from_numpy(v)[None] for v in values))
        worst = max(worst, float(np.abs(got[0] - wanted[0][0].numpy()).max()))
    return worst


def main() -> None:
    """Export, check, and write what belongs together: reader.onnx, heads.npz, tokenizer.json, about.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model = load(args.weights)
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        export_float(model, plain)
        difference = largest_difference(model, plain)
        print(f"float graph: largest difference from torch {difference:.2e}")
        if difference > 1e-3:
            raise SystemExit("the exported graph does not compute what torch computes; nothing was written")
        small = copy.deepcopy(model)
        even_out(small, sample_windows(args.minilm / "tokenizer.json"))
        small.encoder.words = Rows(small.encoder.words)
        export_float(small, plain)
        print(f"evened out, int8 word embeddings: largest difference from torch {largest_difference(model, plain):.2f}")
        quantise(plain, args.out / "reader.onnx")
        fold_scales(args.out / "reader.onnx")
    print(f"int8 graph: largest difference from torch {largest_difference(model, args.out / 'reader.onnx'):.2f}")
    heads = with_ear_to_roles(heads_of(model))
    np.savez(args.out / "heads.npz", **{name: getattr(heads, name) for name in heads.__slots__})
    shutil.copyfile(args.minilm / "tokenizer.json", args.out / "tokenizer.json")
    about = json.loads(torch.load(args.weights, map_location="cpu", weights_only=True)["about"])
    files = {
        f: hashlib.sha256((args.out / f).read_bytes()).hexdigest()
        for f in ("reader.onnx", "heads.npz", "tokenizer.json")
    }
    (args.out / "about.json").write_text(json.dumps({"files": files, "trained": about}, indent=1) + "\n")
    for file in sorted(args.out.iterdir()):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
