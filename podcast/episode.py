"""An episode: the MP3, its chapters and every fact that feed and pages need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

VERSION = 1
"""Of episode.json: raised when a field changes its meaning."""


@dataclass(frozen=True)
class TimedWord:
    """A word as written, and when it's heard, in seconds from the episode's start."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class TimedSentence:
    """A sentence as written, and when it's heard."""

    text: str
    start: float
    end: float
    words: tuple[TimedWord, ...] = ()
    item: int = 0


@dataclass(frozen=True)
class TimedSegment:
    """A segment, when it's heard, and its own MP3."""

    id: str
    kind: str
    chapter: str
    title: str
    text: str
    start: float
    end: float
    audio: str
    """Its MP3's path, relative to the episode's folder."""
    sentences: tuple[TimedSentence, ...]
    speaker: str = ""
    """The voice that says it, as a listener reads it."""


@dataclass(frozen=True)
class Chapter:
    """Where a section begins, in seconds; its picture and link where it has them."""

    title: str
    start: float
    end: float
    image: str = ""
    link: str = ""


@dataclass(frozen=True)
class Enclosure:
    """A media file: its path relative to the episode's folder, size in bytes and MIME type."""

    path: str
    bytes: int
    type: str = "audio/mpeg"
    bitrate: int = 64_000
    """Bits a second."""
    integrity: str = ""
    """sha256-…, as in the podcast namespace's integrity tag."""


@dataclass(frozen=True)
class Episode:
    """All that feed and pages need; kept as episode.json."""

    slug: str
    title: str
    guid: str
    date: datetime
    """When it's published, with a time zone."""
    updated: datetime
    """When what it says last changed: the source's date unless told otherwise."""
    language: str
    summary: str
    authors: tuple[str, ...]
    link: str
    """The article's own page; empty when it has none."""
    site: str
    voice: str
    seconds: float
    loudness: float
    """Integrated loudness of the MP3 in LUFS."""
    true_peak: float
    """Of the MP3, in dBTP."""
    enclosure: Enclosure
    chapters: tuple[Chapter, ...]
    segments: tuple[TimedSegment, ...]
    alternates: tuple[Enclosure, ...] = ()
    image: str = ""
    """Its own picture, relative to the episode's folder; empty when it wears the show's cover."""
    sources: str = ""
    """A hash of all that it was made from: equal means nothing to do."""
