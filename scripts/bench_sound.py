"""How fast, how small and how loud the mix is, measured on clips of the local voice.

python scripts/bench_sound.py              speed, one sentence changed, loudness by two meters
python scripts/bench_sound.py --hours 10   memory of a book against that of an article
python scripts/bench_sound.py --mos        does mastering harm the voice? needs distillmos
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timezone
from itertools import product
from pathlib import Path

from podcast import library, sound
from podcast.episode import Episode, Facts, mix
from podcast.recording import Recording, record
from podcast.recording.cache import Cache, Clip
from podcast.script import Script, Segment, Sentence, narrate
from podcast.show import Show
from podcast.sound import ffmpeg
from podcast.voice import Word, cast

FACTS = Facts("bench", "guid", datetime(2024, 5, 29, tzinfo=timezone.utc))
SAMPLE = Path(__file__).parent.parent / "feed" / "articles" / "2024-05-29-long-range.md"

HUMS = 40
"""Sentences of the tone voice, put together differently in each segment of a book."""
SEGMENT = 3
"""Of them in one segment."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("article", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--hours", type=float, help="measure memory for so long a book")
    parser.add_argument("--mos", action="store_true", help="measure quality as well")
    parser.add_argument("--child", type=float, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.child:
            weigh(arguments.child, Path(folder))
        elif arguments.hours:
            compare(arguments.hours)
        else:
            measure(arguments.article, Path(folder), arguments.mos)


def measure(article: Path, folder: Path, mos: bool) -> None:
    """Speed, one change and loudness of an article."""
    show = Show(folder, "Bench")
    script = narrate(library.load(article))
    recording = record(script, cast({"narrator": "piper"}, script.language, {}), Cache(show.cache))
    first, seconds, work = timed(recording, show, folder / "first")
    print(f"{first.seconds:.0f} s of sound, all of it mixed: {seconds:.1f} s by the clock,")
    print(f"  {work:.1f} s of processors: {first.seconds / work:.0f} times as fast as it plays")
    again, seconds, _ = timed(changed(recording), show, folder / "changed")
    print(f"one sentence changed: {seconds:.2f} s")
    other, _, _ = timed(changed(recording), Show(folder / "other", "Bench"), folder / "clean")
    print(f"  the same bytes as from nothing: {other.enclosure == again.enclosure}")
    path = folder / "first" / first.enclosure.path
    loudness = sound.measure(path)
    print(f"by ebur128: {loudness}")
    by_pyloudnorm(path)
    long = [s for s in first.segments if s.end - s.start >= 3]
    parts = [sound.measure(folder / "first" / s.audio).integrated for s in long]
    print(f"{len(parts)} segments of 3 s and more: {min(parts)} to {max(parts)} LUFS")
    length = sound.seconds(path)
    print(f"length: {length:.4f} s decoded, {first.seconds:.4f} s by the facts")
    if mos:
        opinions(first, recording, path)


def timed(recording: Recording, show: Show, folder: Path) -> tuple[Episode, float, float]:
    """The episode, seconds by the clock, and seconds of processors with those of ffmpeg."""
    before, clock = sum(os.times()[:4]), time.perf_counter()
    episode = mix(recording, show, folder, FACTS)
    return episode, time.perf_counter() - clock, sum(os.times()[:4]) - before


def changed(recording: Recording) -> Recording:
    """The same with one segment's sentences said in another order."""
    index = max(range(len(recording.clips)), key=lambda i: len(recording.clips[i]))
    clips = [*recording.clips]
    clips[index] = clips[index][::-1]
    return replace(recording, clips=tuple(clips))


def by_pyloudnorm(path: Path) -> None:
    try:
        import numpy
        import pyloudnorm
    except ImportError:
        print("by pyloudnorm: not installed")
        return
    samples = numpy.frombuffer(pcm(path, 48_000), "<i2") / 32_768
    print(f"by pyloudnorm: {pyloudnorm.Meter(48_000).integrated_loudness(samples):.2f} LUFS")


def pcm(path: Path, rate: int) -> bytes:
    arguments = ["-i", str(path), "-ac", "1", "-ar", str(rate), "-f", "s16le", "-"]
    return ffmpeg.run(arguments, what=str(path))[0]


def opinions(episode: Episode, recording: Recording, path: Path) -> None:
    """What DistillMOS thinks of the sentences, before mastering and in the finished MP3."""
    import distillmos
    import numpy
    import torch

    model = distillmos.ConvTransformerSQAModel()
    model.eval()

    def opinion(samples: Sequence[float]) -> float:
        with torch.no_grad():
            return float(model(torch.tensor(samples, dtype=torch.float32)[None]))

    whole = numpy.frombuffer(pcm(path, 16_000), "<i2") / 32_768
    raw, mastered = [], []
    for segment, clips in zip(episode.segments, recording.clips, strict=True):
        for sentence, clip in zip(segment.sentences, clips, strict=True):
            if sentence.end - sentence.start < 2:
                continue
            raw.append(opinion(numpy.frombuffer(pcm(clip.path, 16_000), "<i2") / 32_768))
            cut = whole[round(sentence.start * 16_000) : round(sentence.end * 16_000)]
            mastered.append(opinion(cut))
    print(f"DistillMOS of {len(raw)} sentences: {numpy.mean(raw):.3f} as spoken, ", end="")
    print(f"{numpy.mean(mastered):.3f} in the episode")


def compare(hours: float) -> None:
    """Peak memory for five minutes and for hours, each in a process of its own."""
    weights = []
    for length in (1 / 12, hours):
        command = [sys.executable, __file__, "--child", str(length)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        own, children, seconds = (float(word) for word in done.stdout.split())
        weights.append(max(own, children))
        print(f"{length:6.2f} h: {own:.0f} MiB, its ffmpegs {children:.0f} MiB each, ", end="")
        print(f"{length * 3600 / seconds:.0f} times as fast as it plays")
    print(f"a book takes {weights[1] / weights[0]:.2f} times as much")


def weigh(hours: float, folder: Path) -> None:
    """Mix a book of hums; print peak memory, own and of the children, and seconds."""
    recording = book(hours, folder)
    begun = time.perf_counter()
    mix(recording, Show(folder, "Bench"), folder / "out", FACTS)
    seconds = time.perf_counter() - begun
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    print(*(resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds), seconds)


def book(hours: float, folder: Path) -> Recording:
    from tests.tone import ToneVoice

    voice = ToneVoice()
    texts = [
        f"The sentence of number {n} is hummed as long as all of the others." for n in range(HUMS)
    ]
    clips = []
    for number, text in enumerate(texts):
        audio = voice.say(text)
        path = folder / f"{number}.wav"
        path.write_bytes(audio.data)
        clips.append(Clip(path, audio.words[-1].end, audio.words))
    segments: list[Segment] = []
    spoken: list[tuple[Clip, ...]] = []
    left = hours * 3600
    for numbers in product(range(HUMS), repeat=SEGMENT):
        if left <= 0:
            break
        # Words of its own for each, as a recording has them.
        row = tuple(
            replace(clips[n], words=tuple(Word(w.text, w.start, w.end) for w in clips[n].words))
            for n in numbers
        )
        sentences = tuple(Sentence(texts[n], texts[n]) for n in numbers)
        whole = " ".join(texts[n] for n in numbers)
        name = f"Chapter {len(segments) // 40}"
        segments.append(
            Segment(f"p-{len(segments)}", "paragraph", name, sentences, whole, whole[:30])
        )
        spoken.append(row)
        left -= sum(clip.seconds for clip in row) + 1.5
    return Recording(Script("A book", "en", tuple(segments)), tuple(spoken), "tone")


if __name__ == "__main__":
    main()
