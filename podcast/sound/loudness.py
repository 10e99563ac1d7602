"""How loud a sound is, where it is silent, how long it is."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from podcast.errors import AudioError
from podcast.sound import ffmpeg

RATE = 44_100

FIGURE = re.compile(r"^\s*(I|LRA|Peak):\s+(-?(?:inf|[\d.]+)) ", re.M)
COUNT = re.compile(r"Number of samples: ([\d.]+)")
SILENCE = re.compile(r"silence_(start|end): (-?[\d.]+)")


@dataclass(frozen=True)
class Loudness:
    """Of a whole sound, by EBU R 128 (ITU-R BS.1770-4); −70 LUFS and less is silence."""

    integrated: float
    """In LUFS."""
    true_peak: float
    """In dBTP."""
    range: float
    """In LU."""


@dataclass(frozen=True)
class Silence:
    """A stretch without sound, in seconds from the start."""

    start: float
    end: float


def measure(path: Path) -> Loudness:
    """The loudness of a sound file, as decoded; raise AudioError when it can't be."""
    arguments = [*_input(path), "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"]
    _, log = ffmpeg.run(arguments, what=str(path), log="info")
    summary = log[log.rfind("Summary:") :]
    found = {name: float(value) for name, value in FIGURE.findall(summary)}
    try:
        return Loudness(found["I"], found["Peak"], found["LRA"])
    except KeyError as error:
        raise AudioError(f"{path}: no sound in it", hint="make it again") from error


def silences(path: Path, *, below: float = -60.0, least: float = 0.2) -> tuple[Silence, ...]:
    """Where a sound file is quieter than `below` dBFS for at least `least` seconds."""
    filters = f"silencedetect=noise={below}dB:duration={least}"
    arguments = [*_input(path), "-af", filters, "-f", "null", "-"]
    _, log = ffmpeg.run(arguments, what=str(path), log="info")
    times = [float(time) for _, time in SILENCE.findall(log)]
    return tuple(Silence(max(0.0, a), b) for a, b in zip(times[::2], times[1::2], strict=True))


def seconds(path: Path) -> float:
    """How long a sound file plays, counted in decoded samples; an encoder's padding is left out."""
    filters = f"aresample={RATE},astats=measure_perchannel=none:measure_overall=Number_of_samples"
    _, log = ffmpeg.run(
        [*_input(path), "-af", filters, "-f", "null", "-"], what=str(path), log="info"
    )
    count = COUNT.search(log)
    if count is None:
        raise AudioError(f"{path}: no sound in it", hint="make it again")
    return float(count[1]) / RATE


def _input(path: Path) -> list[str]:
    # "file:" keeps a name with a colon or a leading dash from being read as anything else.
    return ["-protocol_whitelist", "file", "-i", f"file:{path}", "-map", "0:a:0"]


GATE = -70.0
"""Blocks quieter than this, in LUFS, are silence (BS.1770-4, annex 1)."""
RELATIVE_GATE = -10.0
"""And so are those that much quieter than the mean of the others."""


def integrated(blocks: Mapping[float, int]) -> float:
    """The loudness of a sound with so many gating blocks so loud, in LUFS (BS.1770-4, eq. 5-7)."""
    heard = {block: count for block, count in blocks.items() if block > GATE}
    threshold = _mean(heard) + RELATIVE_GATE
    return _mean({block: count for block, count in heard.items() if block > threshold})


def _mean(blocks: Mapping[float, int]) -> float:
    """The mean of loudnesses, by power."""
    if not blocks:
        return GATE
    power = sum(10 ** (block / 10) * count for block, count in blocks.items())
    return 10 * math.log10(power / sum(blocks.values()))
