"""chapters.json: the podcast namespace's JSON chapters, version 1.2."""

from __future__ import annotations

import json
from typing import Any

from podcast.episode import Chapter, Episode

VERSION = "1.2.0"


def render_chapters(episode: Episode, base: str = "") -> str:
    """The episode's chapters; `base` is its folder's address, which pictures are found under."""
    whole = {
        "version": VERSION,
        "title": episode.title,
        "chapters": [_entry(chapter, base) for chapter in episode.chapters],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _entry(chapter: Chapter, base: str) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "startTime": chapter.start,
        "endTime": chapter.end,
        "title": chapter.title,
    }
    if chapter.image:
        entry["img"] = base + chapter.image
    if chapter.link:
        entry["url"] = chapter.link
    return entry
