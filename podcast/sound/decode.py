"""Encoded sound as samples."""

from __future__ import annotations

import io
import wave
from pathlib import Path

from podcast.errors import AudioError
from podcast.sound import ffmpeg

HEADER = 44
"""Bytes before the samples in the WAV that ffmpeg writes to a pipe when told to be exact."""


def to_wav(data: bytes, format: str) -> bytes:
    """`data` (mp3, wav, ogg, flac) as a mono 16-bit WAV at its own rate.

    Raise AudioError when it can't be decoded, or holds no sound.
    """
    if not data:
        raise AudioError(f"{format}: no sound in it", hint="ask the voice again")
    # The format is said, never guessed, and only the pipe may be read: the bytes come from
    # elsewhere, and must not turn out to be a playlist that names files or addresses.
    arguments = ["-protocol_whitelist", "pipe", "-f", format, "-i", "pipe:0", "-map", "0:a:0"]
    arguments += ["-ac", "1", "-c:a", "pcm_s16le", "-bitexact", "-f", "wav", "pipe:1"]
    wav, _ = ffmpeg.run(arguments, what=format, data=data)
    samples = wav[HEADER:]
    if not samples:
        raise AudioError(f"{format}: no sound in it", hint="ask the voice again")
    # A pipe can't be wound back, so ffmpeg leaves the lengths in its header open.
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(int.from_bytes(wav[24:28], "little"))
        out.writeframes(samples)
    return file.getvalue()


def samples(path: Path, rate: int, start: float, seconds: float) -> bytes:
    """A stretch of a file as mono 16-bit samples at `rate` hertz; raise AudioError if it can't."""
    stretch = ["-ss", f"{start:.3f}", "-t", f"{seconds:.3f}", "-i", f"file:{path}", "-map", "0:a:0"]
    format = ["-ac", "1", "-ar", str(rate), "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"]
    data, _ = ffmpeg.run([*stretch, *format], what=str(path))
    return data
