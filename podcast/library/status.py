"""The status of a show's articles: what a build would do, and what listeners have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from podcast import freshness, library
from podcast.errors import PodcastError
from podcast.freshness import Ingredients
from podcast.publication import catalogue, register
from podcast.publication.catalogue import Row
from podcast.show import Show

State = Literal[
    "published", "changed", "new", "scheduled", "draft", "withdrawn", "removed", "unreadable"
]


@dataclass(frozen=True)
class Status:
    """One article."""

    slug: str
    state: State
    title: str = ""
    detail: str = ""
    """Why it can't be read, or when it is to come."""


def status(show: Show, now: datetime) -> Iterator[Status]:
    """Yield the status of every article, and of every episode whose article is gone."""
    known = catalogue.read(show)
    common = freshness.ingredients(show)
    given = register.read(show.folder)
    slugs = set()
    for path in library.paths(show.articles):
        slugs.add(path.stem)
        yield _status(show, path, now, known.row(path.stem), common, path.stem in given)
    folders = sorted(known.episodes.iterdir()) if known.episodes.is_dir() else []
    for folder in folders:
        if folder.name not in slugs and (row := known.row(folder.name)):
            yield Status(folder.name, "removed", row.title, "its article is gone")


def _status(
    show: Show, path: Path, now: datetime, row: Row | None, common: Ingredients, given: bool
) -> Status:
    try:
        if row and row.sources == common.digest(library.sources(path)):
            return Status(path.stem, "published", row.title)
        article = library.load(path, show.language)
    except PodcastError as error:
        return Status(path.stem, "unreadable", row.title if row else "", error.message)
    if article.draft:
        return Status(path.stem, "withdrawn" if given else "draft", article.title)
    is_out = row and article.date and row.when == article.date.timestamp()
    if article.date and article.date > now and not is_out:
        return Status(path.stem, "scheduled", article.title, f"{article.date:%Y-%m-%d %H:%M}")
    return Status(path.stem, "changed" if row else "new", article.title)
