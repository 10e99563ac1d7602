"""When each word is heard, found in the sound: for engines that don't tell.

The text's phonemes are laid along the sound so that each frame is as likely as it can be, by what
phonemes sound like (a normal distribution each, in `phones.json`) and how long they last. Made by
scripts/train_aligner.py from voices whose phonemes' times are known.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from podcast.errors import VoiceError
from podcast.recording.cache import samples
from podcast.voice import Word
from podcast.voices import phonemes
from podcast.words import PHONEMES, SILENT, WORD, Span, place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEP = 0.01
"""Seconds from one frame to the next."""
WINDOW = 0.025
BANDS, LOWEST, HIGHEST = 26, 80.0, 7600.0
"""Of the mel spectrum, in hertz: the same for every rate of 16 kHz and more."""
CEPSTRA = 13
LONGEST, LONGEST_PAUSE = 35, 150
"""Frames that a phoneme and a pause may last."""
PAUSE = "_"
PAUSE_COST = 6.0
"""What it costs to pause where the text has no mark."""
MODIFIERS = "ːʲ̩̃"
"""Signs that belong to the phoneme before them."""
STRESS = "ˈˌ"


def align(wav: bytes, text: str, language: str = "en") -> tuple[Word, ...]:
    """The words of the text, parted at spaces, with their estimated times; () when it can't tell.

    `wav` is mono and 16-bit.
    """
    texts = WORD.findall(text)
    try:
        said = phonemes.say(PHONEMES.sub(r"\1", text), language, marks=True).split()
        alone = [phonemes.say(PHONEMES.sub(r"\1", each), language) for each in texts]
    except VoiceError:
        return ()
    groups = [(phones(word), word[-1] in SILENT) for word in said if phones(word)]
    times = _times(features(wav), groups) if groups else []
    spans = [
        Span("".join(group), start, end)
        for (group, _), (start, end) in zip(groups, times, strict=True)
    ]
    return place(texts, ["".join(phones(word)) for word in alone], spans)


def phones(word: str) -> tuple[str, ...]:
    """The phonemes of a word without stress and marks: "kˈɑːɹ," -> k ɑː ɹ"""
    found: list[str] = []
    for sign in word:
        if sign in MODIFIERS and found:
            found[-1] += sign
        elif sign not in STRESS and sign not in SILENT and not sign.isspace():
            found.append(sign)
    return tuple(found)


@dataclass(frozen=True)
class Phone:
    """What a phoneme sounds like, in its first half and its second, and how long it lasts."""

    means: Floats
    """Two rows: of the halves."""
    precisions: Floats
    length: float
    """Of its frames' number, the logarithm's mean and deviation."""
    spread: float

    def costs(self, heard: Floats, half: int) -> Floats:
        """For each frame, how unlike this half of the phoneme it is."""
        import numpy as np

        apart = (heard - self.means[half]) ** 2 * self.precisions[half]
        costs: Floats = 0.5 * (apart.sum(1) - np.log(self.precisions[half]).sum())
        return costs


@lru_cache(maxsize=1)
def _phones() -> dict[str, Phone]:
    import numpy as np

    table = json.loads((files(__package__) / "phones.json").read_text(encoding="utf-8"))
    return {
        name: Phone(np.array(row["means"]), np.array(row["precisions"]), *row["length"])
        for name, row in table.items()
    }


VOWELS = "aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻ"
VOWEL, CONSONANT = "V", "C"
"""What stands for a phoneme that isn't in the table."""


def _phone(name: str) -> Phone:
    table = _phones()
    for known in (name, name[0], VOWEL if name[0] in VOWELS else CONSONANT):
        if known in table:
            return table[known]
    return table[CONSONANT]


@dataclass(frozen=True)
class Unit:
    """What may come next in the sound: a phoneme, or a pause that may be left out."""

    phone: Phone
    longest: int
    cost: float = 0.0
    """Of a pause, for being there at all."""
    optional: bool = False


def _times(
    heard: Floats, groups: Sequence[tuple[tuple[str, ...], bool]]
) -> list[tuple[float, float]]:
    """Where each group of phonemes begins and ends, in seconds; True tells of a mark behind it."""
    pause = _phone(PAUSE)
    units = [Unit(pause, LONGEST_PAUSE, optional=True)]
    places: list[tuple[int, int]] = []
    for number, (group, mark) in enumerate(groups):
        first = len(units)
        units += [Unit(_phone(name), LONGEST) for name in group]
        places.append((first, len(units) - 1))
        free = mark or number == len(groups) - 1
        units.append(Unit(pause, LONGEST_PAUSE, 0.0 if free else PAUSE_COST, optional=True))
    bounds = _path(heard, units)
    return [(bounds[first] * STEP, bounds[last + 1] * STEP) for first, last in places]


