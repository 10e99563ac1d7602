"""The web pages: the show's, each episode's, and one to place in the article's own page.

Values in, (path, content) out; what a page looks like is in templates/.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote

from podcast import colour, templates
from podcast.episode import Enclosure, Episode
from podcast.labels import Labels, labels_for
from podcast.page import readalong, sharing
from podcast.show import Show

Entry = TypeVar("Entry")

PER_PAGE = 25
"""Episodes on a page of the archive; the show's page has up to twice as many, less one."""

SPEEDS = (0.75, 1, 1.25, 1.5, 1.75, 2, 2.5)

# No other host is asked for anything, and no script runs but ours. `file:` since by the standard
# 'self' matches nothing in a page opened from a disk (CSP 3, 6.7.2.8: its origin is opaque).
POLICY = "default-src 'self' file:; object-src 'none'; base-uri 'none'; form-action 'none'"

TRANSCRIPTS = (
    ("text", "transcript.txt", "TXT"),
    ("subtitles", "transcript.vtt", "VTT"),
    ("subtitles", "transcript.srt", "SRT"),
    ("text", "transcript.json", "JSON"),
)


@dataclass(frozen=True)
class Site:
    """What all pages of a show have in common."""

    show: Show
    labels: Labels
    cover: str
    """Paths relative to public/: the cover as the feed has it, and one of a size for pages."""
    picture: str
    assets: dict[str, str]
    files: tuple[tuple[str, bytes], ...]
    """The assets' paths and contents."""

    def render(self, template: str, root: str, **values: Any) -> bytes:
        """Return a page; `root` leads from it to public/."""
        common = {
            "show": self.show,
            "labels": self.labels,
            "cover": quote(self.cover),
            "picture": quote(self.picture),
            "assets": self.assets,
            "policy": POLICY,
            "funding": sharing.web_address(self.show.funding),
            "license": sharing.web_address(self.show.license),
            "root": root,
            "locale": self.labels.language.replace("-", "_"),
        }
        text = templates.render(template, self.show.folder / "templates", **{**common, **values})
        return text.encode("utf-8")


