"""Mastering: from takes to MP3 frames of one loudness, measured after encoding.

Three runs of ffmpeg do a batch of takes, each take with an encoder of its own, so that the same
take gives the same frames whatever stands beside it:

even     high-pass, bring to a working level, compress lightly; try two gains, and measure
finish   gain to the loudness that is asked for, limit true peaks, encode
hear     decode, measure; what is off is finished again, corrected
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from podcast.errors import AudioError
from podcast.sound import ffmpeg, mp3
from podcast.sound.loudness import integrated
from podcast.sound.take import Take

CHAIN = 2
"""Raised when the same take would come out differently: what was mastered before is made again."""

RATE = mp3.RATE
LEVEL = -22.0
"""Working level before the compressor, in dBFS."""
EVENED = -24.2
"""What speech has become then, in LUFS: within 1 of it, by voice and by take."""
EVEN = (
    # Takes direct current and rumble; one pole, since a steeper one turns a low voice's phase.
    "highpass=f=20:poles=1",
    # Light and slow: a listener's ear takes it for a steady reader. A quick one, which spares the
    # limiter work, costs 0.35 of DistillMOS; this costs nothing.
    "acompressor=threshold=-20dB:ratio=1.3:attack=10:release=150:knee=8dB:detection=rms",
    f"aresample={RATE}",
)
LIMITER = "alimiter=level=0:latency=1:attack=2:release=15"
OVERSAMPLED = 4 * RATE
"""True peaks are those between samples: BS.1770-4, annex 2, asks for four times the rate."""

TAIL = 4 * mp3.FRAME
"""Silence after a take, in samples: its last sound is in frames of its own take."""

EFFORT = "7"
"""Of LAME, from 0 to 9: twice as fast as its usual 5, and DistillMOS likes speech as well
(4.53 and 4.50 at 64 kbit/s)."""
MOST = 20.0
"""Decibels that either gain gives, at most: a clip that is all but silent isn't made into noise."""
AROUND = 300
"""Milliseconds of silence around a take when it's measured: a gating block less its step."""
HEADROOM = 0.0
"""Decibels that the limiter leaves for the encoder, which draws peaks anew: none, see below."""
ENCODED = 0.45
"""Decibels by which LAME makes everything softer: it scales by 0.95."""
SURE = 0.05
"""Decibels under the true peak allowed, for meters that see it a little higher than ours."""
OFF = 0.2
"""Loudness units by which a take may miss; more, and it's finished again."""
PROBES = (0.4, 1.6)
"""Decibels above what would do if speech were as usual and nothing were limited: two tries, without
encoding, tell how loud this voice is and how much the limiter takes from it. That is 0.5 to 2 dB,
and encoding twice costs more than asking."""
FLATTEST = 0.25
"""How much louder at least it gets for each decibel, however much is limited."""
EAGER = 1.4
"""How much more than what is missing is given: part of it is limited away again."""
TRIES = 4

MOMENT = re.compile(r"^lavfi\.r128\.M=(\S+)", re.M)
PEAK = re.compile(r"^lavfi\.r128\.true_peak=(\S+)", re.M)


@dataclass(frozen=True)
class Mastering:
    """How the finished sound must be."""

    loudness: float = -16.0
    """Integrated, in LUFS."""
    true_peak: float = -1.0
    """At most, in dBTP."""
    bitrate: int = 64
    """In kbit/s, constant."""


@dataclass(frozen=True)
class Master:
    """A take as it will be heard."""

    sound: mp3.Piece
    blocks: Mapping[float, int]
    """How many gating blocks (400 ms, each 100 ms) are how loud, in LUFS, as decoded."""
    true_peak: float
    """In dBTP, as decoded."""
    samples: bytes = b""
    """What was encoded: mono, 16 bits, as long as the frames; empty unless asked for."""

    @property
    def loudness(self) -> float:
        """Integrated, in LUFS."""
        return integrated(self.blocks)


def key(take: Take, mastering: Mastering) -> str:
    """Names what `take` becomes: equal for what would come out the same."""
    facts = repr(
        (CHAIN, EVEN, LIMITER, EFFORT, take.rate, take.speed, take.quieter, mastering)
    ).encode()
    return hashlib.sha256(facts + take.samples).hexdigest()[:32]


