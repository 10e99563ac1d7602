"""The library: a show's articles, one Markdown or text file each; the file's name is the slug."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from itertools import chain, count
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from podcast import files
from podcast.article import Article, read, read_all
from podcast.errors import ArticleError
from podcast.library.front_matter import with_date, with_setting
from podcast.library.manuscript import write_markdown
from podcast.library.picture import pictured
from podcast.slug import slug
from podcast.source import STANDARD_INPUT, Options, without_tracking

ENDINGS = (".md", ".markdown", ".txt", ".html")
"""What is taken for an article among the files in articles/."""


IMPORTED = "imported"
_IMPORTED = re.compile(rf'^{IMPORTED}: "(?P<origin>.*) (?P<digest>[0-9a-f]{{12}})"\n', re.MULTILINE)
"""In front matter: where an article came from, and a hash of its text as it was then."""

_BRIEFING = re.compile(rb"^briefing:", re.MULTILINE)
_IMAGE = re.compile(rb"\.(?:jpe?g|png|webp|gif|bmp|tiff?|avif)\b", re.IGNORECASE)
"""How the name of an image ends, in an article that nobody has read yet."""
_BEFORE = (b"(", b"<", b'"', b"'", b"=", b": ", b" ", b"\t")
"""What may stand before it: ![](a.png), ![](<an a.png>), <img src="an a.png">, image: an a.png."""
LONGEST_NAME = 500
"""Bytes of an image's name."""

FRONT = 4096
"""Bytes in which a briefing says that it is one."""


def paths(articles: Path) -> tuple[Path, ...]:
    """The article files in the folder `articles`, by name; hidden ones and notes stay out."""
    if not articles.is_dir():
        return ()
    found = (path for path in articles.iterdir() if path.suffix.lower() in ENDINGS)
    return tuple(sorted(p for p in found if p.is_file() and not p.name.startswith((".", "_"))))


def load(path: Path, language: str = "") -> Article:
    """The article in the file at `path`, its slug the file's name; `language` if it tells none."""
    return replace(read(path, Options(language=language)), slug=path.stem)


Status = Literal["new", "updated", "unchanged", "kept"]


@dataclass(frozen=True)
class Added:
    """What became of an article that was brought in."""

    path: Path
    status: Status
    """kept: somebody has edited the file, so it stays as it is."""

    @property
    def slug(self) -> str:
        """The file's name without suffix."""
        return self.path.stem


def sources(path: Path) -> bytes:
    """All that an episode is made from: an article's file or a briefing's and its articles'.

    And the images of the show's that are named there.

    Raise ArticleError when an article of a briefing isn't there.
    """
    content = path.read_bytes()
    made_of = [content]
    if _BRIEFING.search(content[:FRONT]):
        made_of += [find(path.parent, part).read_bytes() for part in read(path).briefing]
    images = (each for one in made_of for each in _images(path.parent, one))
    return b"\0".join([*made_of, *images])


def image(articles: Path, name: str) -> Path | None:
    """The image that an article in the folder `articles` calls `name`, when it's a file there.

    Or beside that folder, in the show's; None for what is elsewhere.
    """
    if not name or name.startswith(("//", "\\\\")):  # another machine's, on Windows
        return None
    within = articles.parent.resolve()
    for path in dict.fromkeys((articles / name, articles / unquote(name))):
        try:
            if path.resolve().is_relative_to(within) and path.is_file():
                return path
        except (OSError, ValueError):  # too long for a name, or a zero byte in it
            continue
    return None


def _images(articles: Path, content: bytes) -> Iterator[bytes]:
    """A hash of each image of the show's that an article names.

    Found by the endings of names, since to read the article takes a hundred times as long.
    """
    found: dict[Path, None] = {}
    for ending in _IMAGE.finditer(content):
        before = content[max(0, ending.start() - LONGEST_NAME) : ending.end()].splitlines()[-1]
        for mark in (b"\n", *_BEFORE):
            path = image(articles, before.rpartition(mark)[2].decode("utf-8", "replace"))
            if path:
                found[path] = None
    for path in found:
        yield hashlib.sha256(path.read_bytes()).digest()


def find(folder: Path, name: str) -> Path:
    """The file of the article whose slug is `name`; raise ArticleError when there is none."""
    for path in paths(folder):
        if path.stem == name:
            return path
    raise ArticleError(
        f"{folder}: no article {name!r}",
        hint="podcast status lists them; podcast add brings one in",
    )


def compile_briefing(
    folder: Path, slugs: Sequence[str], now: datetime, *, title: str, minutes: float = 0.0
) -> Added:
    """Write a briefing of the articles `slugs` into `folder`; one of the same day is renewed."""
    path = folder / f"{now:%Y-%m-%d}-{slug(title, otherwise='briefing')}.md"
    earlier = read(path) if path.exists() else None
    if earlier and not earlier.briefing:
        raise ArticleError(f"{path}: is an article", hint="give the briefing another --title")
    facts = Article(
        title=title,
        blocks=(),
        date=earlier.date if earlier else now,
        language=load(find(folder, slugs[0])).language,
        briefing=tuple(slugs),
        minutes=minutes,
    )
    text = write_markdown(facts)
    status: Status = "updated" if earlier else "new"
    if earlier and path.read_text(encoding="utf-8") == text:
        status = "unchanged"
    _write(path, text)
    return Added(path, status)


