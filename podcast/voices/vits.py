"""The kind of model behind Piper, in two parts: text to frames, and frames to sound.

The second part takes most of the memory, and the more the longer a sentence is. But it only looks
a few frames around, so it is run on a window of frames at a time: what is heard is the same, and
two sentences at a time take 125 MiB beside the model where they took 430 (253 s of speech,
2026-11). The parts are kept in the user's cache: to make them at each start would take a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from podcast.voices import kept, model
from podcast.voices.picture import as_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WINDOW = 256
"""Frames at a time: 3 s of most voices. Half of it takes 4 % more time, for what is made twice at
the edges; twice of it 1 % less, and 90 MiB more (206 s of speech, 2026-11)."""
SUFFIX = ".onnx"
FORM = 2
"""Of the parts: raised when they are made otherwise, so that those kept from before aren't used."""

ENTRANCE = "dec.conv_pre.weight"
"""What Piper's training calls the weights of the first step from frames to sound."""
PER_POINT = frozenset({"Add", "Constant", "Div", "LeakyRelu", "Mul", "Tanh", "Unsqueeze"})
"""Steps that make a point of their result of the same point of what they're given."""

REACH, HOP = "reach", "hop"
"""Of the second part's own facts: frames that it looks to each side, samples it makes of one."""


@dataclass(frozen=True)
class Whole:
    """A model that can't be parted: the sound of a sentence in one go."""

    session: Any

    def run(self, inputs: Mapping[str, Any], options: Any = None) -> tuple[Floats, Any]:
        """The sound, and its phonemes' durations in frames where the model tells them."""
        sound, *durations = self.session.run(None, inputs, options)
        return sound.squeeze(), durations[0].squeeze() if durations else None


@dataclass(frozen=True)
class Parted:
    """A model in two parts."""

    frames: Any
    """Gives frames, durations, and what the sound part asks for beside: who speaks."""
    sound: Any
    reach: int
    hop: int

    def run(self, inputs: Mapping[str, Any], options: Any = None) -> tuple[Floats, Any]:
        """The sound, and its phonemes' durations in frames."""
        import numpy as np

        frames, durations, *others = self.frames.run(None, inputs, options)
        name, *names = [each.name for each in self.sound.get_inputs()]
        beside = dict(zip(names, others, strict=True))
        parts = []
        for start, end in windows(frames.shape[2]):
            first = max(0, start - self.reach)
            seen = np.ascontiguousarray(frames[:, :, first : end + self.reach])
            (sound,) = self.sound.run(None, {name: seen, **beside}, options)
            parts.append(sound.reshape(-1)[(start - first) * self.hop : (end - first) * self.hop])
        return np.concatenate(parts), durations.squeeze()


def windows(frames: int) -> Iterator[tuple[int, int]]:
    """Where each window begins and ends: as few as there can be, and all as long.

    200 -> (0, 100), (100, 200)
    """
    count = max(1, ceil(frames / WINDOW))
    for number in range(count):
        yield number * frames // count, (number + 1) * frames // count


def start(path: Path) -> Whole | Parted:
    """The model, ready to run; raise VoiceError when the file is none."""
    parts = _parts(path)
    if parts is None:
        return Whole(model.start(model.with_durations(path), path.name))
    frames, sound = (model.start(part, path.name) for part in parts)
    known = sound.get_modelmeta().custom_metadata_map
    return Parted(frames, sound, int(known[REACH]), int(known[HOP]))


def _parts(path: Path) -> tuple[str | bytes, str | bytes] | None:
    """The two parts, files where there's a place for them; None when it can't be parted."""
    import onnxruntime

    voice, form = f"{path.stem}-{model.fingerprint(path)}", f"{FORM}-{onnxruntime.__version__}"
    names = [f"{voice}.{part}-{form}" for part in ("frames", "sound")]
    frames, sound = (kept.find(name, SUFFIX) for name in names)
    if frames and sound:
        return str(frames), str(sound)
    made = part(model.read(path))
    if made is None:
        return None
    kept.drop(voice, but=form)
    whole = model.simplified(made[0]), made[1]
    first, second = (kept.keep(*each) for each in zip(names, (SUFFIX,) * 2, whole, strict=True))
    return first, second


