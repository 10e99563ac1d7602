"""When what is on a page was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from podcast.dates import find_date, parse_iso
from podcast.webpage.runs import Run
from podcast.webpage.told import called

_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "article:published",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dc.date", "dcterms.date", "date", "article.published", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "originalpublicationdate", "datecreated",
    "article_date_original", "timestamp", "rnews:datepublished", "ptime", "created",
)  # fmt: skip
_DATES = frozenset(
    ("date", "dates", "dateline", "time", "timestamp", "published", "publish-date", "pub-date",
     "pubdate", "posted", "posted-on", "entry-date", "post-date", "post-meta", "byline", "meta",
     "article-meta", "entry-meta", "article-date", "publication-date", "published-date", "datum")
)  # fmt: skip
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)|[/-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[/-]|$)"
)
_REVISED = re.compile(
    r"updated|modified|revised|aktualisiert|geändert|mis à jour|modifié|actualizado|"
    r"aggiornato|bijgewerkt|last edited|copyright|©",
    re.IGNORECASE,
)
_BELOW = re.compile(r"edited|copyright|©", re.IGNORECASE)
"""What tells nothing of when an article was published."""
_LONG = 250
"""Letters of a paragraph that is the article's beyond doubt."""
_EARLIEST = 1990


def published(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    runs: Sequence[Run],
    address: str,
) -> datetime | None:
    """When the article was published; None rather than a guess."""
    for text in _given_dates(tree, meta, data, runs, address):
        date = parse_iso(text) or _compact(text) or (find_date(text) if len(text) < 150 else None)
        if date is not None and date.year >= _EARLIEST:
            return date
    return None


def _given_dates(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    runs: Sequence[Run],
    address: str,
) -> Iterator[str]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if isinstance(data.get(key), str):
            yield data[key]
    yield from (meta[name] for name in _PUBLISHED if name in meta)
    for element in tree.xpath(
        "//*[@itemprop='datePublished' or @pubdate or @itemprop='dateCreated']"
    ):
        yield element.get("datetime") or element.get("content") or element.text_content()
    if match := _IN_ADDRESS.search(urlsplit(address).path):
        yield "-".join(part for part in match.groups() if part)
    times = [e for e in tree.iter("time") if e.get("datetime")]
    # Several are a list of other articles, unless the first stands where bylines do.
    for element in times[:1]:
        if len(times) == 1 or element.xpath(
            "ancestor::article or ancestor::header or ancestor::main"
        ):
            yield element.get("datetime")
    # Near the title: when it was published, and for want of that when it was revised.
    lines = [" ".join(e.text_content().split()) for e in called(tree, _DATES)]
    lines += [run.text for run in takewhile(lambda run: len(run.text) < _LONG, runs[:60])]
    short = [line for line in lines if len(line) < 120]
    yield from (first for line in short if (first := _REVISED.split(line)[0]) and len(first) < 60)
    yield from (line for line in short if len(line) < 60 and not _BELOW.search(line))


def _compact(text: str) -> datetime | None:
    """Machines' other ways of writing a date: 20240529, 20240529T060000Z, 2024/05/29."""
    match = re.match(r"(\d{4})/?(\d\d)/?(\d\d)(?:T?[ ]?(\d\d):?(\d\d))?(?!\d{3})", text.strip())
    if match is None:
        return None
    year, month, day, hour, minute = match.groups(default="00")
    return parse_iso(f"{year}-{month}-{day}T{hour}:{minute}")
