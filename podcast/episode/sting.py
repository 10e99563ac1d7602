"""The sting: a few notes that open and close an episode, made by code."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy

    Wave = numpy.ndarray[Any, numpy.dtype[numpy.float64]]

RATE = 44_100

Note = tuple[float, float, float]
"""When it is struck, in seconds; its pitch, in half tones from middle A; how hard, 0 to 1."""

RISING: tuple[Note, ...] = (
    # D major with an added ninth, upwards: a question, and the title answers.
    (0.00, -19, 0.6),
    (0.00, -7, 0.8),
    (0.17, 0, 0.75),
    (0.34, 7, 0.8),
    (0.51, 9, 0.7),
    (0.68, 14, 0.9),
)
FALLING: tuple[Note, ...] = (
    # The same, downwards, and home to D.
    (0.00, 14, 0.8),
    (0.20, 9, 0.7),
    (0.40, 7, 0.75),
    (0.60, 0, 0.7),
    (0.85, -7, 0.9),
    (0.85, -19, 0.7),
)
CHIME: tuple[Note, ...] = ((0.00, 7, 0.7), (0.14, 14, 0.9))

PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.28, 1.5), (3.98, 0.16, 2.6), (10.1, 0.03, 6.0))
"""Of a struck bar: how many times the pitch, how loud, how much sooner it dies away."""
RING = 0.55
"""Seconds in which a note falls to a third."""
REST = 1.6
"""Seconds that the last note rings."""
ECHOES = ((0.083, 0.22), (0.131, 0.17), (0.197, 0.12), (0.311, 0.07))
"""Of a small room: seconds later, and how loud."""
PEAK = 0.5


def rising() -> bytes:
    """The sting that opens, as a WAV."""
    return _wav(RISING)


def falling() -> bytes:
    """The sting that closes."""
    return _wav(FALLING)


def chime() -> bytes:
    """Two notes, for a new chapter."""
    return _wav(CHIME)


def _wav(notes: Iterable[Note]) -> bytes:
    import numpy  # 80 ms that a build with nothing to do needn't spend

    notes = tuple(notes)
    seconds = max(start for start, _, _ in notes) + REST
    sound = numpy.zeros(round(seconds * RATE))
    for start, pitch, force in notes:
        first = round(start * RATE)
        sound[first:] += force * _struck(numpy, pitch, len(sound) - first)
    dry = sound.copy()
    for later, part in ECHOES:
        sound[round(later * RATE) :] += part * dry[: -round(later * RATE)]
    # To nothing at the end, so that it joins with silence.
    fade = round(0.6 * RATE)
    sound[-fade:] *= numpy.cos(numpy.linspace(0, numpy.pi / 2, fade)) ** 2
    sound *= PEAK / numpy.abs(sound).max()
    # Rounded well above the last bit of a float, so that every machine gives the same samples.
    samples = numpy.round(sound * 32_767, 3).astype("<i2")
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def _struck(numpy: Any, pitch: float, length: int) -> Wave:
    """A bar of wood or metal, struck softly: it sounds at once and dies away, its height first."""
    time = numpy.arange(length) / RATE
    tone = sum(
        loud
        * numpy.sin(2 * numpy.pi * 440 * 2 ** (pitch / 12) * times * time)
        * numpy.exp(-time * sooner / RING)
        for times, loud, sooner in PARTIALS
    )
    attack = numpy.minimum(1.0, time / 0.006)
    result: Wave = tone * attack
    return result
