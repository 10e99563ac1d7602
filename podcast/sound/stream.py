"""The whole episode as one stream of samples: with music under it, and in other formats."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from podcast.errors import AudioError
from podcast.sound import ffmpeg
from podcast.sound.master import LIMITER, OVERSAMPLED, RATE

UNDER = 20.0
"""Loudness units by which the bed is under the words before it's ducked: 18 are asked for, and
it may be two louder in places than as a whole."""
DUCKED = "sidechaincompress=threshold=0.02:ratio=4:attack=40:release=700"
"""While there are words the bed goes down by another 6 dB or so, and comes back in a pause."""
FADE_IN, FADE_OUT = 1.5, 3.0
"""Seconds in which the bed comes and goes."""


@dataclass(frozen=True)
class Bed:
    """Music under the words, played again and again as long as it takes."""

    path: Path
    loudness: float
    """As it is, in LUFS."""


@dataclass(frozen=True)
class Output:
    """A file to be made, and what ffmpeg is told for it."""

    path: Path
    options: tuple[str, ...]
    inputs: tuple[str, ...] = ()
    """Further files that go into it, facts or a picture: ffmpeg counts them from 1."""


@dataclass(frozen=True)
class Level:
    """How loud a stream becomes."""

    gain: float = 0.0
    """Decibels."""
    ceiling: float = -1.3
    """Of true peaks before encoding, in dBTP."""


def encode(
    samples: Iterable[bytes],
    output: Output,
    level: Level,
    *,
    bed: Bed | None = None,
    under: float = -36.0,
    seconds: float = 0.0,
) -> None:
    """Encode a stream of mono 16-bit samples, with a bed at `under` LUFS that ends at `seconds`.

    The samples go through a pipe as they come: hours take no more memory than minutes. Raise
    AudioError when ffmpeg can't.
    """
    inputs = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0", *output.inputs]
    words = "[0:a]anull[mixed]"
    if bed:
        number = inputs.count("-i")
        inputs += ["-stream_loop", "-1", "-i", f"file:{bed.path}"]
        words = _under(number, under - bed.loudness, seconds)
    limit = 10 ** (level.ceiling / 20)
    finish = (
        f"[mixed]volume={level.gain:.2f}dB,aresample={OVERSAMPLED},"
        f"{LIMITER}:limit={limit:.5f},aresample={RATE}[out]"
    )
    graph = ["-filter_complex", f"{words};{finish}", "-map", "[out]"]
    _pour(
        samples, ["-y", *inputs, *graph, *output.options, f"file:{output.path}"], str(output.path)
    )


def _under(number: int, gain: float, seconds: float) -> str:
    """The filters that lay input `number` under the words, until `seconds`."""
    gone = max(0.0, seconds - FADE_OUT)
    return ";".join(
        (
            "[0:a]asplit=2[words][key]",
            f"[{number}:a]aresample={RATE},aformat=channel_layouts=mono,volume={gain:.2f}dB,"
            f"afade=t=in:d={FADE_IN},afade=t=out:st={gone:.3f}:d={FADE_OUT}[music]",
            f"[music][key]{DUCKED}[ducked]",
            "[words][ducked]amix=inputs=2:duration=first:normalize=0[mixed]",
        )
    )


def _pour(samples: Iterable[bytes], arguments: Sequence[str], what: str) -> None:
    # Its log goes to a file: a pipe that nobody reads meanwhile would stop it.
    with tempfile.TemporaryFile() as log:
        quiet = [argument for argument in ffmpeg.QUIET if argument != "-nostdin"]
        command = [ffmpeg.program(), *quiet, *arguments]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log)
        with process:
            assert process.stdin is not None  # noqa: S101 - PIPE gives one
            try:
                for piece in samples:
                    process.stdin.write(piece)
                process.stdin.close()
            except BrokenPipeError:
                pass  # it has stopped, and its log says why
            except BaseException:
                process.kill()
                raise
        if process.returncode:
            log.seek(0)
            said = ffmpeg.reason(log.read().decode("utf-8", "replace"))
            raise AudioError(f"{what}: {said}", hint="is there room on the disk?")
