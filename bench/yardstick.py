"""The yardstick: matrix products of the model's size, so that speeds of different machines and days can be compared.

One yardstick is the products of encoding one window of 256 pieces through 6 layers of width 384, in float32: for
each layer the four projections of attention, its two products of all pieces with all (as one head), and the two of
the feed-forward part, 1,536 wide; about 6 thousand million operations. Only the products: no softmax, no gathering,
nothing of ours.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

PIECES, WIDTH, INNER, LAYERS = 256, 384, 1536, 6

Matrix = NDArray[np.float32]

# Left and right side of each product of a layer.
SHAPES = (
    *[((PIECES, WIDTH), (WIDTH, WIDTH))] * 4,
    ((PIECES, WIDTH), (WIDTH, PIECES)),
    ((PIECES, PIECES), (PIECES, WIDTH)),
    ((PIECES, WIDTH), (WIDTH, INNER)),
    ((PIECES, INNER), (INNER, WIDTH)),
)

OPERATIONS = 2 * LAYERS * sum(rows * inner * columns for (rows, inner), (_, columns) in SHAPES)
"""Multiplications and additions of one yardstick."""


def measure(threads: int, seconds: float = 1.0) -> float:
    """Yardsticks a second, all threads together.

    The matrix library must work in one thread a product (OPENBLAS_NUM_THREADS=1 before it is loaded), as the model
    does: more than one article is read at a time, never one article in several threads.
    """
    products = _products()
    end = time.perf_counter() + seconds

    def work(_: int) -> int:
        done = 0
        while not done or time.perf_counter() < end:
            for left, right in products:
                np.matmul(left, right)
            done += 1
        return done

    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        done = sum(pool.map(work, range(threads)))
    return done / (time.perf_counter() - began)


def _products() -> list[tuple[Matrix, Matrix]]:
    random = np.random.default_rng(0)
    layer = [tuple(random.standard_normal(shape, dtype=np.float32) for shape in shapes) for shapes in SHAPES]
    return [(left, right) for _ in range(LAYERS) for left, right in layer]
