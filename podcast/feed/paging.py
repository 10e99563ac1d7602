"""The pages of a long feed, and their places among each other (RFC 5005, section 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from podcast.address import FEED
from podcast.feed.namespace import Links

STYLE = "assets/feed.css"
"""What a browser shows the feed with; in public/."""

ALONE = Links()

Entry = TypeVar("Entry")


def paginate(entries: Sequence[Entry], size: int) -> Iterator[tuple[Links, Sequence[Entry]]]:
    """Yield each page's place and entries (of any kind, newest first); feed.xml last.

    Pages of the archive are numbered from the oldest and hold `size` each: once full, they stay
    as they are. feed.xml has the rest, from `size` up to twice as many less one.
    """
    size = max(1, size)
    full = max(0, len(entries) // size - 1)
    paths = [FEED] + [archive_path(number) for number in range(full, 0, -1)]
    begin = len(entries) - full * size
    for place in range(full, -1, -1):
        members = entries[begin + (place - 1) * size : begin + place * size]
        yield _links(paths, place), members if place else entries[:begin]


def archive_path(number: int) -> str:
    """Return the path of a page of the feed's archive."""
    return f"archive/feed-{number}.xml"


def _links(paths: Sequence[str], place: int) -> Links:
    """The neighbours of a page, as RFC 5005 names them; none when it's alone."""
    if len(paths) == 1:
        return ALONE
    return Links(
        path=paths[place],
        first=paths[0],
        previous=paths[place - 1] if place else "",
        next=paths[place + 1] if place + 1 < len(paths) else "",
        last=paths[-1],
    )