def part(whole: Any) -> tuple[bytes, bytes] | None:
    """Both parts of an onnx.ModelProto; None for one that isn't built as Piper's are."""
    if whole is None:
        return None
    import onnx

    graph = whole.graph
    entrance = next((node for node in graph.node if ENTRANCE in node.input), None)
    duration = model.durations(graph)
    if entrance is None or duration is None or len(graph.output) != 1:
        return None
    frames = entrance.input[0]
    later = [entrance, *_after(graph.node, entrance.output)]
    constants = [node for node in graph.node if node.op_type == "Constant"]
    needed = {name for node in later for name in node.input}
    later = [node for node in constants if node.output[0] in needed and node not in later] + later
    known = {name for node in later for name in node.output} | {w.name for w in graph.initializer}
    others = sorted(needed - known - {frames, ""})
    spread = {name for node in _after(graph.node, _texts(graph)) for name in node.output}
    found = reach(later, frames, {weight.name: weight for weight in graph.initializer})
    if found is None or spread & set(others):  # only what holds for a whole sentence goes beside
        return None
    made = {id(node) for node in later if node.op_type != "Constant"}
    first = [node for node in graph.node if id(node) not in made]
    around, hop = found
    begin = _model(whole, first, [each.name for each in graph.input], [frames, duration, *others])
    end = _model(whole, later, [frames, *others], [graph.output[0].name])
    onnx.helper.set_model_props(end, {REACH: str(around), HOP: str(hop)})
    as_pictures(end)
    return begin.SerializeToString(), end.SerializeToString()


def _texts(graph: Any) -> list[str]:
    """The inputs that are as long as the text."""
    return [each.name for each in graph.input if each.name in ("input", "input_lengths")]


def _after(nodes: Iterable[Any], names: Iterable[str]) -> list[Any]:
    """The nodes that are made of what has these names, and of each other's."""
    reached, found = set(names), []
    for node in nodes:
        if reached & set(node.input):
            reached |= set(node.output)
            found.append(node)
    return found


def reach(nodes: Iterable[Any], frames: str, weights: Mapping[str, Any]) -> tuple[int, int] | None:
    """How many frames to each side a sample depends on, and how many samples a frame makes.

    None when a node does what isn't known here.
    """
    # Of each result: how far it sees, in frames, and how many points of it there are to a frame.
    seen: dict[str, tuple[Fraction, int]] = {frames: (Fraction(0), 1)}
    far, points = seen[frames]
    for node in nodes:
        given = [seen[name] for name in node.input if name in seen]
        if len({points for _, points in given}) > 1:
            return None
        far, points = max(given, default=(Fraction(0), 1))
        if node.op_type in ("Conv", "ConvTranspose"):
            step = _step(node, weights)
            if step is None:
                return None
            more, times = step
            far, points = far + more / points, points * times
        elif node.op_type not in PER_POINT:
            return None
        if given:
            seen.update(dict.fromkeys(node.output, (far, points)))
    return ceil(far), points


def _step(node: Any, weights: Mapping[str, Any]) -> tuple[Fraction, int] | None:
    """How many points to each side a convolution looks, and how many it makes of one."""
    import onnx

    facts = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
    if node.input[1] not in weights or facts.get("auto_pad", b"NOTSET") != b"NOTSET":
        return None
    kernel = weights[node.input[1]].dims[-1]
    (stride,), (dilation,) = facts.get("strides", [1]), facts.get("dilations", [1])
    before, behind = facts.get("pads", [0, 0])
    wide = dilation * (kernel - 1)
    left = wide - before - behind
    if node.op_type == "Conv":
        return (Fraction(max(before, behind)), 1) if (stride, left) == (1, 0) else None
    if "output_padding" in facts or "output_shape" in facts or left + 1 != stride:
        return None
    return Fraction(max(before, wide - before), stride), stride


def _model(whole: Any, nodes: Iterable[Any], inputs: list[str], outputs: list[str]) -> Any:
    """A model of some nodes, with the weights they need."""
    import onnx

    given = {each.name: each for each in whole.graph.input}
    nodes = list(nodes)
    needed = set(_names(nodes))
    made = onnx.ModelProto()
    made.CopyFrom(onnx.ModelProto(ir_version=whole.ir_version, opset_import=whole.opset_import))
    made.graph.name = whole.graph.name
    made.graph.node.extend(nodes)
    made.graph.initializer.extend(w for w in whole.graph.initializer if w.name in needed)
    for name in inputs:
        kind = onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [None] * 3)
        made.graph.input.append(given.get(name, kind))
    made.graph.output.extend(onnx.ValueInfoProto(name=name) for name in outputs)
    return made


def _names(nodes: Iterable[Any]) -> Iterator[str]:
    """What nodes are given, and what the graphs within them are."""
    for node in nodes:
        yield from node.input
        for attribute in node.attribute:
            yield from _names(attribute.g.node)
            yield from (each.name for each in attribute.g.output)
