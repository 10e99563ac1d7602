"""The feed: is every tag there, and as directories and apps want it?"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from urllib.parse import urlsplit

from podcast.check.finding import Finding, Findings, recommend
from podcast.check.published import MAIN, NAMES, Element, Page, Published
from podcast.feed.categories import CATEGORIES
from podcast.publisher.hosting import media_type

Test = Callable[[Element], bool]

LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
ASCII_ADDRESS = re.compile(r"https?://[!-~]+")
PLAIN_NAME = re.compile(r"[A-Za-z0-9._-]+")
SYNTHETIC = re.compile(r"synth[eè]|künstlich|sintétic|\b(AI|KI|IA)\b", re.I)
NUMBERED = re.compile(r"^(?:episode|ep\.?|folge|épisode|episodio|#)\s*\d+\b", re.I)
MARKUP = re.compile(r"</?([a-zA-Z]+)")
ALLOWED_MARKUP = {"p", "ol", "ul", "li", "a", "b", "i", "strong", "em"}
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1", "0.0.0.0")  # noqa: S104 - to be told from others

VALUE_CHARACTERS = 255
DESCRIPTION_BYTES = 4000
FEED_BYTES = 5_000_000
"""Where the W3C's validator stops reading."""

SHOW_REQUIRED = ("title", "description", "link", "language", "itunes:explicit")
SHOW_RECOMMENDED = (
    "itunes:author",
    "itunes:owner/itunes:email",
    "itunes:type",
    "copyright",
    "podcast:guid",
    "podcast:locked",
    "podcast:medium",
)
ITEM_REQUIRED = ("title", "guid")
ITEM_RECOMMENDED = (
    "link",
    "pubDate",
    "description",
    "content:encoded",
    "itunes:duration",
    "itunes:explicit",
    "itunes:episodeType",
    "podcast:person",
)

SETTINGS = {
    "description": "description = … in show.toml",
    "itunes:author": "author = … in show.toml",
    "itunes:owner/itunes:email": "email = … in show.toml",
    "copyright": "copyright = … in show.toml",
    "podcast:guid": "guid = … in show.toml",
    "itunes:image": "podcast build makes a cover",
}
"""What mends a tag that is missing."""


def check_page(page: Page) -> Findings:
    """Check a document of the feed as a whole: its form, its channel."""
    yield from _form(page)
    yield from _missing(page.channel, page.path, SHOW_REQUIRED, SHOW_RECOMMENDED)
    yield from _values(page.channel, page.path)
    yield from _channel(page)


def _form(page: Page) -> Findings:
    root = page.channel.node.getparent()
    head = page.data[:200].lower()
    if not head.startswith(b"<?xml") or b"utf-8" not in head.split(b"?>")[0]:
        yield Finding("no XML declaration with encoding UTF-8", page.path)
    if root is None or root.tag != "rss" or root.get("version") != "2.0":
        yield Finding('not <rss version="2.0"> with a channel', page.path)
        return
    for prefix, name in NAMES.items():
        if name not in root.nsmap.values():
            yield Finding(f"namespace {prefix} ({name}) is not declared", page.path)
    if len(page.data) > FEED_BYTES:
        hint = "feed_size = 100 in show.toml"
        yield recommend(f"{len(page.data):,} bytes; over 5,000,000", page.path, hint)


def _missing(
    element: Element, where: str, required: tuple[str, ...], recommended: tuple[str, ...]
) -> Findings:
    for name in required + recommended:
        found = element.all(name)
        severity = "required" if name in required else "recommended"
        if not found or not found[0].text().strip():
            yield Finding(f"no {name}", where, severity, SETTINGS.get(name, ""))  # type: ignore[arg-type]  # one of the two
        elif len(found) > 1 and name != "podcast:person":
            yield Finding(f"{len(found)} times {name}", where)


def _values(element: Element, where: str) -> Findings:
    for node in element.node:
        if not isinstance(node.tag, str) or node.tag == "item":
            continue
        name = node.tag.rpartition("}")[2]
        text = node.text or ""
        if text != text.strip() and not len(node):
            yield Finding(f"{name} begins or ends with a space", where)
        if name == "description" and len(text.encode()) > DESCRIPTION_BYTES:
            yield Finding(f"description has {len(text.encode()):,} bytes; at most 4,000", where)
        if name not in ("description", "encoded") and len(text) > VALUE_CHARACTERS:
            yield Finding(f"{name} has {len(text)} characters; at most 255", where)
        for key in ("url", "href"):
            address = node.get(key, "")
            if address and not ASCII_ADDRESS.fullmatch(address):
                yield Finding(f"{name}: {address!r} is not an absolute ASCII address", where)


