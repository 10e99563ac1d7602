"""A small site with real sound, for tests of the pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from itertools import groupby
from pathlib import Path
from typing import Any

import imageio_ffmpeg
from PIL import Image

from podcast.episode import Chapter, Enclosure, Episode, TimedSegment, TimedSentence, TimedWord
from podcast.page import render_pages
from podcast.show import Show

WORDS_A_SECOND = 3.0
PAUSE = 0.5

# Kind, chapter, and the sentences: with what a page may stumble over.
STORY = (
    ("title", "Introduction", ("Who pays for the wall?",)),
    ("paragraph", "Introduction", ("The sea 🌊 took 12 metres of it.", "Nobody was hurt.")),
    ("heading", "What it costs", ("What it costs",)),
    ("paragraph", "What it costs", ("About €2.3m, says the mayor.", "She said it twice, twice.")),
    ("list", "What it costs", ("The stones.", "The crane & its crew.", "An <b>engineer</b>.")),
    ("heading", "Who pays?", ("Who pays?",)),
    ("quote", "Who pays?", ("“We all do,” she said.",)),
    ("outro", "About this episode", ("That was The Harbour Post.",)),
)


def episode(story: Sequence[tuple[str, str, Sequence[str]]] = STORY, **changes: Any) -> Episode:
    """An episode that says `story` at a steady pace."""
    segments = tuple(_segments(story))
    seconds = segments[-1].end + 1
    by_chapter = [list(group) for _, group in groupby(segments, key=lambda s: s.chapter)]
    starts = [0.0, *(group[0].start for group in by_chapter[1:]), seconds]
    chapters = tuple(
        Chapter(group[0].chapter, starts[number], starts[number + 1])
        for number, group in enumerate(by_chapter)
    )
    date = datetime(2024, 5, 29, 6, 0, tzinfo=timezone.utc)
    facts: dict[str, Any] = {
        "slug": "2024-05-29-wall",
        "title": "Who pays for the wall?",
        "guid": "0b0f4f2e-9bb5-5d3e-8a64-52a4a52cbd4c",
        "date": date,
        "updated": date,
        "language": "en-GB",
        "summary": "The sea took it. Now the town counts its money.",
        "authors": ("Ada Example",),
        "link": "https://news.example.com/wall?a=1&b=2",
        "site": "The Harbour Post",
        "voice": "Piper, joe",
        "seconds": seconds,
        "loudness": -16.0,
        "true_peak": -1.5,
        "enclosure": Enclosure("episode-1a2b3c4d.mp3", 123_456),
        "chapters": chapters,
        "segments": segments,
    }
    return Episode(**{**facts, **changes})


def _segments(story: Sequence[tuple[str, str, Sequence[str]]]) -> Iterator[TimedSegment]:
    moment = PAUSE
    for place, (kind, chapter, texts) in enumerate(story, start=1):
        sentences = []
        for item, text in enumerate(texts, start=1):
            words = []
            begin = moment
            for written in re.findall(r"[\w€.,’'<>&/]*\w[\w’']*", text):
                words.append(TimedWord(written, moment, moment + 1 / WORDS_A_SECOND))
                moment += 1 / WORDS_A_SECOND
            number = item if kind == "list" else 0
            sentences.append(TimedSentence(text, begin, moment, tuple(words), number))
            moment += PAUSE
        yield TimedSegment(
            id=f"{kind}-{place:06x}",
            kind=kind,
            chapter=chapter,
            title=texts[0][:40],
            text=" ".join(texts),
            start=sentences[0].start,
            end=sentences[-1].end,
            audio=f"segments/{place:03}-{kind}.mp3",
            sentences=tuple(sentences),
        )


def write(show: Show, episodes: Sequence[Episode], public: Path) -> Path:
    """Write pages and real sound to `public`, as a build would."""
    public.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (600, 600), show.colour).save(public / "cover-1a2b3c4d.jpg")
    for path, content in render_pages(show, episodes, cover="cover-1a2b3c4d.jpg"):
        target = public / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for told in episodes:
        folder = public / "episodes" / told.slug
        (folder / "segments").mkdir(exist_ok=True)
        hum(folder / told.enclosure.path, told.seconds)
        for segment in told.segments:
            hum(folder / segment.audio, segment.end - segment.start)
        for name in ("transcript.txt", "transcript.vtt", "transcript.srt", "transcript.json"):
            (folder / name).write_text("", encoding="utf-8")
    return public


def hum(path: Path, seconds: float) -> None:
    """Write an MP3 of a quiet hum."""
    tone = f"sine=frequency=220:duration={seconds}:sample_rate=22050"
    source = ["-f", "lavfi", "-i", tone]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *source, "-b:a", "32k"]
    subprocess.run([*command, str(path)], check=True)
