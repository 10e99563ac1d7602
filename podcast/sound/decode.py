"""Encoded sound as samples."""

from __future__ import annotations

import io
import wave

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
