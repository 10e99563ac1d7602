"""What is made of a voice's files, kept in the user's cache to be there at once the next time.

The sum of its bytes stands in a file's name: what a full disk or a power cut left is known by it,
and made again. To look costs 5 ms for each 10 MB (2026-11).
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from glob import escape
from pathlib import Path

from podcast import files

CHUNK = 1 << 20


def folder() -> Path:
    """Where it is."""
    return files.cache() / "models"


def find(name: str, suffix: str) -> Path | None:
    """The file that is kept under this name, if it's whole; what isn't is removed."""
    for path in folder().glob(f"{escape(name)}.????????{suffix}"):
        try:
            if path.name == f"{name}.{_sum(path):08x}{suffix}":
                return path
            path.unlink(missing_ok=True)
        except OSError:  # not ours to read, or to remove: then it's as if there were none
            continue
    return None


def keep(name: str, suffix: str, data: bytes) -> str | bytes:
    """The path under which `data` is kept; `data` itself where there's no place for it."""
    path = folder() / f"{name}.{zlib.crc32(data):08x}{suffix}"
    try:
        files.write(path, data)
    except OSError:
        return data
    return str(path)


def drop(name: str, but: str) -> None:
    """Remove what was made of this one, but for files with `but` in their names.

    So another version's goes, and what is half-written under its sum's name, or without one.
    """
    for path in folder().glob(f"{escape(name)}.*"):
        if but not in path.name:
            with suppress(OSError):
                path.unlink()


def _sum(path: Path) -> int:
    found = 0
    with path.open("rb") as file:
        while part := file.read(CHUNK):
            found = zlib.crc32(part, found)
    return found
