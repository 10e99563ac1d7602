"""The publication: all that stands in public/, and in which order it comes there.

Media and the facts about them come first, then the pages, then the feed; only then goes what
nothing names any more. Who reads the folder meanwhile never meets a name without its file.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from podcast import public, transcript
from podcast.chapters import render_chapters
from podcast.episode import Episode, Facts, load, to_json
from podcast.errors import AudioError
from podcast.script import Script
from podcast.show import Show

FEED = "feed.xml"
EPISODES = "episodes"
FACTS = "episode.json"
PAGE_PICTURE = 480
"""Pixels of the cover's side on pages: our own cover weighs 342 kB as apps get it, 41 kB so."""
TEXTS: Mapping[str, Callable[[Episode], str]] = {
    "chapters.json": render_chapters,
    "transcript.vtt": transcript.render_vtt,
    "transcript.srt": transcript.render_srt,
    "transcript.json": transcript.render_json,
    "transcript.txt": transcript.render_text,
    "transcript.html": transcript.render_html,
}
"""What stands beside an episode's sound, and what makes it."""


def folder(show: Show, slug: str) -> Path:
    """Where an episode is."""
    return show.public / EPISODES / slug


def published(show: Show, slug: str) -> Episode | None:
    """The episode as it is published; None when it isn't, or not whole."""
    place = folder(show, slug)
    path = place / FACTS
    if not path.is_file():
        return None
    try:
        episode = load(path)
    except AudioError:  # half-written or of an earlier version: it's made again
        return None
    files = [episode.enclosure.path, *(segment.audio for segment in episode.segments)]
    return episode if all((place / name).is_file() for name in files) else None


def facts(show: Show, script: Script, sources: str) -> Facts:
    """What the episode of a script is to be told about itself."""
    article = script.article
    assert article is not None and article.date is not None  # noqa: S101 - `_due` sees to it
    return Facts(
        slug=article.slug,
        guid=article.guid or str(uuid.uuid5(uuid.UUID(show.guid), article.slug)),
        date=article.date,
        cover=cover(show).read_bytes(),
        sources=sources,
    )


def see_to_cover(show: Show) -> None:
    """Draw the show's cover where it has none: once, so that a person may draw a better one."""
    if not cover(show).is_file():
        from podcast.artwork import draw_cover

        public.write(cover(show), draw_cover(show.title, show.author, show.colour))


def cover(show: Show) -> Path:
    """The show's cover."""
    return show.folder / "cover.jpg"


def place(show: Show, episode: Episode, staged: Path) -> None:
    """Put a new episode, whose sound is in `staged`, where it's published."""
    for name, render in TEXTS.items():
        public.write(staged / name, render(episode).encode("utf-8"))
    target = folder(show, episode.slug)
    public.move(staged, target)
    # Last: what it names is there now.
    public.write(target / FACTS, to_json(episode).encode("utf-8"))


def publish(show: Show, slugs: Sequence[str]) -> tuple[Episode, ...]:
    """Write pages and feed for the episodes `slugs`, newest first; sweep away what is old."""
    found = [episode for slug in slugs if (episode := published(show, slug))]
    episodes = tuple(sorted(found, key=lambda episode: (episode.date, episode.slug), reverse=True))
    files = dict(_files(show, episodes))
    feed = files.pop(FEED)
    for name, data in files.items():
        public.write(show.public / name, data)
    public.write(show.public / FEED, feed)
    public.sweep(show.public, {show.public / name for name in (FEED, *files, *_media(episodes))})
    return episodes


def _files(show: Show, episodes: Sequence[Episode]) -> Iterator[tuple[str, bytes]]:
    """Everything in public/ but the episodes' own files."""
    from podcast.feed import render_feeds
    from podcast.page import render_pages

    picture = cover(show).read_bytes()
    name = f"cover-{hashlib.sha256(picture).hexdigest()[:8]}.jpg"
    yield name, picture
    smaller = f"assets/{name}"
    yield smaller, _smaller(show.public / smaller, picture)
    yield from render_pages(show, episodes, cover=name, picture=smaller)
    yield from render_feeds(show, episodes, cover=name)


def _smaller(path: Path, picture: bytes) -> bytes:
    """The cover for `path`, at twice the size that pages show it in: 3,000 pixels are for apps."""
    if path.is_file():  # its name holds the cover's hash
        return path.read_bytes()
    from podcast.artwork import scaled

    return scaled(picture, PAGE_PICTURE)


def _media(episodes: Sequence[Episode]) -> Iterator[str]:
    """The episodes' own files."""
    for episode in episodes:
        names = [FACTS, *TEXTS, episode.enclosure.path, episode.image]
        names += [segment.audio for segment in episode.segments]
        names += [alternate.path for alternate in episode.alternates]
        yield from (f"{EPISODES}/{episode.slug}/{name}" for name in names if name)
