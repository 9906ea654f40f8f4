"""What training computes is what the package decodes. Needs torch, which only training/requirements.txt brings."""

from __future__ import annotations

import math
from itertools import pairwise, product

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is installed for training only (training/requirements.txt)")
pytest.importorskip("safetensors", reason="safetensors is installed for training only (training/requirements.txt)")

from attribution.written import letter_tokenizer  # noqa: E402
from measure import heads_of, score_window  # noqa: E402
from model import Chain, Reader, Shape  # noqa: E402
from onrecord.attribution.decode import link_emissions  # noqa: E402
from onrecord.attribution.encode import Encoder  # noqa: E402
from onrecord.attribution.labels import LINK_TAGS, distance_bins  # noqa: E402

SMALL = Shape(layers=1, width=24, heads=2, vocabulary=200, positions=64, link_width=6)


def test_the_loss_of_a_chain_is_that_of_adding_up_every_sequence() -> None:
    torch.manual_seed(0)
    chain = Chain(LINK_TAGS)
    torch.nn.init.normal_(chain.steps)
    emissions = torch.randn(2, 4, len(LINK_TAGS))
    gold = torch.tensor([[0, 1, 2, 0], [3, 4, 0, 0]])
    real = torch.tensor([[True] * 4, [True, True, True, False]])
    steps = (chain.steps + chain.forbidden).detach()
    starts = (chain.starts + chain.forbidden_starts).detach()

    def score(row: int, path: tuple[int, ...]) -> float:
        total = starts[path[0]] + sum(emissions[row, at, tag] for at, tag in enumerate(path))
        return float(total + sum(steps[a, b] for a, b in pairwise(path)))

    for row, length in ((0, 4), (1, 3)):
        paths = product(range(len(LINK_TAGS)), repeat=length)
        whole = math.log(sum(math.exp(score(row, path)) for path in paths))
        wanted = whole - score(row, tuple(gold[row, :length].tolist()))
        assert chain.loss(emissions, gold, real)[row].item() == pytest.approx(wanted, abs=1e-3)


def test_links_in_numpy_are_the_links_in_torch() -> None:
    torch.manual_seed(0)
    model = Reader(SMALL).eval()
    (window,) = Encoder(letter_tokenizer()).windows("Ann said it was old.")
    scores = score_window(model, window)
    cues = np.array([[4, 7]])
    with torch.no_grad():
        roles, piece, vectors = (torch.from_numpy(v) for v in (scores.roles, scores.piece, scores.vectors))
        first, last = model.link_first(vectors[cues[:, 0]]), model.link_last(vectors[cues[:, 1]])
        bins = torch.from_numpy(distance_bins(len(scores.roles), cues[:, 0], cues[:, 1]))
        wanted = model.link(roles[None], piece[None], first, last, bins)
    np.testing.assert_allclose(link_emissions(scores, cues, heads_of(model)), wanted.numpy(), atol=1e-4)
