"""Is what is published right? Read back and measured, apart from the code that made it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.check.audio import check_audio, check_segments
from podcast.check.cover import check_cover
from podcast.check.feed import check_identity, check_item, check_page
from podcast.check.files import check_enclosures, check_files
from podcast.check.finding import Finding
from podcast.check.pages import check_pages
from podcast.check.published import MAIN, Published, read_page
from podcast.check.texts import check_texts
from podcast.events import Report

if TYPE_CHECKING:
    from podcast.listen import Listener

__all__ = ["Finding", "check"]


def check(
    folder: Path,
    *,
    sound: bool = True,
    listener: Listener | None = None,
    report: Report = lambda _: None,
) -> tuple[Finding, ...]:
    """Return what is wrong in a show's folder, required things first; empty when all is right.

    `sound=False` leaves out what is measured in the audio, which takes about a second for each
    five minutes of it. With a `listener`, each episode is listened to as well, ten times as long.
    """
    found = list(_check(folder / "public", sound, listener, report))
    return tuple(sorted(found, key=lambda finding: finding.severity == "recommended"))


def _check(
    public: Path, sound: bool, listener: Listener | None, report: Report
) -> Iterator[Finding]:
    try:
        published = _read(public)
    except OSError as error:
        yield Finding(f"can't be read: {error.strerror}", f"public/{MAIN}", hint="podcast build")
        return
    except SyntaxError as error:
        yield Finding(f"not XML: {error.msg}", f"public/{MAIN}", hint="podcast build")
        return
    for page in published.pages:
        yield from check_page(page)
    yield from check_identity(published)
    yield from check_files(published)
    yield from check_enclosures(published)
    cover = published.file(published.pages[0].channel.attribute("itunes:image", "href"))
    if cover is not None and cover.is_file():
        yield from check_cover(cover, cover.name)
    yield from _check_episodes(published, sound)
    if listener:
        yield from _listen(published, listener, report)
    yield from check_pages(published)


def _listen(published: Published, listener: Listener, report: Report) -> Iterator[Finding]:
    from podcast.check.speech import check_speech  # here: not every check listens

    for where, folder, item in published.episodes():
        audio = published.file(item.attribute("enclosure", "url"))
        if folder.is_dir() and audio is not None and audio.is_file():
            yield from check_speech(folder, audio, where, listener, report)


def _check_episodes(published: Published, sound: bool) -> Iterator[Finding]:
    channel = published.pages[0].channel
    for where, folder, item in published.episodes():
        yield from check_item(item, where, channel)
        if not folder.is_dir():
            continue  # told by check_files
        yield from check_texts(folder, where)
        audio = published.file(item.attribute("enclosure", "url"))
        if sound and audio is not None and audio.is_file():
            yield from check_audio(audio, where, item.text("itunes:duration"))
            yield from check_segments(folder, where)


def _read(public: Path) -> Published:
    """The feed and the pages of its archive, by their links."""
    pages = [read_page(public, MAIN)]
    seen = {MAIN}
    while True:
        address = pages[-1].channel.attribute("atom:link[@rel='next']", "href")
        path = address.removeprefix(pages[0].base) if pages[0].base else ""
        if not address or not path or path in seen or path.startswith(("/", "http", "..")):
            return Published(public, tuple(pages))
        seen.add(path)
        pages.append(read_page(public, path))
