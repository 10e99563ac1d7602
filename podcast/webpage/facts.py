"""A page's facts: title, authors, date, language, link, picture, as it tells them of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, takewhile
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from podcast.dates import find_date, parse_iso
from podcast.markup import paragraphs
from podcast.titles import is_longer, same_title, title_key
from podcast.webpage.runs import Run, text_of

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|Recipe|Chapter|CreativeWork)$")


@dataclass(frozen=True)
class Facts:
    """What a page says of its article; empty where it says nothing, or nothing believable."""

    title: str
    authors: tuple[str, ...]
    date: datetime | None
    language: str
    link: str
    site: str
    image: str
    summary: str
    body: str
    """The article's text as the page gives it to search engines."""
    free: bool = True
    """False when the page says that only subscribers may read it."""


def facts_of(tree: HtmlElement, runs: Sequence[Run], address: str) -> Facts:
    """The facts of the page `tree`, found at `address`."""
    meta = _meta(tree)
    data = _structured(tree)
    site = _first(meta, "og:site_name", "application-name") or _name(data.get("publisher"))
    link = _link(tree, meta, address)
    base = link or address
    image = _image(data.get("image")) or _first(meta, "og:image", "og:image:url", "twitter:image")
    return Facts(
        title=_title(tree, meta, data, site),
        authors=_authors(tree, meta, data, runs, site),
        date=_date(tree, meta, data, runs, base),
        language=language_of_page(tree),
        link=link,
        site=site,
        image=_absolute(base, image),
        summary=_first(meta, "og:description", "description", "twitter:description"),
        body=_plain(data.get("articleBody")),
        free=str(data.get("isAccessibleForFree", True)).lower() != "false",
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join(element.get("content", "").split())
        for name in (element.get("property"), element.get("name"), element.get("itemprop")):
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: Mapping[str, str], *names: str) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _structured(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty when there is none."""
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        try:
            # Some wrap it in a comment, or end it like a statement.
            found = re.search(r"[\[{].*[\]}]", script.text or "", re.DOTALL)
            given = json.loads(found[0], strict=False) if found else None
        except (ValueError, RecursionError):
            continue
        for thing in _things(given):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in kinds):
                return thing
    return {}


def _things(given: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(given, list):
        for part in given:
            yield from _things(part, depth + 1)
    elif isinstance(given, dict):
        yield given
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _things(given.get(key), depth + 1)


def _plain(text: Any) -> str:
    return "\n".join(paragraphs(text)) if isinstance(text, str) else ""


def _name(thing: Any) -> str:
    """The name of a JSON-LD person or organisation."""
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict):
        thing = thing.get("name")
    if isinstance(thing, list):
        thing = " and ".join(name for name in thing if isinstance(name, str))
    return _plain(thing).replace("\n", " ") if isinstance(thing, str) else ""


def _image(thing: Any) -> str:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict):
        thing = thing.get("url") or thing.get("contentUrl")
    return thing.strip() if isinstance(thing, str) else ""


# Title ---------------------------------------------------------------------------------------

_SEPARATOR = re.compile(r"\s+[|–—\-»«:·•\\/>]+\s+|\s*[|»]\s*|:\s+")


def _title(tree: HtmlElement, meta: Mapping[str, str], data: Mapping[str, Any], site: str) -> str:
    """The headline, by the voices that agree on it.

    Each source errs in its own way: the title element carries the site's name, h1 may be a logo,
    og:title may be a teaser for social media, and JSON-LD may describe another page.
    """
    element = tree.find(".//title")
    whole = " ".join((element.text_content() if element is not None else "").split())
    tops = [text for h1 in tree.iter("h1") if 2 < len(text := text_of(h1)) < 300]
    given = _first(meta, "og:title", "twitter:title", "dc.title", "title")
    # A dash in it is the headline's own, unless the site's name follows.
    shared = _without_site(given, site) if site and title_key(site) in title_key(given) else given
    headline = _plain(data.get("headline")).replace("\n", " ")
    bare = _without_site(whole, site)
    for top in tops:
        if same_title(top, site) or _ends_for(whole, top, (shared, headline)):
            continue
        if any(_agrees(top, other) for other in (shared, headline, bare)):
            return top
    if headline and _agrees(headline, whole):
        return headline
    if shared and not same_title(shared, site):
        return shared
    lesser = (text_of(heading) for heading in tree.iter("h2", "h3"))
    if bare and bare != whole and (own := next((t for t in lesser if same_title(t, bare)), "")):
        return own
    # A lone h1 that only ends the title element is the site's name.
    lone = tops[0] if len(tops) == 1 and not title_key(whole).endswith(title_key(tops[0])) else ""
    return headline or lone or bare or next(iter(tops), "")


def _ends_for(whole: str, top: str, others: Sequence[str]) -> bool:
    """Whether `top` is the site's name: at the end of the title element, after the real title."""
    key, end = title_key(whole), title_key(top)
    starts = (title_key(other) for other in others)
    return key.endswith(end) and any(s and s != end and key.startswith(s) for s in starts)


def _agrees(one: str, other: str) -> bool:
    """Whether one of the two is the other, or the other with something added."""
    if not one or not other:
        return False
    short, long = sorted((title_key(one), title_key(other)), key=len)
    return (
        len(short) > 3 and (short in long) and (2 * len(short) > len(long) or is_longer(other, one))
    )


def _without_site(title: str, site: str) -> str:
    """A title element's text without the site's name at either end."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    if site:
        for end in (parts[-1], parts[0]):
            if same_title(end, site):
                place = title.rfind(end) if end is parts[-1] else 0
                cut = title[:place] if end is parts[-1] else title[len(end) :]
                return cut.strip(" |–—-»«:·•\\/>")
    marks = list(re.finditer(r"\s+[|–—\-»«·•\\/>]+\s+|\s*[|»]\s*", title))
    if not marks:
        return title
    before, after = title[: marks[-1].start()], title[marks[-1].end() :]
    if len(before.split()) >= 3:
        return before
    return after if len(after.split()) > len(before.split()) else title


# Authors -------------------------------------------------------------------------------------

_BY = re.compile(
    r"^\W*(?:(?:written |posted |reported |reporting |words |text |story |article )?by|"
    r"von|par|por|di|door|af|av)\b:?\s+",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|;|/|\||&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*(?!(?:jr|sr|ph\.?d|m\.?d)\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’`-]*(?:\s+[^\W\d_][\w.'’`-]*){0,4}")
_AFTER = re.compile(
    r"\s+(?:in|at|for|of|from|aus|à|en|on|with|via)\s.*|\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:staff|editors?|editorial|team|desk|admin|administrator|guest|contributors?|reporter|"
    r"correspondent|news|published|updated|posted|comments?|min|read|https?|www|follow|redaktion|"
    r"more|about|share|email|contact|archive|(?:edit|writ|report)ing|subscribe|view|profile|posts?|"
    r"the author|anonymous|unknown|null|undefined|none)\b",
    re.IGNORECASE,
)
_AUTHOR_NAMES = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl",
    "sailthru.author", "dc:creator", "article:author_name", "citation_author",
)  # fmt: skip
_BYLINES = frozenset(
    ("byline", "by-line", "author", "authors", "author-name", "p-author", "entry-author", "autor",
     "post-author", "article-author", "meta-author", "writer", "post-byline", "article-byline")
)  # fmt: skip
_DATES = frozenset(
    ("date", "dates", "dateline", "time", "timestamp", "published", "publish-date", "pub-date",
     "pubdate", "posted", "posted-on", "entry-date", "post-date", "post-meta", "byline", "meta",
     "article-meta", "entry-meta", "article-date", "publication-date", "published-date", "datum")
)  # fmt: skip


def _called(tree: HtmlElement, names: Container[str]) -> Iterator[HtmlElement]:
    """The elements that have one of `names` for a class or id, or for a part of one."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        attributes = element.attrib
        if "class" in attributes or "id" in attributes:
            own = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
            parts = re.split(r"\s+|--", own.replace("_", "-"))
            if any(part in names or part.rpartition("-")[2] in names for part in parts):
                yield element


def _authors(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    runs: Sequence[Run],
    site: str,
) -> tuple[str, ...]:
    for given in _given_authors(tree, meta, data, runs):
        names = tuple(dict.fromkeys(name for text in given for name in _names(text, site)))
        # "Jane Doe, Berlin": one word beside a full name is a place, a paper or a job.
        names = tuple(name for name in names if " " in name) or names[:1]
        if names:
            return names
    return ()


def _given_authors(
    tree: HtmlElement, meta: Mapping[str, str], data: Mapping[str, Any], runs: Sequence[Run]
) -> Iterator[list[str]]:
    """Where a page names its authors, the most trustworthy first."""
    given = data.get("author")
    yield [_name(person) for person in (given if isinstance(given, list) else [given])]
    for name in _AUTHOR_NAMES:
        yield [meta.get(name, "")]
    yield [text_of(e) for e in tree.xpath("//*[@rel='author'][not(self::link)]")[:4]]
    yield [
        text_of(named[0] if (named := e.xpath(".//*[@itemprop='name']")) else e)
        for e in tree.xpath("//*[contains(@itemprop, 'author')][not(self::meta)]")[:4]
    ]
    yield [text_of(element) for element in islice(_called(tree, _BYLINES), 1)]
    yield [run.text for run in runs[:80] if len(run.text) < 100 and _BY.match(run.text)][:1]


def _names(text: str, site: str) -> Iterator[str]:
    """The names in a byline.

    >>> list(_names("By Jane Doe and Max Roe | May 3, 2024", ""))
    ['Jane Doe', 'Max Roe']
    """
    if not text or "://" in text or len(text) > 200:
        return
    text = _BY.sub("", re.sub(r"\([^)]*\)|\S+@\S+|@\w+|\b\w+\.(?:com|org|net)\b.*", " ", text))
    for part in _AND.split(text):
        name = _AFTER.sub("", _BY.sub("", part)).strip(" .,:-–—·•")
        if not _NAME.fullmatch(name) or same_title(name, site):
            # What follows a name in its line is no name: a place, a job, a date.
            if not name or _NO_NAME.search(name) or any(c.isdigit() for c in name):
                continue
            break
        if site and title_key(site) in title_key(name):
            continue
        if not _NO_NAME.search(name) and not name.islower() and len(name) > 2:
            yield name


# Date ----------------------------------------------------------------------------------------

_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "article:published",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dc.date", "dcterms.date", "date", "article.published", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "originalpublicationdate", "datecreated",
    "article_date_original", "timestamp", "rnews:datepublished", "ptime", "created",
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


def _date(
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
    lines = [" ".join(e.text_content().split()) for e in _called(tree, _DATES)]
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


# The rest ------------------------------------------------------------------------------------


def language_of_page(tree: HtmlElement) -> str:
    """The language that a page says it is in; empty when it says none."""
    meta = _meta(tree)
    given = (
        tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _first(meta, "content-language", "og:locale", "dc.language", "inlanguage")
    )
    tag = re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?\b", given.strip()) if given else None
    return _tag(tag[0]) if tag else ""


def _tag(given: str) -> str:
    parts = given.replace("_", "-").split("-")
    rest = [part.upper() if len(part) == 2 else part.title() for part in parts[1:]]
    return "-".join([parts[0].lower(), *rest])


def canonical(tree: HtmlElement) -> str:
    """The address that a saved page says it has."""
    return _link(tree, _meta(tree), "")


def _link(tree: HtmlElement, meta: Mapping[str, str], address: str) -> str:
    """The article's own address, where the page names one of its own site."""
    named = [
        link.get("href", "")
        for link in tree.iter("link")
        if "canonical" in link.get("rel", "").lower()
    ]
    for given in [*named, meta.get("og:url", "")]:
        link = _absolute(address, given)
        if not link:
            continue
        # A canonical link to the front page, or to another site, is a mistake.
        if urlsplit(link).path in ("", "/") and urlsplit(address).path not in ("", "/"):
            continue
        if not address or _same_site(link, address):
            return link
    return address


def _absolute(base: str, link: str) -> str:
    """`link` as a whole address of the web; empty where it makes none."""
    try:
        whole = urljoin(base, link.strip()) if link.strip() else ""
        return (
            whole
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname
            else ""
        )
    except ValueError:
        return ""  # such as brackets without an IPv6 address in them


def _same_site(one: str, other: str) -> bool:
    hosts = [(urlsplit(address).hostname or "").removeprefix("www.") for address in (one, other)]
    short, long = sorted(hosts, key=len)
    return (
        long == short or long.endswith("." + short) or short.split(".")[-2:] == long.split(".")[-2:]
    )
