"""A recording: every sentence of a script spoken, one clip each, kept in a cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from podcast.script import Script
from podcast.voice import Word


@dataclass(frozen=True)
class Clip:
    """One sentence spoken."""

    path: Path
    """A mono 16-bit WAV file in the cache, at the engine's own rate."""
    seconds: float
    words: tuple[Word, ...] = ()
    """When each spoken word is heard, in seconds from the clip's start; empty when unknown."""
    voice: str = ""
    """The voice's id."""


@dataclass(frozen=True)
class Recording:
    """A script and its clips: `clips[i][j]` is sentence j of segment i."""

    script: Script
    clips: tuple[tuple[Clip, ...], ...]
    voice: str
    """The narrator, as a listener reads it: "Piper, joe"."""
    spoken: int = 0
    """Sentences spoken now."""
    cached: int = 0
    """Sentences taken from the cache."""
