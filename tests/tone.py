"""A voice for tests: hums 50 ms a letter, is silent at spaces, and remembers what it said."""

from __future__ import annotations

import io
import math
import wave
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from podcast.voice import Audio, Word

RATE = 22_050
LETTER = 0.05
"""Seconds a letter."""


@dataclass
class ToneVoice:
    """`--voice tests.tone:ToneVoice`; a real WAV, the same bytes for the same text.

    The pitch comes of the word, so two sentences never sound alike.
    """

    detail: str = ""
    language: str = "en"
    settings: Mapping[str, Any] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    """Each text that it was asked for, in the order of asking."""

    @property
    def id(self) -> str:
        return f"tone:{self.detail}" if self.detail else "tone"

    def say(self, text: str) -> Audio:
        self.said.append(text)
        frames = bytearray()
        words = []
        for word in text.split():
            start = len(frames) / 2 / RATE
            frames += hum(word)
            words.append(Word(word, start, len(frames) / 2 / RATE))
            frames += bytes(2 * round(RATE * LETTER))
        return Audio(wav(bytes(frames)), "wav", tuple(words))


def hum(word: str) -> bytes:
    """The word as 16-bit samples, fifty milliseconds a letter, between 120 and 600 Hz."""
    pitch = 120 + 20 * (zlib.crc32(word.encode()) % 25)  # whole waves in 50 ms: no clicks
    count = round(RATE * LETTER)
    wave_ = (round(8000 * math.sin(2 * math.pi * pitch * i / RATE)) for i in range(count))
    return array("h", wave_).tobytes() * len(word)


def wav(frames: bytes, rate: int = RATE) -> bytes:
    """Mono 16-bit samples as a WAV file."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(frames)
    return buffer.getvalue()
