"""Is an episode up to date? A hash of all that it is made from; equal means nothing to do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from importlib.metadata import version as installed
from pathlib import Path

from podcast.show import Show

DISTRIBUTION = "briefcast"

UNHEARD = frozenset(
    {
        *("folder", "description", "email", "url", "category", "explicit", "guid", "copyright"),
        *("type", "license", "funding", "schedule", "complete", "private", "moved", "hub"),
        *("feed_size", "cache_limit", "fetch_pictures"),
    }
)
"""Settings that only feed and pages show, or that matter when an article is brought in: a change
of theirs makes no episode anew."""

HEARD = ("cover.jpg",)
"""Files of the show's folder that its episodes carry."""

SOUNDS = ("intro", "outro", "chapter_sound", "bed", "ad_before", "ad_middle", "ad_after")
"""Settings that name a sound file."""


def version() -> str:
    """The program's own version: a newer one may say a text differently."""
    return installed(DISTRIBUTION)


@dataclass(frozen=True)
class Ingredients:
    """What all episodes of a show have in common, as a hash."""

    common: bytes

    def digest(self, article: bytes) -> str:
        """A hash of an article's file and of all else that its episode is made from."""
        return hashlib.sha256(self.common + article).hexdigest()[:16]


def ingredients(show: Show) -> Ingredients:
    """Read what all episodes of `show` have in common."""
    common = hashlib.sha256(version().encode())
    for setting in fields(show):
        if setting.name not in UNHEARD:
            common.update(f"\n{setting.name}={getattr(show, setting.name)!r}".encode())
    for path in _files(show):
        common.update(f"\n{path.relative_to(show.folder).as_posix()}\n".encode())
        common.update(path.read_bytes())
    return Ingredients(common.digest())


def _files(show: Show) -> Iterator[Path]:
    folder = show.folder
    named = (*HEARD, *show.lexicon)
    yield from (folder / name for name in named if (folder / name).is_file())
    # Music and messages of one's own.
    sounds = sorted({folder / getattr(show, sound) for sound in SOUNDS} - {folder})
    yield from (path for path in sounds if path.is_relative_to(folder) and path.is_file())
    # What is said around an article.
    yield from sorted(path for path in (folder / "templates").rglob("spoken/*") if path.is_file())
