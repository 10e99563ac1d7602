"""When what is on a page was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from podcast.dates import date_span, find_date, parse_iso
from podcast.webpage.opening import Opening
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
    r"/((?:19|20)\d\d)/(?:[A-Za-z_-]+/)?(\d{1,2})/(\d{1,2})(?:/|$)|[/-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[/-]|$)"
)
_REVISED = re.compile(
    r"updated|modified|revised|aktualisiert|geändert|mis à jour|modifié|actualizado|aggiornato|"
    r"bijgewerkt|atualizad|обновл|уточн|수정|更新|last edited|copyright|©",
    re.IGNORECASE,
)
_BELOW = re.compile(r"edited|copyright|©", re.IGNORECASE)
"""What tells nothing of when an article was published."""
_META_ENDS = re.compile(
    r"(?:^|[._:-])(?:\w*(?:first)?published|\w*publi(?:sh|cation)[_-]?(?:date|time)|pub[_-]?date)$"
)
"""What sites make up for themselves: search.pubdate, iso-8601-publish-date."""
_LINE = 160
"""Letters of a line that may hold a date beside a byline."""
_BEFORE = 60
"""Letters of such a line that may come before the date."""
_EARLIEST = 1990
_ENGLISH_DAY_FIRST = ("en-GB", "en-IE", "en-AU", "en-NZ", "en-IN", "en-ZA")
_YEAR_FIRST = ("zh", "ja", "ko", "hu", "lt", "mn")


def published(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    opening: Opening,
    address: str,
    language: str,
) -> datetime | None:
    """When the article was published; None rather than a guess."""
    day_first = _is_day_first(language)
    for text in _given_dates(tree, meta, data, opening, address):
        date = parse_iso(text) or _compact(text)
        if date is None and len(text) < _LINE:
            date = find_date(text, day_first=day_first)
        if date is not None and date.year >= _EARLIEST:
            return date
    return None


def _is_day_first(language: str) -> bool | None:
    """What 5/6/2024 means in `language`; None where it may be either."""
    main = language.partition("-")[0]
    if main in ("", "en", *_YEAR_FIRST):
        return {"en-US": False, **dict.fromkeys(_ENGLISH_DAY_FIRST, True)}.get(language)
    return True


def _given_dates(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    opening: Opening,
    address: str,
) -> Iterator[str]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if isinstance(data.get(key), str):
            yield data[key]
    yield from (meta[name] for name in _PUBLISHED if name in meta)
    yield from (text for name, text in meta.items() if _META_ENDS.search(name))
    for element in tree.xpath(
        "//*[@itemprop='datePublished' or @pubdate or @itemprop='dateCreated']"
    ):
        yield element.get("datetime") or element.get("content") or element.text_content()
    if match := _IN_ADDRESS.search(urlsplit(address).path):
        yield "-".join(part for part in match.groups() if part)
    times = [e for e in tree.iter("time") if e.get("datetime")]
    near = [e for e in times if opening.has(e)]
    yield from _moments([e for e in near if opening.place(e) > opening.start])
    yield from _in_lines([run.text for run in opening.after])
    yield from _moments(near or times[: len(times) == 1])
    yield from _in_lines([run.text for run in opening.before])
    called_so = [e for e in called(tree, _DATES) if opening.place(e) > opening.start]
    yield from _in_lines([line for e in called_so[:20] for line in opening.lines(e)])


def _in_lines(lines: Sequence[str]) -> Iterator[str]:
    """Those that tell when it was published, and for want of that when it was revised."""
    short = [line for line in lines if len(line) < _LINE and _starts_with_date(line)]
    yield from (first for line in short if _starts_with_date(first := _REVISED.split(line)[0]))
    yield from (line for line in short if not _BELOW.search(line))


def _starts_with_date(line: str) -> bool:
    """Whether little but a name stands before the date in `line`, as in no sentence."""
    span = date_span(line)
    return span is not None and span[0] < _BEFORE


def _moments(times: Sequence[HtmlElement]) -> Iterator[str]:
    """What time elements name, those that tell of a revision last."""
    fresh = [element for element in times if not _REVISED.search(element.text_content())]
    yield from (element.get("datetime") for element in (*fresh, *times))


def _compact(text: str) -> datetime | None:
    """Machines' other ways of writing a date: 20240529, 20240529T060000Z, 2024/05/29."""
    match = re.match(r"(\d{4})/?(\d\d)/?(\d\d)(?:T?[ ]?(\d\d):?(\d\d))?(?!\d{3})", text.strip())
    if match is None:
        return None
    year, month, day, hour, minute = match.groups(default="00")
    return parse_iso(f"{year}-{month}-{day}T{hour}:{minute}")
