"""An RSS, Atom or JSON feed → an article for each entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from html import escape
from itertools import groupby
from typing import Any
from urllib.parse import urljoin

from podcast.article import Article
from podcast.dates import find_date, parse_iso
from podcast.errors import ArticleError
from podcast.markup import paragraphs
from podcast.readers.text.pieces import bulleted
from podcast.source import Source, is_address
from podcast.source.encoding import decode, mend
from podcast.webpage.blocks import blocks_of
from podcast.webpage.body import whole
from podcast.webpage.bylines import authors_in
from podcast.webpage.tree import parse

SHORTEST = 600
"""Letters. An entry with fewer tells that there is an article rather than what it says."""
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\])\W*(?:\w+\W+){0,6}$|"
    r"(?:continue reading|read (?:more|the rest|on)|weiterlesen|lire la suite|seguir leyendo)\W*$|"
    r"the post .* appeared first on .*$",
    re.IGNORECASE,
)
_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9_.:-]+)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LEFT_BY_PLUGINS = re.compile(r"^The post .{1,300} (?:appeared|first) .{1,200}$", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """What a feed says of one article."""

    title: str
    html: str
    link: str
    authors: tuple[str, ...]
    date: datetime | None
    language: str
    site: str
    image: str = ""


def read(source: Source) -> Sequence[Article]:
    """An article for each entry that has its text; with `full_text`, each entry's linked page.

    Raises ArticleError when no entry has a text.
    """
    entries = list(_json_entries(source) if _is_json(source) else _xml_entries(source))
    if not entries:
        raise ArticleError(f"{source.label}: a feed without entries", hint="is it the right feed?")
    articles = [found for entry in entries if (found := _article_or_reason(entry, source))]
    if articles:
        return articles
    if source.options.full_text:
        reason = next(iter(source.options.missing), "")
        raise ArticleError(
            f"{source.label}: none of its pages can be read: {reason}",
            hint="without --full-text it's what the feed itself says",
        )
    if not any(entry.html.strip() or entry.link for entry in entries):
        raise ArticleError(
            f"{source.label}: a feed whose entries say nothing", hint="is it the right feed?"
        )
    raise ArticleError(
        f"{source.label}: the feed has summaries only",
        hint="--full-text reads the pages that it links to",
    )


def _article_or_reason(entry: Entry, source: Source) -> Article | None:
    """The entry's article; the reason is kept where one page of many can't be read."""
    try:
        found = _article(entry, source)
        if found is None:
            why = "the feed has only its beginning; --full-text reads its page"
            source.options.missing.setdefault(f"left out: {entry.title!r}: {why}", False)
        return found
    except ArticleError as error:
        source.options.missing.setdefault(f"left out: {error.message}", False)
        return None


def _is_json(source: Source) -> bool:
    return source.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _article(entry: Entry, source: Source) -> Article | None:
    if source.options.full_text and is_address(entry.link):
        return _linked(entry, source)
    page = f"<html><body><div>{entry.html}</div></body></html>"
    # A feed's text is part of a page by itself: nothing of it is to be searched for an article.
    tree = parse(replace(source, data=page.encode("utf-8", "replace"), charset="utf-8"))
    choice, container = whole(tree)
    said = [
        choice.runs[n] for n in choice.places if not _LEFT_BY_PLUGINS.match(choice.runs[n].text)
    ]
    text = " ".join(run.text for run in said)
    if not said or (len(text) < SHORTEST and (_CUT_OFF.search(text) or len(said) < 3)):
        return None
    return Article(
        title=mend(entry.title) or said[0].text,
        blocks=blocks_of(said, container),
        authors=entry.authors,
        date=entry.date,
        language=entry.language,
        link=entry.link,
        site=entry.site,
        image=entry.image,
        dropped=choice.left_out(),
    )


def _linked(entry: Entry, source: Source) -> Article:
    from podcast.article import reader
    from podcast.source import open_source

    # One step from the feed, and no further: what it links to may be a feed again.
    page = open_source(entry.link, replace(source.options, robots=True, full_text=False))
    found = reader(page)(page)
    if not isinstance(found, Article):
        raise ArticleError(f"{entry.link}: more than one article", hint="podcast add it by itself")
    return replace(
        found,
        title=found.title or entry.title,
        authors=found.authors or entry.authors,
        date=entry.date or found.date,
        link=found.link or entry.link,
        site=found.site or entry.site,
    )


def _xml_entries(source: Source) -> Iterator[Entry]:
    import feedparser  # 100 ms

    if b"<!ENTITY" in source.data[:100_000]:
        raise ArticleError(
            f"{source.label}: defines entities, which no feed needs", hint="is it the right feed?"
        )
    # Told the encoding, it needn't guess: its way to guess takes minutes on long words.
    declared = _ENCODING.match(source.data.removeprefix(b"\xef\xbb\xbf"))
    charset = source.charset or (declared[1].decode("ascii") if declared else "")
    text = _DECLARATION.sub("", decode(source.data, source.label, charset), count=1)
    headers = {"content-type": "application/xml; charset=utf-8"}
    if source.address:
        headers["content-location"] = source.address
    try:
        found = feedparser.parse(text.encode("utf-8", "replace"), response_headers=headers)
    except (ValueError, LookupError, RecursionError) as error:
        # It stumbles over character references to what is no character, for one.
        raise ArticleError(
            f"{source.label}: a broken feed: {error}", hint="get it again"
        ) from error
    if not found.entries and found.get("bozo") and not found.get("version"):
        raise ArticleError(
            f"{source.label}: not a feed: {found.get('bozo_exception')}", hint="check the address"
        )
    feed = found.feed
    site = " ".join(paragraphs(feed.get("title") or ""))
    for entry in found.entries:
        contents = [part.get("value") or "" for part in entry.get("content") or ()]
        author = (entry.get("author_detail") or {}).get("name") or entry.get("author") or ""
        # Its own get() warns when it takes one date for the other.
        moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
        yield Entry(
            title=" ".join(paragraphs(entry.get("title") or "")),
            html=max([*contents, entry.get("summary") or ""], key=len),
            link=_web(entry.get("link") or "", source),
            authors=authors_in(author, site),
            date=_moment(moment),
            language=_tag(entry.get("language") or feed.get("language") or ""),
            site=site,
            image=_web(_picture(entry), source),
        )


def _picture(entry: Any) -> str:
    """The address of an entry's picture: the one that it has for itself."""
    parts = [
        *(part for part in entry.get("media_content") or () if part.get("medium") == "image"),
        *(entry.get("media_thumbnail") or ()),
        *(part for part in entry.get("enclosures") or () if part.get("type", "")[:6] == "image/"),
    ]
    return next((part.get("url") or part.get("href") or "" for part in parts), "")


