"""The tags that RSS doesn't have and apps want: a row each, by the itunes, podcast, atom names.

podcast: is the namespace of podcastindex.org, itunes: Apple's. Which tag a feed needs, and why,
is told beside its row. The feed writes them through one extension (podcast/feed.py).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from podcast.address import FEED, episode_address, file_address, is_web_address
from podcast.episode import Enclosure, Episode
from podcast.errors import ShowError
from podcast.feed.categories import category
from podcast.feed.notes import episode_title, shorten
from podcast.feed.soundbite import choose_soundbites
from podcast.labels import labels_for
from podcast.show import PODCAST_NAMESPACE, Show

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}

VALUE_CHARACTERS = 255
"""Of a tag's text, by PSP-1; descriptions have a limit of their own."""

TRANSCRIPTS = {
    "transcript.vtt": "text/vtt",
    "transcript.srt": "application/x-subrip",
    "transcript.json": "application/json",
    "transcript.html": "text/html",
}
"""WebVTT first: apps take the first that they can read."""

CAPTIONS = ("transcript.vtt", "transcript.srt")
"""Transcripts that can be shown line by line while the voice speaks."""

SCHEDULES = {
    "daily": "FREQ=DAILY",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
}
"""As show.toml names it → a rule of RFC 5545."""

SCHEDULE_WORDS = {
    "en": ("Daily", "On weekdays", "Weekly", "Every two weeks", "Monthly"),
    "de": ("Täglich", "Werktags", "Wöchentlich", "Alle zwei Wochen", "Monatlich"),
    "fr": (
        "Tous les jours",
        "Du lundi au vendredi",
        "Chaque semaine",
        "Tous les quinze jours",
        "Chaque mois",
    ),
    "es": ("Cada día", "De lunes a viernes", "Cada semana", "Cada dos semanas", "Cada mes"),
}
"""The same for people, in the order of SCHEDULES."""


@dataclass(frozen=True)
class Tag:
    """One element: its name with a prefix, its attributes, and its text or what it holds."""

    name: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    below: tuple[Tag, ...] = ()


@dataclass(frozen=True)
class Links:
    """Where a page of the feed stands among the others (RFC 5005); all empty when it is alone."""

    path: str = FEED
    first: str = ""
    previous: str = ""
    next: str = ""
    last: str = ""


def show_guid(show: Show, base: str) -> str:
    """Return the show's podcast:guid: the one in show.toml, else the one that its address makes."""
    name = (base + FEED).split("://", 1)[1].rstrip("/")
    return show.guid or str(uuid.uuid5(PODCAST_NAMESPACE, name))


def show_tags(show: Show, base: str, cover: str, links: Links) -> Iterator[Tag]:
    """Yield the tags of the channel; `cover` is a path in public/, empty when there is none."""
    # feedgen keeps the first self link and no other link.
    for relation in ("first", "previous", "next", "last"):
        if path := getattr(links, relation):
            yield _link(relation, file_address(base, path))
    if show.hub:
        yield _link("hub", show.hub)
    yield Tag("itunes:author", _value(show.author or show.title))
    if show.email:
        owner = (
            Tag("itunes:name", _value(show.author or show.title)),
            Tag("itunes:email", show.email),
        )
        yield Tag("itunes:owner", below=owner)
    if cover:
        yield Tag("itunes:image", attributes={"href": file_address(base, cover)})
    for name in show.category:
        above, below = category(name)
        inner = (Tag("itunes:category", attributes={"text": below}),) if below else ()
        yield Tag("itunes:category", attributes={"text": above}, below=inner)
    yield Tag("itunes:explicit", str(show.explicit).lower())
    yield Tag("itunes:type", show.type)
    if show.complete:
        yield Tag("itunes:complete", "Yes")
    if show.moved:
        yield Tag("itunes:new-feed-url", show.moved)
    if show.private:
        yield Tag("itunes:block", "Yes")
        yield Tag("podcast:block", "yes")
    yield Tag("podcast:guid", show_guid(show, base))
    # Keeps others from importing the show into their own account.
    yield Tag("podcast:locked", "yes", {"owner": show.email} if show.email else {})
    yield Tag("podcast:medium", "podcast")
    yield AI_CONTENT
    if show.license:
        yield _license(show.license)
    if show.funding:
        yield Tag("podcast:funding", labels_for(show.language).support, {"url": show.funding})
    if show.schedule:
        yield _schedule(show)


