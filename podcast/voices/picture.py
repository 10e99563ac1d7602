"""Convolutions along time as convolutions over a picture that is one point high.

They are the same sums, but onnxruntime has its fast kernels (NCHWc) for pictures only: what makes
sound of Piper's frames takes a fifth less time with them (206 s of speech, 2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

HEIGHT = "height"
"""The name of the axis that a picture has and a row hasn't."""


def as_pictures(model: Any) -> None:
    """Rewrite the convolutions of an onnx.ModelProto that look at more than one point."""
    import onnx

    if any(not each.domain and each.version < 13 for each in model.opset_import):
        return  # then axes are told otherwise; Piper's voices have 15
    graph = model.graph
    rows = {w.name: w for w in graph.initializer if len(w.dims) == 3 and w.dims[2] > 1}
    # A weight that is used otherwise as well stays as it is.
    for node in graph.node:
        for place, name in enumerate(node.input):
            if not (node.op_type == "Conv" and place == 1):
                rows.pop(name, None)
    nodes = [new for node in graph.node for new in _pictured(node, rows)]
    for weight in rows.values():
        weight.dims.insert(2, 1)
    del graph.node[:]
    graph.node.extend(nodes)
    graph.initializer.append(onnx.helper.make_tensor(HEIGHT, onnx.TensorProto.INT64, [1], [2]))


def _pictured(node: Any, rows: dict[str, Any]) -> Iterator[Any]:
    """The node; one that convolves a row, between two which make a picture of it and a row."""
    import onnx

    if node.op_type != "Conv" or node.input[1] not in rows:
        yield node
        return
    (given, *weights), (made,) = node.input, node.output
    facts = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
    facts |= {
        name: [1, *facts[name]]
        for name in ("strides", "dilations", "kernel_shape")
        if name in facts
    }
    if "pads" in facts:
        before, behind = facts["pads"]
        facts["pads"] = [0, before, 0, behind]
    picture = [f"{made}.given", f"{made}.made"]
    yield onnx.helper.make_node("Unsqueeze", [given, HEIGHT], picture[:1])
    yield onnx.helper.make_node(
        "Conv", [picture[0], *weights], picture[1:], name=node.name, **facts
    )
    yield onnx.helper.make_node("Squeeze", [picture[1], HEIGHT], [made])
