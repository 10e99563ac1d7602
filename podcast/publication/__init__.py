"""The publication: all that stands in public/, and in which order it comes there.

Media and the facts about them come first, then the pages, then the feed; only then goes what
nothing names any more. Who reads the folder meanwhile never meets a name without its file.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from podcast import library, transcript
from podcast.article import Article
from podcast.episode import Episode, Facts, load, to_json
from podcast.episode.chapters import render_chapters
from podcast.errors import ArticleError, ShowError
from podcast.publication import edition, public, register
from podcast.publication.catalogue import FACTS, Catalogue, Row
from podcast.publication.edition import Part
from podcast.publication.register import Given
from podcast.script import Script
from podcast.show import PODCAST_NAMESPACE, SETTINGS, Show

EPISODES = "episodes"
PICTURES = (b"\xff\xd8", b"\x89PNG")
"""How a cover's file begins; `podcast check` tells what else is to be said of it."""
CHAPTER_PICTURE = 800
"""Pixels of the longer side: each is in the MP3 as well, which a listener downloads."""
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


def facts(show: Show, script: Script, sources: str) -> Facts:
    """What the episode of a script is to be told about itself."""
    article = script.article
    assert article is not None  # noqa: S101 - a script of one article has it
    known_by = given(show, article)
    return Facts(
        slug=article.slug,
        guid=known_by.guid,
        date=known_by.date,
        cover=cover(show).read_bytes(),
        picture=_picture(show, article),
        pictures=_pictures(show, script),
        sources=sources,
        season=article.season,
        number=article.number,
    )


def _picture(show: Show, article: Article) -> bytes:
    """The episode's own picture: of the article's image where that's a file of the show's.

    An image elsewhere is fetched only when the article is brought in, if that's wanted; else the
    picture is drawn from the title. Drawn once, and kept in the cache.
    """
    image = _image(show, article)
    made_of = f"{article.title}\n{show.title}\n{show.colour}\n".encode() + image
    kept = show.cache / "pictures" / f"{hashlib.sha256(made_of).hexdigest()[:32]}.jpg"
    if not _is_whole(kept):
        from podcast.artwork import draw_picture

        public.write(kept, draw_picture(article.title, show.title, show.colour, image))
    return kept.read_bytes()


def _image(show: Show, article: Article) -> bytes:
    path = library.image(show.articles, article.image)
    return path.read_bytes() if path else b""


def _pictures(show: Show, script: Script) -> dict[str, bytes]:
    """Pictures for chapters, by the names that the script's segments have for them.

    What isn't a picture that can be drawn, such as an SVG, stays out.
    """
    named = dict.fromkeys(segment.picture for segment in script.segments)
    paths = {name: path for name in named if (path := library.image(show.articles, name))}
    drawn = {name: _drawn(show, path.read_bytes()) for name, path in paths.items()}
    return {name: data for name, data in drawn.items() if data}


def _drawn(show: Show, image: bytes) -> bytes:
    """An image as a chapter's picture, from the cache; empty when it can't be drawn."""
    digest = hashlib.sha256(b"%d" % CHAPTER_PICTURE + image).hexdigest()[:32]
    kept = show.cache / "pictures" / f"chapter-{digest}.jpg"
    if not _is_whole(kept):
        from podcast.artwork import whole

        try:
            public.write(kept, whole(image, CHAPTER_PICTURE))
        except ArticleError:
            return b""
    return kept.read_bytes()


def _is_whole(picture: Path) -> bool:
    """Whether it's there, a JPEG from its first mark to its last: a power cut may leave half."""
    if not picture.is_file():
        return False
    data = picture.read_bytes()
    return data.startswith(b"\xff\xd8") and data.endswith(b"\xff\xd9")


def given(show: Show, article: Article) -> Given:
    """What listeners know the episode of a dated article by.

    Raise ShowError when the show has no guid to make the episode's from.
    """
    assert article.date is not None  # noqa: S101 - `_due` sees to it
    if not (article.guid or show.guid):
        made = uuid.uuid5(PODCAST_NAMESPACE, show.title)
        raise ShowError(
            f"{show.folder / SETTINGS}: 'guid' is missing", hint=f'guid = "{made}", for good'
        )
    guid = article.guid or str(uuid.uuid5(uuid.UUID(show.guid), article.slug))
    return Given(guid, article.date)


def see_to_cover(show: Show) -> None:
    """Draw the show's cover where it has none: once, so that a person may draw a better one.

    Raise ShowError for one that is no picture.
    """
    path = cover(show)
    if not path.is_file():
        from podcast.artwork import draw_cover

        public.write(path, draw_cover(show.title, show.author, show.colour))
    with path.open("rb") as file:
        if not file.read(4).startswith(PICTURES):
            raise ShowError(f"{path}: no JPEG", hint="remove it, and one is drawn")


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


def publish(show: Show, slugs: Sequence[str], known: Catalogue) -> None:
    """Write pages and feed for the episodes `slugs`; sweep away what is old.

    Only what differs is made: a part of the publication is made from some episodes and from what
    all have in common, and `known` remembers the hash of that.
    """
    rows = [row for slug in slugs if (row := known.row(slug))]
    rows.sort(key=lambda row: (row.when, row.slug), reverse=True)
    parts = list(edition.parts(show, rows))
    for part in parts:
        stale = known.made.get(part.name) != part.digest
        if stale or not all((show.public / path).is_file() for path in part.paths):
            for path, data in part.render():
                public.write(show.public / path, data)
    _sweep(show, parts, known)
    known.rows = {row.slug: known.rows[row.slug] for row in rows}
    for part in parts:
        if part.slug and known.made.get(part.name) != part.digest:
            known.touched(part.slug)
    known.made = {part.name: part.digest for part in parts}
    known.write()
    _write_down(show, rows)


def _write_down(show: Show, rows: Sequence[Row]) -> None:
    """Add to the register what listeners are given for the first time."""
    entries = register.read(show.folder)
    new = [row.episode() for row in rows if row.slug not in entries]
    if new:
        register.write(show.folder, entries | {e.slug: Given(e.guid, e.date) for e in new})


def _sweep(show: Show, parts: Sequence[Part], known: Catalogue) -> None:
    """Remove what no part names: beside the episodes, withdrawn ones, and in new ones' folders."""
    keep = {show.public / path for part in parts if not part.slug for path in part.paths}
    published = {part.slug for part in parts if part.slug}
    for place in show.public.iterdir() if show.public.is_dir() else ():
        if place.name != EPISODES:
            public.sweep(place, keep)
    folders = show.public / EPISODES
    for place in folders.iterdir() if folders.is_dir() else ():
        if place.name not in published:
            public.sweep(place, ())
    for part in parts:
        if part.slug and known.made.get(part.name) != part.digest:
            episode = load(folder(show, part.slug) / FACTS)
            kept = [*_media(episode), *(Path(path).name for path in part.paths)]
            public.sweep(folder(show, part.slug), {folder(show, part.slug) / n for n in kept})


def _media(episode: Episode) -> Iterator[str]:
    """The names of an episode's own files."""
    yield from (FACTS, *TEXTS, episode.enclosure.path)
    yield from filter(None, [episode.image, *(chapter.image for chapter in episode.chapters)])
    yield from (segment.audio for segment in episode.segments)
    yield from (alternate.path for alternate in episode.alternates)