AI_CONTENT = Tag("podcast:txt", "true", {"purpose": "ai-content"})
"""That a synthetic voice speaks: Apple wants it said in the metadata."""


def episode_tags(show: Show, episode: Episode, base: str, cover: str) -> Iterator[Tag]:
    """Yield the tags of an item."""

    def address(path: str) -> str:
        return episode_address(base, episode.slug, path)

    yield Tag("itunes:title", _value(episode_title(episode.title, show.title)))
    authors = ", ".join(episode.authors)
    yield Tag("itunes:author", _value(authors or show.author or show.title))
    # Whole seconds: Apple refuses fractions.
    yield Tag("itunes:duration", str(max(1, round(episode.seconds))))
    image = address(episode.image) if episode.image else cover and file_address(base, cover)
    if image:
        yield Tag("itunes:image", attributes={"href": image})
    yield Tag("itunes:explicit", str(show.explicit).lower())
    yield Tag("itunes:episodeType", "full")
    for name, number in (("season", episode.season), ("episode", episode.number)):
        if number:
            yield Tag(f"itunes:{name}", str(number))
            yield Tag(f"podcast:{name}", str(number))
    if show.private:
        yield Tag("itunes:block", "Yes")
    for path, type_ in TRANSCRIPTS.items():
        details = {"url": address(path), "type": type_, "language": episode.language}
        if path in CAPTIONS:
            details["rel"] = "captions"
        yield Tag("podcast:transcript", attributes=details)
    chapters = {"url": address("chapters.json"), "type": "application/json+chapters"}
    yield Tag("podcast:chapters", attributes=chapters)
    for bite in episode.soundbites or choose_soundbites(episode):
        times = {"startTime": f"{bite.start:.3f}", "duration": f"{bite.seconds:.3f}"}
        # 128 characters at most, says the namespace.
        yield Tag("podcast:soundbite", shorten(bite.title, 128), times)
    for voice in dict.fromkeys([episode.voice, *episode.speakers]):
        yield Tag("podcast:person", _value(voice), {"role": "narrator", "group": "cast"})
    for author in episode.authors:
        yield Tag("podcast:person", _value(author), {"role": "author", "group": "writing"})
    for enclosure in _alternates(episode):
        yield _alternate(enclosure, address(enclosure.path), main=enclosure is episode.enclosure)
    yield AI_CONTENT


def _alternates(episode: Episode) -> tuple[Enclosure, ...]:
    """All formats, the main one among them, when there is more than one or its hash is known."""
    if episode.alternates or episode.enclosure.integrity:
        return (episode.enclosure, *episode.alternates)
    return ()


def _alternate(enclosure: Enclosure, address: str, *, main: bool) -> Tag:
    details = {
        "type": enclosure.type,
        "length": str(enclosure.bytes),
        "bitrate": str(enclosure.bitrate),
    }
    if main:
        details["default"] = "true"
    below = [Tag("podcast:source", attributes={"uri": address})]
    if enclosure.integrity:
        # "sri": subresource integrity, the sha256-… form that the enclosure carries.
        integrity = {"type": "sri", "value": enclosure.integrity}
        below.append(Tag("podcast:integrity", attributes=integrity))
    return Tag("podcast:alternateEnclosure", attributes=details, below=tuple(below))


def _link(relation: str, address: str) -> Tag:
    details = {"rel": relation, "href": address}
    if relation != "hub":
        details["type"] = "application/rss+xml"
    return Tag("atom:link", attributes=details)


def _license(license: str) -> Tag:
    """A known identifier stands alone; other terms are named by their address."""
    if is_web_address(license):
        return Tag("podcast:license", _value(license), {"url": license})
    return Tag("podcast:license", _value(license.lower()))


def _schedule(show: Show) -> Tag:
    if show.schedule not in SCHEDULES:
        raise ShowError(
            f"show.toml: unknown schedule {show.schedule!r}", hint=f"one of {', '.join(SCHEDULES)}"
        )
    words = SCHEDULE_WORDS.get(show.language.split("-")[0].lower(), SCHEDULE_WORDS["en"])
    details = {"rrule": SCHEDULES[show.schedule]}
    if show.complete:
        details["complete"] = "true"
    word = words[list(SCHEDULES).index(show.schedule)]
    return Tag("podcast:updateFrequency", word, details)


def _value(text: str) -> str:
    return shorten(" ".join(text.split()), VALUE_CHARACTERS)
