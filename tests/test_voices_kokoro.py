"""Kokoro's real package, with a model of our own that hums: four frames for each phoneme."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from podcast import voice
from podcast.errors import VoiceError
from podcast.recording.cache import samples
from podcast.voice import Voice
from podcast.voices import contract

FRAME = 600
"""Samples, as in Kokoro: 25 ms."""


def humming_model(path: Path) -> None:
    """A model with Kokoro's inputs and output, and durations inside as Kokoro has them."""

    def constant(name: str, value: float, kind: int = TensorProto.FLOAT) -> onnx.NodeProto:
        return helper.make_node(
            "Constant", [], [name], value=helper.make_tensor(name, kind, [], [value])
        )

    nodes = [
        constant("zero", 0.0),
        constant("four", 4.0),
        constant("one", 1.0),
        constant("frame", float(FRAME)),
        constant("pitch", 0.05),
        constant("loud", 0.4),
        helper.make_node("Cast", ["tokens"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["numbers", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "four"], ["lengths"]),
        helper.make_node("Div", ["lengths", "speed"], ["paced"]),
        helper.make_node("Round", ["paced"], ["rounded"]),
        helper.make_node("Clip", ["rounded", "one"], ["durations"]),
        helper.make_node("ReduceSum", ["durations"], ["frames"], keepdims=0),
        helper.make_node("Mul", ["frames", "frame"], ["count"]),
        helper.make_node("Range", ["zero", "count", "one"], ["times"]),
        helper.make_node("Mul", ["times", "pitch"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["wave"]),
        helper.make_node("Mul", ["wave", "loud"], ["audio"]),
        helper.make_node("Identity", ["style"], ["unused"]),
    ]
    graph = helper.make_graph(
        nodes,
        "hum",
        [
            helper.make_tensor_value_info("tokens", TensorProto.INT64, [1, "length"]),
            helper.make_tensor_value_info("style", TensorProto.FLOAT, [1, 256]),
            helper.make_tensor_value_info("speed", TensorProto.FLOAT, [1]),
        ],
        [helper.make_tensor_value_info("audio", TensorProto.FLOAT, ["samples"])],
    )
    opset = helper.make_opsetid("", 17)
    onnx.save(helper.make_model(graph, opset_imports=[opset], ir_version=9), str(path))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("kokoro_onnx", reason="pip install 'briefcast[kokoro]'")
    folder = tmp_path_factory.mktemp("kokoro")
    humming_model(folder / "hum.onnx")
    for name in ("af_heart", "bf_emma"):
        np.zeros((510, 1, 256), np.float32).tofile(folder / f"{name}.bin")
    return folder


def kokoro(folder: Path, name: str = "kokoro", language: str = "en", **more: object) -> Voice:
    settings = {"model": str(folder / "hum.onnx"), "voices": str(folder), **more}
    (chosen,) = voice.choose(name, language, {"kokoro": settings}).voices
    return chosen


def test_it_keeps_the_contract(folder: Path) -> None:
    subject = kokoro(folder)
    assert [f for f in contract.examine(subject) if f.problem and not f.advice] == []


def test_every_word_has_its_time(folder: Path) -> None:
    text = "The end of the road is in the north-west, 30 kilometres away."
    audio = kokoro(folder).say(text)
    found = samples(audio.data)
    assert found is not None
    assert [word.text for word in audio.words] == text.split()
    times = [time for word in audio.words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert found[1] / 2 / found[2] - 0.5 < times[-1] <= found[1] / 2 / found[2]


def test_a_sentence_of_more_phonemes_than_it_takes_is_said_in_pieces(folder: Path) -> None:
    text = " ".join(["the mill stood still in the long dry summer, as was known."] * 16)
    audio = kokoro(folder).say(text)
    assert [word.text for word in audio.words] == text.split()
    times = [time for word in audio.words for time in (word.start, word.end)]
    assert times == sorted(times)


def test_phonemes_may_stand_for_a_name(folder: Path) -> None:
    audio = kokoro(folder).say("[[zəlˈɛnski,]] he said, met [[ʃˈiː dʒɪnpˈɪŋ.]]")
    assert len(audio.words) == 5


@pytest.mark.parametrize(
    ("name", "language", "who"),
    [
        ("kokoro", "en", "heart"),
        ("kokoro", "en-GB", "emma"),
        ("kokoro", "fr-CA", "siwis"),
        ("kokoro:am_michael", "en-GB", "michael"),
    ],
)
def test_the_language_chooses_who_speaks(name: str, language: str, who: str, folder: Path) -> None:
    assert voice.facts(kokoro(folder, name, language)).title == f"Kokoro, {who}"


def test_the_pace_is_part_of_the_id_and_heard(folder: Path) -> None:
    quick, usual = kokoro(folder, pace=2.0), kokoro(folder)
    assert quick.id != usual.id
    text = "Good morning to you all."
    assert len(quick.say(text).data) < 0.7 * len(usual.say(text).data)


@pytest.mark.parametrize("setting", ["model", "voices"])
def test_a_file_that_is_not_there_is_told(folder: Path, setting: str) -> None:
    with pytest.raises(VoiceError, match=r"(?i)no such file"):
        voice.check(kokoro(folder, **{setting: "/nowhere/kokoro"}))


def test_a_voice_that_the_folder_has_not_is_told(folder: Path) -> None:
    with pytest.raises(VoiceError, match=r"no am_adam\.bin"):
        voice.check(kokoro(folder, "kokoro:am_adam"))


def test_a_style_of_another_size_is_told(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "hum.onnx", tmp_path)
    (tmp_path / "af_heart.bin").write_bytes(b"1234" * 10)
    with pytest.raises(VoiceError, match="not a Kokoro voice"):
        kokoro(tmp_path).say("Hello")


@pytest.mark.parametrize(("name", "language"), [("kokoro:zf_xiaoni", "en"), ("kokoro", "ja")])
def test_a_language_that_it_can_not_say_is_told(name: str, language: str, folder: Path) -> None:
    with pytest.raises(VoiceError, match="no Kokoro voice"):
        kokoro(folder, name, language)