@dataclass(frozen=True)
class _Job:
    """One take on its way, in files named by its number."""

    number: int
    take: Take
    length: int
    """Samples when finished: whole frames."""
    gain: float
    ceiling: float


def master(
    takes: Sequence[Take], mastering: Mastering, scratch: Path, *, samples: bool = False
) -> list[Master]:
    """Master a batch of takes, and keep the `samples` that were encoded if asked to.

    `scratch` is an empty folder for files in between.
    """
    jobs = [_job(number, take, mastering) for number, take in enumerate(takes)]
    jobs = _evened(jobs, mastering, scratch)
    done: dict[int, Master] = {}
    for _ in range(TRIES):
        _finish(jobs, mastering, scratch, samples)
        _hear(jobs, scratch)
        for job in jobs:
            done[job.number] = _read(job, scratch)
        jobs = [better for job in jobs if (better := _corrected(job, done[job.number], mastering))]
        if not jobs:
            break
    return [done[number] for number in range(len(takes))]


def _job(number: int, take: Take, mastering: Mastering) -> _Job:
    samples = round(take.seconds * RATE) + TAIL
    whole = -(-samples // mp3.FRAME) * mp3.FRAME
    return _Job(number, take, whole, 0.0, mastering.true_peak - HEADROOM)


def _wanted(job: _Job, mastering: Mastering) -> float:
    """How loud it shall be, in LUFS."""
    return mastering.loudness - job.take.quieter


def _corrected(job: _Job, master: Master, mastering: Mastering) -> _Job | None:
    """What must be done again for `master` to be as it should; None when it is."""
    over = master.true_peak - mastering.true_peak + SURE
    off = _wanted(job, mastering) - master.loudness
    if over <= 0 and abs(off) <= OFF:
        return None
    ceiling = job.ceiling - max(0.0, over + 0.1 if over > 0 else 0.0)
    return replace(job, gain=min(MOST, job.gain + off * EAGER), ceiling=ceiling)


def _evened(jobs: Sequence[_Job], mastering: Mastering, scratch: Path) -> list[_Job]:
    """Even the takes; the jobs with the gain that makes them as loud as they should be limited."""
    arguments: list[str] = []
    outputs: list[str] = []
    chains = []
    for job in jobs:
        n = job.number
        (scratch / f"{n}.s16").write_bytes(job.take.samples)
        arguments += ["-f", "s16le", "-ar", str(job.take.rate), "-ac", "1", "-i", f"{n}.s16"]
        steps = [EVEN[0], f"volume={min(MOST, LEVEL - job.take.level):.3f}dB", *EVEN[1:]]
        if job.take.speed != 1:
            steps.append(f"atempo={job.take.speed}")
        chains.append(f"[{n}:a]{','.join(steps)},asplit=3[{n}][{n}a][{n}b]")
        outputs += ["-map", f"[{n}]", "-c:a", "pcm_f32le", "-f", "f32le", f"{n}.f32"]
        for name, gain in _probes(job, mastering):
            limited = f"volume={gain:.3f}dB,{_limiter(job.ceiling)}"
            chains.append(f"[{name}]{limited},{_measured(name)}[x{name}]")
            outputs += ["-map", f"[x{name}]", "-f", "null", "-"]
    _run(arguments, chains, outputs, scratch)
    return [replace(job, gain=min(MOST, _gain(job, mastering, scratch))) for job in jobs]


def _probes(job: _Job, mastering: Mastering) -> Iterator[tuple[str, float]]:
    """What each try is called, and its gain in decibels."""
    needed = _wanted(job, mastering) + ENCODED - EVENED
    for name, more in zip("ab", PROBES, strict=True):
        yield f"{job.number}{name}", needed + more


def _gain(job: _Job, mastering: Mastering, scratch: Path) -> float:
    """The gain in decibels that the tries speak for."""
    (a, low), (b, high) = _probes(job, mastering)
    less, more = (integrated(_blocks(scratch / name)) for name in (a, b))
    slope = max(FLATTEST, (more - less) / (high - low))
    return low + (_wanted(job, mastering) + ENCODED - less) / slope


def _input(job: _Job) -> list[str]:
    return ["-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", f"{job.number}.f32"]


def _limiter(ceiling: float) -> str:
    return f"{LIMITER}:limit={10 ** (ceiling / 20):.5f}"


def _finish(jobs: Sequence[_Job], mastering: Mastering, scratch: Path, samples: bool) -> None:
    arguments: list[str] = []
    outputs: list[str] = []
    chains = []
    for index, job in enumerate(jobs):
        n = job.number
        arguments += _input(job)
        steps = (
            f"volume={job.gain:.3f}dB",
            f"aresample={OVERSAMPLED}",
            _limiter(job.ceiling),
            f"aresample={RATE}",
            f"apad=whole_len={job.length}",
            f"atrim=end_sample={job.length}",
        )
        chain = f"[{index}:a]{','.join(steps)}"
        if samples:
            chain += f",asplit[s{n}]"
            outputs += ["-map", f"[s{n}]", "-c:a", "pcm_s16le", "-f", "s16le", f"{n}.pcm"]
        chains.append(f"{chain}[{n}]")
        outputs += ["-map", f"[{n}]", *encoder(mastering.bitrate), f"{n}.mp3"]
    _run(arguments, chains, outputs, scratch)


def _hear(jobs: Sequence[_Job], scratch: Path) -> None:
    arguments: list[str] = []
    outputs: list[str] = []
    chains = []
    for index, job in enumerate(jobs):
        n = job.number
        arguments += ["-f", "mp3", "-i", f"{n}.mp3"]
        chains.append(f"[{index}:a]{_measured(f'{n}.heard', peak=True)}[{n}]")
        outputs += ["-map", f"[{n}]", "-f", "null", "-"]
    _run(arguments, chains, outputs, scratch)


def _measured(file: str, *, peak: bool = False) -> str:
    mode = "true" if peak else "none"
    # Silence around it, as in the episode: blocks that are partly silent count there as well.
    around = f"adelay={AROUND},apad=pad_dur={AROUND}ms"
    meter = f"ebur128=framelog=quiet:metadata=1:peak={mode}"
    # Each ametadata writes one of the dozen figures there are: the rest takes time to read.
    kept = f"ametadata=mode=print:key=lavfi.r128.M:file={file}"
    if peak:
        kept += f",ametadata=mode=print:key=lavfi.r128.true_peak:file={file}.peak"
    return f"{around},{meter},{kept}"


def _run(
    arguments: Sequence[str], chains: Sequence[str], outputs: Sequence[str], scratch: Path
) -> None:
    graph = ["-filter_complex", ";".join(chains)]
    ffmpeg.run(["-y", *arguments, *graph, *outputs], what="mastering", folder=scratch)


def _read(job: _Job, scratch: Path) -> Master:
    heard = (scratch / f"{job.number}.heard.peak").read_text(encoding="ascii")
    peaks = [float(peak) for peak in PEAK.findall(heard)]
    if not peaks:
        raise AudioError("mastering: nothing to hear", hint="free some disk space, then again")
    data = (scratch / f"{job.number}.mp3").read_bytes()
    piece = mp3.first(data, job.length // mp3.FRAME)
    pcm = scratch / f"{job.number}.pcm"
    samples = pcm.read_bytes() if pcm.is_file() else b""
    blocks = _blocks(scratch / f"{job.number}.heard")
    return Master(piece, blocks, _decibels(max(peaks)), samples)


def silence(bitrate: int, seconds: float) -> bytes:
    """Frames of silence, as many as `seconds` of it takes; any first few of them stand alone."""
    source = ["-f", "lavfi", "-i", f"anullsrc=r={RATE}:cl=mono", "-t", f"{seconds:.3f}"]
    data, _ = ffmpeg.run([*source, *encoder(bitrate), "pipe:1"], what="silence")
    return data


def encoder(bitrate: int) -> list[str]:
    """What ffmpeg is told for bare frames of MP3, at `bitrate` kbit/s."""
    rate = ["-c:a", "libmp3lame", "-b:a", f"{bitrate}k", "-compression_level", EFFORT]
    return [*rate, "-write_xing", "0", "-id3v2_version", "0", "-f", "mp3"]


def _decibels(amplitude: float) -> float:
    return round(20 * math.log10(max(amplitude, 1e-6)), 2)


def _blocks(path: Path) -> Mapping[float, int]:
    """How many blocks ebur128 has found how loud; to a tenth, so that hours take no more room."""
    moments = MOMENT.findall(path.read_text(encoding="ascii"))
    return Counter(round(float(moment), 1) for moment in moments)
