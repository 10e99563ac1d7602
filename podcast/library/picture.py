"""An article's lead picture: fetched once, when it's wanted, and kept beside the article's file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from podcast import files
from podcast.article import Article
from podcast.errors import ArticleError
from podcast.source import Options, fetch_picture, is_address

SIDE = 2000
"""Pixels of the longer side, at most: an episode's picture is 1400, and a part of this."""


def pictured(article: Article, path: Path, options: Options) -> Article:
    """`article`, its picture a file beside `path` where one is there, or is wanted and can be had.

    A picture that is there already is never overwritten: it may be somebody's own. One that can't
    be had is told in `options`; the article loses nothing by it.
    """
    if not is_address(article.image):
        return article
    kept = path.with_suffix(".jpg")
    if not kept.exists():
        if not options.pictures:
            return article
        try:
            _fetch(article.image, kept, options)
        except ArticleError as error:
            options.missing.setdefault(f"no picture: {error.message}", False)
            return article
    return replace(article, image=kept.name)


def _fetch(address: str, kept: Path, options: Options) -> None:
    from podcast.artwork import whole  # 100 ms

    try:
        files.write(kept, whole(fetch_picture(address, options), SIDE))
    except OSError as error:
        raise ArticleError(f"{kept}: {error.strerror}", hint="make it writable") from error
