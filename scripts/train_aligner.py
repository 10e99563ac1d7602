"""Make podcast/recording/phones.json: what phonemes sound like, from voices with known times.

    python scripts/train_aligner.py TEXT MODEL VOICES VOICE...

TEXT is a file with a sentence a line; MODEL and VOICES are Kokoro's model and its folder of
NAME.bin; the VOICEs (af_heart, bm_george, …) take turns in saying the sentences.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from podcast.recording import aligner
from podcast.recording.cache import wav
from podcast.voices import kokoro

LEAST = 40
"""Frames that a phoneme needs to get a row of its own."""


def main(text: Path, model: Path, styles: Path, voices: Sequence[str]) -> None:
    heard: dict[str, Any] = defaultdict(lambda: ([], []))
    lengths: dict[str, list[float]] = defaultdict(list)
    sentences = filter(None, text.read_text(encoding="utf-8").split("\n"))
    for number, sentence in enumerate(sentences):
        who = voices[number % len(voices)]
        engine = kokoro._engine(model, styles, who)
        said = kokoro.phonemize(engine, sentence, kokoro.LANGUAGES[who[0]])
        sound, rate, timings = engine.create_timed(said, who, is_phonemes=True)
        data = (np.clip(sound, -1, 1) * 32767).astype(np.int16).tobytes()
        frames = aligner.features(wav(data, rate))
        for name, start, end in segments(timings):
            first, last = round(start / aligner.STEP), round(end / aligner.STEP)
            middle = (first + last) // 2
            names = [name] if name == aligner.PAUSE else [name, _any(name)]
            for each in names:
                heard[each][0].append(frames[first:middle])
                heard[each][1].append(frames[middle:last])
                if name != aligner.PAUSE and last > first:
                    lengths[each].append(float(np.log(last - first)))
        print(number, who, f"{len(sound) / rate:.1f} s", flush=True)
    table = {name: row(*heard[name], lengths[name]) for name in sorted(heard)}
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(values)}"
        for name, values in table.items()
        if values
    ]
    path = Path(aligner.__file__).with_name("phones.json")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _any(name: str) -> str:
    return aligner.VOWEL if name[0] in aligner.VOWELS else aligner.CONSONANT


def segments(timings: Iterable[Any]) -> list[tuple[str, float, float]]:
    """(name, start, end) of each phoneme with its stress and modifiers, and of each pause."""
    found: list[tuple[str, float, float]] = []
    for timing in timings:
        sign = timing.phoneme
        if sign in aligner.MODIFIERS and found and found[-1][0] != aligner.PAUSE:
            name, start, _ = found[-1]
            found[-1] = (name + sign, start, timing.end)
        elif sign in aligner.SILENT:
            found.append((aligner.PAUSE, timing.start, timing.end))
        elif sign in aligner.STRESS:
            found.append(("", timing.start, timing.end))
        elif sign != " ":
            # A stress mark lasts, and is heard as the sound that follows.
            start = found.pop()[1] if found and found[-1][0] == "" else timing.start
            found.append((sign, start, timing.end))
    return [segment for segment in found if segment[0]]


def row(first: list[Any], second: list[Any], lengths: list[float]) -> dict[str, Any] | None:
    """The numbers of a phoneme; None when there are too few frames of it."""
    halves = [np.concatenate(frames) for frames in (first, second)]
    if sum(map(len, halves)) < LEAST:
        return None
    means = [half.mean(0).round(3).tolist() for half in halves]
    precisions = [(1 / (half.var(0) + 0.05)).round(4).tolist() for half in halves]
    length = [float(np.mean(lengths)), max(0.2, float(np.std(lengths)))] if lengths else [2.0, 1.0]
    return {"means": means, "precisions": precisions, "length": [round(x, 3) for x in length]}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
