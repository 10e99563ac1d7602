"""A page's headline, by the voices that agree on it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from podcast.titles import is_longer, same_title, title_key
from podcast.webpage.runs import Run, text_of
from podcast.webpage.told import first, plain

_LONGEST = 500
"""Letters of a title; what is longer is none, or an attack."""
_LONGEST_TOP = 300
"""Letters of a heading that may be it."""
_MOST = 50
_FIRST = 200
"""Runs of a page that may hold its headline."""
_SEPARATOR = re.compile(r"\s+[|–—\-»«:·•\\/>]+\s+|\s*[|»]\s*|:\s+")


def headline(
    tree: HtmlElement,
    meta: Mapping[str, str],
    data: Mapping[str, Any],
    runs: Sequence[Run],
    site: str,
    address: str,
) -> str:
    """The headline, by the voices that agree on it.

    Each source errs in its own way: the title element carries the site's name, h1 may be a logo,
    og:title may be a teaser for social media, and JSON-LD may describe another page.
    """
    element = tree.find(".//title")
    whole = " ".join((element.text_content() if element is not None else "")[:_LONGEST].split())
    tops = [
        text
        for h1 in islice(tree.iter("h1"), _MOST)
        if 2 < len(text := _said(h1, whole)) < _LONGEST_TOP and not _leads_up(h1, address)
    ]
    tops = list(dict.fromkeys(tops))
    given = first(meta, "og:title", "twitter:title", "dc.title", "title")[:_LONGEST]
    # A dash in it is its own, unless the site's name follows.
    shared = _without_site(given, site) if site and title_key(site) in title_key(given) else given
    own = plain(data.get("headline")).replace("\n", " ")[:_LONGEST]
    bare = _without_site(whole, site)
    for top in tops:
        if same_title(top, site) or _ends_for(whole, top, (shared, own)):
            continue
        if any(_agrees(top, other) for other in (shared, own, bare)):
            return top
    if own and _agrees(own, whole):
        return own
    if shared and not same_title(shared, site):
        return shared
    lesser = [text_of(heading) for heading in islice(tree.iter("h2", "h3"), _FIRST)]
    if bare and bare != whole and (under := next((t for t in lesser if same_title(t, bare)), "")):
        return under
    # A lone h1 that only ends the title element is the site's name.
    lone = tops[0] if len(tops) == 1 and not title_key(whole).endswith(title_key(tops[0])) else ""
    return own or lone or _line_of(whole, tree, runs) or bare or next(iter(tops), "")


def _said(h1: HtmlElement, whole: str) -> str:
    """The text of `h1`, without a link to the section that some put into it."""
    text = text_of(h1)
    # What a missing end tag has made as long as the page may hold thousands of links.
    if len(text) >= _LONGEST_TOP or title_key(text) in title_key(whole):
        return text
    links = [text_of(link) for link in h1.iter("a")]
    rest = next((text.removesuffix(link).strip() for link in links if text.endswith(link)), "")
    return rest if rest and title_key(whole).startswith(title_key(rest)) else text


def _leads_up(h1: HtmlElement, address: str) -> bool:
    """Whether `h1` is a link to what the page is a part of: the name of the site."""
    link = h1.find(".//a[@href]")
    if link is None or not address or text_of(link) != text_of(h1):
        return False
    try:
        there, here = urlsplit(urljoin(address, link.get("href", "").strip())), urlsplit(address)
    except ValueError:
        return False
    folder = there.path if there.path.endswith("/") else f"{there.path}/"
    return there.path != here.path and here.path.startswith(folder)


def _line_of(whole: str, tree: HtmlElement, runs: Sequence[Run]) -> str:
    """The heading or line of the page that is a part of its title element: "Ice | Courier"."""
    cuts = list(_SEPARATOR.finditer(whole))
    parts = [whole[: cut.start()] for cut in reversed(cuts)] + [whole[cut.end() :] for cut in cuts]
    keys = dict.fromkeys(title_key(part) for part in parts if len(part.split()) > 1)
    lines = [text_of(heading) for heading in islice(tree.iter("h2", "h3"), _FIRST)]
    lines += [run.text for run in runs[:_FIRST] if not run.linked and len(run.text) < 300]
    found = {title_key(line): line for line in reversed(lines)}
    return next((found[key] for key in keys if key in found), "")


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
