"""Addresses changed so that a feed or page works where it was asked for, not only where it's meant.

A phone on this network asks a computer by its address there; the feed names the host that the show
will be published on. What points to a file that we serve is changed, and nothing else: an article's
own page may well be on that host too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from podcast.address import FEED

SELF_LINK = re.compile(r'<atom:link href="([^"]+)" rel="self"')
PATH = r"[\w.~%/-]*"


def published_base(feed: str) -> str:
    """Return the address that a feed was made for; empty when it doesn't say."""
    found = SELF_LINK.search(feed)
    return found[1].removesuffix(FEED) if found and found[1].endswith(FEED) else ""


def readdress(text: str, old: str, new: str, exists: Callable[[str], bool]) -> str:
    """Return `text` with `new` for `old` in each address of a file for which `exists` is true.

    Addresses with a scheme of an app (podcast://host/feed.xml) keep it; so do those that stand
    encoded in another one's query.

    >>> readdress('<a href="https://a.example/x.mp3">', "https://a.example/", "http://b:1/", bool)
    '<a href="http://b:1/x.mp3">'
    """
    if old == new or not old:
        return text
    old_bare, new_bare = old.partition("://")[2], new.partition("://")[2]

    def change(found: re.Match[str]) -> str:
        scheme, path = found[1], found[2]
        if not exists(unquote(path)):
            return found[0]
        return (new if scheme in ("http", "https") else f"{scheme}://{new_bare}") + path

    changed = re.sub(rf"\b([a-z]+)://{re.escape(old_bare)}({PATH})", change, text)
    return changed.replace(quote(old + FEED, safe=""), quote(new + FEED, safe=""))
