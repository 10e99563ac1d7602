"""The files: is everything there that the feed names, and nothing that nobody names?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.check.finding import Finding, Findings, recommend
from podcast.check.published import Page, Published
from podcast.publisher.hosting import media_type

AUDIO = (".mp3", ".m4a", ".opus")


def check_files(published: Published) -> Findings:
    """Check that each address of ours is a file, and that no old audio or cover is left over."""
    named = set()
    for page in published.pages:
        for address in sorted(set(_addresses(page))):
            path = published.file(address)
            if path is None:
                continue
            named.add(path)
            if not path.is_file():
                yield Finding(f"{address} is not there", page.path, hint="podcast build")
    left = [*published.folder.glob("cover-*"), *published.folder.glob("episodes/*/episode-*")]
    for path in sorted(left):
        if path not in named and path.suffix in (*AUDIO, ".jpg", ".png"):
            where = path.relative_to(published.folder).as_posix()
            yield recommend("no feed names it", where, "podcast build takes it away")


def check_enclosures(published: Published) -> Findings:
    """Check that sizes and types are the files' own."""
    for where, folder, item in published.episodes():
        files = [(e.attribute(".", "url"), e) for e in item.all("enclosure")]
        files += [
            (e.attribute("podcast:source", "uri"), e)
            for e in item.all("podcast:alternateEnclosure")
        ]
        for address, element in files:
            length, type_ = element.attribute(".", "length"), element.attribute(".", "type")
            path = published.file(address)
            if path is None or not path.is_file():
                continue  # told by check_files
            if str(path.stat().st_size) != length:
                what = f"{path.name} has {path.stat().st_size} bytes, the feed says {length!r}"
                yield Finding(what, where, hint="podcast build")
            if media_type(path.name) != type_:
                yield Finding(f"{path.name} is given as {type_!r}", where)
        if not (folder / "index.html").is_file():
            yield Finding("no page", where, hint="podcast build")


def _addresses(page: Page) -> Iterator[str]:
    """Every address below the feed's base, wherever it stands."""
    if page.base:
        text = page.data.decode("utf-8", "replace")
        # A base alone stands for index.html; notes hold addresses as escaped markup.
        yield from re.findall(rf"{re.escape(page.base)}[\w.~%/-]*", text)
