"""Publishers: what takes public/ to its host.

A publisher is a function `(public, destination) -> str` which says what it did. It is found by the
scheme of the destination's address: file, or any that an entry point of podcast.publishers names.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import url2pathname, urlopen

from podcast import plugins
from podcast.address import FEED, is_web_address
from podcast.errors import PublishError

Publisher = Callable[[Path, str], str]


def publish(public: Path, destination: str) -> str:
    """Take `public` to `destination`, an address or a folder; return what was done.

    Raise PublishError when there is nothing to take or the host can't be reached, PluginError when
    nobody knows the address's scheme.
    """
    if not (public / FEED).is_file():
        raise PublishError(f"{public}: nothing to publish yet", hint="podcast build")
    scheme = urlsplit(destination).scheme
    # One letter is a drive of Windows.
    publisher: Publisher = plugins.find("podcast.publishers", scheme if len(scheme) > 1 else "file")
    return publisher(public, destination)


def ping(hub: str, topic: str) -> None:
    """Tell a WebSub hub that the feed at `topic` has changed; raise PublishError if it fails.

    WebSub leaves this to hub and publisher; hub.mode=publish is what hubs agreed on.
    """
    if not is_web_address(hub):
        raise PublishError(f"show.toml: hub {hub!r} is not an address of the web")
    said = urlencode({"hub.mode": "publish", "hub.url": topic}).encode()
    try:
        with urlopen(hub, said, timeout=PING_SECONDS):  # noqa: S310 - http and https only
            return
    except (OSError, HTTPException) as error:
        raise PublishError(
            f"{hub}: {error}", hint="what is published stays so; apps will find it by themselves"
        ) from error


PING_SECONDS = 20


def to_folder(public: Path, destination: str) -> str:
    """Copy what has changed to a folder, the feed last; then remove what isn't published any more.

    Only what we published there before is removed: our folders, and covers.
    """
    target = _folder(destination)
    if target.resolve().is_relative_to(public.resolve()) or public.resolve().is_relative_to(
        target.resolve()
    ):
        raise PublishError(f"{target}: is the show's own folder", hint="choose another one")
    try:
        copied = sum(_copy(public, path, target) for path in _in_order(public))
        removed = _sweep(public, target)
    except OSError as error:
        raise PublishError(
            # Of two it's the second that can't be written.
            f"{error.filename2 or error.filename or target}: {error.strerror}",
            hint="make it writable, or make room",
        ) from error
    return f"{target}: {copied} files copied, {removed} removed"


def _folder(destination: str) -> Path:
    parts = urlsplit(destination)
    return Path(url2pathname(parts.path) if parts.scheme == "file" else destination)


def _in_order(public: Path) -> list[Path]:
    """Media, then pages and texts, then the feed: none names a file that isn't there yet."""
    order = {".html": 1, ".json": 1, ".xml": 2}
    files = [path.relative_to(public) for path in public.rglob("*") if path.is_file()]
    shown = [path for path in files if not any(part.startswith(".") for part in path.parts)]
    return sorted(shown, key=lambda p: (p.as_posix() == FEED, order.get(p.suffix, 0), p))


def _copy(public: Path, path: Path, target: Path) -> bool:
    source, place = public / path, target / path
    if place.is_file() and place.stat().st_size == source.stat().st_size:
        if place.stat().st_mtime_ns == source.stat().st_mtime_ns:
            return False
        if place.read_bytes() == source.read_bytes():
            return False
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(place.name + ".part")
    try:
        shutil.copy2(source, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    return True


OURS = ("episodes/*/**/*", "archive/*", "assets/*", "cover-*")


def _sweep(public: Path, target: Path) -> int:
    found = {path for pattern in OURS for path in target.glob(pattern) if path.is_file()}
    gone = [path for path in found if not (public / path.relative_to(target)).is_file()]
    for path in gone:
        path.unlink()
    for folder in sorted(target.glob("episodes/**/"), reverse=True):
        if folder != target / "episodes" and not any(folder.iterdir()):
            folder.rmdir()
    return len(gone)
