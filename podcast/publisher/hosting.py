"""What a host must say of each file: its type, how long it may be kept, who may read it.

`podcast serve` answers by these tables, and `podcast publish --print-config` writes them down for
other hosts.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

TYPES = {
    ".xml": "application/rss+xml; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".opus": "audio/ogg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
"""By suffix; what has none here isn't guessed."""

NAMED_TYPES = {"chapters.json": "application/json+chapters"}
"""By name, before the suffix is looked at."""

TEXT = (".xml", ".html", ".css", ".js", ".json", ".vtt", ".srt", ".txt", ".svg")
"""What is worth compressing."""

FOREVER = re.compile(r"-[0-9a-f]{8}\.[a-z0-9]+$")
"""A name with the hash of its content: never overwritten, so it may be kept."""

FETCHED = ("transcript.html",)
"""Pages that are data for others' players."""

CONTENT_SECURITY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""Of pages: nothing from another host."""


def media_type(name: str) -> str:
    """Return a file's Content-Type.

    >>> media_type("chapters.json"), media_type("episode-1a2b3c4d.mp3")
    ('application/json+chapters', 'audio/mpeg')
    """
    path = PurePosixPath(name)
    by_suffix = TYPES.get(path.suffix.lower(), "application/octet-stream")
    return NAMED_TYPES.get(path.name, by_suffix)


def headers(name: str, *, private: bool = False) -> dict[str, str]:
    """Return what a host adds to the answer for a file: all but type, length and validators."""
    suffix = PurePosixPath(name).suffix.lower()
    keep = "max-age=31536000, immutable" if FOREVER.search(name) else "no-cache"
    found = {
        "Cache-Control": f"{'private' if private else 'public'}, {keep}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }
    if suffix == ".html" and PurePosixPath(name).name not in FETCHED:
        found["Content-Security-Policy"] = content_security(embed=name.endswith("embed.html"))
    else:
        # Web players on other sites fetch audio, transcripts and chapters by script.
        found["Access-Control-Allow-Origin"] = "*"
    return found


def content_security(*, embed: bool) -> str:
    """Return the policy of a page; only the embeddable player may stand in others' pages."""
    rules = CONTENT_SECURITY | {"frame-ancestors": "*" if embed else "'self'"}
    return "; ".join(f"{name} {value}" for name, value in rules.items())
