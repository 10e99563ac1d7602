"""A page's facts: title, authors, date, language, link, picture, as it tells them of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from podcast.webpage.authors import authors
from podcast.webpage.headline import headline
from podcast.webpage.opening import opening
from podcast.webpage.published import published
from podcast.webpage.runs import Run
from podcast.webpage.told import first, meta, name, plain, structured


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
    told = meta(tree)
    data = structured(tree)
    site = first(told, "og:site_name", "application-name") or name(data.get("publisher"))
    link = _link(tree, told, address)
    base = link or address
    image = _image(data.get("image")) or first(told, "og:image", "og:image:url", "twitter:image")
    title = headline(tree, told, data, runs, site, base)
    start = opening(runs, title)
    language = language_of_page(tree)
    return Facts(
        title=title,
        authors=authors(tree, told, data, start, site),
        date=published(tree, told, data, start, base, language),
        language=language,
        link=link,
        site=site,
        image=_absolute(base, image),
        summary=first(told, "og:description", "description", "twitter:description"),
        body=plain(data.get("articleBody")),
        free=str(data.get("isAccessibleForFree", True)).lower() != "false",
    )


def _image(thing: Any) -> str:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict):
        thing = thing.get("url") or thing.get("contentUrl")
    return thing.strip() if isinstance(thing, str) else ""


def language_of_page(tree: HtmlElement) -> str:
    """The language that a page says it is in; empty when it says none."""
    told = meta(tree)
    given = (
        tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or first(told, "content-language", "og:locale", "dc.language", "inlanguage")
    )
    tag = re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?\b", given.strip()) if given else None
    return _tag(tag[0]) if tag else ""


def _tag(given: str) -> str:
    parts = given.replace("_", "-").split("-")
    rest = [part.upper() if len(part) == 2 else part.title() for part in parts[1:]]
    return "-".join([parts[0].lower(), *rest])


def canonical(tree: HtmlElement) -> str:
    """The address that a saved page says it has."""
    return _link(tree, meta(tree), "")


def _link(tree: HtmlElement, told: Mapping[str, str], address: str) -> str:
    """The article's own address, where the page names one of its own site."""
    named = [
        link.get("href", "")
        for link in tree.iter("link")
        if "canonical" in link.get("rel", "").lower()
    ]
    for given in [*named, told.get("og:url", "")]:
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
