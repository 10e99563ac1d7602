"""The catalogue: what feed and pages need of every episode, without opening each episode.json.

It stands in the show's cache and can be made again from the folder alone: who changes or removes
files there is noticed by the folder's own times.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from podcast import files
from podcast.episode import Episode, from_json, load, to_json
from podcast.errors import AudioError
from podcast.feed.soundbite import choose_soundbites
from podcast.show import Show

FILE = "catalogue.json"
VERSION = 1
FACTS = "episode.json"


@dataclass(frozen=True)
class Row:
    """One published episode."""

    slug: str
    title: str
    when: float
    """When it's published, in seconds since 1970: the order of the feed."""
    seconds: float
    sentences: int
    sources: str
    voice_name: str
    digest: str
    """A hash of its episode.json: equal means that nothing made from it differs."""
    brief: str
    """The episode without its segments, as JSON."""
    stamp: tuple[int, ...]
    """Size and times by which a change of its folder is noticed."""

    def episode(self) -> Episode:
        """Return the episode without its segments, but with its soundbite."""
        return from_json(self.brief)


@dataclass
class Catalogue:
    """All rows, and what each part of the publication was made from."""

    path: Path
    episodes: Path
    """The folder of the episodes' folders."""
    rows: dict[str, Row] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    """Part of the publication → a hash of all that it was made from."""

    def row(self, slug: str) -> Row | None:
        """Return an episode as it is published now; None when it isn't, or not whole."""
        stamp = _stamp(self.episodes / slug)
        row = self.rows.get(slug)
        if row is None or row.stamp != stamp:
            row = _look(self.episodes / slug, stamp) if stamp else None
        if row is None:
            self.rows.pop(slug, None)
        else:
            self.rows[slug] = row
        return row

    def touched(self, slug: str) -> None:
        """Take the episode's folder as it is now: pages were written there, no more."""
        stamp = _stamp(self.episodes / slug)
        if slug in self.rows and stamp:
            self.rows[slug] = replace(self.rows[slug], stamp=stamp)

    def write(self) -> None:
        """Keep it for the next time; raise OSError when that can't be."""
        rows = [[getattr(row, name) for name in NAMES] for row in self.rows.values()]
        facts = {"version": VERSION, "names": NAMES, "rows": rows, "made": self.made}
        data = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
        if not self.path.is_file() or self.path.read_bytes() != data:
            files.write(self.path, data)


NAMES = list(Row.__dataclass_fields__)


def read(show: Show) -> Catalogue:
    """Return the show's catalogue; an empty one when there is none, or one of another version."""
    found = Catalogue(show.cache / FILE, show.public / "episodes")
    try:
        facts: Any = json.loads(found.path.read_bytes())
        if (facts["version"], facts["names"]) == (VERSION, NAMES):
            rows = (Row(*[*values[:-1], tuple(values[-1])]) for values in facts["rows"])
            found.rows.update((row.slug, row) for row in rows)
            found.made.update(facts["made"])
    except (OSError, ValueError, KeyError, TypeError):
        found.rows.clear()
    return found


def _stamp(folder: Path) -> tuple[int, ...]:
    """What changes when a file in an episode's folder comes, goes or is replaced."""
    try:
        facts = (folder / FACTS).stat()
        return (
            facts.st_size,
            facts.st_mtime_ns,
            folder.stat().st_mtime_ns,
            (folder / "segments").stat().st_mtime_ns,
        )
    except OSError:
        return ()


def _look(folder: Path, stamp: tuple[int, ...]) -> Row | None:
    """The row of an episode that is whole; else None, and it is made again."""
    try:
        episode = load(folder / FACTS)
        digest = hashlib.sha256((folder / FACTS).read_bytes()).hexdigest()[:16]
    except (AudioError, OSError):  # half-written, or of an earlier version
        return None
    named = [episode.enclosure.path, *(segment.audio for segment in episode.segments)]
    if not all((folder / name).is_file() for name in named):
        return None
    if (folder / episode.enclosure.path).stat().st_size != episode.enclosure.bytes:
        return None
    brief = replace(episode, segments=(), soundbites=choose_soundbites(episode))
    return Row(
        slug=folder.name,
        title=episode.title,
        when=episode.date.timestamp(),
        seconds=episode.seconds,
        sentences=sum(len(segment.sentences) for segment in episode.segments),
        sources=episode.sources,
        voice_name=episode.voice_name,
        digest=digest,
        brief=to_json(brief),
        stamp=stamp,
    )
