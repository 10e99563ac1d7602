"""What this machine has and lacks, for `podcast doctor`."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from podcast import files, freshness, library
from podcast import show as shows
from podcast.errors import PodcastError
from podcast.listen import whisper
from podcast.sound import ffmpeg
from podcast.voice import survey

ROOM = 500
"""Megabytes that an hour of articles takes, clips included."""


@dataclass(frozen=True)
class Symptom:
    """One thing looked at."""

    what: str
    well: bool
    about: str
    needed: bool = True
    """False for one of several that will do."""


def examine(folder: Path) -> tuple[Symptom, ...]:
    """Look at the program, its encoder, the voices, the disk and the show in `folder`."""
    return tuple(_examine(folder))


def _examine(folder: Path) -> Iterator[Symptom]:
    python = f"Python {platform.python_version()} on {platform.system()} ({sys.executable})"
    yield Symptom("program", True, f"podcast {freshness.version()}, {python}")
    yield _encoder()
    voices = survey()
    for facts, lacks in voices:
        about = lacks or f"works: {facts.title}"
        yield Symptom(f"voice {facts.name}", not lacks, about, needed=False)
    if all(lacks for _, lacks in voices):
        yield Symptom("voices", False, "none works here: install again, or see README, Voices")
    yield _ear()
    yield Symptom("cache", True, f"{files.cache()}")
    yield _room(folder)
    yield _show(folder)


def _encoder() -> Symptom:
    try:
        return Symptom("encoder", True, ffmpeg.program())
    except PodcastError as error:
        return Symptom("encoder", False, f"{error.message}; {error.hint}")


def _ear() -> Symptom:
    try:
        whisper.require()
    except PodcastError as error:
        return Symptom("listening", False, f"{error.message}; {error.hint}", needed=False)
    return Symptom("listening", True, "works: podcast check --listen", needed=False)


def _room(folder: Path) -> Symptom:
    place = next(path for path in (folder, *folder.resolve().parents) if path.is_dir())
    free = shutil.disk_usage(place).free // 2**20
    return Symptom("disk", free >= ROOM, f"{free:,} MB free in {place}")


def _show(folder: Path) -> Symptom:
    try:
        show = shows.load(folder)
    except PodcastError as error:
        return Symptom("show", not folder.exists(), f"{error.message}; {error.hint}")
    count = len(library.paths(show.articles))
    return Symptom("show", True, f"{show.title}: {count} articles in {show.articles}")
