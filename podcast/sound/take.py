"""Clips in a row: trimmed at their edges, with pauses between. Only this module knows pydub."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podcast.errors import AudioError
from podcast.sound import ffmpeg
from podcast.sound.decode import to_wav

with warnings.catch_warnings():
    # It looks for an ffmpeg on PATH and warns when there is none; ours never asks pydub for it.
    warnings.simplefilter("ignore", RuntimeWarning)
    from pydub import AudioSegment

QUIET = -48.0
"""Decibels below a clip's peak under which its edge counts as silence."""
STEP = 10
"""Milliseconds by which an edge is looked for."""
HEAD, TAIL = 30, 80
"""Milliseconds of an edge's silence that stay: the onset of a soft sound, the decay of the last."""
FADE = 8
"""Milliseconds over which an edge fades, so that cutting it never clicks."""

BLOCK = 400
"""Milliseconds of a block by which the level is taken, as in BS.1770."""
GATE = 10.0
"""Decibels below the mean under which a block is a pause, not speech."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a clip is heard in its take, in seconds; `cut` of its own were cut off its head."""

    start: float
    end: float
    cut: float


@dataclass(frozen=True)
class Take:
    """The clips of one segment in a row."""

    samples: bytes
    """Mono, 16 bits, little-endian."""
    rate: int
    level: float
    """Of the speech in it, pauses left out: mean power in dBFS."""
    spans: tuple[Span, ...]
    speed: float = 1.0
    """How much faster than this it will be heard; the pitch stays."""
    quieter: float = 0.0
    """Loudness units by which it stays under the rest."""

    @property
    def seconds(self) -> float:
        """How long it is heard."""
        return len(self.samples) / 2 / self.rate / self.speed


def join(clips: Sequence[Path], pauses: Sequence[float], speed: float = 1.0) -> Take:
    """The clips in a row, to be heard at `speed`, with `pauses[i]` seconds after clip i.

    Raise AudioError for a clip that is no sound.
    """
    sounds = [_load(path) for path in clips]
    rate = sounds[0].frame_rate
    sounds = [s if s.frame_rate == rate else _at_rate(s, rate) for s in sounds]
    parts: list[bytes] = []
    spans: list[Span] = []
    at = 0
    second = 2 * rate * speed  # bytes that are heard in one
    for index, sound in enumerate(sounds):
        trimmed, cut = _trim(sound)
        length = len(trimmed.raw_data)
        spans.append(Span(at / second, (at + length) / second, cut))
        parts.append(trimmed.raw_data)
        at += length
        if index < len(sounds) - 1:
            # A pause is as long as it says, however fast the words are.
            silence = bytes(2 * round(pauses[index] * speed * rate))
            parts.append(silence)
            at += len(silence)
    # Joined once: pydub's += would copy all that came before, for each clip again.
    whole = sounds[0]._spawn(b"".join(parts))
    return Take(whole.raw_data, rate, _level(whole), tuple(spans), speed)


def music(wav: bytes, *, quieter: float = 0.0) -> Take:
    """A sound that isn't speech, whole; raise AudioError when `wav` isn't a WAV."""
    sound, _ = _trim(_sound(wav, "music"))
    length = len(sound.raw_data) / 2 / sound.frame_rate
    span = Span(0.0, length, 0.0)
    return Take(sound.raw_data, sound.frame_rate, _level(sound), (span,), quieter=quieter)


def _load(path: Path) -> Any:
    try:
        return _sound(path.read_bytes(), str(path))
    except OSError as error:
        raise AudioError(f"{path}: {error.strerror}", hint="build again") from error


def _sound(wav: bytes, what: str) -> Any:
    hint = "delete it and build again"
    try:
        sound = AudioSegment.from_wav(io.BytesIO(wav))
    except Exception as error:  # pydub raises whatever its parser stumbles over
        raise AudioError(f"{what}: not a WAV file", hint=hint) from error
    if not sound.raw_data:
        raise AudioError(f"{what}: no sound in it", hint=hint)
    return sound.set_channels(1).set_sample_width(2)


def _at_rate(sound: Any, rate: int) -> Any:
    # By ffmpeg: pydub's own way draws straight lines between samples, and one hears it.
    file = io.BytesIO()
    sound.export(file, format="wav").close()
    arguments = ["-f", "wav", "-i", "pipe:0", "-ar", str(rate), "-f", "wav", "pipe:1"]
    wav, _ = ffmpeg.run(arguments, what="clip", data=file.getvalue())
    return AudioSegment.from_wav(io.BytesIO(to_wav(wav, "wav")))


def _trim(sound: Any) -> tuple[Any, float]:
    """A clip without the silence at its edges, and the seconds cut off at its head."""
    limit = sound.max * 10 ** (QUIET / 20)
    steps = range(0, len(sound), STEP)
    loud = (at for at in steps if sound[at : at + STEP].max > limit)
    first = next(loud, None)
    if first is None:
        return sound, 0.0
    last = next(at for at in reversed(steps) if sound[at : at + STEP].max > limit)
    head = max(0, first - HEAD)
    trimmed = sound[head : last + STEP + TAIL]
    return trimmed.fade_in(FADE).fade_out(FADE), head / 1000


def _level(sound: Any) -> float:
    blocks = [sound[at : at + BLOCK].rms ** 2 for at in range(0, len(sound), BLOCK)]
    mean = sum(blocks) / len(blocks)
    speech = [power for power in blocks if power > mean / 10 ** (GATE / 10)]
    power = sum(speech) / len(speech) if speech else 0.0
    return 10 * math.log10(max(power, 1.0) / 32_768**2)