def _path(heard: Floats, units: Sequence[Unit]) -> list[int]:
    """The frame at which each unit begins, and the end of the last one."""
    import numpy as np

    frames = len(heard)
    expected = sum(np.exp(unit.phone.length) for unit in units if not unit.optional)
    # How much slower than the voices that the phonemes were measured on.
    slow = float(np.clip(np.log(max(1.0, 0.9 * frames) / expected), -0.5, 0.7))
    best = np.full(frames + 1, np.inf)
    best[0] = 0.0
    lasts = []
    for unit in units:
        first, second = (
            np.concatenate([[0.0], np.cumsum(unit.phone.costs(heard, half))]) for half in (0, 1)
        )
        reached = best.copy() if unit.optional else np.full(frames + 1, np.inf)
        last = np.zeros(frames + 1, np.int64)
        for length in range(1 if unit.optional else 2, min(unit.longest, frames) + 1):
            start = slice(0, frames + 1 - length)
            middle = slice(length // 2, frames + 1 - length + length // 2)
            end = slice(length, frames + 1)
            cost = unit.cost
            if not unit.optional:
                away = (np.log(length) - unit.phone.length - slow) / unit.phone.spread
                cost = LENGTH_WEIGHT * 0.5 * away**2
            total = best[start] + first[middle] - first[start] + second[end] - second[middle] + cost
            better = total < reached[end]
            reached[end][better] = total[better]
            last[end][better] = length
        best = reached
        lasts.append(last)
    position = frames if np.isfinite(best[frames]) else int(np.argmin(best))
    bounds = [position]
    for last in reversed(lasts):
        position -= int(last[position])
        bounds.append(position)
    return bounds[::-1]


LENGTH_WEIGHT = 6.0
"""Of a length that isn't usual, against frames that don't sound right."""


def features(wav: bytes) -> Floats:
    """The sound's frames, a row each: mel cepstra and how they change."""
    import numpy as np

    found = samples(wav)
    if found is None:
        return np.zeros((0, 2 * CEPSTRA))
    start, size, rate = found
    sound = np.frombuffer(wav, np.int16, size // 2, start).astype(np.float64) / 32768
    width, step = round(WINDOW * rate), STEP * rate
    count = max(1, int(len(sound) / step))
    padded = np.pad(np.append(sound[:1], sound[1:] - 0.97 * sound[:-1]), (width // 2, width))
    # A frame's middle is the middle of its step.
    at = np.round((np.arange(count) + 0.5) * step).astype(int)[:, None] + np.arange(width)
    spectrum = np.abs(np.fft.rfft(padded[at] * np.hamming(width), FFT)) ** 2
    mel = np.log(spectrum @ _filters(rate) + 1e-7)
    cepstra = mel @ _cosines()
    cepstra[:, 0] -= np.percentile(cepstra[:, 0], 95)
    cepstra[:, 1:] -= cepstra[:, 1:][cepstra[:, 0] > SPEECH].mean(0)
    padded = np.pad(cepstra, ((2, 2), (0, 0)), "edge")
    change = (padded[3:-1] - padded[1:-3] + 2 * (padded[4:] - padded[:-4])) / 10
    return np.hstack([cepstra, change])


FFT = 2048
SPEECH = -18.0
"""How loud a frame must be, in units of the first cepstrum below the loudest ones."""


@lru_cache(maxsize=4)
def _filters(rate: int) -> Floats:
    """Triangles over the spectrum, evenly spaced as one hears."""
    import numpy as np

    def mel(hertz: float) -> float:
        return float(2595 * np.log10(1 + hertz / 700))

    points = 700 * (10 ** (np.linspace(mel(LOWEST), mel(HIGHEST), BANDS + 2) / 2595) - 1)
    hertz = np.arange(FFT // 2 + 1) * rate / FFT
    low, middle, high = points[:-2], points[1:-1], points[2:]
    rise = (hertz[:, None] - low) / (middle - low)
    fall = (high - hertz[:, None]) / (high - middle)
    triangles = np.maximum(0.0, np.minimum(rise, fall))
    filters: Floats = triangles / triangles.sum(0)
    return filters


@lru_cache(maxsize=1)
def _cosines() -> Floats:
    """From bands to cepstra."""
    import numpy as np

    band = (np.arange(BANDS) + 0.5) / BANDS
    cosines: Floats = np.cos(np.pi * band[:, None] * np.arange(CEPSTRA)) * np.sqrt(2 / BANDS)
    return cosines
