"""The RSS feed. The only module that knows feedgen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from podcast.address import base_address, episode_address, file_address
from podcast.episode import Episode
from podcast.feed.feedview import render_style
from podcast.feed.namespace import (
    NAMESPACES,
    VALUE_CHARACTERS,
    Links,
    Tag,
    episode_tags,
    show_tags,
)
from podcast.feed.notes import (
    NOTES_BYTES,
    describe,
    episode_title,
    printable,
    render_notes,
    shorten,
    shorten_bytes,
)
from podcast.feed.paging import ALONE, STYLE, paginate
from podcast.show import Show


def render_feed(
    show: Show,
    episodes: Sequence[Episode],
    *,
    base: str | None = None,
    cover: str = "",
    links: Links = ALONE,
    style: str = "",
) -> bytes:
    """Return the feed, or one page of it, with `episodes` in the order given: newest first.

    `base` is where public/ will be found, the show's own address unless given; `cover` and `style`
    are paths in public/, left out when empty. Equal values give equal bytes.
    Raise ShowError when a setting can't stand in a feed.
    """
    base = base_address(show) if base is None else base
    feed = FeedGenerator()
    feed.register_extension("tags", TagExtension, TagExtension, atom=False)
    _describe_show(feed, show, base, cover, links)
    feed.tags.tags = [*show_tags(show, base, cover, links)]
    feed.tags.style = "../" * links.path.count("/") + style if style else ""
    feed.tags.dated = bool(episodes)
    if episodes:
        feed.lastBuildDate(max(episode.date for episode in episodes))
    for episode in episodes:
        # add_entry() would prepend.
        _describe_episode(feed.add_entry(order="append"), show, episode, base, cover)
    return bytes(feed.rss_str(pretty=True))


def render_feeds(
    show: Show, episodes: Sequence[Episode], *, cover: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Yield (path in public/, content) of the feed's pages and of its style sheet.

    `episodes` are all of the show's, newest first. feed.xml itself comes last: what it names is
    there by then.
    """
    yield STYLE, render_style(show)
    for links, members in paginate(episodes, show.feed_size):
        yield links.path, render_page(show, members, links, cover)


def render_page(show: Show, episodes: Sequence[Episode], links: Links, cover: str) -> bytes:
    """Return the page of the feed at `links.path`."""
    return render_feed(show, episodes, cover=cover, links=links, style=STYLE)


def _describe_show(feed: FeedGenerator, show: Show, base: str, cover: str, links: Links) -> None:
    feed.title(_line(show.title))
    feed.description(shorten_bytes(_text(show.description or show.title), NOTES_BYTES))
    feed.language(show.language)
    feed.generator("briefcast")
    if show.copyright:
        feed.copyright(_line(show.copyright))
    if cover:
        feed.image(url=file_address(base, cover), title=_line(show.title), link=base)
    feed.link(href=file_address(base, links.path), rel="self", type="application/rss+xml")
    # The last link becomes RSS's own.
    feed.link(href=base, rel="alternate")


def _describe_episode(
    entry: FeedEntry, show: Show, episode: Episode, base: str, cover: str
) -> None:
    entry.title(_line(episode_title(episode.title, show.title)))
    entry.guid(_line(episode.guid), permalink=False)
    entry.description(_text(describe(episode)), isSummary=True)
    entry.content(_text(render_notes(episode, base)), type="CDATA")
    entry.pubDate(episode.date)
    audio = episode.enclosure
    entry.enclosure(episode_address(base, episode.slug, audio.path), str(audio.bytes), audio.type)
    entry.link(href=episode_address(base, episode.slug), rel="alternate")
    entry.tags.tags = [*episode_tags(show, episode, base, cover)]


class TagExtension:
    """Writes rows of tags into the channel, or into an item: feedgen's one door to other names."""

    def __init__(self) -> None:
        self.tags: Iterable[Tag] = ()
        self.style = ""
        self.dated = False

    def extend_ns(self) -> dict[str, str]:
        """Return the names that stand on <rss>."""
        return NAMESPACES

    def extend_rss(self, element: Any) -> None:
        """Append the tags; feedgen calls this with the whole <rss>, or with an <item>."""
        parent = element[0] if element.tag == "rss" else element
        for tag in self.tags:
            _append(parent, tag)
        if element.tag == "rss":
            self._finish(element, parent)

    def _finish(self, rss: Any, channel: Any) -> None:
        # feedgen's own build date is now, and stays when there is no episode to take one from.
        if not self.dated:
            channel.remove(channel.find("lastBuildDate"))
        if self.style:
            details = f'type="text/css" href="{self.style}"'
            rss.addprevious(etree.ProcessingInstruction("xml-stylesheet", details))


def _append(parent: Any, tag: Tag) -> None:
    prefix, name = tag.name.split(":")
    attributes = {key: _text(value) for key, value in tag.attributes.items()}
    element = etree.SubElement(parent, f"{{{NAMESPACES[prefix]}}}{name}", attributes)
    if tag.text:
        element.text = _text(tag.text)
    for below in tag.below:
        _append(element, below)


def _text(text: str) -> str:
    return printable(text).replace("]]>", "]] >")


def _line(text: str) -> str:
    return shorten(" ".join(_text(text).split()), VALUE_CHARACTERS)
