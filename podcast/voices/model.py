"""The file of a neural voice: fetched once, told apart, made to tell durations, and started."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from podcast.errors import ShowError, VoiceError
from podcast.voices import kept

TIMEOUT = 10.0
"""Seconds without an answer, or without the next part of a file."""
ANEW = "remove the file and fetch it anew; one that came with the install: install that again"
FROM_FILE = "a voice may come from a file as well: see README, Voices"


def check_pace(pace: float, where: str) -> None:
    """Raise ShowError for a pace beyond what a neural voice stands; `where` names the table."""
    if not 0.5 <= pace <= 2:
        raise ShowError(f"{where}: pace = {pace!r}", hint="from 0.5 to 2")


def reach(address: str) -> None:
    """Raise VoiceError when there's no such file, or no network."""
    request = Request(address, method="HEAD")  # noqa: S310 - an address of ours, or a setting
    try:
        with urlopen(request, timeout=TIMEOUT):  # noqa: S310
            return
    except OSError as error:
        raise VoiceError(
            f"the voice isn't here and can't be downloaded: {address}: {error}", hint=FROM_FILE
        ) from error


def fetch(address: str, path: Path) -> None:
    """Download a file, whole or not at all; raise VoiceError when that fails."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with urlopen(address, timeout=TIMEOUT) as answer, beside.open("wb") as file:  # noqa: S310
            shutil.copyfileobj(answer, file)
            length = answer.headers.get("Content-Length")
        if length and beside.stat().st_size != int(length):
            raise OSError("the download broke off")
        beside.replace(path)
    except OSError as error:
        raise VoiceError(f"{address}: {error}", hint=FROM_FILE) from error
    finally:
        beside.unlink(missing_ok=True)


@lru_cache(maxsize=64)
def fingerprint(model: Path) -> str:
    """A few letters that tell this model from others: of its size, beginning and end."""
    try:
        with model.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            head = file.read(1 << 16)
            file.seek(max(0, size - (1 << 16)))
            tail = file.read()
    except OSError as error:
        raise VoiceError(
            f"{model}: {error.strerror}", hint="give the path of a model, NAME.onnx"
        ) from error
    return hashlib.sha256(b"%d" % size + head + tail).hexdigest()[:12]


def with_durations(model: Path) -> str | bytes:
    """The model with its phonemes' durations as a second output, `duration`, if it has any.

    Kept in the user's cache: to add the output at each start would take a second of it.
    """
    name = f"{model.stem}-{fingerprint(model)}"
    patched = kept.find(name, ".onnx")
    if patched:
        return str(patched)
    data = _patched(model)
    return str(model) if data is None else kept.keep(name, ".onnx", data)


def read(path: Path) -> Any:
    """The model as an onnx.ModelProto; None when it's no model: onnxruntime will say what is."""
    import onnx
    from google.protobuf.message import DecodeError

    try:
        return onnx.load(str(path))
    except (DecodeError, OSError):
        return None


def durations(graph: Any) -> str | None:
    """The name of the phonemes' durations in a model's graph; None when it has none to give."""
    rounded = {node.output[0] for node in graph.node if node.op_type == "Round"}
    found = [
        node.output[0]
        for node in graph.node
        # Piper rounds its durations up; Kokoro rounds them, and clips them to one and more.
        if node.op_type == "Ceil" or (node.op_type == "Clip" and node.input[0] in rounded)
    ]
    return str(found[0]) if len(found) == 1 else None


def _patched(path: Path) -> bytes | None:
    """The model's bytes with the output; None when it has none to give, or is no model."""
    import onnx

    model = read(path)
    found = durations(model.graph) if model else None
    if found is None or len(model.graph.output) != 1:
        return None
    model.graph.node.append(onnx.helper.make_node("Identity", [found], ["duration"]))
    model.graph.output.append(onnx.ValueInfoProto(name="duration"))
    data: bytes = model.SerializeToString()
    return data


def simplified(model: bytes) -> bytes:
    """The model as onnxruntime makes it simpler each time that it loads it.

    Done once, loading takes a third of the time (0.3 s for most of Piper's, 2026-11). What comes
    out holds steps of onnxruntime's own: it's for the same version only.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One level less than what is done for this processor alone: that's quick, and left to `start`.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.log_severity_level = 3
    with tempfile.TemporaryDirectory(prefix="podcast-") as folder:
        path = Path(folder, "model.onnx")
        options.optimized_model_filepath = str(path)
        try:
            onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
            return path.read_bytes()
        except _failures():
            return model  # who starts it is told why


def start(model: str | bytes, label: str) -> Any:
    """An InferenceSession of the model, a file's or its bytes; raise VoiceError when it's none."""
    try:
        import onnxruntime
    except ImportError as error:
        raise VoiceError(
            f"onnxruntime can't be used: {error}", hint="pip install onnxruntime"
        ) from error

    options = onnxruntime.SessionOptions()
    # One thread for a sentence, several sentences at a time: 6 % faster on two cores than two
    # threads for one sentence, and with 6 % less processor time (248 s of speech, 2026-11).
    options.intra_op_num_threads = 1
    # No plan of the memory for each length that a sentence has: 395 MiB at most become 335, and
    # it's as fast (253 s of speech, 2026-11).
    options.enable_mem_pattern = False
    options.log_severity_level = 3  # only the command line talks
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except _failures() as error:
        reason = str(error).splitlines()[0][-160:]
        raise VoiceError(f"{label}: no model of a voice: {reason}", hint=ANEW) from error


def _failures() -> tuple[type[Exception], ...]:
    """What onnxruntime raises for a model that is none; it has no base of its own."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    names = "Fail InvalidProtobuf InvalidGraph InvalidArgument NoSuchFile NotImplemented"
    return tuple(getattr(state, name) for name in names.split())


@lru_cache(maxsize=1)
def shrinking() -> Any:
    """How to run a model once more, so that it gives back what its longest sentences needed.

    Else the process stays as large as those made it (581 MiB where 228 MiB are enough, 248 s of
    speech, 2026-11), and mixing comes on top. With every sentence it would cost 5 % of the time.
    """
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options
