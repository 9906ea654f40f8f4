"""Export the claim encoder: torch → ONNX → int8, checked against torch, into src/onrecord/linking/weights.

    python training/export_claims.py training/out/claims/best.pt --mpnet FOLDER --out src/onrecord/linking/weights

As export.py does it for the reader: products per channel in seven bits, both feed-forward products evened out, word
embeddings with a scale a row.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from claims import LONGEST, ClaimEncoder, Pieces, affairs
from export import Evened, Rows, quantise
from mpnet import WIDTH, MPNet
from train_claims import KEPT

FILES = ("claims.onnx", "heads.npz", "tokenizer.json")


class OneSentence(torch.nn.Module):
    """The encoder on one sentence without a batch dimension: none depends on its neighbours."""

    def __init__(self, model: ClaimEncoder) -> None:
        super().__init__()
        self.encoder = model.encoder

    def forward(self, pieces: Tensor, positions: Tensor) -> Tensor:
        """(T,) twice → (H,)."""
        return self.encoder.states(pieces[None], positions)[0].mean(0)


@torch.no_grad()
def even_out(model: ClaimEncoder, cut: Pieces, texts: list[str]) -> None:
    """Even out the inputs of both feed-forward products of every layer, by their sizes on the given texts."""
    largest: dict[torch.nn.Module, Tensor] = {}

    def note(module: torch.nn.Module, inputs: tuple[Tensor, ...], _: Tensor) -> None:
        seen = inputs[0].abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest[module], seen) if module in largest else seen

    parts = [(layer, name) for layer in model.encoder.layers for name in ("widen", "narrow")]
    hooks = [getattr(layer, name).register_forward_hook(note) for layer, name in parts]
    for text in texts:
        model(*cut([text]))
    for hook in hooks:
        hook.remove()
    for layer, name in parts:
        linear = getattr(layer, name)
        setattr(layer, name, Evened(linear, largest[linear]))


def export_float(model: ClaimEncoder, path: Path) -> None:
    """The graph in float32, with a free number of pieces."""
    example = (torch.randint(0, 5, (17,)), torch.arange(17))
    torch.onnx.export(
        OneSentence(model).eval(), example, str(path), input_names=["pieces", "positions"], output_names=["vector"],
        opset_version=17, dynamo=False, dynamic_axes={"pieces": {0: "T"}, "positions": {0: "T"}},
    )  # fmt: skip


@torch.no_grad()
def least_cosine(model: ClaimEncoder, cut: Pieces, path: Path, texts: list[str]) -> float:
    """The smallest cosine between torch's vector and the graph's."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst = 1.0
    for text in texts:
        pieces, real = cut([text])
        wanted = model(pieces, real)[0].numpy()
        got = session.run(["vector"], {"pieces": pieces[0].numpy(), "positions": np.arange(pieces.shape[1])})[0]
        worst = min(worst, float(got @ wanted / np.linalg.norm(got) / np.linalg.norm(wanted)))
    return worst


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--affairs", type=Path, required=True, help="sentences to see sizes on")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    kept = torch.load(args.weights, map_location="cpu", weights_only=True)
    model, cut = ClaimEncoder(MPNet(len(KEPT)), WIDTH), Pieces(args.mpnet)
    model.load_state_dict(kept["weights"])
    model.eval()
    texts = [told.text for affair in affairs(args.affairs) for told in affair][:400:4]
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        export_float(model, plain)
        print(f"float graph: least cosine to torch {least_cosine(model, cut, plain, texts):.6f}")
        small = copy.deepcopy(model)
        even_out(small, cut, texts)
        small.encoder.words = Rows(small.encoder.words)
        export_float(small, plain)
        quantise(plain, args.out / "claims.onnx")
    print(f"int8 graph: least cosine to torch {least_cosine(model, cut, args.out / 'claims.onnx', texts):.4f}")
    np.savez(
        args.out / "heads.npz",
        slope=model.slope.detach().numpy(),
        bias=model.bias.detach().numpy(),
        hidden=model.hidden.weight.detach().numpy().T.copy(),
        hidden_bias=model.hidden.bias.detach().numpy(),
        relation=model.relation.weight.detach().numpy().T.copy(),
        relation_bias=model.relation.bias.detach().numpy(),
        stand_hidden=model.stand_hidden.weight.detach().numpy().T.copy(),
        stand_hidden_bias=model.stand_hidden.bias.detach().numpy(),
        stand=model.stand.weight.detach().numpy().T.copy(),
        stand_bias=model.stand.bias.detach().numpy(),
        longest=np.array(LONGEST),
    )
    shutil.copyfile(args.mpnet / "tokenizer.json", args.out / "tokenizer.json")
    files = {name: hashlib.sha256((args.out / name).read_bytes()).hexdigest() for name in FILES}
    about = json.loads(kept["about"])
    about["config"] = {k: v for k, v in about["config"].items() if k in ("rounds", "rate", "frozen", "seed")}
    (args.out / "about.json").write_text(json.dumps({"files": files, "trained": about}, indent=1) + "\n")
    for file in sorted(args.out.iterdir()):
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
