"""Take the scaling of queries and keys out of an exported reader: the same scores come out, to rounding.

torch scales both by the root of a head's width, in every layer and window. Here the scale is a part of the scales by which the
int8 product of a layer is brought back to float, so the int8 numbers stay as they are, and two passes a layer fall away.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, numpy_helper


def fold_scales(path: Path) -> None:
    """Rewrite an int8 graph, as export.py writes it, in place."""
    model = onnx.load(str(path))
    scores = [node for node in model.graph.node if is_scores(model.graph, node)]
    if not scores:
        raise SystemExit(
            f"{path}: found no product of scaled queries and keys; expected a reader as export.py writes it"
        )
    for node in scores:
        fold(model.graph, node)
    drop_unused(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def is_scores(graph: GraphProto, node: NodeProto) -> bool:
    """Whether this is the product of queries and keys of a layer, both scaled before."""
    made = [producer(graph, name) for name in node.input] if node.op_type == "MatMul" else []
    return bool(made) and all(each is not None and each.op_type == "Mul" for each in made)


def fold(graph: GraphProto, scores: NodeProto) -> None:
    """Let queries and keys come out of their layer's product as large as they are wanted."""
    layer = scores.name.rsplit("/", 1)[0]
    added = producer(graph, f"{layer}/attend/Add_output_0")
    product = producer(graph, f"{layer}/attend/MatMul_output_0_output_quantized")
    assert added is not None
    assert product is not None
    bias, scale = added.input[0], product.input[1].replace("_quantized", "_scale")
    for at, initializer in enumerate(graph.initializer):
        if initializer.name in (bias, scale):
            values = numpy_helper.to_array(initializer).copy()
            width = len(values) // 3
            values[: 2 * width] *= np.float32(
                (width / heads_of_layer(graph, layer)) ** -0.25
            )  # the last third is not scaled
            graph.initializer[at].CopyFrom(numpy_helper.from_array(values, initializer.name))
    for at, name in enumerate(list(scores.input)):
        scaled = producer(graph, name)
        assert scaled is not None
        scores.input[at] = scaled.input[0]


def heads_of_layer(graph: GraphProto, layer: str) -> int:
    """How many heads a layer has: what it works on is laid out as (windows, pieces, 3, heads, channels)."""
    shape = producer(graph, f"{layer}/Concat_output_0")
    assert shape is not None
    made = (producer(graph, name) for name in shape.input)
    constants = (numpy_helper.to_array(node.attribute[0].t) for node in made if node and node.op_type == "Constant")
    three, heads = (int(constant.item()) for constant in constants)
    assert three == 3
    return heads


def producer(graph: GraphProto, name: str) -> NodeProto | None:
    """The node that makes a value; None for what comes from outside."""
    return next((node for node in graph.node if name in node.output), None)


def drop_unused(graph: GraphProto) -> None:
    """Take out nodes that nothing needs any more."""
    while True:
        needed = {name for node in graph.node for name in node.input} | {output.name for output in graph.output}
        idle = [node for node in graph.node if needed.isdisjoint(node.output)]
        if not idle:
            return
        for node in idle:
            graph.node.remove(node)