def _channel(page: Page) -> Findings:
    channel, where = page.channel, page.path
    if not page.base:
        yield Finding("no atom:link rel=self with the feed's own address", where)
    elif urlsplit(page.base).hostname in LOCAL_HOSTS:
        hint = "url = … in show.toml when it is to be published; podcast serve needs none"
        yield recommend("the show has no address: for this network only", where, hint)
    if not channel.attribute("itunes:image", "href"):
        yield Finding("no itunes:image", where, hint=SETTINGS["itunes:image"])
    if not LANGUAGE.fullmatch(channel.text("language")):
        yield Finding(f"language {channel.text('language')!r} is not a BCP 47 tag", where)
    if channel.text("itunes:type") not in ("", "episodic", "serial"):
        yield Finding(f"itunes:type {channel.text('itunes:type')!r}", where)
    yield from _explicit(channel, where)
    yield from _categories(channel, where)
    yield from _show_guid(channel, where)
    if channel.text("podcast:txt[@purpose='ai-content']") != "true":
        yield Finding("no podcast:txt that says that the voice is synthetic", where)
    dates = [date for date in map(_date, page.items) if date]
    if dates and channel.text("lastBuildDate"):
        built = parsedate_to_datetime(channel.text("lastBuildDate"))
        if built != max(dates):
            yield Finding("lastBuildDate is not the newest episode's date", where)
    if any(earlier < later for earlier, later in pairwise(dates)):
        yield Finding("episodes are not in order, newest first", where)


def _explicit(element: Element, where: str) -> Findings:
    if element.text("itunes:explicit") not in ("", "true", "false"):
        yield Finding(f"itunes:explicit {element.text('itunes:explicit')!r}", where)


def _categories(channel: Element, where: str) -> Findings:
    categories = channel.all("itunes:category")
    if not categories:
        yield Finding("no itunes:category", where, hint="category = … in show.toml")
    for category in categories:
        name = category.attribute(".", "text")
        below = category.attribute("itunes:category", "text")
        if name not in CATEGORIES or (below and below not in CATEGORIES[name]):
            yield Finding(f"itunes:category {name!r} {below!r} is not in Apple's list", where)


def _show_guid(channel: Element, where: str) -> Findings:
    given = channel.text("podcast:guid")
    try:
        right = not given or uuid.UUID(given).version == 5
    except ValueError:
        right = False
    if not right:
        yield recommend(f"podcast:guid {given!r} is not a UUID of version 5", where)


def check_item(item: Element, where: str, channel: Element) -> Findings:
    """Check an item's tags."""
    show = channel.text("title")
    if channel.text("itunes:type") == "serial" and not item.text("itunes:episode").isdigit():
        hint = "episode: 1 in the article's front matter"
        yield recommend("no itunes:episode: a serial show is heard by number", where, hint)
    yield from _missing(item, where, ITEM_REQUIRED, ITEM_RECOMMENDED)
    yield from _values(item, where)
    yield from _explicit(item, where)
    title = item.text("title")
    if NUMBERED.match(title):
        yield Finding("title holds the episode's number", where)
    if show and show.casefold() != title.casefold() and title.startswith((f"{show}:", f"{show} |")):
        yield Finding("title holds the show's name", where)
    if item.text("pubDate") and _date(item) is None:
        yield Finding(f"pubDate {item.text('pubDate')!r} is not as RFC 2822 has it", where)
    if not re.fullmatch(r"\d*", item.text("itunes:duration")):
        yield Finding(f"itunes:duration {item.text('itunes:duration')!r}: whole seconds", where)
    if item.text("podcast:txt[@purpose='ai-content']") != "true":
        yield Finding("no podcast:txt that says that the voice is synthetic", where)
    if not SYNTHETIC.search(item.text("description")):
        yield Finding("description doesn't say that the voice is synthetic", where)
    odd = set(MARKUP.findall(item.text("content:encoded"))) - ALLOWED_MARKUP
    if odd:
        yield Finding(f"content:encoded holds {', '.join(sorted(odd))}", where)
    yield from _enclosure(item, where)
    yield from _companions(item, where)


def _enclosure(item: Element, where: str) -> Findings:
    enclosures = item.all("enclosure")
    if len(enclosures) != 1:
        yield Finding(f"{len(enclosures)} enclosures; exactly one", where)
        return
    url, type_ = (enclosures[0].attribute(".", name) for name in ("url", "type"))
    if not PLAIN_NAME.fullmatch(url.rpartition("/")[2]):
        yield Finding(f"enclosure's name {url.rpartition('/')[2]!r} is not a-z A-Z 0-9", where)
    if media_type(url) != type_:
        yield Finding(f"enclosure's suffix doesn't fit its type {type_!r}", where)


def _companions(item: Element, where: str) -> Findings:
    transcripts = {found.attribute(".", "type") for found in item.all("podcast:transcript")}
    if not transcripts & {"text/vtt", "application/x-subrip"}:
        yield recommend("no podcast:transcript in WebVTT or SRT", where)
    if item.attribute("podcast:chapters", "type") != "application/json+chapters":
        yield recommend("no podcast:chapters", where)
    if not item.attribute("itunes:image", "href"):
        yield recommend("no itunes:image", where)
    for bite in item.all("podcast:soundbite"):
        seconds = float(bite.attribute(".", "duration") or 0)
        if not 15 <= seconds <= 120:
            yield recommend(f"podcast:soundbite of {seconds:g} s; 15 to 120", where)


def check_identity(published: Published) -> Findings:
    """Check that no two items of all pages are taken for one."""
    guids = Counter(
        item.text("guid") for page in published.pages for item in page.items if item.text("guid")
    )
    for guid, count in guids.items():
        if count > 1:
            yield Finding(f"guid {guid!r} stands {count} times", MAIN)


def _date(item: Element) -> datetime | None:
    try:
        date = parsedate_to_datetime(item.text("pubDate"))
    except ValueError:
        return None
    return date if date.tzinfo else None