def add(
    name: str,
    folder: Path,
    now: datetime,
    options: Options | None = None,
    *,
    draft: bool = False,
    minutes: float = 0.0,
    check: Callable[[Article], None] = lambda article: None,
) -> tuple[Added, ...]:
    """Bring the articles of a source into `folder`, a Markdown file each.

    As drafts, or to be shortened to so many minutes, when that is asked for.

    A source that was brought in before keeps its file's name, its date and its guid. A file that
    is in the folder already is left as it is. Raise ArticleError when there's nothing to read, or
    a file can't be written; and what `check` raises of an article, before any is brought in.
    """
    path = Path(name)
    if path.parent.resolve() == folder.resolve() and path.suffix.lower() in ENDINGS:
        check(read(path, options))  # so that a mistake in it is told now
        return (Added(path, "unchanged"),)
    articles = read_all(name, options)
    for article in articles:
        check(article)
    several = len(articles) > 1
    asked = [
        replace(article, draft=draft or article.draft, minutes=minutes or article.minutes)
        for article in articles
    ]
    options = options or Options()
    return tuple(
        _bring_in(each, _origin(each, name, several), folder, now, options) for each in asked
    )


def _origin(article: Article, name: str, several: bool) -> str:
    """Where an article comes from, in a word: by it the source is known again."""
    if article.link:
        return article.link
    if name == STANDARD_INPUT:
        return slug(article.title)
    return f"{Path(name).name} {slug(article.title)}" if several else Path(name).name


def _bring_in(
    article: Article, origin: str, folder: Path, now: datetime, options: Options
) -> Added:
    for path in paths(folder):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # a build will speak of it
        found = _IMPORTED.search(text)
        if found and without_tracking(json.loads(f'"{found["origin"]}"')) == origin:
            return _renew(path, text, found["digest"], article, origin, options)
    date = article.date or now
    stem = f"{date:%Y-%m-%d}-{slug(article.title, otherwise='article')}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    path = next(p for n in names if not (p := folder / f"{n}.md").exists())
    _put(path, pictured(replace(article, date=date), path, options), origin)
    return Added(path, "new")


def _renew(
    path: Path, text: str, digest: str, article: Article, origin: str, options: Options
) -> Added:
    if _digest(text) != digest:
        return Added(path, "kept")
    before = read(path)
    article = replace(article, date=before.date, guid=before.guid, draft=before.draft)
    article = pictured(article, path, options)
    if _manuscript(article, origin) == text:
        return Added(path, "unchanged")
    _put(path, article, origin)
    return Added(path, "updated")


def _put(path: Path, article: Article, origin: str) -> None:
    _write(path, _manuscript(article, origin))


def _write(path: Path, text: str) -> None:
    try:
        files.write(path, text.encode("utf-8"))
    except OSError as error:
        raise ArticleError(
            f"{error.filename or path}: {error.strerror}", hint="make it writable"
        ) from error


def _manuscript(article: Article, origin: str) -> str:
    """The article as Markdown, with a line by which origin and edits are known later."""
    text = write_markdown(article)
    line = json.dumps(f"{origin} {_digest(text)}", ensure_ascii=False)
    return with_setting(text, IMPORTED, line)


def _digest(text: str) -> str:
    """A hash of a manuscript but for the line that holds it."""
    return hashlib.sha256(_IMPORTED.sub("", text).encode()).hexdigest()[:12]


def withdraw(folder: Path, slug: str) -> Path:
    """Make the article `slug` a draft: its episode leaves the feed, its file stays.

    Return the file. Raise ArticleError when there is no such article, or it can't be written.
    """
    known = {path.stem: path for path in paths(folder)}
    if slug not in known:
        close = get_close_matches(slug, known, n=1)
        raise ArticleError(
            f"{folder}: no article {slug!r}",
            hint=f"did you mean {close[0]!r}?" if close else "podcast status tells their names",
        )
    path = known[slug]
    try:
        text = path.read_text(encoding="utf-8")
        files.write(path, with_setting(text, "draft", "true").encode("utf-8"))
    except OSError as error:
        raise ArticleError(f"{path}: {error.strerror}", hint="make it writable") from error
    except UnicodeDecodeError as error:
        raise ArticleError(f"{path}: {error}", hint="is it a text file in UTF-8?") from error
    return path


def dated(path: Path, article: Article, now: datetime) -> Article:
    """The article with a date: `now`, written into its file once, so that it never changes.

    Raise ArticleError when the file can't be written.
    """
    try:
        text = path.read_text(encoding="utf-8")
        files.write(path, with_date(text, now).encode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ArticleError(
            f"{path}: has no date, and none can be written there ({error})",
            hint="make it writable, or give it a date in its front matter",
        ) from error
    return replace(article, date=now)
