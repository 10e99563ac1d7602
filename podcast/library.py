"""The library: a show's articles, one Markdown or text file each; the file's name is the slug."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from podcast.article import Article, read
from podcast.source import Options

ENDINGS = (".md", ".markdown", ".txt", ".html")
"""What is taken for an article among the files in articles/."""


def paths(articles: Path) -> tuple[Path, ...]:
    """The article files in the folder `articles`, by name; hidden ones and notes stay out."""
    if not articles.is_dir():
        return ()
    found = (path for path in articles.iterdir() if path.suffix.lower() in ENDINGS)
    return tuple(sorted(p for p in found if p.is_file() and not p.name.startswith((".", "_"))))


def load(path: Path, language: str = "") -> Article:
    """The article in the file at `path`, its slug the file's name; `language` if it tells none."""
    return replace(read(path, Options(language=language)), slug=path.stem)
