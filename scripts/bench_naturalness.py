"""How natural the voices sound, by DistillMOS: 1 to 5, the mean over the sample's sentences.

pip install distillmos
python scripts/bench_naturalness.py [--sentences N] [--each] [--set ENGINE.NAME=VALUE]... VOICE...

All sentences are judged, or N of them, evenly over the article.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path
from types import ModuleType

import numpy as np

from podcast.article import read
from podcast.recording.speaking import speak
from podcast.script import narrate
from podcast.sound import ffmpeg
from podcast.voice import choose

ARTICLES = Path(__file__).parents[1] / "feed" / "articles"


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
    judge = ConvTransformerSQAModel().eval()
    for name in arguments.voices:
        (voice, *_) = choose(name, "en", engines).voices
        scores = []
        for text in texts:
            wav = speak(voice, text).wav
            raw = ["-i", "pipe:0", "-ar", "16000", "-f", "s16le", "pipe:1"]
            data, _ = ffmpeg.run(raw, what="a clip", data=wav)
            sound = np.frombuffer(data, np.int16).astype(np.float32) / 32768
            with torch.no_grad():
                scores.append(float(judge(torch.from_numpy(sound)[None])))
            if arguments.each:
                print(f"{scores[-1]:.2f}  {len(sound) / 16000:.1f} s  {text}")
        low, high = min(scores), max(scores)
        print(f"{name}: {statistics.mean(scores):.2f} ({low:.2f} to {high:.2f}, {len(texts)})")


if __name__ == "__main__":
    main()
