"""The edition: the parts that make up a publication, and what each of them is made from.

A part whose ingredients are as they were needn't be made again: with ten thousand episodes a new
one touches its own files, the first page of feed and site, and no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from podcast import page
from podcast.address import episode_address
from podcast.episode import load
from podcast.episode.chapters import render_chapters
from podcast.feed import paging
from podcast.feed.feedview import render_style
from podcast.feed.namespace import Links
from podcast.freshness import version
from podcast.publication.catalogue import FACTS, Row
from podcast.show import Show

CHAPTERS = "chapters.json"
PAGE_PICTURE = 480
"""Pixels of the cover's side on pages: our own cover weighs 342 kB as apps get it, 41 kB so."""

Files = Iterable[tuple[str, bytes]]
"""Paths in public/, and contents."""


@dataclass(frozen=True)
class Part:
    """Some files that are made together."""

    name: str
    digest: str
    """A hash of all that they are made from."""
    paths: tuple[str, ...]
    render: Callable[[], Files]
    slug: str = ""
    """The episode that they belong to, when it's one."""


def parts(show: Show, rows: Sequence[Row]) -> Iterator[Part]:
    """Yield every part of a publication of `rows` (newest first), in the order of writing.

    What names others comes after them, feed.xml last.
    """
    picture = (show.folder / "cover.jpg").read_bytes()
    cover = f"cover-{hashlib.sha256(picture).hexdigest()[:8]}.jpg"
    smaller = f"assets/{cover}"
    common = _common(show, cover)
    # Their names hold hashes of their contents.
    yield Part(cover, cover, (cover,), lambda: [(cover, picture)])
    yield Part(smaller, smaller, (smaller,), lambda: [(smaller, _scaled(picture))])
    site = page.prepare(show, cover=cover, picture=smaller)
    for path, data in site.files:
        yield Part(path, path, (path,), lambda path=path, data=data: [(path, data)])  # type: ignore[misc]  # each its own
    for row in rows:
        yield _episode(show, site, row, common)
    yield from _index(site, rows, common)
    style = render_style(show)
    yield Part(paging.STYLE, _digest(style), (paging.STYLE,), lambda: [(paging.STYLE, style)])
    yield from _feed(show, rows, cover, common)


def _episode(show: Show, site: page.Site, row: Row, common: str) -> Part:
    folder = f"episodes/{row.slug}"
    facts = show.public / folder / FACTS
    chapters = f"{folder}/{CHAPTERS}"

    def render() -> Files:
        episode = load(facts)
        yield from page.render_episode(site, episode)
        # An app needs a picture's whole address, and the show's may have changed.
        base = episode_address(show.url, row.slug) if show.url else ""
        yield chapters, render_chapters(episode, base).encode("utf-8")

    return Part(
        name=folder,
        digest=_digest(common, row.digest),
        paths=(*(f"{folder}/{name}" for name in page.episode_files(show)), chapters),
        render=render,
        slug=row.slug,
    )


def _index(site: page.Site, rows: Sequence[Row], common: str) -> Iterator[Part]:
    for number, last, shown in page.paginate(rows[::-1]):
        path = page.index_path(number)
        # Only the first page and the archive's last one have a link to it.
        beside = last if number in (0, last) else 0
        digest = _digest(common, path, str(beside), *(row.digest for row in shown))

        def render(number: int = number, last: int = last, shown: Sequence[Row] = shown) -> Files:
            episodes = [row.episode() for row in shown]
            return [(page.index_path(number), page.render_index_page(site, episodes, number, last))]

        yield Part(path, digest, (path,), render)


def _feed(show: Show, rows: Sequence[Row], cover: str, common: str) -> Iterator[Part]:
    for links, shown in paging.paginate(rows, show.feed_size):
        digest = _digest(common, repr(links), *(row.digest for row in shown))

        def render(links: Links = links, shown: Sequence[Row] = shown) -> Files:
            episodes = [row.episode() for row in shown]
            from podcast.feed import render_page  # here: feedgen and lxml take 0.2 s

            return [(links.path, render_page(show, episodes, links, cover))]

        yield Part(links.path, digest, (links.path,), render)


def _common(show: Show, cover: str) -> str:
    """What every page is made from: the settings, the templates and the program itself."""
    ours = Path(__file__).parents[1]
    program = [*ours.rglob("*.py"), *(ours / "templates").rglob("*.*")]
    theirs = (show.folder / "templates").rglob("*.*")
    settings = (f"{f.name}={getattr(show, f.name)!r}" for f in fields(show) if f.name != "folder")
    return _digest(
        version(),
        cover,
        *settings,
        # Times will do for what hardly ever changes: the pages are made once more than needed.
        *(f"{path.name} {path.stat().st_mtime_ns}" for path in sorted(program)),
        *(f"{path.name} {path.read_bytes()!r}" for path in sorted(theirs) if path.is_file()),
    )


def _digest(*ingredients: str | bytes) -> str:
    found = hashlib.sha256()
    for each in ingredients:
        found.update(each.encode() if isinstance(each, str) else each)
        found.update(b"\0")
    return found.hexdigest()[:16]


def _scaled(picture: bytes) -> bytes:
    """The cover at twice the size that pages show it in: 3,000 pixels are for apps."""
    from podcast.artwork import scaled

    return scaled(picture, PAGE_PICTURE)
