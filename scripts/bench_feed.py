"""How long the newest episode of a long show takes to publish, beyond recording it.

    python scripts/bench_feed.py [EPISODES]

Makes a show of that many episodes (10,000) in a temporary folder, with small files in place of
their sound, builds it once, then adds an article and builds again as a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from podcast import freshness, publication  # noqa: E402 - the path comes first
from podcast import show as shows  # noqa: E402
from podcast.episode import Episode, TimedWord, to_json  # noqa: E402
from podcast.show import Show  # noqa: E402
from tests.episodes import HARBOUR  # noqa: E402

TONE = "tests.tone:ToneVoice"

ARTICLE = """---
title: Part {number} of the harbour
date: {date}
---

The wall is ninety years old. It leaks, and nobody wants to pay for another.
"""

BUILD = """
import resource, sys, time
from podcast.cli import main
begun = time.perf_counter()
code = main(["--show", sys.argv[1], "build", "--voice", "tests.tone:ToneVoice", "--json"])
seconds = time.perf_counter() - begun
unit = 1024 if sys.platform == "linux" else 1 << 20
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
print(f"{code} {seconds:.3f} {time.process_time():.3f} {peak:.0f}", file=sys.stderr)
"""


def episode(show: Show, number: int, sources: str) -> Episode:
    date = datetime(1995, 1, 1, 6, tzinfo=timezone.utc) + timedelta(days=number)
    slug = f"{date:%Y-%m-%d}-part-{number}"
    segments = tuple(
        replace(segment, sentences=tuple(map(with_words, segment.sentences)))
        for segment in HARBOUR.segments
    )
    return replace(
        HARBOUR,
        slug=slug,
        title=f"Part {number} of the harbour",
        guid=f"0b0f4f2e-9bb5-5d3e-8a64-{number:012x}",
        date=date,
        updated=date,
        segments=segments,
        sources=sources,
        voice_name=TONE,
    )


def with_words(sentence):  # type: ignore[no-untyped-def]
    words = sentence.text.split() * 4
    step = (sentence.end - sentence.start) / len(words)
    timed = tuple(
        TimedWord(word, sentence.start + n * step, sentence.start + (n + 1) * step)
        for n, word in enumerate(words)
    )
    return replace(sentence, words=timed)


def write_article(show: Show, number: int) -> bytes:
    made = episode(show, number, "")
    text = ARTICLE.format(number=number, date=made.date.isoformat()).encode()
    (show.articles / f"{made.slug}.md").write_bytes(text)
    return text


def place(show: Show, number: int, common: freshness.Ingredients) -> None:
    made = episode(show, number, common.digest(write_article(show, number)))
    folder = show.public / "episodes" / made.slug
    (folder / "segments").mkdir(parents=True)
    for name in (made.enclosure.path, *(segment.audio for segment in made.segments)):
        (folder / name).write_bytes(b"sound")
    for name in publication.TEXTS:
        (folder / name).write_bytes(b"text")
    (folder / "episode.json").write_text(to_json(made), encoding="utf-8")


def build(show: Show, name: str) -> None:
    """Build in a process of its own, and print what it cost."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(show.folder)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    code, seconds, processor, peak = done.stderr.split()[-4:]
    assert code == "0", done.stderr
    made = sum(bool(result["made"]) for result in json.loads(done.stdout))
    # Without the start of Python and the imports; the processor's seconds have them in.
    print(f"{name}: {seconds} s ({processor} s of processor), {peak} MiB, {made} recorded")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        show = shows.create(Path(folder) / "show", "A long show")
        publication.see_to_cover(show)
        common = freshness.ingredients(show)
        begun = time.perf_counter()
        for number in range(count):
            place(show, number, common)
        print(f"{count:,} episodes placed in {time.perf_counter() - begun:.0f} s")
        build(show, "first build, all pages")
        build(show, "nothing to do")
        before = written(show)
        write_article(show, count)
        build(show, "one more, by a voice that hums")
        changed = {path for path, state in written(show).items() if before.get(path) != state}
        elsewhere = sorted(path for path in changed if f"part-{count}/" not in path)
        print(f"files touched elsewhere: {', '.join(elsewhere)}")
        alone = shows.create(Path(folder) / "alone", "A short show")
        write_article(alone, count)
        build(alone, "the same article in a show of its own")


def written(show: Show) -> dict[str, int]:
    return {
        path.relative_to(show.public).as_posix(): path.stat().st_mtime_ns
        for path in show.public.rglob("*")
        if path.is_file()
    }


if __name__ == "__main__":
    main()
