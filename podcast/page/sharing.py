"""What other sites, apps and machines read of a page: subscribe links, QR code, JSON-LD, oEmbed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote

from podcast.address import FEED, base_address, file_address, is_web_address
from podcast.episode import Episode
from podcast.show import Show

# {bare} is the feed's address without its scheme, {quoted} all of it, percent-encoded.
APPS = (
    ("Apple Podcasts", "podcasts://{bare}"),
    ("Overcast", "overcast://x-callback-url/add?url={quoted}"),
    ("Pocket Casts", "pktc://subscribe/{bare}"),
    ("AntennaPod", "https://antennapod.org/deeplink/subscribe?url={quoted}"),
    ("podcast://", "podcast://{bare}"),
)


@dataclass(frozen=True)
class Subscriptions:
    """The ways to subscribe."""

    feed: str
    """The feed's address, or its place beside the page when the show has no address."""
    apps: tuple[tuple[str, str, str], ...]
    """Name, link, and the link's pattern for a page that is found elsewhere."""
    qr: str = ""
    """An SVG element; empty when the show has no address."""
    bare: str = ""
    """What the QR code says, without its scheme: so no server takes it for a link to change."""


def subscriptions(show: Show, root: str) -> Subscriptions:
    """Return the ways to subscribe, for a page that reaches public/ by `root`."""
    if not show.url:
        feed = root + FEED
        return Subscriptions(feed, tuple((name, feed, pattern) for name, pattern in APPS))
    feed = published_address(show, FEED)
    bare, quoted = feed.split("://", 1)[-1], quote(feed, safe="")
    apps = tuple((name, p.format(bare=bare, quoted=quoted), p) for name, p in APPS)
    return Subscriptions(feed, apps, qr_code(feed), bare)


def qr_code(text: str) -> str:
    """Return `text` as a QR code, an SVG element."""
    import segno  # here: pages alone need it

    drawn: str = segno.make(text, error="m", micro=False).svg_inline(
        border=2, omitsize=True, dark="#000", light="#fff", svgclass="code", lineclass=None
    )
    return drawn


def published_address(show: Show, path: str) -> str:
    """Return where `path` of public/ will be found; empty when the show has no address."""
    return file_address(base_address(show), path) if show.url else ""


def web_address(text: str) -> str:
    """Return `text` as an address for a link, or nothing when it's none: articles are untrusted.

    >>> web_address("https://example.com/Käse"), web_address("javascript:alert(1)")
    ('https://example.com/K%C3%A4se', '')
    """
    encoded = quote(text.strip(), safe=":/?#[]@!$&'()*+,;=%~")
    return encoded if is_web_address(encoded) else ""


def series(show: Show, cover: str) -> dict[str, Any]:
    """Return the show as schema.org's PodcastSeries."""
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "PodcastSeries",
            "name": show.title,
            "description": show.description,
            "inLanguage": show.language,
            "author": {"@type": "Organization", "name": show.author} if show.author else "",
            "url": published_address(show, ""),
            "webFeed": published_address(show, FEED),
            "image": published_address(show, cover) if cover else "",
        }
    )


def episode_facts(show: Show, episode: Episode, cover: str) -> dict[str, Any]:
    """Return the episode as schema.org's PodcastEpisode."""
    folder = f"episodes/{episode.slug}/"
    source = web_address(episode.link)
    audio = {
        "@type": "AudioObject",
        "contentUrl": published_address(show, folder + episode.enclosure.path),
        "encodingFormat": episode.enclosure.type,
        "contentSize": str(episode.enclosure.bytes),
        "duration": iso_duration(episode.seconds),
    }
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "PodcastEpisode",
            "name": episode.title,
            "description": episode.summary,
            "datePublished": episode.date.isoformat(),
            "inLanguage": episode.language,
            "duration": iso_duration(episode.seconds),
            "url": published_address(show, folder),
            "image": published_address(show, cover) if cover else "",
            "author": [{"@type": "Person", "name": name} for name in episode.authors],
            "isBasedOn": {"@type": "Article", "url": source} if source else "",
            "associatedMedia": _without_empty(audio),
            "partOfSeries": _without_empty(
                {
                    "@type": "PodcastSeries",
                    "name": show.title,
                    "url": published_address(show, ""),
                    "webFeed": published_address(show, FEED),
                }
            ),
        }
    )


def embed_code(show: Show, episode: Episode) -> str:
    """Return the HTML that places the player in another page; empty without an address."""
    if not show.url:
        return ""
    embed = escape(published_address(show, f"episodes/{episode.slug}/embed.html"))
    return (
        f'<iframe src="{embed}" title="{escape(episode.title)}" width="600"'
        f' height="{EMBED_HEIGHT}" style="border:0;width:100%" loading="lazy"></iframe>'
    )


def oembed(show: Show, episode: Episode, cover: str) -> dict[str, Any]:
    """Return the answer to an oEmbed request for the episode's page, as oembed.com sets it."""
    return _without_empty(
        {
            "version": "1.0",
            "type": "rich",
            "provider_name": show.title,
            "provider_url": published_address(show, ""),
            "title": episode.title,
            "author_name": ", ".join(episode.authors) or show.author,
            "html": embed_code(show, episode),
            "width": 600,
            "height": EMBED_HEIGHT,
            "thumbnail_url": published_address(show, cover) if cover else "",
        }
    )


EMBED_HEIGHT = 220
"""Of embed.html, in CSS pixels."""


def iso_duration(seconds: float) -> str:
    """302.4 -> PT5M2S, as ISO 8601 writes it."""
    minutes, rest = divmod(round(seconds), 60)
    return f"PT{minutes}M{rest}S"


def script_json(facts: Mapping[str, Any]) -> str:
    """Return JSON that can stand inside a <script> element: nothing in it ends the element."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _without_empty(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value not in ("", [], None)}
