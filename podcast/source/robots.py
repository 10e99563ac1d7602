"""robots.txt: what a site wishes programs not to fetch (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from podcast.errors import ArticleError
from podcast.source.fetch import Network, Page, Refused, fetch

NAME = "briefcast"
_NO_RULES = range(400, 500)
"""Statuses that mean that there are none (RFC 9309, 2.3.1.3)."""


def check(address: str, network: Network, pages: dict[str, Page]) -> None:
    """Raise ArticleError when the site of `address` doesn't want programs to fetch it.

    `pages` keeps a site's rules, so that they are fetched once.
    """
    parts = urlsplit(address)
    where = f"{parts.scheme}://{parts.netloc}/robots.txt"
    if where not in pages:
        try:
            pages[where] = fetch(where, network)
        except Refused as refusal:
            if refusal.status not in _NO_RULES:
                raise
            pages[where] = Page(where, b"")
    rules = RobotFileParser()
    rules.parse(pages[where].data.decode("utf-8", "replace").splitlines())
    if not rules.can_fetch(NAME, address):
        raise ArticleError(
            f"{address}: robots.txt asks programs to stay away",
            hint="open it in a browser, save the page, and give the file",
        )