def _moment(parts: Sequence[int] | None) -> datetime | None:
    """A moment as feedparser gives it: year to second, in UTC."""
    if not parts:
        return None
    try:
        year, month, day, hour, minute, second = parts[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=timezone.utc)
    except ValueError:
        return None


def _json_entries(source: Source) -> Iterator[Entry]:
    """https://www.jsonfeed.org/version/1.1/"""
    try:
        feed = json.loads(source.data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{source.label}: broken JSON: {error}", hint="is it a feed?") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ArticleError(f"{source.label}: not a JSON feed", hint="is it the right file?")
    for item in items:
        if not isinstance(item, dict):
            continue
        authors = item.get("authors") or feed.get("authors") or [item.get("author")]
        names = [_text(a, "name") for a in authors] if isinstance(authors, list) else []
        moment = _text(item, "date_published")
        yield Entry(
            title=_text(item, "title"),
            html=_text(item, "content_html") or "".join(_marked_up(_text(item, "content_text"))),
            link=_web(_text(item, "url"), source),
            authors=tuple(name for name in names if name),
            date=parse_iso(moment) or find_date(moment),
            language=_tag(_text(item, "language") or _text(feed, "language")),
            site=_text(feed, "title"),
            image=_web(_text(item, "image"), source),
        )


def _marked_up(text: str) -> Iterator[str]:
    """Plain text as a page's paragraphs and lists."""
    for is_list, lines in groupby(text.split("\n"), key=lambda line: bulleted(line) is not None):
        if is_list:
            items = filter(None, map(bulleted, lines))
            yield f"<ul>{''.join(f'<li>{escape(item.text)}</li>' for item in items)}</ul>"
        else:
            yield from (f"<p>{escape(line)}</p>" for line in lines if line)


def _text(thing: Any, name: str) -> str:
    value = thing.get(name) if isinstance(thing, dict) else None
    return value if isinstance(value, str) else ""


def _tag(language: str) -> str:
    return language.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}([-_]\w+)*", language) else ""


def _web(link: str, source: Source) -> str:
    """`link` as an address of the web; empty for any other."""
    try:
        whole_link = urljoin(source.address, link.strip())
    except ValueError:
        return ""
    return whole_link if link and is_address(whole_link) else ""
