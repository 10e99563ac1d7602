"""How natural the voices sound, by DistillMOS: 1 to 5, over the sample's sentences.

pip install distillmos
python scripts/bench_naturalness.py [--sentences N] [--each] [--set ENGINE.NAME=VALUE]... VOICE...

All sentences are judged, or N of them, evenly over the article: each by itself, and as an episode
has them, one after another with a pause between.

DistillMOS looks at 7.68 seconds. What is shorter is filled with nothing, and that is judged too:
clauses of 0.7 to 2.8 s, cut out of sentences that it gives 4.39, get 3.53; sentences as short get
3.78 by themselves and 4.34 when they are said again and again until the window is full (Piper,
2026-11). So a mean over sentences tells how short they are; only what is heard one after another,
or sentences of one length, compare. Of 60 held-out sentences those under 2.8 s were judged with
everything that Piper lets one change, 3.72 as it is: slower by a tenth 3.71, by a fifth 3.65;
noise of 0.67 3.70; noise in the durations of 0.4 3.68; behind or before another sentence, and cut
from it, 3.63 and 3.75; said twice, and the one taken, 3.70, the other 3.66; a space around 3.69.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path
from types import ModuleType

import numpy as np

from podcast.article import read
from podcast.episode.pace import PAUSES
from podcast.recording.speaking import speak
from podcast.script import narrate
from podcast.sound import ffmpeg
from podcast.voice import Voice, choose

ARTICLES = Path(__file__).parents[1] / "feed" / "articles"
RATE = 16_000
WINDOW = 122_880
"""Samples that DistillMOS looks at."""


def main() -> None:
    import torch

    # distillmos reads files by it, which ffmpeg does here; and it loads with few torches.
    sys.modules.setdefault("torchaudio", ModuleType("torchaudio"))
    from distillmos import ConvTransformerSQAModel

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("voices", nargs="+")
    parser.add_argument("--sentences", type=int, default=0)
    parser.add_argument("--each", action="store_true", help="tell each sentence's")
    parser.add_argument("--set", action="append", default=[], metavar="ENGINE.NAME=VALUE")
    arguments = parser.parse_args()
    engines: dict[str, dict[str, str]] = {}
    for setting in arguments.set:
        name, _, value = setting.partition("=")
        engine, _, name = name.partition(".")
        engines.setdefault(engine, {})[name] = value
    script = narrate(read(str(min(ARTICLES.glob("*.md")))))
    texts = [sentence.spoken for sentence in script.sentences]
    number = arguments.sentences or len(texts)
    texts = texts[:: max(1, len(texts) // number)][:number]
    model = ConvTransformerSQAModel().eval()

    def judge(sound: np.ndarray) -> float:
        with torch.no_grad():
            return float(model(torch.from_numpy(sound)[None]))

    for name in arguments.voices:
        (voice, *_) = choose(name, "en", engines).voices
        sounds = [said(voice, text) for text in texts]
        scores = [judge(sound) for sound in sounds]
        if arguments.each:
            for score, sound, text in zip(scores, sounds, texts, strict=True):
                print(f"{score:.2f}  {len(sound) / RATE:.1f} s  {text}")
        pause = np.zeros(round(PAUSES["sentence"] * RATE), np.float32)
        whole = np.concatenate([part for sound in sounds for part in (sound, pause)])
        windows = [whole[at : at + WINDOW] for at in range(0, len(whole) - WINDOW + 1, WINDOW)]
        tell(f"{name}, each sentence", scores)
        if windows:
            tell(f"{name}, one after another", [judge(window) for window in windows])


def said(voice: Voice, text: str) -> np.ndarray:
    """The sentence as DistillMOS takes it."""
    raw = ["-i", "pipe:0", "-ar", str(RATE), "-f", "s16le", "pipe:1"]
    data, _ = ffmpeg.run(raw, what="a clip", data=speak(voice, text).wav)
    return np.frombuffer(data, np.int16).astype(np.float32) / 32768


def tell(what: str, scores: list[float]) -> None:
    low, high = min(scores), max(scores)
    print(f"{what}: {statistics.mean(scores):.2f} ({low:.2f} to {high:.2f}, {len(scores)})")


if __name__ == "__main__":
    main()