def render_pages(
    show: Show, episodes: Sequence[Episode], *, cover: str = "", picture: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Yield (path relative to public/, content) of all pages and of what they need.

    `cover` is the cover's path; `picture` a smaller one of the same, where there is one.
    """
    site = prepare(show, cover=cover, picture=picture)
    yield from site.files
    for episode in episodes:
        yield from render_episode(site, episode)
    yield from render_index(site, episodes)


def prepare(show: Show, *, cover: str = "", picture: str = "") -> Site:
    """Return what the pages of `show` have in common; raise ShowError when its colour is none."""
    theirs = show.folder / "templates"
    style = "\n".join(
        (palette(show.colour), *(templates.source(f"{n}.css", theirs) for n in ("style", "theme")))
    )
    script = templates.source("player.js", theirs)
    assets = {}
    files = []
    for name, suffix, text in (("style", "css", style), ("player", "js", script)):
        content = text.encode("utf-8")
        digest = hashlib.sha256(content).hexdigest()[:8]
        assets[name] = f"assets/{name}-{digest}.{suffix}"
        files.append((assets[name], content))
    labels = labels_for(show.language)
    return Site(show, labels, cover, picture or cover, assets, tuple(files))


def palette(chosen: str) -> str:
    """Return the CSS properties made of the show's colour: all that is text can be read."""
    rules = []
    for media, page, ink, tinted, shade in PAPERS:
        tint = colour.readable(chosen, page, ratio=2)
        paper, panel = colour.mixed(tint, page, tinted), colour.mixed(tint, page, shade)
        accent = colour.readable(chosen, paper, panel)
        values = {
            "paper": paper,
            "panel": panel,
            "line": colour.mixed(ink, paper, 0.16),
            "edge": colour.readable(colour.mixed(ink, paper, 0.4), paper, panel, ratio=3),
            "ink": ink,
            "quiet": colour.readable(colour.mixed(ink, paper, 0.62), paper, panel),
            "accent": accent,
            "on-accent": max(("#ffffff", "#000000"), key=lambda c: colour.contrast(c, accent)),
            "part": colour.mixed(accent, paper, 0.25),
        }
        block = ":root{" + "".join(f"--{name}:{value};" for name, value in values.items()) + "}"
        rules.append(f"{media}{{{block}}}" if media else block)
    return "\n".join(rules)


# For light and dark: paper and ink, and how much of the show's colour is in page and panels.
PAPERS = (
    ("", "#ffffff", "#17181c", 0.03, 0.09),
    ("@media (prefers-color-scheme:dark)", "#101114", "#eceef2", 0.06, 0.3),
)


def render_index(site: Site, episodes: Sequence[Episode]) -> Iterator[tuple[str, bytes]]:
    """Yield the show's page, newest episode first, and the pages of its archive."""
    in_order = sorted(episodes, key=lambda episode: (episode.date, episode.slug))
    for number, last, shown in paginate(in_order):
        yield index_path(number), render_index_page(site, shown, number, last)


def paginate(in_order: Sequence[Entry]) -> Iterator[tuple[int, int, Sequence[Entry]]]:
    """Yield each page's number, the last one's, and its entries (of any kind, oldest first).

    The archive is numbered from the oldest, so that a page of it stays as it is, but for the link
    from its last to the next one. The show's own page is number 0.
    """
    full = max(0, len(in_order) // PER_PAGE - 1)
    for number in range(1, full + 1):
        yield number, full, in_order[(number - 1) * PER_PAGE : number * PER_PAGE]
    yield 0, full, in_order[full * PER_PAGE :]


def index_path(number: int) -> str:
    """Return the path of page `number` of the archive, or with 0 of the show's own."""
    return f"archive/{number}.html" if number else "index.html"


def render_index_page(site: Site, episodes: Sequence[Episode], number: int, last: int) -> bytes:
    """Return page `number` of the archive, or with 0 the show's own; `episodes` oldest first."""
    path = index_path(number)
    root = "../" if number else ""
    beside = "" if number else "archive/"
    before = number - 1 if number else last
    older = f"{beside}{before}.html" if before else ""
    newer = ("../index.html" if number == last else f"{number + 1}.html") if number else ""
    show = site.show
    return site.render(
        "index.html",
        root,
        entries=[_entry(root, episode) for episode in reversed(episodes)],
        number=number,
        older=older,
        newer=newer,
        heading=show.title,
        about=_shortened(show.description),
        address=sharing.published_address(show, path.removesuffix("index.html")),
        image=sharing.published_address(show, site.cover) if site.cover else "",
        subscriptions=_subscriptions(show, root),
        linked=_script(sharing.series(show, site.cover)),
    )


def _entry(root: str, episode: Episode) -> dict[str, Any]:
    folder = f"{root}{_folder(episode)}"
    return {
        "href": f"{folder}index.html",
        "audio": folder + quote(episode.enclosure.path),
        "title": episode.title,
        "date": episode.date,
        "seconds": episode.seconds,
        "summary": _shortened(episode.summary),
        "language": episode.language,
    }


def render_episode(site: Site, episode: Episode) -> Iterator[tuple[str, bytes]]:
    """Yield the episode's page, the one to embed, and the answer for oEmbed."""
    folder = f"episodes/{episode.slug}/"
    show, labels = site.show, site.labels
    cover = folder + episode.image if episode.image else site.cover
    art = quote(episode.image) if episode.image else site.picture and "../../" + quote(site.picture)
    values = {
        "episode": episode,
        "art": art,
        "audio": quote(episode.enclosure.path),
        "bar": _bar(episode),
        "speeds": [(speed, labels.number(speed) + "×") for speed in SPEEDS],
        "address": sharing.published_address(show, folder),
    }
    page = site.render(
        "episode.html",
        "../../",
        **values,
        heading=episode.title,
        about=_shortened(episode.summary) or episode.title,
        image=sharing.published_address(show, cover) if cover else "",
        source=sharing.web_address(episode.link),
        foreign=_foreign(labels, episode),
        chapters=[
            {
                "title": chapter.title,
                "start": readalong.seconds(chapter.start),
                "clock": readalong.clock(chapter.start),
                "link": sharing.web_address(chapter.link),
            }
            for chapter in episode.chapters
        ],
        sections=readalong.sections(episode),
        embed_code=sharing.embed_code(show, episode),
        embed_height=sharing.EMBED_HEIGHT,
        segments=[
            {
                "title": segment.title or _shortened(segment.text, 60),
                "audio": quote(segment.audio),
                "clock": readalong.clock(segment.end - segment.start),
            }
            for segment in episode.segments
        ],
        downloads=_downloads(labels, episode),
        times=templates.safe(readalong.times(episode)),
        subscriptions=_subscriptions(show, "../../"),
        linked=_script(sharing.episode_facts(show, episode, cover)),
    )
    yield f"{folder}index.html", page
    yield f"{folder}embed.html", site.render("embed.html", "../../", **values)
    if show.url:
        answer = sharing.oembed(show, episode, cover)
        yield f"{folder}oembed.json", json.dumps(answer, ensure_ascii=False).encode("utf-8")


def episode_files(show: Show) -> tuple[str, ...]:
    """Return the names of the files that `render_episode` makes in an episode's folder."""
    return ("index.html", "embed.html", *(("oembed.json",) if show.url else ()))


def _folder(episode: Episode) -> str:
    return f"episodes/{quote(episode.slug)}/"


def _foreign(labels: Labels, episode: Episode) -> str:
    """The episode's language, where it isn't the show's."""
    same = episode.language.split("-")[0] == labels.language.split("-")[0]
    return "" if same else labels.language_name(episode.language)


def _bar(episode: Episode) -> list[dict[str, Any]]:
    """The chapters on a bar 1,000 wide, a gap of 3 between two."""
    if len(episode.chapters) < 2 or episode.seconds <= 0:
        return []
    scale = 1000 / episode.seconds
    return [
        {
            "title": chapter.title,
            "start": readalong.seconds(chapter.start),
            "x": round(chapter.start * scale, 1),
            "width": max(1, round((chapter.end - chapter.start) * scale - 3, 1)),
        }
        for chapter in episode.chapters
    ]


def _downloads(labels: Labels, episode: Episode) -> list[tuple[str, str, str]]:
    sounds = [
        (labels.episode, quote(sound.path), f"{_format(sound)} · {labels.megabytes(sound.bytes)}")
        for sound in (episode.enclosure, *episode.alternates)
    ]
    return [*sounds, *((getattr(labels, name), path, note) for name, path, note in TRANSCRIPTS)]


def _format(sound: Enclosure) -> str:
    """episode-1a2b3c4d.mp3 -> MP3"""
    return sound.path.rpartition(".")[2].upper()


def _subscriptions(show: Show, root: str) -> dict[str, Any]:
    found = sharing.subscriptions(show, root)
    return {**vars(found), "qr": templates.safe(found.qr)}


def _script(facts: dict[str, Any]) -> object:
    return templates.safe(sharing.script_json(facts))


def _shortened(text: str, length: int = 280) -> str:
    """`text` on one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0].rstrip(",;:.–- ") + "…"
