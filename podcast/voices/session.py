"""A model's session in onnxruntime, set up so that several sentences are spoken at a time."""

from __future__ import annotations

from typing import Any

from podcast.errors import VoiceError


def start(model: str | bytes, label: str) -> Any:
    """An InferenceSession of the model (a path, or its bytes); raise VoiceError when it's none."""
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as state
    except ImportError as error:
        raise VoiceError(
            f"onnxruntime can't be used: {error}", hint="pip install onnxruntime"
        ) from error

    options = onnxruntime.SessionOptions()
    # One thread for a sentence, several sentences at a time: 6 % faster on two cores than two
    # threads for one sentence, and with 6 % less processor time (248 s of speech, 2026-11).
    options.intra_op_num_threads = 1
    options.log_severity_level = 3  # only the command line talks
    names = "Fail InvalidProtobuf InvalidGraph InvalidArgument NoSuchFile NotImplemented"
    # They have no base of their own but Exception.
    errors = tuple(getattr(state, name) for name in names.split())
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except errors as error:
        reason = str(error).splitlines()[0][-160:]
        raise VoiceError(f"{label}: no model of a voice: {reason}", hint="fetch it anew") from error
