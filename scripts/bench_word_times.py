"""How far the aligner's word times are from those that Piper's own durations tell.

python scripts/bench_word_times.py [FILE]    a sentence a line; the sample article unless given
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

from podcast import voice
from podcast.article import read
from podcast.recording import aligner
from podcast.script import narrate

SAMPLE = Path(__file__).parents[1] / "feed" / "articles"


def main(arguments: list[str]) -> None:
    if arguments:
        sentences = Path(arguments[0]).read_text(encoding="utf-8").splitlines()
    else:
        (article, *_) = sorted(SAMPLE.glob("*.md"))
        sentences = [s.spoken for s in narrate(read(str(article))).sentences]
    (piper,) = voice.choose("piper").voices
    away: list[float] = []
    missing, spent, seconds = 0, 0.0, 0.0
    for sentence in filter(None, sentences):
        audio = piper.say(sentence)
        begin = time.process_time()
        words = aligner.align(audio.data, sentence)
        spent += time.process_time() - begin
        seconds += len(audio.data) / 44_100
        missing += len(words) != len(audio.words)
        for ours, theirs in zip(words, audio.words, strict=False):
            away.append(abs(ours.start - theirs.start))
    print(
        f"{len(away)} words: median {np.median(away) * 1000:.0f} ms, "
        f"95 % {np.percentile(away, 95) * 1000:.0f} ms; {missing} sentences without; "
        f"{spent / seconds:.3f} s of processor for a second of speech"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
